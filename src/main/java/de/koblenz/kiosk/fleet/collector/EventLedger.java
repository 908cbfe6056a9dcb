package de.koblenz.kiosk.fleet.collector;

import de.koblenz.kiosk.fleet.model.EventCursor;
import de.koblenz.kiosk.fleet.model.TerminalId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Up to where the events of each outbox were taken, so that each is taken once and in order, and whether two terminals send in one name.
/// Used by one thread.
///
/// A terminal sends its events in order and again from the first that is not acknowledged. An event behind a gap is left, as what is
/// missing will come; if it comes again with the same gap before it, the terminal has not got what is missing, and it is taken.
final class EventLedger {
    private static final int BOTH = 2;

    /// Outboxes of a terminal that are remembered: who makes up ever new ones must not fill the memory.
    static final int MOST_OUTBOXES = 8;

    private final Map<TerminalId, Sender> senders = new HashMap<>();

    /// One outbox.
    private static final class Outbox {
        long taken;
        long left;
        @Nullable Instant newest;
    }

    /// Everything that sends under one name. Not a record: it changes with each event.
    private static final class Sender {
        /// Last used last.
        final Map<String, Outbox> outboxes = new LinkedHashMap<>(4, 0.75f, true);

        Turns turns = new Turns("", "", 0);

        Outbox outbox(String id) {
            Outbox found = outboxes.computeIfAbsent(id, _ -> new Outbox());
            if (outboxes.size() > MOST_OUTBOXES) {
                outboxes.remove(outboxes.keySet().iterator().next());
            }
            return found;
        }
    }

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
            outbox(cursor.terminal(), cursor.outbox()).taken = cursor.upTo();
        }
    }

    private Outbox outbox(TerminalId terminal, String outbox) {
        return senders.computeIfAbsent(terminal, _ -> new Sender()).outbox(outbox);
    }

    /// Whether that event is to be taken now; if so, it counts as taken.
    boolean take(TerminalId terminal, String outbox, long seq) {
        Outbox of = outbox(terminal, outbox);
        if (seq <= of.taken) {
            return false;
        }
        if (seq > of.taken + 1 && of.left != seq) {
            // The first that was left: those after it come in its wake.
            of.left = of.left <= of.taken ? seq : Math.min(of.left, seq);
            return false;
        }
        of.left = 0;
        of.taken = seq;
        return true;
    }

    /// Whether that event shows that two terminals send in one name: both outboxes of one terminal came back after the other (one alone may
    /// be a disk that was exchanged, and exchanged back), or one number was given twice, as by a copy of the disk. To be asked before
    /// [#take].
    boolean isOfTwo(TerminalId terminal, String outbox, long seq, Instant at) {
        Outbox of = outbox(terminal, outbox);
        Instant newest = of.newest;
        boolean numberedTwice = seq == of.taken && newest != null && !newest.equals(at);
        if (seq > of.taken) {
            of.newest = at;
        }
        Sender sender = senders.computeIfAbsent(terminal, _ -> new Sender());
        sender.turns = sender.turns.heard(outbox);
        return numberedTwice || sender.turns.back() >= BOTH;
    }

    /// The number up to which all are taken; 0 for none.
    long upTo(TerminalId terminal, String outbox) {
        return outbox(terminal, outbox).taken;
    }
}
