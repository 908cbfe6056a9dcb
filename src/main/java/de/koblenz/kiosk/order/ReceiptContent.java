package de.koblenz.kiosk.order;

import de.koblenz.kiosk.order.OrderRequest.CopyLine;
import de.koblenz.kiosk.order.OrderRequest.LaterDocument;
import de.koblenz.kiosk.order.document.ReceiptPart;
import java.util.List;

/// What only the receipt of an order says. Personal: answers are, which documents somebody has to hand in follows from his
/// answers, and the words stand in his language. It lies sealed beside its order as long as the receipt waits.
///
/// @param parts from top to bottom
/// @param answers lines of the part [ReceiptPart.Known#ANSWERS]
/// @param later documents that the citizen hands in later
public record ReceiptContent(
        List<ReceiptPart> parts, List<CopyLine> answers, List<LaterDocument> later) {
    /// Nothing but what the order knows itself; also what is left of a content that is not kept any more.
    public static final ReceiptContent USUAL =
            new ReceiptContent(ReceiptPart.USUAL, List.of(), List.of());

    public ReceiptContent {
        parts = List.copyOf(parts);
        answers = List.copyOf(answers);
        later = List.copyOf(later);
    }

    static ReceiptContent of(OrderRequest request) {
        return new ReceiptContent(
                request.receipt().parts(), request.receipt().answers(), request.later());
    }

    @Override
    public String toString() {
        return "ReceiptContent[]";
    }
}
