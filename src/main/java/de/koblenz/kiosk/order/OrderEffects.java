package de.koblenz.kiosk.order;

import de.koblenz.kiosk.device.printer.PrintJournal;
import de.koblenz.kiosk.order.Order.Dispatch;
import de.koblenz.kiosk.order.OrderProgress.Paper;
import de.koblenz.kiosk.order.payment.BookingEntry;
import de.koblenz.kiosk.order.payment.PaymentGateway.Opening;
import de.koblenz.kiosk.order.payment.PaymentRequest;
import de.koblenz.kiosk.order.payment.PaymentState;
import de.koblenz.kiosk.order.submission.SealedAttachment;
import de.koblenz.kiosk.order.submission.SealedSubmission;
import de.koblenz.kiosk.order.submission.SubmissionChannel.Announcement;
import de.koblenz.kiosk.order.submission.SubmissionChannel.Handover;
import de.koblenz.kiosk.order.ticketing.Booking;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;

/// Does what the saga asks for, except printing, and says what came of it. Blocks; thread-safe.
final class OrderEffects {
    private static final int PURPOSE_LENGTH = 27;

    private final OrderPorts ports;
    private final OrderLimits limits;
    private final InstantSource clock;

    OrderEffects(OrderPorts ports, OrderLimits limits, InstantSource clock) {
        this.ports = ports;
        this.limits = limits;
        this.clock = clock;
    }

    Outcome perform(Order order, Effect effect) {
        return switch (effect) {
            case Effect.Hold _, Effect.ExtendHold _, Effect.ConfirmHold _ ->
                    trying(OrderCodes.BOOKING_OFFLINE, () -> booking(order, effect));
            case Effect.ReleaseHold _, Effect.TakeBack _ ->
                    trying(OrderCodes.BOOKING_OFFLINE, () -> giveBack(order, effect));
            case Effect.OpenPayment _ -> trying(OrderCodes.PAY_OFFLINE, () -> open(order));
            case Effect.AskPayment _ -> trying(OrderCodes.PAY_OFFLINE, () -> look(order));
            case Effect.BookCharge _ ->
                    trying(
                            OrderCodes.STORE,
                            () -> {
                                ports.bookings().append(entry(order, BookingEntry.Kind.CHARGE));
                                return new Outcome.ChargeBooked();
                            });
            case Effect.BookRefund _ ->
                    trying(
                            OrderCodes.STORE,
                            () -> {
                                ports.bookings().append(entry(order, BookingEntry.Kind.REFUND_DUE));
                                return new Outcome.RefundBooked();
                            });
            case Effect.Announce _, Effect.Upload _, Effect.Send _, Effect.AskStatus _ ->
                    trying(OrderCodes.SUBMISSION_PENDING, () -> submission(order, effect));
            case Effect.FindPapers _ -> papers(order);
            case Effect.Keep _, Effect.Rest _, Effect.Print _ ->
                    throw new IllegalArgumentException("not to be performed here: " + effect);
        };
    }

    private interface Attempt {
        Outcome make() throws IOException;
    }

    private static Outcome trying(String code, Attempt attempt) {
        try {
            return attempt.make();
        } catch (IOException _) {
            return new Outcome.Unreachable(code, 1);
        }
    }

    // ---- places

    private Outcome booking(Order order, Effect effect) throws IOException {
        UUID hold = order.id().value();
        OrderRequest.Reservation places = order.reservation().orElseThrow();
        if (effect instanceof Effect.ConfirmHold) {
            return switch (ports.booking().confirm(hold, order.reference())) {
                case Booking.Confirmation.Confirmed(var codes) ->
                        codes.size() == places.places()
                                ? new Outcome.HoldConfirmed(codes)
                                : new Outcome.TicketsInvalid(OrderCodes.TICKET_INVALID);
                case Booking.Confirmation.Gone _ -> new Outcome.HoldGone();
                case Booking.Confirmation.Untrusted _ ->
                        new Outcome.TicketsInvalid(OrderCodes.TICKET_INVALID);
            };
        }
        boolean first = effect instanceof Effect.Hold;
        Booking.Hold answer =
                first
                        ? ports.booking()
                                .hold(hold, places.slotId(), places.places(), limits.holdFor())
                        : ports.booking().extend(hold, limits.holdFor());
        return switch (answer) {
            case Booking.Hold.Held(Instant until) ->
                    first ? new Outcome.Held(until) : new Outcome.HoldExtended(until);
            case Booking.Hold.SoldOut _ -> new Outcome.SoldOut();
            case Booking.Hold.Gone _ -> new Outcome.HoldGone();
        };
    }

    private Outcome giveBack(Order order, Effect effect) throws IOException {
        UUID hold = order.id().value();
        if (effect instanceof Effect.TakeBack) {
            ports.booking().takeBack(hold, order.code());
            return new Outcome.TakenBack();
        }
        return ports.booking().release(hold)
                ? new Outcome.HoldReleased()
                : new Outcome.HoldIsConfirmed();
    }

    // ---- money

