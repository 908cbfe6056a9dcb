package de.koblenz.kiosk.device.sim.card;

import static de.koblenz.kiosk.device.sim.card.CardOnTable.ALL;
import static de.koblenz.kiosk.device.sim.card.CardOnTable.NONE;
import static de.koblenz.kiosk.device.sim.card.TestAuthorities.ascii;
import static de.koblenz.kiosk.device.sim.card.TestAuthorities.hex;
import static de.koblenz.kiosk.device.sim.card.TestAuthorities.template;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// PIN, CAN and PUK of a card.
class CardPinTest {
    private static final String PIN = Personas.USUAL.pin();
    private static final String CAN = Personas.USUAL.can();
    private static final String PUK = Personas.USUAL.puk();

    /// What `MSE:Set AT` for the PIN tells without costing a try.
    @ParameterizedTest
    @CsvSource({
        "ordinary, 9000",
        "transport-pin, 9000",
        "suspended, 63C1",
        "blocked, 63C0",
        "deactivated, 6283"
    })
    void theStateOfThePinIsToldWithoutATry(String key, String status) {
        Persona persona =
                Personas.all().stream().filter(p -> p.key().equals(key)).findFirst().orElseThrow();
        CardOnTable table = new CardOnTable(persona);
        for (int i = 0; i < 5; i++) {
            table.terminal.announce(3, NONE);
            assertEquals(Integer.parseInt(status, 16), table.terminal.status);
        }
    }

    @Test
    void threeWrongPinsSuspendThenBlock() {
        CardOnTable table = CardOnTable.ordinary();
        assertFalse(table.terminal.pace(3, "000000", template(ALL)));
        assertEquals(0x63C2, table.terminal.status);
        table.layOnAgain().announce(3, NONE);
        assertEquals(0x63C2, table.terminal.status);
        assertFalse(table.terminal.pace(3, "000000", NONE));
        assertEquals(0x63C1, table.terminal.status);
        // Suspended: without the CAN not even the right one is tried.
        assertFalse(table.terminal.pace(3, PIN, NONE));
        assertEquals(0x6985, table.terminal.status);
        assertTrue(table.terminal.pace(2, CAN, NONE));
        assertFalse(table.terminal.pace(3, "000000", NONE));
        assertEquals(0x63C0, table.terminal.status);
        assertFalse(table.terminal.pace(3, PIN, NONE));
        assertEquals(0x6983, table.terminal.status);
    }

    @Test
    void theRightPinResetsTheCounter() {
        CardOnTable table = CardOnTable.ordinary();
        table.terminal.pace(3, "000000", NONE);
        assertTrue(table.terminal.pace(3, PIN, NONE));
        table.layOnAgain().announce(3, NONE);
        assertEquals(0x9000, table.terminal.status);
    }

    @Test
    void aSuspendedPinIsResumedByTheCanInTheSameChannel() {
        CardOnTable table = new CardOnTable(Personas.SUSPENDED);
        assertTrue(table.terminal.pace(2, CAN, NONE));
        assertTrue(table.terminal.pace(3, PIN, template(ALL)));
        table.prove(ALL, NONE, NONE);
        assertEquals(0x9000, table.terminal.status);
    }

    @Test
    void theCanDoesNotResumeAfterThePowerWasOff() {
        CardOnTable table = new CardOnTable(Personas.SUSPENDED);
        assertTrue(table.terminal.pace(2, CAN, NONE));
        assertFalse(table.layOnAgain().pace(3, PIN, NONE));
        assertEquals(0x6985, table.terminal.status);
    }

    @Test
    void aTryIsCountedBeforeItIsKnownHowItEnds() {
        CardOnTable table = CardOnTable.ordinary();
        table.terminal.pace(3, "000000", NONE);
        table.card.powerOff();
        table.layOnAgain().announce(3, NONE);
        assertEquals(0x63C2, table.terminal.status);
    }

