package de.koblenz.kiosk.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.order.OrderProgress.Phase;
import de.koblenz.kiosk.order.payment.BookingEntry;
import de.koblenz.kiosk.sandbox.HoldState;
import de.koblenz.kiosk.sandbox.PaymentStatus;
import de.koblenz.kiosk.sandbox.ReceivedSubmission;
import de.koblenz.kiosk.sandbox.Sandbox;
import de.koblenz.kiosk.sandbox.SubmissionState;
import java.io.IOException;
import java.util.List;
import java.util.function.ToLongFunction;

/// What has to be true of an order that has ended, seen from outside: money, places, applications and paper.
final class Reckoning {
    private Reckoning() {}

    /// Somebody pays the transaction of one order, whose page was shown.
    static void pay(Sandbox sandbox, OrderId id) {
        sandbox.switchboard().waiting().stream()
                .filter(t -> t.requestId().equals(id.toString()))
                .forEach(t -> sandbox.payments().pay(t.id()));
    }

    /// @param printed how often a job came out unmarked
    static Phase of(
            OrderRequest request,
            Terminal terminal,
            Sandbox sandbox,
            ToLongFunction<String> printed)
            throws IOException {
        Order order = terminal.order(request.id());
        String about = order.toString();
        assertEquals(OrderState.ENDED, order.state(), about);
        assertTrue(terminal.store.sealed(request.id()).isEmpty(), about);
        Phase phase = order.phase();
        boolean delivered = phase == Phase.DONE || phase == Phase.PAPER_KEPT;

        long charges =
                sandbox.payments().transactions().stream()
                        .filter(t -> t.requestId().equals(request.id().toString()))
                        .filter(t -> t.status() == PaymentStatus.PAYED)
                        .count();
        List<BookingEntry.Kind> booked =
                terminal.bookings.entries().stream()
                        .filter(e -> e.orderId().equals(request.id().toString()))
                        .map(BookingEntry::kind)
                        .toList();
        assertTrue(charges <= 1, about);
        if (charges == 1) {
            assertTrue(delivered || phase == Phase.REFUND_DUE, about);
            assertEquals(
                    delivered
                            ? List.of(BookingEntry.Kind.CHARGE)
                            : List.of(BookingEntry.Kind.CHARGE, BookingEntry.Kind.REFUND_DUE),
                    booked,
                    about);
        } else {
            assertTrue(!delivered && booked.isEmpty(), about);
        }

        long sold =
                sandbox.booking().holds().stream()
                        .filter(h -> h.id().equals(request.id().toString()))
                        .filter(h -> h.state() == HoldState.CONFIRMED)
                        .count();
        assertEquals(request.reservation().isPresent() && delivered ? 1 : 0, sold, about);

        if (request.application().isPresent()) {
            String data = request.application().get().dataJson();
            List<ReceivedSubmission> sent =
                    sandbox.authority().received().stream()
                            .filter(r -> r.data().equals(data))
                            .toList();
            assertTrue(sent.size() <= 1, about);
            assertTrue(!delivered || sent.size() == 1, about);
            int documents = request.application().get().enclosures().size();
            for (ReceivedSubmission received : sent) {
                assertEquals(SubmissionState.ACCEPTED, received.state(), about);
                assertEquals(documents, received.attachments().size(), about);
            }
            for (int document = 0; document < documents; document++) {
                assertTrue(terminal.store.attachment(request.id(), document).isEmpty(), about);
            }
        }

        for (Order.Slip slip : order.slips()) {
            long out = printed.applyAsLong(slip.jobId());
            switch (slip.state()) {
                case PRINTED -> assertEquals(1, out, about);
                case KEPT -> assertEquals(0, out, about);
                case UNKNOWN -> assertTrue(out <= 1, about);
                case WAITING, PRINTING -> throw new AssertionError(about);
            }
        }
        return phase;
    }
}
