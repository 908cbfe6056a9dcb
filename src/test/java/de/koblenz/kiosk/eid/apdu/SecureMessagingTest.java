package de.koblenz.kiosk.eid.apdu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import de.koblenz.kiosk.eid.Vectors;
import de.koblenz.kiosk.eid.crypto.SessionKeys;
import de.koblenz.kiosk.eid.failure.EidException;
import de.koblenz.kiosk.eid.failure.EidFailure;
import de.koblenz.kiosk.eid.tlv.Octets;
import de.koblenz.kiosk.eid.tlv.Tlv;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// TR-03110-3 §F. The commands with the keys "F123…" and "1234…" are recorded from an independent terminal.
class SecureMessagingTest {
    private static SessionKeys keys() {
        return new SessionKeys(
                "F1234567890ABCDE".getBytes(StandardCharsets.US_ASCII),
                "1234567890ABCDEF".getBytes(StandardCharsets.US_ASCII));
    }

    private static String wrapped(int head, String data, int expected) {
        return Octets.of(
                        new SecureMessaging(keys())
                                .wrap(CommandApdu.of(head, Octets.ofHex(data), expected))
                                .encoded())
                .hex();
    }

    @Test
    void aCommandWithoutObjectsGetsNoSecondPadding() {
        assertEquals("0c2220300a8e086733a03d8e9ac66900", wrapped(0x00222030, "", 0));
    }

    @Test
    void theChainingBitIsProtected() {
        assertEquals("1c2220300a8e081211bcc1702d612b00", wrapped(0x10222030, "", 0));
    }

    @Test
    void theLengthExpectedIsProtected() {
        assertEquals("0c2220300d9701088e0844b066bc91c77c4500", wrapped(0x00222030, "", 8));
        assertEquals("0c2220300d9701008e0875f18dd4f6b913d500", wrapped(0x00222030, "", 256));
        assertEquals(
                "0c22203000000e970200008e08e5a6ae57ad293c450000", wrapped(0x00222030, "", 65_536));
    }

    @Test
    void dataIsEncrypted() {
        assertEquals(
                "0c22203020871101cc30c03dbe01213486b74ce1f48f5c499701008e08a822685d1780fadd00",
                wrapped(0x00222030, "d0d1d2d3", 256));
        assertEquals(
                "0c222030000021871101cc30c03dbe01213486b74ce1f48f5c49970200008e08c076cec6a1cc26020000",
                wrapped(0x00222030, "d0d1d2d3", 65_536));
    }

    @Test
    void aCommandThatGrowsOverTheShortLengthIsSentLong() {
        String command = wrapped(0x00222030, "42".repeat(250), 24);
        assertEquals("0c22203000011287820101", command.substring(0, 22));
        assertEquals("9701188e08543fdc3e1ff32dfb0000", command.substring(command.length() - 30));
    }

    @Test
    void everyCommandAndAnswerCounts() {
        SecureMessaging messaging = new SecureMessaging(keys());
        String[] recorded = {
            "871101cc30c03dbe01213486b74ce1f48f5c49970200008e08c076cec6a1cc2602",
            "87110140eade1a656a226767536a7cec2ac6f9970200008e08451d5c632ab4ee24",
            "8711010bdf2b6181a9091e6fe0147d8b11069d970200008e08deb87800b60d6d11",
            "871101252538e3ebad320fcd01905459f6b6e0970200008e080f1c93c6d9bdbcf2"
        };
        for (String body : recorded) {
            CommandApdu wrapped =
                    messaging.wrap(CommandApdu.of(0x00222030, Octets.ofHex("d0d1d2d3"), 65_536));
            assertEquals(body, Octets.of(wrapped.data()).hex());
        }
    }

    /// Worked Example for EAC 1.02: MSE:Set DST with the name of the root, and the answer 9000.
    @Test
    void theWorkedExampleIsReproduced() throws EidException {
        Vectors example = Vectors.workedExample();
        SecureMessaging messaging =
                new SecureMessaging(
                        new SessionKeys(
                                example.get("pace.key.encryption").toArray(),
                                example.get("pace.key.mac").toArray()));
        CommandApdu wrapped =
                messaging.wrap(CommandApdu.of(0x002281B6, example.get("sm.plain"), 0));
        assertEquals(
                "871101" + example.get("sm.encrypted").hex(),
                Octets.of(wrapped.data()).hex().substring(0, 38));
        assertEquals(
                new ResponseApdu(Octets.EMPTY, 0x9000),
                messaging.unwrap(
                        new ResponseApdu(
                                Octets.join(
                                        example.get("sm.status"),
                                        Tlv.of(0x8E, example.get("sm.mac")).encoded()),
                                0x9000)));
    }

