package de.koblenz.kiosk.device.sim.card;

import static de.koblenz.kiosk.device.sim.card.CardOnTable.ALL;
import static de.koblenz.kiosk.device.sim.card.CardOnTable.NONE;
import static de.koblenz.kiosk.device.sim.card.TestAuthorities.ascii;
import static de.koblenz.kiosk.device.sim.card.TestAuthorities.hash;
import static de.koblenz.kiosk.device.sim.card.TestAuthorities.hex;
import static de.koblenz.kiosk.device.sim.card.TestAuthorities.join;
import static de.koblenz.kiosk.device.sim.card.TestAuthorities.tlv;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The protected channel to a card.
class CardChannelTest {
    private static final String PUK = Personas.USUAL.puk();

    @Test
    void aChangedByteEndsTheChannel() {
        CardOnTable table = CardOnTable.ordinary();
        table.enter();
        byte[] command = table.terminal.protectedApdu(hex("0CA4000C"), hex("3F00"), 0);
        command[command.length - 3] ^= 1;
        assertArrayEquals(hex("6988"), table.card.transmit(command));
        // Nothing is left of it: the next protected command has no channel.
        assertArrayEquals(
                hex("6987"),
                table.card.transmit(table.terminal.protectedApdu(hex("0CA4000C"), hex("3F00"), 0)));
    }

    @Test
    void aRepeatedCommandIsRefused() {
        CardOnTable table = CardOnTable.ordinary();
        table.enter();
        byte[] command = table.terminal.protectedApdu(hex("0CA4000C"), hex("3F00"), 0);
        table.terminal.openAnswer(table.card.transmit(command));
        assertEquals(0x9000, table.terminal.status);
        assertArrayEquals(hex("6988"), table.card.transmit(command));
    }

    @Test
    void aCommandWithoutObjectsHasNoSecondPadding() {
        CardOnTable table = CardOnTable.ordinary();
        assertTrue(table.terminal.pace(4, PUK, NONE));
        table.terminal.send(0, 0x2C, 0x0303, NONE, 0);
        assertEquals(0x9000, table.terminal.status);
    }

    @Test
    void aCommandInPlainEndsTheChannel() {
        CardOnTable table = CardOnTable.ordinary();
        table.open();
        assertArrayEquals(hex("9000"), table.card.transmit(hex("00A4040C09E80704007F00070302")));
        assertArrayEquals(hex("6982"), table.card.transmit(hex("00B0840000")));
    }

    /// ISO 7816-4 §5.3.3, both ways: the protected command cut in pieces, and each piece protected by itself.
    @Test
    void aLongCertificateComesInPieces() {
        CardOnTable table = CardOnTable.ordinary();
        table.enter();
        table.terminal.send(0, 0x22, 0x81B6, tlv(0x83, ascii(table.authorities.root.name)), 0);
        byte[] whole =
                table.terminal.protectedApdu(
                        hex("0C2A00BE"), table.authorities.verifier.parts(), 0);
        // CLA INS P1 P2 00 Lc Lc data Le Le
        byte[] data = Arrays.copyOfRange(whole, 7, whole.length - 2);
        assertArrayEquals(hex("9000"), piece(table, 0x1C, Arrays.copyOf(data, 200)));
        table.terminal.openAnswer(piece(table, 0x0C, Arrays.copyOfRange(data, 200, data.length)));
        assertEquals(0x9000, table.terminal.status);

        TestAuthorities.Holder holder = table.authorities.terminal(ALL, NONE);
        table.terminal.send(0, 0x22, 0x81B6, tlv(0x83, ascii(table.authorities.verifier.name)), 0);
        byte[] parts = holder.parts();
        table.terminal.send(0x10, 0x2A, 0x00BE, Arrays.copyOf(parts, 100), 0);
        assertEquals(0x9000, table.terminal.status);
        table.terminal.send(0x00, 0x2A, 0x00BE, Arrays.copyOfRange(parts, 100, parts.length), 0);
        assertEquals(0x9000, table.terminal.status);
    }

    /// Questions to a sector carry its whole public key, which is too long for one short command.
    @Test
    void aLongQuestionToThePseudonymComesInPieces() {
        CardOnTable table = CardOnTable.ordinary();
        byte[] sector = CardTerminalTest.sector(table, 1);
        byte[] extension =
                tlv(
                        0x65,
                        tlv(
                                0x73,
                                join(
                                        tlv(0x06, hex("04007F000703010302")),
                                        tlv(0x80, hash("SHA-256", tlv(0x7F49, sector))))));
        table.open(ALL, extension, NONE);
        table.terminal.send(
                0,
                0x22,
                0x41A4,
                join(tlv(0x80, hex("04007F00070202050203")), tlv(0x84, new byte[] {2})),
                0);
        byte[] question = tlv(0x7C, tlv(0xA0, sector));
        table.terminal.send(0x10, 0x86, 0, Arrays.copyOf(question, 150), 0);
        assertEquals(0x9000, table.terminal.status);
        table.terminal.send(0, 0x86, 0, Arrays.copyOfRange(question, 150, question.length), 256);
        assertEquals(0x9000, table.terminal.status);
    }

    private static byte[] piece(CardOnTable table, int cla, byte[] data) {
        return table.card.transmit(
                SpecificationTerminal.apdu(
                        new byte[] {(byte) cla, 0x2A, 0, (byte) 0xBE}, data, 256));
    }

    @Test
    void whatIsNoCommandIsAnsweredWithAStatus() {
        CardOnTable table = CardOnTable.ordinary();
        assertArrayEquals(hex("6700"), table.card.transmit(hex("00A4")));
        assertArrayEquals(hex("6700"), table.card.transmit(hex("00A4000C053F00")));
        assertArrayEquals(hex("6D00"), table.card.transmit(hex("00FE0000")));
        assertArrayEquals(hex("6E00"), table.card.transmit(hex("61A4000C")));
        assertArrayEquals(hex("6985"), table.card.transmit(hex("0084000008")));
        Random random = new Random(17);
        for (int i = 0; i < 20_000; i++) {
            byte[] command = new byte[random.nextInt(40)];
            random.nextBytes(command);
            assertTrue(table.card.transmit(command).length >= 2);
        }
    }

    @Test
    void aPointOffTheCurveIsRefused() {
        CardOnTable table = CardOnTable.ordinary();
        table.terminal.announce(3, NONE);
        table.terminal.send(0x10, 0x86, 0, hex("7C00"), 256);
        byte[] point = table.terminal.domain().getG().getEncoded(false);
        point[40] ^= 1;
        table.terminal.send(0x10, 0x86, 0, tlv(0x7C, tlv(0x81, point)), 256);
        assertEquals(0x6A80, table.terminal.status);
    }
}
