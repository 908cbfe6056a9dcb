package de.koblenz.kiosk.citizen.ui;

import de.koblenz.kiosk.citizen.session.Overlay;
import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.order.OrderProgress;
import de.koblenz.kiosk.order.OrderRequest;
import de.koblenz.kiosk.text.Formats;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The pages of an order that was placed: waiting, paying, done, and everything that can go wrong, each with
/// what happened, what is with the money, what now, and the reference.
final class OrderPages {
    /// Bytes that a QR code holds at its level.
    private static final int MOST_QR_BYTES = 2331;

    /// No place left (code of the booking).
    private static final String SOLD_OUT = "BOOK-SOLD-OUT";

    /// The application is still to be sent (code of the order).
    private static final String UNSENT = "SUB-PENDING";

    /// Asks first: the answers are still there.
    private static final SessionEvent END = new SessionEvent.OverlayOpened(Overlay.Kind.END);

    private OrderPages() {}

    static Draft page(
            Words words, OrderProgress order, List<OrderRequest.CopyLine> copy, Instant now) {
        return switch (order.phase()) {
            case PLACED, RESERVING, OPENING_PAYMENT, PAID, SUBMITTING, PRINTING ->
                    running(words, order);
            case AWAITING_PAYMENT ->
                    order.paymentUrl().isEmpty()
                            ? running(words, order)
                            : payment(words, order, now);
            case PAYMENT_UNCLEAR ->
                    message(
                                    words,
                                    order,
                                    Symbol.WARNING,
                                    "unclear",
                                    words.of("unclear.text"),
                                    words.of("unclear.leave"))
                            .next(words.of("button.finish"), new SessionEvent.NextPressed());
            case DONE -> done(words, order, copy);
            case PAPER_KEPT -> kept(words, order, copy);
            case REFUND_DUE ->
                    message(words, order, Symbol.MONEY, "refund", why(words, order, "refund"))
                            .next(words.of("button.finish"), new SessionEvent.NextPressed());
            case SOLD_OUT -> noPlace(words, order);
            case PAYMENT_FAILED ->
                    message(words, order, Symbol.ERROR, "failed", why(words, order, "failed"))
                            .back(words.of("bar.end"), END)
                            .next(words.of("button.again"), new SessionEvent.NextPressed());
            case CANCELLED ->
                    message(words, order, Symbol.INFO, "cancelled", why(words, order, "cancelled"))
                            .back(words.of("bar.end"), END)
                            .next(words.of("button.again"), new SessionEvent.NextPressed());
        };
    }

    /// No place left; or the booking service could not be asked, which is something else for the citizen.
    private static Draft noPlace(Words words, OrderProgress order) {
        boolean soldOut = order.code().isEmpty() || order.code().equals(SOLD_OUT);
        Draft draft =
                soldOut
                        ? message(words, order, Symbol.INFO, "soldOut", words.of("soldOut.text"))
                        : message(
                                words, order, Symbol.ERROR, "failed", why(words, order, "failed"));
        return draft.back(words.of("bar.end"), END)
                .next(
                        words.of(soldOut ? "soldOut.again" : "button.again"),
                        new SessionEvent.NextPressed());
    }

    /// A page that waits for something to be known.
    static Draft waiting(Words words) {
        return Draft.of(
                "waiting", words.of("order.wait.title"), "", new Screen.Progress(List.of(), ""));
    }

    private static Draft running(Words words, OrderProgress order) {
        boolean paid = order.phase().compareTo(OrderProgress.Phase.PAID) >= 0;
        boolean printing = order.phase() == OrderProgress.Phase.PRINTING;
        boolean free = order.cents() == 0;
        List<Screen.ProgressStep> steps = new ArrayList<>();
        steps.add(step(words, "placed", true, true));
        if (!free) {
            steps.add(step(words, "payment", true, paid));
        }
        steps.add(step(words, "delivered", paid || free, printing));
        steps.add(step(words, "printed", printing, false));
        return Draft.of(
                "order.running",
                words.of("order.wait.title"),
                words.of("order.wait.hint"),
                new Screen.Progress(steps, words.of("order.safe")));
    }

    private static Screen.ProgressStep step(Words words, String name, boolean begun, boolean done) {
        return new Screen.ProgressStep(
                words.of("order.step." + name),
                done
                        ? Screen.ProgressStep.Mark.DONE
                        : begun
                                ? Screen.ProgressStep.Mark.RUNNING
                                : Screen.ProgressStep.Mark.WAITING);
    }

