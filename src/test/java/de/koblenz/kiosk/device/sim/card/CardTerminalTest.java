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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a terminal has to prove, what it may ask, and the pseudonym that it is told.
class CardTerminalTest {
    private static final String PIN = Personas.USUAL.pin();

    @Test
    void theCardNamesWhomItBelieves() {
        CardOnTable table = CardOnTable.ordinary();
        table.enter();
        assertArrayEquals(
                ascii(table.authorities.root.name), table.terminal.lastPaceAnswer.get(0x87));
        assertTrue(table.layOnAgain().pace(3, PIN, NONE));
        assertFalse(table.terminal.lastPaceAnswer.containsKey(0x87));
    }

    @Test
    void certificatesThatDoNotHoldAreRefused() {
        CardOnTable table = CardOnTable.ordinary();
        TestAuthorities authorities = table.authorities;
        table.enter();
        table.terminal.present("DEUNKNOWN00001", authorities.verifier.parts());
        assertEquals(0x6A88, table.terminal.status);
        byte[] forged = authorities.verifier.parts();
        forged[forged.length - 1] ^= 1;
        table.terminal.present(authorities.root.name, forged);
        assertEquals(0x6984, table.terminal.status);
        // A terminal straight below the root.
        TestAuthorities.Holder orphan = authorities.holder("DEORPHAN000001");
        authorities.certify(authorities.root, orphan, ALL, "240201", "340101", NONE);
        table.terminal.present(authorities.root.name, orphan.parts());
        assertEquals(0x6984, table.terminal.status);
        // Out of date before the card was made.
        TestAuthorities.Holder old = authorities.holder("DEDVOLD0000001");
        authorities.certify(authorities.root, old, 2L << 38 | ALL, "230101", "240101", NONE);
        table.terminal.present(authorities.root.name, old.parts());
        assertEquals(0x6984, table.terminal.status);
        table.terminal.present(authorities.root.name, hex("7F4E03010203"));
        assertNotEquals(0x9000, table.terminal.status);
    }

    @Test
    void theCardLearnsWhatDayItIs() {
        CardOnTable table = CardOnTable.ordinary();
        TestAuthorities authorities = table.authorities;
        table.enter();
        TestAuthorities.Holder later = authorities.holder("DEDVLATER00001");
        authorities.certify(authorities.root, later, 2L << 38 | ALL, "300101", "330101", NONE);
        table.terminal.present(authorities.root.name, later.parts());
        assertEquals(0x9000, table.terminal.status);
        // Good yesterday, out of date now that the card knows of 2030, even after its power was
        // off.
        TestAuthorities.Holder before = authorities.holder("DEDVBEFORE0001");
        authorities.certify(authorities.root, before, 2L << 38 | ALL, "240101", "291231", NONE);
        table.layOnAgain();
        table.enter();
        table.terminal.present(authorities.root.name, before.parts());
        assertEquals(0x6984, table.terminal.status);
    }

    @Test
    void aLinkCertificateBringsTheNextAuthority() {
        CardOnTable table = CardOnTable.ordinary();
        TestAuthorities authorities = table.authorities;
        TestAuthorities.Holder next = authorities.holder("DETESTeID00002");
        authorities.certify(authorities.root, next, 3L << 38 | ALL, "250101", "350101", NONE);
        table.enter();
        table.terminal.present(authorities.root.name, next.parts());
        assertEquals(0x9000, table.terminal.status);
        table.layOnAgain();
        table.enter();
        assertArrayEquals(ascii(next.name), table.terminal.lastPaceAnswer.get(0x87));
        assertArrayEquals(ascii(authorities.root.name), table.terminal.lastPaceAnswer.get(0x88));
        TestAuthorities.Holder verifier = authorities.holder("DEDVNEXT000001");
        authorities.certify(next, verifier, 2L << 38 | ALL, "250101", "340101", NONE);
        table.terminal.present(next.name, verifier.parts());
        assertEquals(0x9000, table.terminal.status);
    }

    @Test
    void aWrongSignatureOfTheTerminalFails() {
        CardOnTable table = CardOnTable.ordinary();
        table.enter();
        table.terminal.chipIdentifier[0] ^= 1;
        table.prove(ALL, NONE, NONE);
        assertEquals(0x6300, table.terminal.status);
    }

    @Test
    void thePrivilegedKeyNeedsThePrivilege() {
        CardOnTable table = CardOnTable.ordinary();
        table.enter();
        table.prove(ALL & ~8L, NONE, NONE);
        table.terminal.authenticateChip(45, table.chipKey());
        assertEquals(0x6982, table.terminal.status);
    }

