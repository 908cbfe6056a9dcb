package de.koblenz.kiosk.eid.apdu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.device.card.CardChannel;
import de.koblenz.kiosk.eid.ScriptedCard;
import de.koblenz.kiosk.eid.crypto.SessionKeys;
import de.koblenz.kiosk.eid.failure.EidException;
import de.koblenz.kiosk.eid.failure.EidFailure;
import de.koblenz.kiosk.eid.tlv.Octets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class CardDialogueTest {
    private static ResponseApdu send(ScriptedCard card, CommandApdu command) throws EidException {
        ResponseApdu answer = new CardDialogue(card).send(command);
        card.assertPlayed();
        return answer;
    }

    /// ISO 7816-4 §5.1, cases 1 to 4, short and extended.
    @Test
    void commandsHaveTheirShortestForm() {
        Octets two = Octets.ofHex("0102");
        assertEquals("00a40000", hex(CommandApdu.of(0x00A40000, 0)));
        assertEquals("00b0000000", hex(CommandApdu.of(0x00B00000, 256)));
        assertEquals("00a40000020102", hex(CommandApdu.of(0x00A40000, two, 0)));
        assertEquals("00a4000002010208", hex(CommandApdu.of(0x00A40000, two, 8)));
        assertEquals("00b00000000000", hex(CommandApdu.of(0x00B00000, 65_536)));
        assertEquals("00b00000000101", hex(CommandApdu.of(0x00B00000, 257)));
        assertEquals(
                "00a40000000002" + "0102" + "0000", hex(CommandApdu.of(0x00A40000, two, 65_536)));
        Octets many = Octets.of(new byte[256]);
        assertEquals("002a00be000100" + "00".repeat(256), hex(CommandApdu.of(0x002A00BE, many, 0)));
    }

    private static String hex(CommandApdu command) {
        return HexFormat.of().formatHex(command.encoded());
    }

    @Test
    void longCommandsAreChainedWhereTheReaderIsShort() throws EidException {
        ScriptedCard card =
                new ScriptedCard(false)
                        .answer("102a00beff" + "11".repeat(255), "9000")
                        .answer("002a00be01" + "11", "9000");
        assertTrue(
                send(card, CommandApdu.of(0x002A00BE, Octets.ofHex("11".repeat(256)), 0)).isDone());
    }

    @Test
    void aChainEndsAtItsFirstRefusal() throws EidException {
        ScriptedCard card = new ScriptedCard(false).answer("", "6884");
        assertEquals(
                0x6884,
                send(card, CommandApdu.of(0x002A00BE, Octets.ofHex("11".repeat(300)), 0)).status());
    }

    @Test
    void protectedPartsOfAChainStayShort() throws EidException {
        for (int length : new int[] {1, 222, 223, 224, 446, 447, 1_000}) {
            Lengths card = new Lengths();
            CardDialogue dialogue = new CardDialogue(card);
            dialogue.protect(new SessionKeys(new byte[16], new byte[16]));
            assertThrows(
                    EidException.class,
                    () ->
                            dialogue.send(
                                    CommandApdu.of(0x002A00BE, Octets.of(new byte[length]), 0)));
            assertTrue(card.longest <= 261, () -> "a short command has at most 261 octets");
        }
    }

    private static final class Lengths implements CardChannel {
        private int longest;

        @Override
        public byte[] transmit(byte[] command) {
            longest = Math.max(longest, command.length);
            return new byte[] {(byte) 0x90, 0};
        }

        @Override
        public boolean extendedLength() {
            return false;
        }

        @Override
        public void close() {}
    }

    @Test
    void answersInPortionsAreCollected() throws EidException {
        ScriptedCard card =
                new ScriptedCard(false)
                        .answer("00b0000000", "01026102")
                        .answer("00c0000002", "03049000");
        assertEquals(
                new ResponseApdu(Octets.ofHex("01020304"), 0x9000),
                send(card, CommandApdu.of(0x00B00000, 256)));
    }

    @Test
    void aWrongLengthIsCorrectedOnce() throws EidException {
        ScriptedCard card =
                new ScriptedCard(false)
                        .answer("00b0000000", "6c02")
                        .answer("00b0000002", "01029000");
        assertEquals(Octets.ofHex("0102"), send(card, CommandApdu.of(0x00B00000, 256)).data());
    }

    /// Answers the same to everything.
    private record Stubborn(String answer) implements CardChannel {
        @Override
        public byte[] transmit(byte[] command) {
            return HexFormat.of().parseHex(answer);
        }

        @Override
        public boolean extendedLength() {
            return true;
        }

        @Override
        public void close() {}
    }

    @Test
    void endlessPortionsEnd() {
        for (String answer : new String[] {"6100", "00".repeat(200) + "61ff", "016101"}) {
            EidException ended =
                    assertThrows(
                            EidException.class,
                            () ->
                                    new CardDialogue(new Stubborn(answer))
                                            .send(CommandApdu.of(0x00B00000, 256)));
            assertEquals(EidFailure.CARD_ANSWER, ended.failure());
        }
    }

    @Test
    void aFileIsReadToTheEndOfItsObject() throws EidException {
        ScriptedCard card =
                new ScriptedCard(false)
                        .answer("00b0840000", "64060c0441" + "9000")
                        .answer("00b0000500", "4243440000" + "6282");
        ResponseApdu file = new CardDialogue(card).readFile(4);
        card.assertPlayed();
        assertEquals("64060c0441424344", file.data().hex());
    }

    @Test
    void aFileWithoutEndIsGivenUp() {
        for (String answer :
                new String[] {"7fffff9000", "3083ffffff9000", "3082ffff" + "00" + "9000", "9000"}) {
            CardDialogue dialogue = new CardDialogue(new Stubborn(answer));
            try {
                assertEquals(ResponseApdu.FILE_ABSENT, dialogue.readFile(4).status(), answer);
            } catch (EidException e) {
                assertEquals(EidFailure.CARD_ANSWER, e.failure());
            }
            assertTrue(dialogue.commands() < 10_000);
        }
    }

    @Test
    void theCommandIsOverwrittenAfterUse() throws EidException {
        CommandApdu command = CommandApdu.ofSecret(0x002C0203, new byte[] {1, 2, 3});
        send(new ScriptedCard(true).answer("002c020303010203", "9000"), command);
        assertEquals(Octets.of(new byte[3]), Octets.of(command.data()));
    }
}
