package de.koblenz.kiosk.order;

import de.koblenz.kiosk.device.printer.TicketPrinter;
import de.koblenz.kiosk.order.Order.Slip;
import de.koblenz.kiosk.order.OrderProgress.Paper;
import de.koblenz.kiosk.order.OrderRequest.CopyLine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The citizens' copies, the only papers that no order can make anew. Their words are in memory as long as their citizen is
/// there. From right before the papers of an order are begun they also lie sealed at the printer, until the copy is printed,
/// or its citizen has left without it. Thread-safe; the steps of one order come one after another.
final class CitizenCopies {
    private final OrderPapers papers;
    private final TicketPrinter printer;
    private final Map<OrderId, List<CopyLine>> words = new ConcurrentHashMap<>();

    /// Jobs of sealed copies that their order is going to print.
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    CitizenCopies(OrderPapers papers, TicketPrinter printer) {
        this.papers = papers;
        this.printer = printer;
    }

    /// Takes the words of a copy, where one is wanted.
    void take(OrderRequest request) {
        if (!request.copy().isEmpty()) {
            words.put(request.id(), request.copy());
        }
    }

    /// The words of an order's copy; none where nobody wants it any more.
    List<CopyLine> of(OrderId order) {
        return words.getOrDefault(order, List.of());
    }

    /// Forgets the words; what is sealed stays.
    void forget(OrderId order) {
        words.remove(order);
    }

    /// Whether a copy is going to be printed for its citizen.
    boolean underWay(String jobId) {
        return underWay.contains(jobId);
    }

    /// Follows an order from one state to the next, before that is written down: whatever dies then leaves a sealed copy
    /// rather than none.
    ///
    /// @param left whether the citizen's session is over
    /// @return whether the copy was sealed now
    boolean follow(Order before, Order next, boolean left) {
        Optional<Slip> slip = slip(next);
        String jobId = Slips.jobId(next.id(), Slips.COPY);
        if (slip.filter(CitizenCopies::pending).isPresent()) {
            List<CopyLine> lines = of(next.id());
            if (lines.isEmpty() || !underWay.add(jobId)) {
                return false;
            }
            printer.keep(papers.copyJob(next, lines));
            return true;
        }
        if (underWay.remove(jobId)) {
            words.remove(next.id());
            boolean begun = slip(before).filter(it -> it.state() == Paper.State.WAITING).isEmpty();
            // Otherwise another paper has failed: then staff have this one as well.
            if (slip.isEmpty() && !begun && left) {
                printer.forget(jobId);
            }
        }
        return false;
    }

    private static Optional<Slip> slip(Order order) {
        return order.slips().stream().filter(slip -> slip.kind() == Paper.Kind.COPY).findFirst();
    }

    private static boolean pending(Slip slip) {
        return switch (slip.state()) {
            case WAITING, PRINTING -> true;
            case PRINTED, KEPT, UNKNOWN -> false;
        };
    }
}
