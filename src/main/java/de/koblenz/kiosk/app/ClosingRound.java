package de.koblenz.kiosk.app;

import de.koblenz.kiosk.device.printer.KeptPapers;
import de.koblenz.kiosk.device.printer.PrintJournal;
import de.koblenz.kiosk.device.printer.PrintJournal.Entry;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Erases kept papers when the terminal closes, and at its start those that a terminal switched off before closing time
/// left behind; so too what receipts have waited for too long. Erases also what turned out to be printed: a terminal may die,
/// or a printer tell it later, between a paper and its erasure. Looks every minute, since a clock may be set and a machine may sleep. Thread-safe.
final class ClosingRound implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger("kiosk.app");
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final KeptPapers papers;
    private final PrintJournal prints;
    private final Receipts receipts;
    private final ScheduledExecutorService scheduler =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("closing-round").daemon().factory());

    /// What receipts say, in the care of the orders' desk.
    @FunctionalInterface
    interface Receipts {
        /// Erases what nobody waits for.
        void settle() throws IOException;
    }

    ClosingRound(KeptPapers papers, PrintJournal prints, Receipts receipts) {
        this.papers = papers;
        this.prints = prints;
        this.receipts = receipts;
    }

    /// Makes the first round now and the others on a thread of its own.
    ClosingRound start() {
        walk();
        long millis = EVERY.toMillis();
        var _ = scheduler.scheduleWithFixedDelay(this::walk, millis, millis, TimeUnit.MILLISECONDS);
        return this;
    }

    /// Erases what is over; what cannot be erased now is erased the next time, and cannot be opened meanwhile.
    void walk() {
        papers();
        receipts();
    }

    private void papers() {
        try {
            int erased = papers.eraseExpired();
            if (erased > 0) {
                LOG.log(Level.INFO, "kept papers erased at closing time: {0}", erased);
            }
            for (KeptPapers.Kept kept : papers.kept()) {
                if (prints.find(kept.jobId()).equals(Optional.of(Entry.COMPLETED))) {
                    papers.erase(kept.jobId());
                }
            }
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "kept papers cannot be erased: {0}", e.getClass().getName());
        }
    }

    private void receipts() {
        try {
            receipts.settle();
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "receipts cannot be erased: {0}", e.getClass().getName());
        }
    }

    @Override
    public void close() {
        scheduler.shutdownNow();
    }
}