    @Test
    void anAbandonedPaceCostsNoTry() {
        CardOnTable table = CardOnTable.ordinary();
        table.terminal.announce(3, NONE);
        table.terminal.send(0x10, 0x86, 0, hex("7C00"), 256);
        assertEquals(0x9000, table.terminal.status);
        table.layOnAgain().announce(3, NONE);
        assertEquals(0x9000, table.terminal.status);
    }

    @Test
    void wrongCanAndPukFailWithoutACounter() {
        CardOnTable table = CardOnTable.ordinary();
        for (int i = 0; i < 4; i++) {
            assertFalse(table.terminal.pace(2, "000000", NONE));
            assertEquals(0x6300, table.terminal.status);
            assertFalse(table.terminal.pace(4, "0000000000", NONE));
            assertEquals(0x6300, table.terminal.status);
        }
        assertTrue(table.terminal.pace(2, CAN, NONE));
    }

    @Test
    void theTransportPinIsReplacedByAnOwnOne() {
        CardOnTable table = new CardOnTable(Personas.TRANSPORT_PIN);
        assertTrue(table.terminal.pace(3, "12345", NONE));
        table.terminal.send(0, 0x2C, 0x0203, ascii("12345"), 0);
        assertEquals(0x6A80, table.terminal.status);
        table.terminal.send(0, 0x2C, 0x0203, ascii("135790"), 0);
        assertEquals(0x9000, table.terminal.status);
        assertTrue(table.layOnAgain().pace(3, "135790", NONE));
        assertFalse(table.layOnAgain().pace(3, "12345", NONE));
    }

    @Test
    void aBlockedPinIsUnblockedByThePukTenTimes() {
        CardOnTable table = new CardOnTable(Personas.BLOCKED);
        for (int i = 0; i < 10; i++) {
            assertTrue(table.layOnAgain().pace(4, PUK, NONE));
            table.terminal.send(0, 0x2C, 0x0303, NONE, 0);
            assertEquals(0x9000, table.terminal.status);
        }
        table.terminal.send(0, 0x2C, 0x0303, NONE, 0);
        assertEquals(0x6983, table.terminal.status);
        assertTrue(table.layOnAgain().pace(3, PIN, NONE));
    }

    @Test
    void thePukAloneChangesNoPinAndThePinUnblocksNothing() {
        CardOnTable table = CardOnTable.ordinary();
        assertTrue(table.terminal.pace(4, PUK, NONE));
        table.terminal.send(0, 0x2C, 0x0203, ascii("135790"), 0);
        assertEquals(0x6982, table.terminal.status);
        assertTrue(table.layOnAgain().pace(3, PIN, NONE));
        table.terminal.send(0, 0x2C, 0x0303, NONE, 0);
        assertEquals(0x6982, table.terminal.status);
    }

    @Test
    void theCanWithoutItsRightIsRefusedAtOnce() {
        CardOnTable table = CardOnTable.ordinary();
        assertFalse(table.terminal.pace(2, CAN, template(ALL & ~(1L << 4))));
        assertEquals(0x6A80, table.terminal.status);
    }

    @Test
    void anUnknownPasswordOrAlgorithmIsRefused() {
        CardOnTable table = CardOnTable.ordinary();
        table.terminal.announce(9, NONE);
        assertEquals(0x6A88, table.terminal.status);
        table.terminal.send(0, 0x22, 0xC1A4, hex("800A04007F00070202040204 830103"), 0);
        assertEquals(0x6A80, table.terminal.status);
    }

    @Test
    void theOfficeSwitchesTheOnlineFunctionOffAndOn() {
        CardOnTable table = CardOnTable.ordinary();
        table.open();
        table.terminal.send(0, 0x04, 0x1003, NONE, 0);
        assertEquals(0x9000, table.terminal.status);
        table.layOnAgain().announce(3, NONE);
        assertEquals(0x6283, table.terminal.status);
    }
}
