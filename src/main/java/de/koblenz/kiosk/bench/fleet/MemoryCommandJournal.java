package de.koblenz.kiosk.bench.fleet;

import de.koblenz.kiosk.health.MemoryOutbox;
import de.koblenz.kiosk.health.command.CommandJournal;
import de.koblenz.kiosk.health.command.SignedCommand;
import de.koblenz.kiosk.health.event.EventDraft;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/// The journal of a terminal that has no disk but lives on when its program ends, as simulated ones do. Thread-safe.
final class MemoryCommandJournal implements CommandJournal {
    private final MemoryOutbox outbox;
    // Guarded by this; by number.
    private final TreeMap<Long, Entry> entries = new TreeMap<>();

    /// @param answer number of the event that answered it; 0 as long as none did
    private record Entry(SignedCommand command, String jws, State state, long answer) {
        Entry with(State next, long event) {
            return new Entry(command, jws, next, event);
        }
    }

    /// @param outbox takes the answers
    MemoryCommandJournal(MemoryOutbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public synchronized Verdict accept(SignedCommand command, String jws) {
        Optional<Entry> known = find(command.id());
        if (known.isPresent()) {
            long answer = known.get().answer();
            return answer > 0 && answer <= outbox.acknowledged() ? Verdict.REPLAYED : Verdict.KNOWN;
        }
        if (!entries.isEmpty() && command.seq() <= entries.lastKey()) {
            return Verdict.REPLAYED;
        }
        entries.put(command.seq(), new Entry(command, jws, State.WAITING, 0));
        return Verdict.NEW;
    }

    @Override
    public synchronized void begin(UUID id) {
        note(id, State.BEGUN, 0);
    }

    @Override
    public synchronized void postpone(UUID id) {
        note(id, State.WAITING, 0);
    }

    @Override
    public synchronized void finish(UUID id, State state, List<EventDraft> told)
            throws IOException {
        for (EventDraft draft : told) {
            if (!outbox.append(draft)) {
                throw new IOException("the outbox is full");
            }
        }
        // Its numbers run without a gap; another event between makes it a little greater, no more.
        note(id, state, outbox.acknowledged() + outbox.depth());
    }

    private void note(UUID id, State state, long answer) {
        find(id).ifPresent(entry -> entries.put(entry.command().seq(), entry.with(state, answer)));
    }

    private Optional<Entry> find(UUID id) {
        return entries.values().stream().filter(entry -> entry.command().id().equals(id)).findAny();
    }

    @Override
    public synchronized List<Open> open() {
        return entries.values().stream()
                .filter(entry -> entry.answer() == 0)
                .map(entry -> new Open(entry.command().id(), entry.state(), entry.jws()))
                .toList();
    }

    @Override
    public synchronized Optional<String> lastDone(List<String> kinds) {
        return entries.descendingMap().values().stream()
                .filter(entry ->
                        entry.state() == State.DONE
                                && kinds.contains(entry.command().command().kind()))
                .map(Entry::jws)
                .findFirst();
    }
}
