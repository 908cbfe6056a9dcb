package de.koblenz.kiosk.fleet.collector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.fleet.model.EventCursor;
import de.koblenz.kiosk.fleet.model.TerminalId;
import java.time.Instant;
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

    private boolean isOfTwo(String outbox, long seq, String at) {
        boolean two = ledger.isOfTwo(ONE, outbox, seq, Instant.parse(at));
        ledger.take(ONE, outbox, seq);
        return two;
    }

    @Test
    void anEventThatComesAgainIsOfOne() {
        assertFalse(isOfTwo("a", 6, "2026-06-01T08:00:00Z"));
        assertFalse(isOfTwo("a", 7, "2026-06-01T08:01:00Z"));
        assertFalse(isOfTwo("a", 6, "2026-06-01T08:00:00Z"));
        assertFalse(isOfTwo("a", 7, "2026-06-01T08:01:00Z"));
    }

    @Test
    void aNumberThatWasGivenTwiceIsOfTwo() {
        assertFalse(isOfTwo("a", 6, "2026-06-01T08:00:00Z"));
        assertTrue(isOfTwo("a", 6, "2026-06-01T08:00:07Z"));
    }

    @Test
    void outboxesThatTakeTurnsAreOfTwo() {
        assertFalse(isOfTwo("a", 6, "2026-06-01T08:00:00Z"));
        assertFalse(isOfTwo("b", 1, "2026-06-01T08:01:00Z"));
        // A disk that is exchanged back.
        assertFalse(isOfTwo("a", 7, "2026-06-01T08:02:00Z"));
        assertTrue(isOfTwo("b", 2, "2026-06-01T08:03:00Z"));
    }

    @Test
    void disksThatAreExchangedAreOfOne() {
        for (String outbox : List.of("b", "c", "d", "e", "d")) {
            assertFalse(isOfTwo(outbox, 1, "2026-06-01T08:00:00Z"));
        }
    }

    @Test
    void whoMakesUpEverNewOutboxesFillsNothing() {
        for (int i = 0; i < 10_000; i++) {
            assertTrue(take("made-up-" + i, 1));
        }
        assertEquals(0, ledger.upTo(ONE, "a"), "forgotten");
        // Its next event is taken all the same, when it comes for the second time.
        assertFalse(take("a", 6));
        assertTrue(take("a", 6));
        assertEquals(1, ledger.upTo(ONE, "made-up-9999"));
    }
}
