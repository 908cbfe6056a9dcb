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
import java.util.concurrent.ConcurrentHashMap;

/// Everything about paper that staff may see and do at the terminal, by the ids of jobs: papers of orders, which are made
/// anew from what the order knows, and documents that are kept sealed. Nobody reads one here. Thread-safe.
public final class PaperDesk {
    /// Papers that staff let print just now: a second wish for the same one is none.
    private final Set<String> printing = ConcurrentHashMap.newKeySet();

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
        ids.removeIf(printing::contains);
        return ids;
    }

    /// Prints a paper that is kept; headed "Duplikat" unless it is known that not a line of it was printed.
    ///
    /// @param reason why, in the words of staff, never personal data
    /// @return empty if it is not kept any more, or is being printed
    /// @throws IOException if the store does not work
    public Optional<CompletableFuture<PrintOutcome>> reprint(String jobId, String reason)
            throws IOException {
        if (!printing.add(jobId)) {
            return Optional.empty();
        }
        Optional<CompletableFuture<PrintOutcome>> begun = Optional.empty();
        try {
            Optional<Waiting> paper = ofOrder(jobId);
            begun =
                    paper.isPresent()
                            ? Optional.of(
                                    orders.handOut(
                                            paper.get().order(), paper.get().paper(), reason))
                            : prints.reprint(jobId, reason);
            begun.ifPresent(job -> {
                var _ = job.whenComplete((_, _) -> printing.remove(jobId));
            });
            return begun;
        } finally {
            if (begun.isEmpty()) {
                printing.remove(jobId);
            }
        }
    }

    private Optional<Waiting> ofOrder(String jobId) throws IOException {
        return orders.waiting().stream()
                .filter(waiting -> waiting.jobId().equals(jobId))
                .findFirst();
    }

    /// Staff have looked: a paper of unknown fate came out whole, or it did not and what came was destroyed.
    ///
    /// @param printed what they found
    /// @return false if its outcome is known already
    /// @throws IOException if the store does not work
    public boolean resolve(String jobId, boolean printed) throws IOException {
        Optional<Waiting> paper = ofOrder(jobId);
        boolean open = prints.resolve(jobId, printed);
        if (open && printed && paper.isPresent()) {
            orders.found(paper.get().order(), paper.get().paper());
        }
        return open;
    }

    /// Prints the test page.
    public CompletableFuture<PrintOutcome> test(PrintDocument page) {
        return prints.test(page);
    }
}