    @Test
    void anotherKeyThanTheSignedOneIsRefused() {
        CardOnTable table = CardOnTable.ordinary();
        table.enter();
        table.prove(ALL, NONE, NONE);
        byte[] chipKey = table.chipKey();
        table.terminal.keyPoint =
                table.terminal.domain().getG().multiply(table.terminal.scalar()).getEncoded(false);
        table.terminal.authenticateChip(41, chipKey);
        assertEquals(0x6300, table.terminal.status);
    }

    // ---- questions

    @ParameterizedTest
    @CsvSource({"19640812, 9000", "19640811, 6300", "20081122, 9000"})
    void anAgeIsConfirmedWithoutTellingTheBirthday(String latest, String status) {
        CardOnTable table = CardOnTable.ordinary();
        table.open(1, NONE, CardOnTable.question(1, ascii(latest)));
        assertEquals(Integer.parseInt(status, 16), table.ask(1));
    }

    @ParameterizedTest
    @CsvSource({"ordinary, 9000", "expired, 6300"})
    void theCardSaysWhetherItIsStillValid(String key, String status) {
        Persona persona =
                Personas.all().stream().filter(p -> p.key().equals(key)).findFirst().orElseThrow();
        CardOnTable table = new CardOnTable(persona);
        table.open(ALL, NONE, CardOnTable.question(2, ascii("20261122")));
        assertEquals(Integer.parseInt(status, 16), table.ask(2));
    }

    @ParameterizedTest
    @CsvSource({"0276, 9000", "027607011100, 9000", "02760503150000, 6300"})
    void theMunicipalityIsConfirmedByItsBeginning(String prefix, String status) {
        CardOnTable table = CardOnTable.ordinary();
        table.open(2, NONE, CardOnTable.question(3, hex(prefix)));
        assertEquals(Integer.parseInt(status, 16), table.ask(3));
    }

    @Test
    void whatWasNotAskedInTheSignatureIsNotAnswered() {
        CardOnTable table = CardOnTable.ordinary();
        table.open(ALL, NONE, CardOnTable.question(2, ascii("20261122")));
        assertEquals(0x6A88, table.ask(1));
    }

    @Test
    void aQuestionWithoutItsRightIsRefused() {
        CardOnTable table = CardOnTable.ordinary();
        table.open(ALL & ~1L, NONE, CardOnTable.question(1, ascii("20081122")));
        assertEquals(0x6982, table.ask(1));
    }

    // ---- pseudonym

    static byte[] sector(CardOnTable table, long seed) {
        var domain = table.terminal.domain();
        byte[] point =
                domain.getG().multiply(BigInteger.valueOf(1_000_003 + seed)).getEncoded(false);
        return join(
                tlv(0x06, hex("04007F00070202050203")), TestAuthorities.domainParts(domain, point));
    }

    private static byte[] pseudonym(CardOnTable table, int key, long seed) {
        byte[] sector = sector(table, seed);
        byte[] extension =
                tlv(
                        0x65,
                        tlv(
                                0x73,
                                join(
                                        tlv(0x06, hex("04007F000703010302")),
                                        tlv(0x80, hash("SHA-256", tlv(0x7F49, sector))))));
        table.layOnAgain();
        table.open(ALL, extension, NONE);
        table.terminal.send(
                0,
                0x22,
                0x41A4,
                join(tlv(0x80, hex("04007F00070202050203")), tlv(0x84, new byte[] {(byte) key})),
                0);
        assertEquals(0x9000, table.terminal.status);
        byte[] answer = table.terminal.send(0, 0x86, 0, tlv(0x7C, tlv(0xA0, sector)), 256);
        assertEquals(0x9000, table.terminal.status);
        Map<Integer, byte[]> parts =
                SpecificationTerminal.parts(
                        SpecificationTerminal.part(SpecificationTerminal.parts(answer), 0x7C));
        return SpecificationTerminal.part(parts, 0x81);
    }

    @Test
    void thePseudonymIsTheSameInOneSectorAndAnotherInAnother() {
        CardOnTable table = CardOnTable.ordinary();
        byte[] first = pseudonym(table, 2, 1);
        assertEquals(32, first.length);
        assertArrayEquals(first, pseudonym(table, 2, 1));
        assertFalse(Arrays.equals(first, pseudonym(table, 2, 2)));
        assertFalse(Arrays.equals(first, pseudonym(table, 1, 1)));
    }
}
