package de.koblenz.kiosk.order;

import de.koblenz.kiosk.order.Order.Dispatch;
import java.time.Duration;

/// The way of an application to the delivery service: announced, then its documents one by one, then the application
/// itself, which completes it.
final class Delivery {
    /// How long the papers wait for it: on a slow line documents take minutes, and the citizen may have paid. What is under
    /// way then is waited for, the rest follows after the papers.
    static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private Delivery() {}

    /// With what it goes on, also after a crash; each step may be repeated.
    static Effect next(Order order) {
        Dispatch dispatch = order.dispatch();
        if (dispatch.submissionId().isEmpty()) {
            return new Effect.Announce();
        }
        return dispatch.uploaded() < order.attachments()
                ? new Effect.Upload(dispatch.uploaded())
                : new Effect.Send();
    }

    /// What was handed over for another announcement counts no more.
    static Order announced(Order order, String submissionId, String caseId) {
        return order.with(
                d -> d.dispatch(new Dispatch(submissionId, caseId, 0, Dispatch.Status.UNSENT)));
    }

    static Order uploaded(Order order) {
        Dispatch before = order.dispatch();
        return order.with(d ->
                d.dispatch(
                        new Dispatch(
                                before.submissionId(),
                                before.caseId(),
                                before.uploaded() + 1,
                                before.status())));
    }
}
