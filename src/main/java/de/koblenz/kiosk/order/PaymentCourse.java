package de.koblenz.kiosk.order;

import de.koblenz.kiosk.order.Order.Payment;
import de.koblenz.kiosk.order.Order.Stop;
import de.koblenz.kiosk.order.OrderProgress.Phase;
import java.time.Duration;
import java.time.Instant;

/// The part of an order's life in which a payment page is open: asked about until the platform has settled it, whoever
/// has gone away and whatever was promised. Pure, as [OrderSaga] is, which leads here and on.
final class PaymentCourse {
    private final OrderLimits limits;

    PaymentCourse(OrderLimits limits) {
        this.limits = limits;
    }

    Step opened(Order order, Outcome.PaymentOpened opened, Instant now) {
        Payment payment =
                new Payment(
                        opened.transactionId(),
                        opened.url(),
                        now,
                        now.plus(limits.payWithin()),
                        false,
                        opened.kassenzeichen(),
                        "",
                        0,
                        Instant.EPOCH);
        Order open = order.with(d -> d.payment(payment).code(""));
        // Nobody has seen the page of this transaction: it cannot be paid, so nothing has to be
        // watched.
        return open.wanted()
                ? ask(open.with(d -> d.state(OrderState.PAYING)))
                : OrderSaga.release(open, Phase.CANCELLED, OrderCodes.CANCELLED);
    }

    /// Whether somebody waits for the platform's answer.
    private static boolean watched(Order order) {
        return order.present() && (order.stop() == Stop.NONE || order.stop() == Stop.CANCELLING);
    }

    Step ask(Order order) {
        Duration delay =
                order.over()
                        ? limits.pollLate()
                        : watched(order) ? limits.poll() : limits.pollLater();
        return new Step(order, new Effect.AskPayment(), delay);
    }

    Step pending(Order order, Instant now) {
        Instant limit = order.payment().openedAt().plus(limits.platformLimit());
        if (order.over()) {
            return now.isBefore(limit.plus(limits.watchFor()))
                    ? ask(order)
                    : OrderSaga.ended(order);
        }
        Order seen = stopInTime(order, now);
        if (seen.stop() == Stop.CANCELLING) {
            seen = seen.with(d -> d.stop(Stop.CANCELLED).code(OrderCodes.CANCELLED));
        }
        if (seen.payment().unclear()) {
            Payment clear = seen.payment().withUnclear(false);
            String code = stopCode(seen);
            seen = seen.with(d -> d.payment(clear).code(code));
        }
        if (!now.isBefore(limit)) {
            // The platform's real limit may be another than the one that we know: its word settles.
            Phase result = unpaidPhase(seen);
            String code = unpaidCode(seen, OrderCodes.PAY_TIMEOUT);
            Order over = seen.with(d -> d.stop(Stop.OVER).result(result).code(code));
            return over.reservation().isPresent()
                    ? OrderSaga.go(over, OrderState.RELEASING)
                    : ask(over);
        }
        return ageing(seen, now) ? Step.now(seen, new Effect.ExtendHold()) : ask(seen);
    }

    private boolean ageing(Order order, Instant now) {
        return order.reservation().isPresent()
                && order.stop() != Stop.HOLD_LOST
                && !order.over()
                && order.holdUntil().isBefore(now.plus(limits.holdFor().dividedBy(2)));
    }

    private static Order stopInTime(Order order, Instant now) {
        return order.stop() == Stop.NONE && !now.isBefore(order.payment().payUntil())
                ? order.with(d -> d.stop(Stop.TIMED_OUT).code(OrderCodes.PAY_TIMEOUT))
                : order;
    }

    private static String stopCode(Order order) {
        return switch (order.stop()) {
            case NONE, CANCELLING -> "";
            case CANCELLED -> OrderCodes.CANCELLED;
            case TIMED_OUT -> OrderCodes.PAY_TIMEOUT;
            case HOLD_LOST -> OrderCodes.HOLD_LOST;
            case OVER -> order.code();
        };
    }

