package de.koblenz.kiosk.fleet.collector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.fleet.model.EventCursor;
import de.koblenz.kiosk.fleet.model.TerminalId;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventLedgerTest {
    private static final TerminalId ONE = new TerminalId("amt", "terminal-1");
    private final EventLedger ledger = new EventLedger(List.of(new EventCursor(ONE, "a", 5)));

    private boolean take(String outbox, long seq) {
        return ledger.take(ONE, outbox, seq);
    }

    @Test
    void eachIsTakenOnceInOrder() {
        assertFalse(take("a", 5));
        assertTrue(take("a", 6));
        assertFalse(take("a", 6));
        assertTrue(take("a", 7));
        assertEquals(7, ledger.upTo(ONE, "a"));
    }

    @Test
    void behindAGapNothingIsTakenUntilTheMissingComes() {
        assertFalse(take("a", 8));
        assertFalse(take("a", 9));
        assertTrue(take("a", 6));
        assertTrue(take("a", 7));
        assertTrue(take("a", 8));
    }

    @Test
    void aGapThatStaysWasDroppedByTheTerminal() {
        assertFalse(take("a", 8));
        assertFalse(take("a", 9));
        assertTrue(take("a", 8));
        assertTrue(take("a", 9));
    }

    @Test
    void anotherOutboxBeginsAnew() {
        assertTrue(take("b", 1));
        assertEquals(5, ledger.upTo(ONE, "a"));
    }
}