    private static Draft payment(Words words, OrderProgress order, Instant now) {
        List<Screen.Fact> facts = new ArrayList<>();
        facts.add(
                new Screen.Fact(
                        Symbol.MONEY, words.of("payment.amount"), words.money(order.cents())));
        facts.add(
                new Screen.Fact(
                        Symbol.BANK_CARD,
                        words.of("payment.methods"),
                        words.of("payment.methodList")));
        facts.add(
                new Screen.Fact(
                        Symbol.DOCUMENT,
                        words.of("payment.reference"),
                        Formats.code(order.reference())));
        if (order.payUntil().isBefore(Instant.MAX)) {
            facts.add(
                    new Screen.Fact(
                            Symbol.CLOCK,
                            words.of("payment.until"),
                            words.of(
                                    "payment.left",
                                    "time",
                                    Formats.code(
                                            Formats.remaining(
                                                    Duration.between(now, order.payUntil()))))));
        }
        return Draft.of(
                        "order.payment",
                        words.of("payment.title", "amount", words.money(order.cents())),
                        words.of("payment.hint"),
                        new Screen.QrPanel(
                                new Screen.Qr(order.paymentUrl(), words.of("payment.caption")),
                                facts))
                .back(words.of("button.cancelPayment"), new SessionEvent.BackPressed())
                .aside(
                        words.of("payment.moreTime"),
                        Symbol.CLOCK,
                        new SessionEvent.MoreTimePressed());
    }

    private static Draft done(Words words, OrderProgress order, List<OrderRequest.CopyLine> copy) {
        List<String> lines = new ArrayList<>();
        if (!order.papers().isEmpty()) {
            lines.add(words.of("done.paper"));
        }
        boolean ticket =
                order.papers().stream().anyMatch(p -> p.kind() == OrderProgress.Paper.Kind.TICKET);
        if (ticket) {
            lines.add(words.of("done.ticket"));
        }
        // Not yet sent, or without the copy: said instead of the usual.
        if (!ticket || Alerts.known(words, order.code())) {
            lines.add(
                    Alerts.known(words, order.code())
                            ? Alerts.text(words, order.code())
                            : words.of("done.submitted"));
        }
        return finished(words, order, "done", Symbol.CHECK, lines, copy);
    }

    private static Draft kept(Words words, OrderProgress order, List<OrderRequest.CopyLine> copy) {
        List<String> lines = new ArrayList<>();
        lines.add(words.of("kept.text"));
        if (order.cents() > 0) {
            lines.add(words.of("kept.paid"));
        }
        boolean ticket =
                order.papers().stream().anyMatch(p -> p.kind() == OrderProgress.Paper.Kind.TICKET);
        if (ticket) {
            lines.add(words.of("kept.booked"));
        }
        if (order.code().equals(UNSENT)) {
            lines.add(Alerts.text(words, UNSENT));
        } else if (!ticket) {
            lines.add(words.of("kept.sent"));
        }
        return finished(words, order, "kept", Symbol.PRINTER, lines, copy);
    }

    private static Draft finished(
            Words words,
            OrderProgress order,
            String key,
            Symbol symbol,
            List<String> lines,
            List<OrderRequest.CopyLine> copy) {
        List<String> paragraphs = new ArrayList<>(lines);
        if (!order.kassenzeichen().isEmpty()) {
            paragraphs.add(
                    words.of(
                            "done.kassenzeichen",
                            "kassenzeichen",
                            Formats.code(order.kassenzeichen())));
        }
        return Draft.of(
                        "order." + key,
                        words.of(key + ".title"),
                        words.of(key + ".hint", "reference", Formats.code(order.reference())),
                        new Screen.Message(symbol, paragraphs, List.of(), qr(words, order, copy)))
                .next(words.of("button.finish"), new SessionEvent.NextPressed());
    }

    /// The citizen's own copy as a QR code with the words themselves: no server holds it.
    private static Optional<Screen.Qr> qr(
            Words words, OrderProgress order, List<OrderRequest.CopyLine> copy) {
        if (copy.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder(order.reference());
        for (OrderRequest.CopyLine line : copy) {
            String next = "\n" + line.label() + ": " + line.value();
            int bytes = (text + next).getBytes(StandardCharsets.UTF_8).length;
            if (bytes <= MOST_QR_BYTES) {
                text.append(next);
            }
        }
        return Optional.of(new Screen.Qr(text.toString(), words.of("done.copyQr")));
    }

    /// What happened, by the code of the order where it has words of its own.
    private static String why(Words words, OrderProgress order, String key) {
        if (order.resumable()) {
            return words.of("resumable.text");
        }
        return Alerts.known(words, order.code())
                ? Alerts.text(words, order.code())
                : words.of(key + ".text");
    }

    private static Draft message(
            Words words, OrderProgress order, Symbol symbol, String key, String... lines) {
        List<String> paragraphs = new ArrayList<>(List.of(lines));
        if (!order.reference().isEmpty()) {
            paragraphs.add(
                    words.of(
                            "order.reference",
                            Map.of("reference", Formats.code(order.reference()))));
        }
        return Draft.of(
                "order." + key,
                words.of(key + ".title"),
                "",
                Screen.Message.of(symbol, paragraphs));
    }
}