    private Outcome open(Order order) throws IOException {
        PaymentRequest request =
                new PaymentRequest(
                        order.id().toString(),
                        order.cents(),
                        purpose(order),
                        order.title(),
                        order.positions().stream()
                                .map(p ->
                                        new PaymentRequest.Item(
                                                order.serviceId(), p.name(), p.count(), p.cents()))
                                .toList());
        return switch (ports.payments().open(request)) {
            case Opening.Opened(String id, String url, String reference) ->
                    new Outcome.PaymentOpened(id, url, reference);
            case Opening.Refused _ -> new Outcome.PaymentRefused(OrderCodes.PAY_REFUSED);
        };
    }

    /// The order's reference first: where the platform gives no Kassenzeichen, it is what the Stadtkasse sees.
    static String purpose(Order order) {
        String title =
                order.title()
                        .replace("ä", "ae")
                        .replace("ö", "oe")
                        .replace("ü", "ue")
                        .replace("Ä", "Ae")
                        .replace("Ö", "Oe")
                        .replace("Ü", "Ue")
                        .replace("ß", "ss")
                        .replaceAll("[^A-Za-z0-9 -]", "");
        String purpose = order.reference() + " " + title;
        return purpose.substring(0, Math.min(PURPOSE_LENGTH, purpose.length())).strip();
    }

    private Outcome look(Order order) throws IOException {
        return switch (ports.payments().look(order.payment().transactionId())) {
            case PaymentState.Pending _ -> new Outcome.PaymentPending();
            case PaymentState.Paid(String reference, String method, Instant at, OptionalInt fee) ->
                    new Outcome.PaymentPaid(
                            kassenzeichen(order, reference),
                            method,
                            fee.orElseGet(() -> ports.fees().of(method, order.cents())),
                            at);
            case PaymentState.Ended(boolean byPayer) ->
                    new Outcome.PaymentEnded(
                            byPayer ? OrderCodes.PAY_CANCELLED : OrderCodes.PAY_DECLINED);
        };
    }

    /// The platform's reference, which it gives at the opening or only after payment (XBezahldienste 1.0.0,
    /// `transactionReference`); where it never gives one, the purpose that we sent stands on the statement.
    private static String kassenzeichen(Order order, String reference) {
        if (!reference.isEmpty()) {
            return reference;
        }
        String known = order.payment().kassenzeichen();
        return known.isEmpty() ? order.reference() : known;
    }

    private BookingEntry entry(Order order, BookingEntry.Kind kind) {
        Order.Payment payment = order.payment();
        return new BookingEntry(
                0,
                clock.instant(),
                kind,
                order.id().toString(),
                order.reference(),
                order.serviceId(),
                payment.kassenzeichen(),
                order.cents(),
                payment.feeCents(),
                payment.method(),
                payment.transactionId(),
                kind == BookingEntry.Kind.CHARGE ? "" : order.code());
    }

    // ---- application

    private Outcome submission(Order order, Effect effect) throws IOException {
        SealedSubmission sealed = ports.store().sealed(order.id()).orElse(null);
        if (sealed == null) {
            throw new IllegalStateException("the sealed application of " + order.id() + " is gone");
        }
        String id = order.dispatch().submissionId();
        if (effect instanceof Effect.Announce) {
            return switch (ports.submissions().announce(sealed)) {
                case Announcement.Announced(String submission, String caseId) ->
                        new Outcome.Announced(submission, caseId);
                case Announcement.Refused _ ->
                        new Outcome.Undeliverable(OrderCodes.SUBMISSION_REFUSED);
            };
        }
        if (effect instanceof Effect.Upload(int number)) {
            SealedAttachment attachment =
                    ports.store().attachment(order.id(), number).orElseThrow();
            return handed(ports.submissions().upload(id, attachment), new Outcome.Uploaded(number));
        }
        if (effect instanceof Effect.Send) {
            return handed(ports.submissions().send(id, sealed), new Outcome.Sent());
        }
        return switch (ports.submissions().status(id, order.dispatch().caseId(), sealed)) {
            case SENT -> new Outcome.StatusIs(Dispatch.Status.SENT);
            case DELIVERED -> new Outcome.StatusIs(Dispatch.Status.DELIVERED);
            case ACCEPTED -> new Outcome.StatusIs(Dispatch.Status.ACCEPTED);
            case REJECTED -> new Outcome.StatusIs(Dispatch.Status.REJECTED);
            case ALTERED -> new Outcome.Undeliverable(OrderCodes.SUBMISSION_ALTERED);
        };
    }

    private static Outcome handed(Handover answer, Outcome taken) {
        return switch (answer) {
            case Handover.Taken _ -> taken;
            case Handover.Forgotten _ -> new Outcome.AnnouncementGone(1);
            case Handover.Refused _ -> new Outcome.Undeliverable(OrderCodes.SUBMISSION_REFUSED);
        };
    }

    // ---- paper

    private Outcome papers(Order order) {
        Map<String, PrintJournal.Entry> entries = new HashMap<>();
        for (Order.Slip slip : order.slips()) {
            if (slip.state() == Paper.State.PRINTING) {
                ports.prints()
                        .find(slip.jobId())
                        .ifPresent(entry -> entries.put(slip.jobId(), entry));
            }
        }
        return new Outcome.PapersFound(entries);
    }
}