    /// The card's side, for answers that a test makes itself.
    static ResponseApdu answer(SessionKeys keys, int counter, String data, int status) {
        byte[] count = new byte[16];
        count[15] = (byte) counter;
        Octets object = Octets.EMPTY;
        if (!data.isEmpty()) {
            object =
                    Tlv.of(
                                    0x87,
                                    Octets.join(
                                            Octets.of((byte) 1),
                                            Octets.of(
                                                    keys.encrypt(
                                                            keys.encryptBlock(count),
                                                            pad(Octets.ofHex(data))))))
                            .encoded();
        }
        Octets objects =
                Octets.join(
                        object,
                        Tlv.of(0x99, Octets.of((byte) (status >>> 8), (byte) status)).encoded());
        Octets mac = Octets.of(keys.mac(count, pad(objects)));
        return new ResponseApdu(Octets.join(objects, Tlv.of(0x8E, mac).encoded()), status);
    }

    private static byte[] pad(Octets octets) {
        byte[] padded = new byte[(octets.length() / 16 + 1) * 16];
        octets.copyInto(padded, 0);
        padded[octets.length()] = (byte) 0x80;
        return padded;
    }

    private static SecureMessaging afterOneCommand() {
        SecureMessaging messaging = new SecureMessaging(keys());
        messaging.wrap(CommandApdu.of(0x00B00000, 256));
        return messaging;
    }

    private static void refused(ResponseApdu answer) {
        assertEquals(
                EidFailure.CHANNEL_BROKEN,
                assertThrows(EidException.class, () -> afterOneCommand().unwrap(answer)).failure());
    }

    @Test
    void aGenuineAnswerIsRead() throws EidException {
        assertEquals(
                new ResponseApdu(Octets.ofHex("0102030405"), 0x9000),
                afterOneCommand().unwrap(answer(keys(), 2, "0102030405", 0x9000)));
        assertEquals(
                new ResponseApdu(Octets.EMPTY, 0x63C2),
                afterOneCommand().unwrap(answer(keys(), 2, "", 0x63C2)));
    }

    @Test
    void aReplayedAnswerIsRefused() throws EidException {
        SecureMessaging messaging = afterOneCommand();
        ResponseApdu answer = answer(keys(), 2, "0102", 0x9000);
        messaging.unwrap(answer);
        messaging.wrap(CommandApdu.of(0x00B00000, 256));
        assertThrows(EidException.class, () -> messaging.unwrap(answer));
    }

    @Test
    void anAnswerWithoutProtectionIsRefused() {
        refused(new ResponseApdu(Octets.EMPTY, 0x9000));
        refused(new ResponseApdu(Octets.ofHex("0102"), 0x9000));
        refused(new ResponseApdu(Octets.EMPTY, 0x6988));
    }

    @Test
    void anotherStatusOutsideIsRefused() {
        refused(new ResponseApdu(answer(keys(), 2, "0102", 0x63C2).data(), 0x9000));
    }

    @Test
    void everyChangedBitIsNoticed() {
        ResponseApdu genuine = answer(keys(), 2, "0102030405", 0x9000);
        for (int bit = 0; bit < genuine.data().length() * 8; bit++) {
            byte[] changed = genuine.data().toArray();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            refused(new ResponseApdu(Octets.of(changed), 0x9000));
        }
    }

    @Test
    void anAnswerCutOffOrProlongedIsRefused() {
        ResponseApdu genuine = answer(keys(), 2, "0102030405", 0x9000);
        for (int length = 0; length < genuine.data().length(); length++) {
            refused(new ResponseApdu(genuine.data().slice(0, length), 0x9000));
        }
        refused(
                new ResponseApdu(
                        Octets.join(genuine.data(), Octets.ofHex("990290 00".replace(" ", ""))),
                        0x9000));
    }

    @Test
    void dataWithoutPaddingIsRefused() {
        SessionKeys keys = keys();
        byte[] count = new byte[16];
        count[15] = 2;
        Octets object =
                Tlv.of(
                                0x87,
                                Octets.join(
                                        Octets.of((byte) 1),
                                        Octets.of(
                                                keys.encrypt(
                                                        keys.encryptBlock(count), new byte[32]))))
                        .encoded();
        Octets objects = Octets.join(object, Octets.ofHex("99029000"));
        Octets mac = Octets.of(keys.mac(count, pad(objects)));
        refused(new ResponseApdu(Octets.join(objects, Tlv.of(0x8E, mac).encoded()), 0x9000));
    }

    @Test
    void anyAnswerIsReadOrRefused() {
        fuzz(20_000);
    }

    @Test
    @Tag("long")
    void anyAnswerIsReadOrRefusedForLong() {
        fuzz(5_000_000);
    }

    private static void fuzz(int rounds) {
        Random random = new Random(815);
        ResponseApdu genuine = answer(keys(), 2, "0102030405060708", 0x9000);
        for (int i = 0; i < rounds; i++) {
            byte[] octets = genuine.data().toArray();
            if (i % 4 == 0) {
                octets = new byte[random.nextInt(64)];
                random.nextBytes(octets);
            } else {
                for (int change = random.nextInt(4); change >= 0; change--) {
                    octets[random.nextInt(octets.length)] ^= (byte) (1 + random.nextInt(255));
                }
                if (Octets.of(octets).equals(genuine.data())) {
                    continue;
                }
            }
            ResponseApdu hostile = new ResponseApdu(Octets.of(octets), 0x9000);
            assertThrows(EidException.class, () -> afterOneCommand().unwrap(hostile));
        }
    }
}
