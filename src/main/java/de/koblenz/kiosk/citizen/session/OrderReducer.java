package de.koblenz.kiosk.citizen.session;

import de.koblenz.kiosk.order.OrderId;
import de.koblenz.kiosk.order.OrderProgress;
import de.koblenz.kiosk.service.journey.Journey;
import de.koblenz.kiosk.service.journey.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// The part of a guided service that follows its order: payment, progress, and whether the session waits for it. Pure.
final class OrderReducer {
    /// How long an order may be without progress.
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /// How long after its time limit the end of a payment may take to be known.
    private static final Duration GRACE = Duration.ofMinutes(1);

    private OrderReducer() {}

    /// Whether the order works by itself: nobody is asked whether he is still there. An unclear payment may take
    /// hours and goes on without the citizen, who was told so. An order that is stuck is waited for no longer than
    /// [#PATIENCE] after its last progress, a payment no longer than [#GRACE] after its time limit.
    static boolean waits(SessionState session, Instant now) {
        return session.guided()
                .flatMap(Guided::order)
                .filter(order -> waits(order, session.touched(), now))
                .isPresent();
    }

    private static boolean waits(OrderProgress order, Instant last, Instant now) {
        return switch (order.phase()) {
            case PLACED, RESERVING, OPENING_PAYMENT, PAID, SUBMITTING, PRINTING ->
                    now.isBefore(last.plus(PATIENCE));
            case AWAITING_PAYMENT ->
                    order.payUntil().equals(Instant.MAX)
                            ? now.isBefore(last.plus(PATIENCE))
                            : now.isBefore(order.payUntil().plus(GRACE));
            case PAYMENT_UNCLEAR,
                    SOLD_OUT,
                    PAYMENT_FAILED,
                    DONE,
                    PAPER_KEPT,
                    REFUND_DUE,
                    CANCELLED ->
                    false;
        };
    }

    /// Whether the service was brought to its end, so that ending the session loses nothing.
    static boolean finished(SessionState session) {
        return session.guided()
                .flatMap(Guided::order)
                .filter(order ->
                        switch (order.phase()) {
                            case DONE, PAPER_KEPT, REFUND_DUE -> true;
                            case SOLD_OUT,
                                    PAYMENT_FAILED,
                                    CANCELLED,
                                    PLACED,
                                    RESERVING,
                                    OPENING_PAYMENT,
                                    AWAITING_PAYMENT,
                                    PAYMENT_UNCLEAR,
                                    PAID,
                                    SUBMITTING,
                                    PRINTING ->
                                    false;
                        })
                .isPresent();
    }

    /// How a session ends that the citizen ends.
    static Effect.Outcome outcome(SessionState session) {
        return outcome(
                session,
                session.guided().isPresent() ? Effect.Outcome.ENDED : Effect.Outcome.LOOKED);
    }

    static Effect.Outcome outcome(SessionState session, Effect.Outcome unfinished) {
        return finished(session) ? Effect.Outcome.COMPLETED : unfinished;
    }

    /// An event on the page of the order.
    static Move next(SessionState session, Guided guided, Journey journey, SessionEvent event) {
        Optional<OrderProgress> order = guided.order();
        if (order.isEmpty()) {
            return Move.to(session);
        }
        OrderProgress.Phase phase = order.get().phase();
        return switch (event) {
            case SessionEvent.BackPressed() ->
                    phase == OrderProgress.Phase.AWAITING_PAYMENT
                            ? Move.to(session, new Effect.CancelOrder(order.get().id()))
                            : Move.to(session);
            case SessionEvent.MoreTimePressed() ->
                    phase == OrderProgress.Phase.AWAITING_PAYMENT
                            ? Move.to(session, new Effect.ResumeOrder(order.get().id()))
                            : Move.to(session);
            case SessionEvent.NextPressed() ->
                    switch (phase) {
                        case DONE, PAPER_KEPT, REFUND_DUE, PAYMENT_UNCLEAR ->
                                Move.end(session, outcome(session));
                        // Everything else is answered already: from the new time back to
                        // check-answers.
                        case SOLD_OUT ->
                                journey.has(Step.Slot.class)
                                        ? GuideReducer.enter(
                                                session,
                                                guided.withoutOrder().reviewing(true),
                                                Positions.SLOT)
                                        : GuideReducer.enter(
                                                session, guided.withoutOrder(), Positions.CHECK);
                        // What can still be paid is not opened a second time: both could be
                        // charged.
                        case PAYMENT_FAILED, CANCELLED ->
                                order.get().resumable()
                                        ? Move.to(session, new Effect.ResumeOrder(order.get().id()))
                                        : GuideReducer.enter(
                                                session, guided.withoutOrder(), Positions.CHECK);
                        case PLACED,
                                RESERVING,
                                OPENING_PAYMENT,
                                AWAITING_PAYMENT,
                                PAID,
                                SUBMITTING,
                                PRINTING ->
                                Move.to(session);
                    };
            default -> Move.to(session);
        };
    }

    /// Progress of an order for which the citizen waits counts like a touch: he has done nothing else.
    static Move progressed(SessionState session, OrderProgress progress, Moment now) {
        return session.guided()
                .filter(g -> g.order().filter(o -> o.id().equals(progress.id())).isPresent())
                .map(g -> {
                    SessionState next = session.withGuided(g.with(steady(progress, now)));
                    Instant at = now.steady();
                    return Move.to(waits(session, at) ? next.touchedAt(at) : next);
                })
                .orElseGet(() -> Move.to(session));
    }

    /// With its time limit, which is told by the time of day, by the clock that nobody sets.
    private static OrderProgress steady(OrderProgress progress, Moment now) {
        return progress.payUntil().equals(Instant.MAX)
                ? progress
                : progress.payableUntil(
                        now.steady().plus(Duration.between(now.wall(), progress.payUntil())));
    }

    /// A refused order leads back to check-answers, now or when staff have gone; nothing is lost.
    static Move refused(SessionState session, OrderId order, String code) {
        return session.guided()
                .filter(g -> g.order().filter(o -> o.id().equals(order)).isPresent())
                .map(g ->
                        Move.to(
                                session.withGuided(g.withoutOrder())
                                        .replacing(
                                                new Page.Guide(Positions.ORDER),
                                                new Page.Guide(Positions.CHECK))
                                        .withAlert(code)))
                .orElseGet(() -> Move.to(session));
    }
}
