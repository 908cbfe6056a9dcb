package de.koblenz.kiosk.order.payment;

import java.time.Instant;

/// One line of the booking journal.
///
/// @param number 1, 2, 3 … without gaps; 0 before the journal has given one
/// @param at when it was booked
/// @param kind what happened
/// @param orderId the order's UUID
/// @param orderReference the order's short reference
/// @param serviceId service of the catalogue
/// @param kassenzeichen booking reference by which the Stadtkasse assigns the payment
/// @param cents amount, positive for both kinds
/// @param feeCents the payment provider's transaction fee; [#UNKNOWN_FEE] where nobody told it
/// @param method payment method in the platform's words
/// @param transactionId the platform's id
/// @param code why it is refunded; empty for a charge
public record BookingEntry(
        long number,
        Instant at,
        Kind kind,
        String orderId,
        String orderReference,
        String serviceId,
        String kassenzeichen,
        int cents,
        int feeCents,
        String method,
        String transactionId,
        String code) {
    /// The provider's fee is not known, which is something else than no fee.
    public static final int UNKNOWN_FEE = -1;

    /// What a line is about.
    public enum Kind {
        /// Money came in.
        CHARGE,
        /// Money is to be given back by the Stadtkasse.
        REFUND_DUE
    }

    /// The same with its number.
    public BookingEntry numbered(long given) {
        return new BookingEntry(
                given,
                at,
                kind,
                orderId,
                orderReference,
                serviceId,
                kassenzeichen,
                cents,
                feeCents,
                method,
                transactionId,
                code);
    }
}
