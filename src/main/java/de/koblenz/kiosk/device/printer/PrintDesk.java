package de.koblenz.kiosk.device.printer;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// What staff can do about paper at the terminal: see the last jobs, print one again, say what became of one, try the
/// printer. Nobody sees a document here. Thread-safe.
public final class PrintDesk {
    /// How the id of a test page begins.
    public static final String TEST = "test/";

    private final TicketPrinter printer;
    private final PrintJournal journal;
    private final KeptPapers papers;
    private final InstantSource clock;

    public PrintDesk(
            TicketPrinter printer, PrintJournal journal, KeptPapers papers, InstantSource clock) {
        this.printer = printer;
        this.journal = journal;
        this.papers = papers;
        this.clock = clock;
    }

    /// The last jobs with their outcome, the newest first.
    public List<PrintRecord> jobs(int count) {
        return journal.latest(count);
    }

    /// Jobs whose document is kept and can be printed again, the oldest first.
    ///
    /// @throws IOException if the store does not work
    public List<KeptPapers.Kept> kept() throws IOException {
        return papers.kept().stream()
                .filter(kept ->
                        !journal.find(kept.jobId())
                                .equals(Optional.of(PrintJournal.Entry.COMPLETED)))
                .toList();
    }

    /// Whether a job waits at the printer or is being printed.
    public boolean prints(String jobId) {
        return printer.prints(jobId);
    }

    /// Prints a kept document again. One that the journal knows as sent is headed "Duplikat"; one of which not a line
    /// was printed is printed as for the first time.
    ///
    /// @param reason why, in the words of staff, never personal data; without one nothing is printed
    /// @return empty if the document is not kept any more
    /// @throws IOException if the store does not work
    public Optional<CompletableFuture<PrintOutcome>> reprint(String jobId, String reason)
            throws IOException {
        if (reason.isBlank()) {
            return Optional.of(
                    CompletableFuture.completedFuture(
                            new PrintOutcome.NotPrinted(PrinterCode.REASON_MISSING)));
        }
        boolean sent =
                journal.find(jobId)
                        .filter(entry -> entry != PrintJournal.Entry.NOT_PRINTED)
                        .isPresent();
        return papers.open(jobId)
                .map(job -> sent ? printer.reprint(job, reason) : printer.print(job));
    }

    /// Staff have looked: the paper of an unknown job came out whole, or it did not and what came was destroyed.
    ///
    /// @param printed what they found
    /// @return false if the job's outcome is known already
    /// @throws IOException if the store does not work
    public boolean resolve(String jobId, boolean printed) throws IOException {
        Optional<PrintJournal.Entry> entry = journal.find(jobId);
        boolean open =
                entry.isPresent()
                        && switch (entry.get()) {
                            case SENDING, UNKNOWN -> true;
                            case COMPLETED, NOT_PRINTED -> false;
                        };
        if (open) {
            journal.ended(
                    jobId,
                    printed ? PrintJournal.Entry.COMPLETED : PrintJournal.Entry.NOT_PRINTED,
                    PrinterCode.STAFF);
            if (printed) {
                papers.erase(jobId);
            }
        }
        return open;
    }

    /// Prints the test page: every code table and the ruler. It is not kept: another one is printed as well.
    public CompletableFuture<PrintOutcome> test(PrintDocument page) {
        // Each has an id of its own: nobody minds whether a test page comes out twice.
        String id = TEST + clock.instant();
        return printer.print(PrintJob.bound(id, page))
                .thenApply(outcome -> {
                    try {
                        papers.erase(id);
                    } catch (IOException e) {
                        Log.fault("a test page cannot be erased", e);
                    }
                    return outcome;
                });
    }
}
