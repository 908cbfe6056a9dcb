package de.koblenz.kiosk.order;

import de.koblenz.kiosk.device.printer.PaperSupply;
import de.koblenz.kiosk.device.printer.PrintDocument;
import de.koblenz.kiosk.device.printer.PrintJob;
import de.koblenz.kiosk.device.printer.TicketPrinter;
import de.koblenz.kiosk.device.printer.UnprintableTextException;
import de.koblenz.kiosk.order.Order.Slip;
import de.koblenz.kiosk.order.OrderProgress.Paper;
import de.koblenz.kiosk.order.OrderRequest.CopyLine;
import de.koblenz.kiosk.order.OrderRequest.LaterDocument;
import de.koblenz.kiosk.order.document.ApplicationCopy;
import de.koblenz.kiosk.order.document.DocumentWords;
import de.koblenz.kiosk.order.document.Receipt;
import de.koblenz.kiosk.order.document.Ticket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Makes the print jobs of an order. Tickets and receipts come from what is on disk, so that staff can print them later, the same
/// as they would have been; the copy comes from memory.
final class OrderPapers {
    /// A signed ticket code has some 250 characters (docs/booking-service.md).
    private static final String LONGEST_CODE = "KO1." + "0".repeat(300);

    private static final String LONGEST_KASSENZEICHEN = "0".repeat(27);

    private final DocumentWords words;

    OrderPapers(DocumentWords words) {
        this.words = words;
    }

    /// The job of a slip.
    ///
    /// @param copy the lines of the copy; used for a slip of that kind only
    /// @param content of the receipt; used for a slip of that kind only
    PrintJob job(Order order, int slip, List<CopyLine> copy, ReceiptContent content) {
        Slip wanted = order.slips().get(slip);
        PrintDocument document =
                switch (wanted.kind()) {
                    case TICKET -> ticket(order, slip).document(words);
                    case RECEIPT -> receipt(order, content).document(words);
                    case COPY -> copy(order, copy).document(words);
                };
        return PrintJob.bound(wanted.jobId(), document);
    }

    /// The job of the copy.
    PrintJob copyJob(Order order, List<CopyLine> copy) {
        return PrintJob.bound(
                Slips.jobId(order.id(), Slips.COPY), copy(order, copy).document(words));
    }

    /// Paper that everything of an order needs at a printer, in millimetres and with a fifth more, before anything of it
    /// is booked: what is not known yet is taken to be as long as it gets.
    int millimetres(OrderRequest request, TicketPrinter printer) {
        int sum = 0;
        for (PrintDocument document : documents(request)) {
            try {
                sum += printer.millimetres(document);
            } catch (UnprintableTextException | IllegalArgumentException _) {
                // It will not be printed for that reason, and needs no paper.
            }
        }
        return PaperSupply.withReserve(sum);
    }

    private List<PrintDocument> documents(OrderRequest request) {
        Order order = Order.of(request, Instant.EPOCH);
        ReceiptContent content = ReceiptContent.of(request);
        List<PrintDocument> documents = new ArrayList<>();
        request.reservation()
                .ifPresent(places -> {
                    for (int number = 1; number <= places.places(); number++) {
                        documents.add(
                                new Ticket(
                                                places.venueName(),
                                                places.slotWords(),
                                                number,
                                                places.places(),
                                                LONGEST_CODE,
                                                order.reference())
                                        .document(words));
                    }
                });
        documents.add(
                new Receipt(
                                order.title(),
                                receiptLines(order),
                                order.cents(),
                                LONGEST_KASSENZEICHEN,
                                order.reference(),
                                order.placedAt(),
                                Receipt.Sending.PENDING,
                                stillMissing(content.later()),
                                content.parts(),
                                lines(content.answers()))
                        .document(words));
        if (!request.copy().isEmpty()) {
            documents.add(copy(order, request.copy()).document(words));
        }
        return documents;
    }

    private static Ticket ticket(Order order, int slip) {
        OrderRequest.Reservation places = order.reservation().orElseThrow();
        return new Ticket(
                places.venueName(),
                places.slotWords(),
                slip + 1,
                order.ticketCodes().size(),
                order.ticketCodes().get(slip),
                order.reference());
    }

    private static List<Receipt.Later> stillMissing(List<LaterDocument> documents) {
        return documents.stream()
                .map(it -> new Receipt.Later(it.name(), it.until(), it.upload()))
                .toList();
    }

    private static Receipt receipt(Order order, ReceiptContent content) {
        Receipt.Sending sending =
                !order.application()
                        ? Receipt.Sending.NOTHING
                        : order.sent() ? Receipt.Sending.SENT : Receipt.Sending.PENDING;
        Instant at = order.payment().paid() ? order.payment().paidAt() : order.placedAt();
        return new Receipt(
                order.title(),
                receiptLines(order),
                order.cents(),
                order.payment().kassenzeichen(),
                order.reference(),
                at,
                sending,
                stillMissing(content.later()),
                content.parts(),
                lines(content.answers()));
    }

    private static List<Receipt.Line> receiptLines(Order order) {
        return order.positions().stream()
                .map(p -> new Receipt.Line(p.name(), p.count(), p.cents()))
                .toList();
    }

    private static ApplicationCopy copy(Order order, List<CopyLine> lines) {
        return new ApplicationCopy(
                order.title(), lines(lines), order.reference(), order.placedAt());
    }

    private static List<ApplicationCopy.Line> lines(List<CopyLine> lines) {
        return lines.stream().map(l -> new ApplicationCopy.Line(l.label(), l.value())).toList();
    }

    static boolean printable(Slip slip, List<CopyLine> copy) {
        return slip.kind() != Paper.Kind.COPY || !copy.isEmpty();
    }
}
