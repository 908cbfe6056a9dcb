package de.koblenz.kiosk.eid.tlv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TlvTest {
    @Test
    void tagsOfOneToThreeOctetsAreRead() throws TlvException {
        assertEquals(0x80, Tlv.parse(Octets.ofHex("800101")).tag());
        assertEquals(0x7F49, Tlv.parse(Octets.ofHex("7f490101")).tag());
        assertEquals(0x5F8155, Tlv.parse(Octets.ofHex("5f81550101")).tag());
    }

    @Test
    void lengthsOfOneToThreeOctetsAreRead() throws TlvException {
        for (int length : new int[] {0, 1, 127, 128, 255, 256, 65_535}) {
            Tlv tlv = Tlv.of(0x53, Octets.of(new byte[length]));
            assertEquals(length, Tlv.parse(tlv.encoded()).value().length());
            assertEquals(tlv.encoded().length(), Tlv.wholeLength(tlv.encoded()));
        }
        // X.690 §8.1.3.5 allows more octets than needed.
        assertEquals(1, Tlv.parse(Octets.ofHex("5381 01 aa".replace(" ", ""))).value().length());
        assertEquals(1, Tlv.parse(Octets.ofHex("5383000001aa")).value().length());
    }

    @Test
    void theEncodingIsKeptAsItWasRead() throws TlvException {
        Octets roundabout = Octets.ofHex("538200 02aabb".replace(" ", ""));
        assertEquals(roundabout, Tlv.parse(roundabout).encoded());
    }

    @Test
    void whatIsCutOffIsRefused() {
        Octets whole = Tlv.of(0x7F21, Tlv.of(0x53, Octets.of(new byte[300]))).encoded();
        for (int length = 0; length < whole.length(); length++) {
            Octets cut = whole.slice(0, length);
            assertThrows(TlvException.class, () -> Tlv.parse(cut));
        }
    }

    @Test
    void indefiniteHugeAndNegativeLengthsAreRefused() {
        for (String hex :
                new String[] {
                    "3080aa0000",
                    "3084ffffffffaa",
                    "3083ffffff",
                    "30820100",
                    "308480000001aa",
                    "30ff"
                }) {
            assertThrows(TlvException.class, () -> Tlv.parse(Octets.ofHex(hex)), hex);
        }
    }

    @Test
    void endlessTagsAreRefused() {
        assertThrows(TlvException.class, () -> Tlv.parse(Octets.ofHex("5fffffffffff01aa")));
    }

    @Test
    void octetsBehindAnObjectAreRefusedExceptInFiles() throws TlvException {
        Octets padded = Octets.ofHex("5301aa000000");
        assertThrows(TlvException.class, () -> Tlv.parse(padded));
        assertEquals(Octets.ofHex("5301aa"), Tlv.parseFirst(padded).encoded());
    }

    @Test
    void aTagGivenTwiceIsNotResolved() throws TlvException {
        TlvSequence twice = TlvSequence.parse(Octets.ofHex("8001aa8001bb"));
        assertThrows(TlvException.class, () -> twice.find(0x80));
        assertTrue(twice.find(0x81).isEmpty());
    }

    @Test
    void numbersAreSmallAndNotNegative() throws TlvException {
        assertEquals(13, Tlv.parse(Octets.ofHex("02010d")).number());
        assertEquals(300, Tlv.parse(Octets.ofHex("0202012c")).number());
        assertThrows(TlvException.class, () -> Tlv.parse(Octets.ofHex("0201ff")).number());
        assertThrows(TlvException.class, () -> Tlv.parse(Octets.ofHex("0200")).number());
        assertThrows(TlvException.class, () -> Tlv.parse(Octets.ofHex("02050000000001")).number());
    }

    @Test
    void contentIsNotShownInText() throws TlvException {
        assertFalse(Tlv.parse(Octets.ofHex("5302cafe")).toString().contains("cafe"));
        assertFalse(Octets.ofHex("cafe").toString().contains("cafe"));
    }

    @Test
    void anyOctetsAreReadOrRefused() {
        fuzz(100_000);
    }

    @Test
    @Tag("long")
    void anyOctetsAreReadOrRefusedForLong() {
        fuzz(5_000_000);
    }

    private static void fuzz(int rounds) {
        Random random = new Random(4711);
        Octets seed =
                Tlv.of(
                                0x7F21,
                                Tlv.of(0x7F4E, Tlv.of(0x42, Octets.of(new byte[12]))),
                                Tlv.of(0x5F37, Octets.of(new byte[64])))
                        .encoded();
        int read = 0;
        for (int i = 0; i < rounds; i++) {
            byte[] octets;
            if (i % 2 == 0) {
                octets = new byte[random.nextInt(40)];
                random.nextBytes(octets);
            } else {
                octets = seed.toArray();
                for (int change = random.nextInt(3); change >= 0; change--) {
                    octets[random.nextInt(octets.length)] = (byte) random.nextInt();
                }
            }
            try {
                TlvSequence sequence = TlvSequence.parse(Octets.of(octets));
                Octets[] again = new Octets[sequence.size()];
                for (int j = 0; j < again.length; j++) {
                    again[j] = sequence.items().get(j).encoded();
                }
                assertEquals(Octets.of(octets), Octets.join(again));
                read++;
            } catch (TlvException _) {
                // Refused, as it should be.
            }
        }
        assertTrue(read > 0 && read < rounds, () -> "one-sided");
    }
}
