package de.koblenz.kiosk.device.printer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A journal that survives its printer, as a file would.
public final class MemoryJournal implements PrintJournal {
    private final Map<String, PrintRecord> newest = new LinkedHashMap<>();
    private final List<String> story = new ArrayList<>();
    private @Nullable PrintRecord last;
    private PaperUse use = PaperUse.NEW;

    @Override
    public synchronized void sending(String jobId, String reason, String evidence) {
        add(new PrintRecord(jobId, Instant.EPOCH, Entry.SENDING, "", reason, evidence));
        story.add(("SENDING " + jobId + " " + reason).strip());
    }

    @Override
    public synchronized void ended(String jobId, Entry outcome, String code) {
        PrintRecord sent = newest.get(jobId);
        add(
                new PrintRecord(
                        jobId,
                        Instant.EPOCH,
                        outcome,
                        code,
                        sent == null ? "" : sent.reason(),
                        sent == null ? "" : sent.evidence()));
        story.add((outcome + " " + jobId + " " + code).strip());
    }

    private void add(PrintRecord entry) {
        newest.remove(entry.jobId());
        newest.put(entry.jobId(), entry);
        last = entry;
    }

    @Override
    public synchronized Optional<Entry> find(String jobId) {
        return Optional.ofNullable(newest.get(jobId)).map(PrintRecord::entry);
    }

    @Override
    public synchronized List<PrintRecord> latest(int count) {
        return newest.values().stream().toList().reversed().stream().limit(count).toList();
    }

    @Override
    public synchronized Optional<PrintRecord> halfPaper() {
        return Optional.ofNullable(last).filter(entry -> entry.entry() != Entry.COMPLETED);
    }

    @Override
    public synchronized void cutOff() {
        last = null;
    }

    @Override
    public synchronized PaperUse paperUse() {
        return use;
    }

    @Override
    public synchronized void remember(PaperUse newUse) {
        use = newUse;
    }

    public synchronized List<String> story() {
        return List.copyOf(story);
    }
}
