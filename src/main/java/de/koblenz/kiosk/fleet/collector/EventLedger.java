package de.koblenz.kiosk.fleet.collector;

import de.koblenz.kiosk.fleet.model.EventCursor;
import de.koblenz.kiosk.fleet.model.TerminalId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/// Up to where the events of each outbox were taken, so that each is taken once and in order, and whether two terminals send in one name.
/// Used by one thread.
///
/// A terminal sends its events in order and again from the first that is not acknowledged. An event behind a gap is left, as what is
/// missing will come; if it comes again with the same gap before it, the terminal has not got what is missing, and it is taken.
final class EventLedger {
    private static final int BOTH = 2;

    private record Outbox(TerminalId terminal, String id) {}

    private final Map<Outbox, Long> taken = new HashMap<>();
    private final Map<Outbox, Long> left = new HashMap<>();
    private final Map<Outbox, Instant> newest = new HashMap<>();
    private final Map<TerminalId, Turns> turns = new HashMap<>();

    /// Whose outboxes take turns.
    ///
    /// @param now the one that was heard last
    /// @param before the one before it
    /// @param back how often the one before came back
    private record Turns(String now, String before, int back) {
        Turns heard(String outbox) {
            if (outbox.equals(now)) {
                return this;
            }
            return new Turns(outbox, now, outbox.equals(before) ? back + 1 : 0);
        }
    }

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

    /// Whether that event shows that two terminals send in one name: both outboxes of one terminal came back after the other (one alone may
    /// be a disk that was exchanged, and exchanged back), or one number was given twice, as by a copy of the disk. To be asked before
    /// [#take].
    boolean isOfTwo(TerminalId terminal, String outbox, long seq, Instant at) {
        Outbox key = new Outbox(terminal, outbox);
        boolean numberedTwice =
                seq == upTo(terminal, outbox) && !newest.getOrDefault(key, at).equals(at);
        if (seq > upTo(terminal, outbox)) {
            newest.put(key, at);
        }
        Turns next = turns.getOrDefault(terminal, new Turns(outbox, "", 0)).heard(outbox);
        turns.put(terminal, next);
        return numberedTwice || next.back() >= BOTH;
    }

    /// The number up to which all are taken; 0 for none.
    long upTo(TerminalId terminal, String outbox) {
        return taken.getOrDefault(new Outbox(terminal, outbox), 0L);
    }
}
