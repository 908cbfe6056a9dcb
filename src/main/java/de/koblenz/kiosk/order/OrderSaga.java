package de.koblenz.kiosk.order;

import de.koblenz.kiosk.device.printer.PrintJournal;
import de.koblenz.kiosk.order.Order.Dispatch;
import de.koblenz.kiosk.order.Order.Stop;
import de.koblenz.kiosk.order.OrderProgress.Paper;
import de.koblenz.kiosk.order.OrderProgress.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// The life of an order as a pure function: reserve → pay → confirm → submit → print, and how each failure is
/// made good. No clock, thread or device; the same order, outcome and time always give the same step.
///
/// Rules it keeps, whatever is lost or dies:
/// - The payment page is shown only after its transaction is on disk; a page that was shown is the only one.
/// - Places stay held until the platform has settled the payment or its time limit is over; what is paid after
///   that goes back.
/// - What is paid is delivered, kept for staff, or written into the journal as a refund.
/// - A print job is started once; afterwards only its journal entry is believed.
final class OrderSaga {
    private static final Duration SLOWEST_RETRY = Duration.ofMinutes(1);

    /// Failed tries after which a citizen at the terminal is not kept waiting any longer.
    private static final int PATIENCE = 4;

    private final OrderLimits limits;
    private final PaymentCourse payment;

    OrderSaga(OrderLimits limits) {
        this.limits = limits;
        this.payment = new PaymentCourse(limits);
    }

    /// The next step; an outcome that does not fit the order's state is stale and changes nothing.
    Step next(Order order, Outcome outcome, Instant now) {
        Step step = follow(order, outcome, now);
        // A session that has been told the end of its order says no goodbye.
        return step.order().present() && step.order().phase().ended()
                ? new Step(gone(step.order()), step.effect(), step.delay())
                : step;
    }

    private Step follow(Order order, Outcome outcome, Instant now) {
        OrderState state = order.state();
        return switch (outcome) {
            case Outcome.Begun _ when state == OrderState.PLACED -> reserve(order);
            case Outcome.Held(Instant until) when state == OrderState.RESERVING ->
                    held(order, until);
            case Outcome.SoldOut _ when state == OrderState.RESERVING ->
                    end(order, Phase.SOLD_OUT, OrderCodes.SOLD_OUT);
            case Outcome.HoldExtended(Instant until) when state == OrderState.PAYING ->
                    payment.ask(order.with(d -> d.holdUntil(until)));
            case Outcome.HoldGone _ -> holdGone(order);
            case Outcome.HoldReleased _ when state == OrderState.RELEASING -> released(order);
            case Outcome.HoldIsConfirmed _ when state == OrderState.RELEASING ->
                    go(order, OrderState.TAKING_BACK);
            case Outcome.HoldConfirmed(List<String> codes) when state == OrderState.CONFIRMING ->
                    submit(order.with(d -> d.ticketCodes(codes).code("")));
            case Outcome.TicketsInvalid(String code) when state == OrderState.CONFIRMING ->
                    compensate(order, code);
            case Outcome.TakenBack _ when state == OrderState.TAKING_BACK -> released(order);
            case Outcome.PaymentOpened opened when state == OrderState.OPENING ->
                    payment.opened(order, opened, now);
            case Outcome.PaymentRefused(String code) when state == OrderState.OPENING ->
                    release(order, Phase.PAYMENT_FAILED, code);
            case Outcome.PaymentPending _ when state == OrderState.PAYING ->
                    payment.pending(order, now);
            case Outcome.PaymentPaid paid when state == OrderState.PAYING ->
                    payment.paid(order, paid);
            case Outcome.PaymentEnded(String code) when state == OrderState.PAYING ->
                    payment.unpaid(order, code);
            case Outcome.ChargeBooked _ when state == OrderState.BOOKING ->
                    order.over() ? compensate(order, OrderCodes.PAY_LATE) : deliver(order);
            case Outcome.RefundBooked _ when state == OrderState.REFUNDING -> takeBack(order);
            case Outcome.Announced(String submission, String caseId)
                    when sending(state) && order.dispatch().submissionId().isEmpty() ->
                    send(Delivery.announced(order, submission, caseId));
            case Outcome.Uploaded(int number)
                    when sending(state) && Delivery.next(order).equals(new Effect.Upload(number)) ->
                    send(Delivery.uploaded(order));
            case Outcome.AnnouncementGone(int attempt) when sending(state) ->
                    anew(order.with(d -> d.dispatch(Dispatch.NONE)), attempt);
            case Outcome.Overdue _ when state == OrderState.SUBMITTING -> later(order);
            case Outcome.Sent _ when sending(state) -> sent(order);
            case Outcome.Undeliverable(String code)
                    when sending(state) || state == OrderState.TRACKING ->
                    compensate(order, code);
            case Outcome.StatusIs(Dispatch.Status status) when state == OrderState.TRACKING ->
                    status(order, status, now);
            case Outcome.Printed printed when state == OrderState.PRINTING ->
                    printed(order, printed);
            case Outcome.PapersFound(Map<String, PrintJournal.Entry> entries)
                    when state == OrderState.PRINTING ->
                    nextPaper(order.with(d -> d.slips(Slips.after(order.slips(), entries))));
            case Outcome.Unreachable(String code, int attempt) ->
                    unreachable(order, code, attempt, now);
            case Outcome.CitizenLeft _ ->
                    order.present() ? Step.keep(gone(order)) : Step.keep(order);
            case Outcome.CitizenCancelled _ -> payment.cancelled(order);
            case Outcome.CitizenResumed _ -> payment.resumed(order, now);
            case Outcome.HandedOut(int slip) ->
                    Step.keep(
                            order.with(d ->
                                    d.slips(Slips.set(order.slips(), slip, Paper.State.PRINTED))));
            case Outcome.Recovered _ -> recovered(order);
            case Outcome.Begun _,
                    Outcome.Held _,
                    Outcome.SoldOut _,
                    Outcome.HoldExtended _,
                    Outcome.HoldReleased _,
                    Outcome.HoldIsConfirmed _,
                    Outcome.HoldConfirmed _,
                    Outcome.TicketsInvalid _,
                    Outcome.TakenBack _,
                    Outcome.PaymentOpened _,
                    Outcome.PaymentRefused _,
                    Outcome.PaymentPending _,
                    Outcome.PaymentPaid _,
                    Outcome.PaymentEnded _,
                    Outcome.ChargeBooked _,
                    Outcome.RefundBooked _,
                    Outcome.Announced _,
                    Outcome.AnnouncementGone _,
                    Outcome.Overdue _,
                    Outcome.Uploaded _,
                    Outcome.Sent _,
                    Outcome.Undeliverable _,
                    Outcome.StatusIs _,
                    Outcome.Printed _,
                    Outcome.PapersFound _ ->
                    Step.keep(order);
        };
    }

