package de.koblenz.kiosk.device.printer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// A journal that survives its printer, as a file would.
public final class MemoryJournal implements PrintJournal {
    private final Map<String, Entry> newest = new ConcurrentHashMap<>();
    private final List<String> story = new ArrayList<>();
    private @Nullable Entry last;

    @Override
    public synchronized void sending(String jobId, String reason) {
        newest.put(jobId, Entry.SENDING);
        last = Entry.SENDING;
        story.add(("SENDING " + jobId + " " + reason).strip());
    }

    @Override
    public synchronized void ended(String jobId, Entry outcome, String code) {
        newest.put(jobId, outcome);
        last = outcome;
        story.add((outcome + " " + jobId + " " + code).strip());
    }

    @Override
    public Optional<Entry> find(String jobId) {
        return Optional.ofNullable(newest.get(jobId));
    }

    @Override
    public synchronized Optional<Entry> newest() {
        return Optional.ofNullable(last);
    }

    public synchronized List<String> story() {
        return List.copyOf(story);
    }
}
