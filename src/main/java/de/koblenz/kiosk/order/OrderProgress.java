package de.koblenz.kiosk.order;

import java.time.Instant;
import java.util.List;

/// How far an order is, as the citizen and staff are told. No personal data.
///
/// @param id which order
/// @param phase where it stands
/// @param reference short reference for citizen and help desk, e.g. `KO-7F3K-92QD`
/// @param cents what is to be or was paid, 0 where the service is free
/// @param paymentUrl page of the payment platform to show as QR; empty before it is known
/// @param payUntil end of the time limit for paying; [Instant#MAX] before it is known
/// @param kassenzeichen booking reference of the Stadtkasse; empty before payment
/// @param resumable whether the page is no longer offered although the platform has not settled the payment: the
///     same order can be taken up again, and no other may be opened in its place
/// @param papers what is or was printed, in order
/// @param code stable failure code such as `PAY-DECLINED`; empty where all is well
public record OrderProgress(
        OrderId id,
        Phase phase,
        String reference,
        int cents,
        String paymentUrl,
        Instant payUntil,
        String kassenzeichen,
        boolean resumable,
        List<Paper> papers,
        String code) {

    public OrderProgress {
        papers = List.copyOf(papers);
    }

    /// The same with another end of the time limit, such as that by another clock.
    public OrderProgress payableUntil(Instant other) {
        return new OrderProgress(
                id,
                phase,
                reference,
                cents,
                paymentUrl,
                other,
                kassenzeichen,
                resumable,
                papers,
                code);
    }

    /// Where an order stands.
    public enum Phase {
        /// Written down; nothing asked of anybody yet.
        PLACED,
        /// Places are being held.
        RESERVING,
        /// Ended: no place left, or the slot is gone; nothing was charged.
        SOLD_OUT,
        /// The payment platform is asked for a transaction.
        OPENING_PAYMENT,
        /// The citizen can pay at [OrderProgress#paymentUrl].
        AWAITING_PAYMENT,
        /// Declined, cancelled or too late: nothing was charged so far. Ended, unless it is resumable.
        PAYMENT_FAILED,
        /// The platform does not answer: the order goes on asking and never charges again.
        PAYMENT_UNCLEAR,
        /// Paid; places are being confirmed or the application is being sent.
        PAID,
        /// The application is in the outbox, sealed, and is being sent.
        SUBMITTING,
        /// Papers are being printed.
        PRINTING,
        /// Ended: everything delivered; [OrderProgress#papers] tells of the paper.
        DONE,
        /// Ended for the citizen: delivered, but a paper is kept for staff (printer fault, or the citizen had left).
        PAPER_KEPT,
        /// Ended: paid but not deliverable; the money goes back by the Stadtkasse.
        REFUND_DUE,
        /// Cancelled by the citizen before anything was charged. Ended, unless it is resumable.
        CANCELLED;

        public boolean ended() {
            return switch (this) {
                case SOLD_OUT, PAYMENT_FAILED, DONE, PAPER_KEPT, REFUND_DUE, CANCELLED -> true;
                case PLACED,
                        RESERVING,
                        OPENING_PAYMENT,
                        AWAITING_PAYMENT,
                        PAYMENT_UNCLEAR,
                        PAID,
                        SUBMITTING,
                        PRINTING ->
                        false;
            };
        }
    }

    /// One paper of the order.
    ///
    /// @param kind what it is
    /// @param state how far
    public record Paper(Kind kind, State state) {
        public enum Kind {
            TICKET,
            RECEIPT,
            COPY
        }

        public enum State {
            WAITING,
            PRINTING,
            PRINTED,
            KEPT,
            UNKNOWN
        }
    }
}