    /// The effect with which an order in this state goes on, also after a crash.
    static Effect effect(Order order) {
        return switch (order.state()) {
            case PLACED, ENDED -> new Effect.Rest();
            case RESERVING -> new Effect.Hold();
            case OPENING -> new Effect.OpenPayment();
            case PAYING -> new Effect.AskPayment();
            case BOOKING -> new Effect.BookCharge();
            case CONFIRMING -> new Effect.ConfirmHold();
            case SUBMITTING, DELIVERING -> Delivery.next(order);
            case PRINTING -> new Effect.FindPapers();
            case TRACKING -> new Effect.AskStatus();
            case RELEASING -> new Effect.ReleaseHold();
            case REFUNDING -> new Effect.BookRefund();
            case TAKING_BACK -> new Effect.TakeBack();
        };
    }

    static Step go(Order order, OrderState state) {
        Order there = order.with(d -> d.state(state));
        return Step.now(there, effect(there));
    }

    // ---- reserve and pay

    private Step reserve(Order order) {
        return order.reservation().isPresent() ? go(order, OrderState.RESERVING) : pay(order);
    }

    private Step held(Order order, Instant until) {
        Order held = order.with(d -> d.holdUntil(until).code(""));
        return held.wanted() ? pay(held) : release(held, Phase.CANCELLED, OrderCodes.CANCELLED);
    }

    private Step pay(Order order) {
        return order.cents() > 0 ? go(order, OrderState.OPENING) : deliver(order);
    }

    /// The places are free; a payment that may still come in is watched on.
    private Step released(Order order) {
        return order.over() && !order.payment().paid()
                ? payment.ask(order.with(d -> d.state(OrderState.PAYING)))
                : ended(order);
    }

    // ---- deliver

    private static Step deliver(Order order) {
        return order.reservation().isPresent() ? go(order, OrderState.CONFIRMING) : submit(order);
    }

