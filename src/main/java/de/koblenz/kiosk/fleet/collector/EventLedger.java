package de.koblenz.kiosk.fleet.collector;

import de.koblenz.kiosk.fleet.model.EventCursor;
import de.koblenz.kiosk.fleet.model.TerminalId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/// Up to where the events of each outbox were taken, so that each is taken once and in order. Used by one thread.
///
/// A terminal sends its events in order and again from the first that is not acknowledged. An event behind a gap is left, as what is
/// missing will come; if it comes again with the same gap before it, the terminal has not got what is missing, and it is taken.
final class EventLedger {
    private record Outbox(TerminalId terminal, String id) {}

    private final Map<Outbox, Long> taken = new HashMap<>();
    private final Map<Outbox, Long> left = new HashMap<>();

    EventLedger(Collection<EventCursor> cursors) {
        for (EventCursor cursor : cursors) {
            taken.put(new Outbox(cursor.terminal(), cursor.outbox()), cursor.upTo());
        }
    }

    /// Whether that event is to be taken now; if so, it counts as taken.
    boolean take(TerminalId terminal, String outbox, long seq) {
        Outbox key = new Outbox(terminal, outbox);
        long last = taken.getOrDefault(key, 0L);
        if (seq <= last) {
            return false;
        }
        if (seq > last + 1 && left.getOrDefault(key, 0L) != seq) {
            // The first that was left: those after it come in its wake.
            left.merge(key, seq, (before, now) -> before <= last ? now : Math.min(before, now));
            return false;
        }
        left.remove(key);
        taken.put(key, seq);
        return true;
    }

    /// The number up to which all are taken; 0 for none.
    long upTo(TerminalId terminal, String outbox) {
        return taken.getOrDefault(new Outbox(terminal, outbox), 0L);
    }
}