    Step paid(Order order, Outcome.PaymentPaid paid) {
        Payment before = order.payment();
        Payment payment =
                new Payment(
                        before.transactionId(),
                        before.url(),
                        before.openedAt(),
                        before.payUntil(),
                        false,
                        paid.kassenzeichen(),
                        paid.method(),
                        paid.feeCents(),
                        paid.at());
        Order now = order.with(d -> d.payment(payment).code(""));
        // Whoever was told that it is over does not wait at the terminal: papers are kept for
        // staff.
        return OrderSaga.go(now.stopped() ? OrderSaga.gone(now) : now, OrderState.BOOKING);
    }

    /// The platform has settled the payment, and nothing was paid.
    Step unpaid(Order order, String code) {
        return order.over()
                ? OrderSaga.ended(order)
                : OrderSaga.release(order, unpaidPhase(order), unpaidCode(order, code));
    }

    private static Phase unpaidPhase(Order order) {
        return switch (order.stop()) {
            case NONE, TIMED_OUT -> Phase.PAYMENT_FAILED;
            case CANCELLING, CANCELLED -> Phase.CANCELLED;
            case HOLD_LOST -> Phase.SOLD_OUT;
            case OVER -> order.phase();
        };
    }

    private static String unpaidCode(Order order, String code) {
        return switch (order.stop()) {
            case NONE -> code;
            case TIMED_OUT -> OrderCodes.PAY_TIMEOUT;
            case CANCELLING, CANCELLED -> OrderCodes.CANCELLED;
            case HOLD_LOST -> OrderCodes.HOLD_LOST;
            case OVER -> order.code();
        };
    }

    Step cancelled(Order order) {
        if (order.stopped()) {
            return Step.keep(order);
        }
        Order cancelling = order.with(d -> d.stop(Stop.CANCELLING));
        return switch (order.state()) {
            case PLACED, RESERVING, OPENING -> Step.keep(cancelling);
            case PAYING -> Step.now(cancelling, new Effect.AskPayment());
            case BOOKING,
                    CONFIRMING,
                    SUBMITTING,
                    PRINTING,
                    DELIVERING,
                    TRACKING,
                    RELEASING,
                    REFUNDING,
                    TAKING_BACK,
                    ENDED ->
                    Step.keep(order);
        };
    }

    /// The transaction is the same, so whoever paid it meanwhile pays no second time.
    Step resumed(Order order, Instant now) {
        Instant limit = order.payment().openedAt().plus(limits.platformLimit());
        boolean offered = order.state() == OrderState.PAYING && order.present() && !order.stopped();
        if (!(offered || order.resumable()) || !now.isBefore(limit)) {
            return Step.keep(order);
        }
        Instant wanted = now.plus(limits.payWithin());
        Payment payment = order.payment().until(wanted.isBefore(limit) ? wanted : limit);
        String code = offered ? order.code() : "";
        Order on = order.with(d -> d.back().stop(Stop.NONE).code(code).payment(payment));
        return Step.now(on, new Effect.AskPayment());
    }

    Step unclear(Order order, String code, int attempt, Instant now) {
        Order seen = stopInTime(order, now);
        if (seen.over()) {
            return ask(seen);
        }
        // One lost answer is no news for a citizen; and an extension that fails says nothing about
        // the payment.
        if (attempt < 2 || !code.equals(OrderCodes.PAY_OFFLINE)) {
            return ask(seen);
        }
        Payment payment = seen.payment().withUnclear(true);
        Order unclear = seen.with(d -> d.payment(payment).code(code));
        // It may have been paid: the places are held on.
        return ageing(unclear, now)
                ? Step.now(unclear, new Effect.ExtendHold())
                : new Step(unclear, new Effect.AskPayment(), OrderSaga.backoff(attempt));
    }
}