    private static Step submit(Order order) {
        return order.application() && !order.sent()
                ? go(order, OrderState.SUBMITTING)
                : papers(order);
    }

    private static boolean sending(OrderState state) {
        return state == OrderState.SUBMITTING || state == OrderState.DELIVERING;
    }

    private static Step send(Order order) {
        return Step.now(order, effect(order));
    }

    /// A submission that was forgotten once may have been swept away; one that is always forgotten must not fill the delivery
    /// service with others, nor keep anybody waiting.
    private static Step anew(Order order, int attempt) {
        return order.state() == OrderState.SUBMITTING && attempt > 1
                ? later(order)
                : again(order, PATIENCE + attempt - 1);
    }

    /// The papers come first.
    private static Step later(Order order) {
        return papers(order.with(d -> d.code(OrderCodes.SUBMISSION_PENDING)));
    }

    private static Step sent(Order order) {
        String code = order.code().equals(OrderCodes.SUBMISSION_PENDING) ? "" : order.code();
        Order sent =
                order.with(d -> d.dispatch(order.dispatch().at(Dispatch.Status.SENT)).code(code));
        return order.state() == OrderState.SUBMITTING
                ? papers(sent)
                : go(keptCode(sent), OrderState.TRACKING);
    }

    private Step status(Order order, Dispatch.Status status, Instant now) {
        Order seen = order.with(d -> d.dispatch(order.dispatch().at(status)));
        return switch (status) {
            case UNSENT, SENT, DELIVERED ->
                    now.isAfter(order.placedAt().plus(limits.trackFor()))
                            ? end(seen, seen.papersPhase(), OrderCodes.SUBMISSION_SILENT)
                            : new Step(seen, new Effect.AskStatus(), limits.track());
            case ACCEPTED -> end(seen, seen.papersPhase(), seen.code());
            case REJECTED -> compensate(seen, OrderCodes.SUBMISSION_REJECTED);
        };
    }

    private static Step papers(Order order) {
        return nextPaper(order.with(d -> d.slips(Slips.of(order)).state(OrderState.PRINTING)));
    }

    private static Step nextPaper(Order order) {
        int next = Slips.first(order.slips(), Paper.State.WAITING);
        if (next < 0) {
            return afterPapers(keptCode(order));
        }
        // After a fault the rest is kept as well: a half-printed set is harder to sort out than
        // none.
        if (order.present() && order.papersPhase() == Phase.DONE) {
            return Step.now(
                    order.with(d -> d.slips(Slips.set(order.slips(), next, Paper.State.PRINTING))),
                    new Effect.Print(next));
        }
        return afterPapers(keptCode(order.with(d -> d.slips(Slips.keepWaiting(order.slips())))));
    }

    private static Order keptCode(Order order) {
        return order.papersPhase() == Phase.PAPER_KEPT && order.code().isEmpty()
                ? order.with(d -> d.code(OrderCodes.PAPER_KEPT))
                : order;
    }

    private static Step afterPapers(Order order) {
        Order done = order.with(d -> d.slips(Slips.withoutUnprintedCopy(order.slips())));
        boolean copyLost = done.present() && done.slips().size() < order.slips().size();
        if (copyLost && done.papersPhase() == Phase.DONE) {
            done = done.with(d -> d.code(OrderCodes.COPY_NOT_PRINTED));
        }
        if (!done.application()) {
            return end(done, done.papersPhase(), done.code());
        }
        return go(done, done.sent() ? OrderState.TRACKING : OrderState.DELIVERING);
    }

    private static Step printed(Order order, Outcome.Printed printed) {
        if (order.slips().get(printed.slip()).state() != Paper.State.PRINTING) {
            return Step.keep(order);
        }
        // What is still to be sent matters more to the citizen than why there is no paper.
        boolean unsent = order.code().equals(OrderCodes.SUBMISSION_PENDING);
        String code = printed.code().isEmpty() || unsent ? order.code() : printed.code();
        Order done =
                order.with(d ->
                        d.slips(Slips.set(order.slips(), printed.slip(), printed.state()))
                                .code(code));
        return nextPaper(done);
    }

    // ---- failures and endings

