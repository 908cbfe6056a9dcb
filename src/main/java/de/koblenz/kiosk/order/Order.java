package de.koblenz.kiosk.order;

import de.koblenz.kiosk.order.OrderProgress.Paper;
import de.koblenz.kiosk.order.OrderProgress.Phase;
import de.koblenz.kiosk.order.OrderRequest.Position;
import de.koblenz.kiosk.order.OrderRequest.Reservation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// An order as it lies on disk. No personal data: what is personal is sealed beside it or in memory only.
///
/// @param id identity and idempotency key
/// @param serviceId service of the catalogue
/// @param title German short name
/// @param cents what is or was to be paid
/// @param positions what for
/// @param reservation places, where it has some
/// @param application whether a sealed application lies beside it
/// @param attachments how many sealed documents go with it
/// @param copyWanted whether the citizen wants the copy on paper
/// @param placedAt when it was taken
/// @param state what it does next
/// @param present whether the citizen is still at the terminal
/// @param stop why the payment page is no longer offered
/// @param code failure code, or empty
/// @param result how it ends, known from the moment it cannot end otherwise; empty before
/// @param holdUntil when the hold expires; [Instant#EPOCH] without one
/// @param payment the transaction of the payment platform
/// @param ticketCodes signed codes, one per place; empty before they are confirmed
/// @param dispatch the application at the delivery service
/// @param slips its papers, in the order of printing
public record Order(
        OrderId id,
        String serviceId,
        String title,
        int cents,
        List<Position> positions,
        Optional<Reservation> reservation,
        boolean application,
        int attachments,
        boolean copyWanted,
        Instant placedAt,
        OrderState state,
        boolean present,
        Stop stop,
        String code,
        Optional<Phase> result,
        Instant holdUntil,
        Payment payment,
        List<String> ticketCodes,
        Dispatch dispatch,
        List<Slip> slips) {

    public Order {
        positions = List.copyOf(positions);
        ticketCodes = List.copyOf(ticketCodes);
        slips = List.copyOf(slips);
    }

    /// Why the payment page is not offered any more, although the platform has not settled the payment.
    public enum Stop {
        NONE,
        /// The citizen pressed cancel; the status is looked at once more.
        CANCELLING,
        CANCELLED,
        TIMED_OUT,
        HOLD_LOST,
        /// The platform's time limit is over but the platform has not said so: the places are given back, and what
        /// is paid all the same goes back as well.
        OVER
    }

    /// The one transaction of an order.
    ///
    /// @param transactionId the platform's id; empty before the transaction is known
    /// @param url page to pay at
    /// @param openedAt when it was opened; [Instant#EPOCH] before
    /// @param payUntil until when it is offered; [Instant#MAX] before
    /// @param unclear whether the platform did not answer the last questions
    /// @param kassenzeichen booking reference, as far as it is known
    /// @param method the platform's payment method; empty before payment
    /// @param feeCents what the provider keeps of it, or `BookingEntry.UNKNOWN_FEE`
    /// @param paidAt when it was paid; [Instant#EPOCH] before
    public record Payment(
            String transactionId,
            String url,
            Instant openedAt,
            Instant payUntil,
            boolean unclear,
            String kassenzeichen,
            String method,
            int feeCents,
            Instant paidAt) {
        public static final Payment NONE =
                new Payment("", "", Instant.EPOCH, Instant.MAX, false, "", "", 0, Instant.EPOCH);

        public boolean paid() {
            return !paidAt.equals(Instant.EPOCH);
        }

        Payment until(Instant end) {
            return new Payment(
                    transactionId,
                    url,
                    openedAt,
                    end,
                    unclear,
                    kassenzeichen,
                    method,
                    feeCents,
                    paidAt);
        }

        Payment withUnclear(boolean now) {
            return new Payment(
                    transactionId,
                    url,
                    openedAt,
                    payUntil,
                    now,
                    kassenzeichen,
                    method,
                    feeCents,
                    paidAt);
        }
    }

    /// The application at the delivery service.
    ///
    /// @param submissionId FIT-Connect submission; empty before it is announced
    /// @param caseId FIT-Connect case; empty before it is announced
    /// @param uploaded how many of its documents the delivery service has
    /// @param status how far
    public record Dispatch(String submissionId, String caseId, int uploaded, Status status) {
        public static final Dispatch NONE = new Dispatch("", "", 0, Status.UNSENT);

        Dispatch at(Status now) {
            return new Dispatch(submissionId, caseId, uploaded, now);
        }

        /// How far the application is.
        public enum Status {
            UNSENT,
            /// Handed over completely.
            SENT,
            /// The delivery service has signed that it holds exactly what was sent.
            DELIVERED,
            /// The authority has taken it.
            ACCEPTED,
            /// The authority could not take it.
            REJECTED
        }
    }

    /// One paper.
    ///
    /// @param jobId id of its print job, unique for ever
    /// @param kind what it is
    /// @param state how far
    public record Slip(String jobId, Paper.Kind kind, Paper.State state) {
        Slip as(Paper.State now) {
            return new Slip(jobId, kind, now);
        }
    }

    /// A fresh order from what the citizen asked for.
    public static Order of(OrderRequest request, Instant now) {
        return new Order(
                request.id(),
                request.serviceId(),
                request.title(),
                request.cents(),
                request.positions(),
                request.reservation(),
                request.application().isPresent(),
                request.application().map(it -> it.enclosures().size()).orElse(0),
                !request.copy().isEmpty(),
                now,
                OrderState.PLACED,
                true,
                Stop.NONE,
                "",
                Optional.empty(),
                Instant.EPOCH,
                Payment.NONE,
                List.of(),
                Dispatch.NONE,
                List.of());
    }

    /// Short reference for citizen and help desk.
    public String reference() {
        return OrderReference.of(id);
    }

    /// What citizen and staff are told.
    public OrderProgress progress() {
        Phase phase = phase();
        boolean offered =
                phase == Phase.AWAITING_PAYMENT || (phase == Phase.PAYMENT_UNCLEAR && !stopped());
        return new OrderProgress(
                id,
                phase,
                reference(),
                cents,
                offered && !stopped() ? payment.url() : "",
                payment.payUntil(),
                payment.kassenzeichen(),
                resumable(),
                slips.stream().map(slip -> new Paper(slip.kind(), slip.state())).toList(),
                code);
    }

    /// Where it stands in the words of [OrderProgress].
    public Phase phase() {
        return switch (state) {
            case PLACED -> Phase.PLACED;
            case RESERVING -> Phase.RESERVING;
            case OPENING -> Phase.OPENING_PAYMENT;
            case PAYING -> payingPhase();
            case BOOKING, CONFIRMING -> Phase.PAID;
            case SUBMITTING -> Phase.SUBMITTING;
            case PRINTING -> Phase.PRINTING;
            case DELIVERING, TRACKING -> papersPhase();
            case RELEASING, REFUNDING, TAKING_BACK, ENDED -> result.orElse(Phase.CANCELLED);
        };
    }

    private Phase payingPhase() {
        if (payment.unclear() && !over()) {
            return Phase.PAYMENT_UNCLEAR;
        }
        return switch (stop) {
            case NONE, CANCELLING -> Phase.AWAITING_PAYMENT;
            case CANCELLED -> Phase.CANCELLED;
            case TIMED_OUT -> Phase.PAYMENT_FAILED;
            case HOLD_LOST -> Phase.SOLD_OUT;
            case OVER -> result.orElse(Phase.PAYMENT_FAILED);
        };
    }

    Phase papersPhase() {
        boolean kept =
                slips.stream()
                        .anyMatch(slip ->
                                slip.state() == Paper.State.KEPT
                                        || slip.state() == Paper.State.UNKNOWN);
        return kept ? Phase.PAPER_KEPT : Phase.DONE;
    }

    /// Whether the citizen gave up or was too late, and the platform can still be paid.
    boolean resumable() {
        return state == OrderState.PAYING
                && switch (stop) {
                    case CANCELLED, TIMED_OUT -> true;
                    case NONE, CANCELLING, HOLD_LOST, OVER -> false;
                };
    }

    boolean stopped() {
        return stop != Stop.NONE;
    }

    /// Whether the citizen waits for it and nothing has stopped it.
    boolean wanted() {
        return present() && !stopped();
    }

    /// Whether it is too late for this payment: it is only watched so that it can be given back.
    public boolean over() {
        return stop == Stop.OVER;
    }

    /// Whether its receipt may still be printed, by the terminal or for staff.
    public boolean owesReceipt() {
        return !over() && Slips.oweReceipt(slips, state == OrderState.ENDED);
    }

    boolean sent() {
        return dispatch.status() != Dispatch.Status.UNSENT;
    }

    /// Changes some of its fields.
    Order with(UnaryOperator<Draft> change) {
        return change.apply(new Draft(this)).order();
    }

    /// The fields that change in an order's life, while they change. Not thread-safe.
    static final class Draft {
        private final Order from;
        private OrderState state;
        private boolean present;
        private Stop stop;
        private String code;
        private Optional<Phase> result;
        private Instant holdUntil;
        private Payment payment;
        private List<String> ticketCodes;
        private Dispatch dispatch;
        private List<Slip> slips;

        Draft(Order from) {
            this.from = from;
            this.state = from.state;
            this.present = from.present;
            this.stop = from.stop;
            this.code = from.code;
            this.result = from.result;
            this.holdUntil = from.holdUntil;
            this.payment = from.payment;
            this.ticketCodes = from.ticketCodes;
            this.dispatch = from.dispatch;
            this.slips = from.slips;
        }

        Draft state(OrderState value) {
            state = value;
            return this;
        }

        Draft gone() {
            present = false;
            return this;
        }

        Draft back() {
            present = true;
            return this;
        }

        Draft stop(Stop value) {
            stop = value;
            return this;
        }

        Draft code(String value) {
            code = value;
            return this;
        }

        Draft result(Phase value) {
            result = Optional.of(value);
            return this;
        }

        Draft holdUntil(Instant value) {
            holdUntil = value;
            return this;
        }

        Draft payment(Payment value) {
            payment = value;
            return this;
        }

        Draft ticketCodes(List<String> value) {
            ticketCodes = value;
            return this;
        }

        Draft dispatch(Dispatch value) {
            dispatch = value;
            return this;
        }

        Draft slips(List<Slip> value) {
            slips = value;
            return this;
        }

        Order order() {
            return new Order(
                    from.id,
                    from.serviceId,
                    from.title,
                    from.cents,
                    from.positions,
                    from.reservation,
                    from.application,
                    from.attachments,
                    from.copyWanted,
                    from.placedAt,
                    state,
                    present,
                    stop,
                    code,
                    result,
                    holdUntil,
                    payment,
                    ticketCodes,
                    dispatch,
                    slips);
        }
    }
}
