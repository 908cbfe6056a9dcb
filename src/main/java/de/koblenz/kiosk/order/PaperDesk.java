package de.koblenz.kiosk.order;

import de.koblenz.kiosk.device.printer.KeptPapers;
import de.koblenz.kiosk.device.printer.PrintDesk;
import de.koblenz.kiosk.device.printer.PrintDocument;
import de.koblenz.kiosk.device.printer.PrintOutcome;
import de.koblenz.kiosk.device.printer.PrintRecord;
import de.koblenz.kiosk.order.DurableOrderDesk.Waiting;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/// Everything about paper that staff may see and do at the terminal, by the ids of jobs: papers of orders, which are made
/// anew from what the order knows, and documents that are kept sealed. Nobody reads one here. Thread-safe.
public final class PaperDesk {
    private final DurableOrderDesk orders;
    private final PrintDesk prints;

    public PaperDesk(DurableOrderDesk orders, PrintDesk prints) {
        this.orders = orders;
        this.prints = prints;
    }

    /// The last jobs with their outcome, the newest first.
    public List<PrintRecord> jobs(int count) {
        return prints.jobs(count);
    }

    /// Ids of all jobs that can be printed now, each once, those of orders first.
    ///
    /// @throws IOException if the store does not work
    public List<String> kept() throws IOException {
        List<String> ids = new ArrayList<>();
        orders.waiting().stream().map(Waiting::jobId).forEach(ids::add);
        Set<String> known = new HashSet<>(ids);
        prints.kept().stream().map(KeptPapers.Kept::jobId).filter(known::add).forEach(ids::add);
        ids.removeIf(this::underWay);
        return ids;
    }

    /// What comes of the wish to print a paper again.
    public sealed interface Reprint {
        /// It is being printed.
        record Begun(CompletableFuture<PrintOutcome> outcome) implements Reprint {}

        /// It was being printed before, for staff or for its citizen.
        record UnderWay() implements Reprint {}

        /// It is not kept any more.
        record Gone() implements Reprint {}
    }

    /// Prints a paper that is kept; headed "Duplikat" unless it is known that not a line of it was printed.
    ///
    /// @param reason why, in the words of staff, never personal data
    /// @throws IOException if the store does not work
    public synchronized Reprint reprint(String jobId, String reason) throws IOException {
        if (underWay(jobId)) {
            return new Reprint.UnderWay();
        }
        Optional<Waiting> paper = ofOrder(jobId);
        Optional<CompletableFuture<PrintOutcome>> begun =
                paper.isPresent()
                        ? Optional.of(
                                orders.handOut(paper.get().order(), paper.get().paper(), reason))
                        : prints.reprint(jobId, reason);
        return begun.<Reprint>map(Reprint.Begun::new).orElseGet(Reprint.Gone::new);
    }

    private boolean underWay(String jobId) {
        return prints.prints(jobId) || orders.prints(jobId);
    }

    private Optional<Waiting> ofOrder(String jobId) throws IOException {
        return orders.waiting().stream()
                .filter(waiting -> waiting.jobId().equals(jobId))
                .findFirst();
    }

    /// What comes of staff's word about a paper.
    public enum Resolution {
        NOTED,
        /// Nothing is noted: it is being printed at this moment.
        UNDER_WAY,
        /// Nothing is noted: its outcome is known already.
        KNOWN
    }

    /// Staff have looked: a paper of unknown fate came out whole, or it did not and what came was destroyed.
    ///
    /// @param printed what they found
    /// @throws IOException if the store does not work
    public synchronized Resolution resolve(String jobId, boolean printed) throws IOException {
        if (underWay(jobId)) {
            return Resolution.UNDER_WAY;
        }
        Optional<Waiting> paper = ofOrder(jobId);
        if (!prints.resolve(jobId, printed)) {
            return Resolution.KNOWN;
        }
        if (printed && paper.isPresent()) {
            orders.found(paper.get().order(), paper.get().paper());
        }
        return Resolution.NOTED;
    }

    /// Prints the test page.
    public CompletableFuture<PrintOutcome> test(PrintDocument page) {
        return prints.test(page);
    }
}