    private Step holdGone(Order order) {
        return switch (order.state()) {
            case RESERVING -> end(order, Phase.SOLD_OUT, OrderCodes.HOLD_LOST);
            case PAYING -> {
                Stop stop = order.stopped() ? order.stop() : Stop.HOLD_LOST;
                String code = order.stopped() ? order.code() : OrderCodes.HOLD_LOST;
                yield payment.ask(order.with(d -> d.stop(stop).code(code)));
            }
            case CONFIRMING -> compensate(order, OrderCodes.HOLD_LOST);
            case RELEASING, TAKING_BACK -> released(order);
            case PLACED,
                    OPENING,
                    BOOKING,
                    SUBMITTING,
                    PRINTING,
                    DELIVERING,
                    TRACKING,
                    REFUNDING,
                    ENDED ->
                    Step.keep(order);
        };
    }

    private Step unreachable(Order order, String code, int attempt, Instant now) {
        boolean giveUp = !order.wanted() || attempt >= PATIENCE;
        return switch (order.state()) {
            // The hold may have been made although its answer was lost.
            case RESERVING -> giveUp ? giveUp(order, Phase.SOLD_OUT, code) : again(order, attempt);
            case OPENING ->
                    giveUp ? giveUp(order, Phase.PAYMENT_FAILED, code) : again(order, attempt);
            case PAYING -> payment.unclear(order, code, attempt, now);
            case CONFIRMING -> again(order.with(d -> d.code(code)), attempt);
            case SUBMITTING -> giveUp ? later(order) : again(order, attempt);
            // A hold that cannot be given back gives itself back.
            case RELEASING ->
                    now.isAfter(order.placedAt().plus(limits.holdFor()))
                                    && now.isAfter(order.holdUntil())
                            ? released(order)
                            : again(order, attempt);
            case BOOKING, DELIVERING, TRACKING, REFUNDING, TAKING_BACK -> again(order, attempt);
            case PLACED, PRINTING, ENDED -> Step.keep(order);
        };
    }

    private static Step giveUp(Order order, Phase result, String code) {
        return order.wanted()
                ? release(order, result, code)
                : release(order, Phase.CANCELLED, OrderCodes.CANCELLED);
    }

    private static Step again(Order order, int attempt) {
        return new Step(order, effect(order), backoff(attempt));
    }

    /// 1, 2, 4 … seconds, at most a minute.
    static Duration backoff(int attempt) {
        Duration doubled = Duration.ofSeconds(1L << Math.min(attempt - 1, 10));
        return doubled.compareTo(SLOWEST_RETRY) < 0 ? doubled : SLOWEST_RETRY;
    }

    /// Nothing was charged: gives the places back and ends.
    static Step release(Order order, Phase result, String code) {
        Order over = order.with(d -> d.result(result).code(code));
        return over.reservation().isPresent() ? go(over, OrderState.RELEASING) : ended(over);
    }

    /// It cannot be delivered: what was paid goes back, places that were confirmed become free.
    private static Step compensate(Order order, String code) {
        boolean paid = order.payment().paid();
        Order over =
                order.with(d -> d.code(code).result(paid ? Phase.REFUND_DUE : Phase.CANCELLED));
        if (paid) {
            return go(over, OrderState.REFUNDING);
        }
        Phase result = code.equals(OrderCodes.HOLD_LOST) ? Phase.SOLD_OUT : Phase.CANCELLED;
        return takeBack(over.with(d -> d.result(result)));
    }

    private static Step takeBack(Order order) {
        return order.reservation().isPresent() ? go(order, OrderState.TAKING_BACK) : ended(order);
    }

    private static Step end(Order order, Phase result, String code) {
        return ended(order.with(d -> d.result(result).code(code)));
    }

    static Step ended(Order order) {
        return go(order, OrderState.ENDED);
    }

    // ---- after the citizen, after a crash

    static Order gone(Order order) {
        return order.with(d -> d.gone().slips(Slips.withoutUnprintedCopy(order.slips())));
    }

    private static Step recovered(Order order) {
        Order alone = gone(order);
        return switch (order.state()) {
            // Its payment page, if there is one, was never shown.
            case PLACED, RESERVING, OPENING ->
                    release(alone, Phase.CANCELLED, OrderCodes.INTERRUPTED);
            case PAYING,
                    BOOKING,
                    CONFIRMING,
                    SUBMITTING,
                    PRINTING,
                    DELIVERING,
                    TRACKING,
                    RELEASING,
                    REFUNDING,
                    TAKING_BACK,
                    ENDED ->
                    Step.now(alone, effect(alone));
        };
    }
}
