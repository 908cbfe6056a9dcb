package de.koblenz.kiosk.health;

import de.koblenz.kiosk.health.event.Alarm;
import de.koblenz.kiosk.health.event.EventDraft;
import de.koblenz.kiosk.health.event.EventOutbox;
import de.koblenz.kiosk.health.event.KioskEvent;
import de.koblenz.kiosk.health.event.Severity;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// The outbox of a terminal whose disk is broken: that much it can still tell. Forgets everything when the program ends, and is
/// another outbox the next time. Thread-safe.
public final class MemoryOutbox implements EventOutbox, BirthCounter {
    private static final int ROOM = 1_000;

    private final UUID id;
    // Guarded by this.
    private final Deque<KioskEvent> events = new ArrayDeque<>();
    private final Set<Alarm> standing = new HashSet<>();
    private long last;
    private long acknowledged;
    private int births = -1;

    /// @param id made at random
    public MemoryOutbox(UUID id) {
        this.id = id;
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public synchronized boolean append(EventDraft draft) {
        if (events.size() >= ROOM) {
            return false;
        }
        if (draft.kind().stands()) {
            Alarm alarm = new Alarm(draft.kind(), draft.device());
            boolean turns =
                    draft.severity() == Severity.CLEARED
                            ? standing.remove(alarm)
                            : standing.add(alarm);
            if (!turns) {
                return false;
            }
        }
        last++;
        events.add(draft.numbered(id, last));
        return true;
    }

    @Override
    public synchronized Set<Alarm> standing() {
        return Set.copyOf(standing);
    }

    @Override
    public synchronized List<KioskEvent> after(long seq, int most) {
        return events.stream().filter(event -> event.seq() > seq).limit(most).toList();
    }

    @Override
    public synchronized void acknowledge(long upTo) {
        if (upTo > acknowledged && upTo <= last) {
            acknowledged = upTo;
            events.removeIf(event -> event.seq() <= upTo);
        }
    }

    @Override
    public synchronized long acknowledged() {
        return acknowledged;
    }

    @Override
    public synchronized long depth() {
        return events.size();
    }

    @Override
    public synchronized int next() {
        births = (births + 1) % 256;
        return births;
    }
}
