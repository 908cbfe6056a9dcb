package de.koblenz.kiosk.order;

import java.time.Duration;

/// How long an order waits for whom.
///
/// @param payWithin how long the payment page is offered at the terminal
/// @param platformLimit when the payment platform itself ends an unpaid transaction, by contract with its provider;
///     places are held that long. Where the platform's real limit is longer, a payment after this is paid back
/// @param holdFor lifetime of a hold; extended at half of it while the payment is open
/// @param poll between two looks at the payment while the citizen is there
/// @param pollLater between two looks once the page is no longer offered
/// @param pollLate between two looks after the platform's limit, should it still not have ended the transaction
/// @param watchFor how long after the platform's limit these looks go on
/// @param track between two looks at the authority's answer
/// @param trackFor after this the authority's silence ends the order
public record OrderLimits(
        Duration payWithin,
        Duration platformLimit,
        Duration holdFor,
        Duration poll,
        Duration pollLater,
        Duration pollLate,
        Duration watchFor,
        Duration track,
        Duration trackFor) {
    /// Ten minutes to pay, thirty until the platform gives up, two weeks in case it does not, FIT-Connect's fourteen days with a reserve.
    public static final OrderLimits USUAL =
            new OrderLimits(
                    Duration.ofMinutes(10),
                    Duration.ofMinutes(30),
                    Duration.ofMinutes(10),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(15),
                    Duration.ofHours(1),
                    Duration.ofDays(14),
                    Duration.ofMinutes(5),
                    Duration.ofDays(21));

    public OrderLimits {
        if (platformLimit.compareTo(payWithin) < 0) {
            throw new IllegalArgumentException(
                    "a payment is offered longer than the platform takes it");
        }
    }
}
