package de.koblenz.kiosk.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.order.payment.PaymentGateway.Opening;
import de.koblenz.kiosk.order.payment.PaymentRequest;
import de.koblenz.kiosk.order.payment.PaymentState;
import de.koblenz.kiosk.order.payment.XBezahldienste;
import de.koblenz.kiosk.order.submission.DestinationKeys;
import de.koblenz.kiosk.order.submission.FitConnect;
import de.koblenz.kiosk.order.submission.SealedSubmission;
import de.koblenz.kiosk.order.submission.SubmissionChannel.Announcement;
import de.koblenz.kiosk.order.submission.SubmissionChannel.DeliveryStatus;
import de.koblenz.kiosk.order.submission.SubmissionChannel.Handover;
import de.koblenz.kiosk.order.ticketing.Booking;
import de.koblenz.kiosk.order.ticketing.BookingClient;
import de.koblenz.kiosk.order.ticketing.Slot;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The terminal's own clients against the stand-ins: two readings of the same standards meet on the wire.
class TerminalClientsTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    @TempDir private Path folder;
    private final TestClock clock = new TestClock();
    private Sandbox sandbox;

    @BeforeEach
    void start() throws IOException {
        sandbox =
                Sandbox.start(
                        folder,
                        clock,
                        Sandbox.Settings.defaults()
                                .withDestination(Destination.DEFAULT.withKeyBits(2048)));
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private XBezahldienste gateway() {
        PaymentAccess access = sandbox.payments().access();
        return new XBezahldienste(
                new XBezahldienste.Account(
                        sandbox.payments().base(),
                        access.originatorId(),
                        access.endPointId(),
                        access.user(),
                        access.password()),
                URI.create("https://www.koblenz.de/"),
                TIMEOUT,
                clock);
    }

    private static PaymentRequest request() {
        return new PaymentRequest(
                "0c8a2f1e-5d0b-4f0a-9c71-2f4a6c1d9e55",
                1_150,
                "Schwimmbad KO-4711",
                "Freibad Oberwerth: 2 × Erwachsene, 1 × Kind",
                List.of(
                        new PaymentRequest.Item("adult", "Erwachsene", 2, 450),
                        new PaymentRequest.Item("child", "Kinder (6–17)", 1, 250)));
    }

    @Test
    void thePaymentClientOpensAndSeesThePayment() throws Exception {
        XBezahldienste gateway = gateway();
        sandbox.payments().faults().dropNextReply("POST", "");
        assertThrows(IOException.class, () -> gateway.open(request()));
        clock.pass(Duration.ofSeconds(5));
        Opening.Opened opened = assertInstanceOf(Opening.Opened.class, gateway.open(request()));
        assertEquals(1, sandbox.payments().transactions().size());
        assertInstanceOf(PaymentState.Pending.class, gateway.look(opened.transactionId()));
        sandbox.switchboard().payLast(PaymentMethod.PAYPAL);
        PaymentState.Paid paid =
                assertInstanceOf(PaymentState.Paid.class, gateway.look(opened.transactionId()));
        assertEquals(opened.reference(), paid.reference());
        assertEquals("PAYPAL", paid.method());
        assertEquals(clock.instant(), paid.at());
        // 0.35 € and 2.49 % of 11.50 €, which is 28.6 ct.
        assertEquals(OptionalInt.of(35 + 29), paid.feeCents());
    }

    @Test
    void thePaymentClientSeesTheEndOfAnUnpaidTransaction() throws Exception {
        XBezahldienste gateway = gateway();
        Opening.Opened opened = assertInstanceOf(Opening.Opened.class, gateway.open(request()));
        clock.pass(Sandbox.PAYMENT_TIME_LIMIT);
        assertInstanceOf(PaymentState.Ended.class, gateway.look(opened.transactionId()));
        sandbox.payments().offline(true);
        assertThrows(IOException.class, () -> gateway.look(opened.transactionId()));
    }

    @Test
    void theSubmissionClientDeliversWhatTheAuthorityReads() throws Exception {
        Map<String, DestinationKeys.DestinationKey> known = new HashMap<>();
        DestinationKeys keys =
                new DestinationKeys() {
                    @Override
                    public Optional<DestinationKey> find(String destinationId) {
                        return Optional.ofNullable(known.get(destinationId));
                    }

                    @Override
                    public void keep(DestinationKey key) {
                        known.put(key.destinationId(), key);
                    }
                };
        Destination destination = sandbox.authority().destination();
        FitConnect channel =
                new FitConnect(
                        new FitConnect.Client(
                                sandbox.authority().base(),
                                sandbox.authority().tokenUri(),
                                destination.clientId(),
                                destination.clientSecret()),
                        keys,
                        TIMEOUT,
                        clock);
        String data = "{\"kennzeichen\":\"KO-AB 123\",\"straße\":\"Lindenallee 7\"}";
        SealedSubmission sealed =
                channel.seal(
                                new de.koblenz.kiosk.order.submission.Submission(
                                        destination.id(),
                                        "99108001001000",
                                        "Bewohnerparkausweis",
                                        data,
                                        List.of()))
                        .submission();
        Announcement.Announced ids =
                assertInstanceOf(Announcement.Announced.class, channel.announce(sealed));
        assertEquals(DeliveryStatus.SENT, status(channel, ids, sealed));
        sandbox.authority().faults().dropNextReply("PUT", "");
        assertThrows(IOException.class, () -> channel.send(ids.submissionId(), sealed));
        assertInstanceOf(Handover.Taken.class, channel.send(ids.submissionId(), sealed));
        assertEquals(DeliveryStatus.DELIVERED, status(channel, ids, sealed));
        assertEquals(data, sandbox.authority().received().getFirst().data());
        assertEquals(SubmissionState.ACCEPTED, sandbox.authority().examine(ids.submissionId()));
        clock.pass(Duration.ofHours(2));
        assertEquals(DeliveryStatus.ACCEPTED, status(channel, ids, sealed));
    }

    private static DeliveryStatus status(
            FitConnect channel, Announcement.Announced ids, SealedSubmission sealed)
            throws IOException {
        return channel.status(ids.submissionId(), ids.caseId(), sealed);
    }

    @Test
    void theBookingClientSellsAndTakesBack() throws Exception {
        BookingClient booking =
                new BookingClient(sandbox.booking().base(), Sandbox.BOOKING_TOKEN, TIMEOUT);
        assertEquals(3, booking.venues().size());
        LocalDate day = LocalDate.of(2026, 6, 2);
        Slot slot = booking.slots("oberwerth", day, day).getFirst();
        UUID id = new UUID(1, 2);
        assertInstanceOf(
                Booking.Hold.Held.class, booking.hold(id, slot.id(), 3, Duration.ofMinutes(15)));
        assertInstanceOf(Booking.Hold.Held.class, booking.extend(id, Duration.ofMinutes(30)));
        Booking.Confirmation.Confirmed sold =
                assertInstanceOf(
                        Booking.Confirmation.Confirmed.class, booking.confirm(id, "KO-4711"));
        assertEquals(3, sold.codes().size());
        assertEquals(397, booking.slots("oberwerth", day, day).getFirst().free());
        booking.takeBack(id, "REFUND");
        assertEquals(400, booking.slots("oberwerth", day, day).getFirst().free());
        assertTrue(sold.codes().stream().allMatch(sandbox.booking()::isRevoked));
        assertInstanceOf(Booking.Confirmation.Gone.class, booking.confirm(id, "KO-4711"));
    }
}
