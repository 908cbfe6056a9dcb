package de.koblenz.kiosk.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.device.printer.PrintJournal;
import de.koblenz.kiosk.order.Order.Dispatch;
import de.koblenz.kiosk.order.Order.Payment;
import de.koblenz.kiosk.order.Order.Stop;
import de.koblenz.kiosk.order.OrderProgress.Paper;
import de.koblenz.kiosk.order.OrderProgress.Phase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OrderSagaTest {
    private static final Instant NOW = Instant.parse("2026-06-01T06:00:00Z");
    private static final OrderLimits LIMITS = OrderLimits.USUAL;
    private final OrderSaga saga = new OrderSaga(LIMITS);

    private static final Payment OPEN =
            new Payment(
                    "t1",
                    "https://pay.example/t1",
                    NOW,
                    NOW.plus(LIMITS.payWithin()),
                    false,
                    "",
                    "",
                    0,
                    Instant.EPOCH);
    private static final Payment PAID =
            new Payment(
                    "t1",
                    "https://pay.example/t1",
                    NOW,
                    NOW.plus(LIMITS.payWithin()),
                    false,
                    "KZ1",
                    "PAYPAL",
                    12,
                    NOW);

    private static final Map<String, Outcome> OUTCOMES = outcomes();

    private static Map<String, Outcome> outcomes() {
        Map<String, Outcome> all = new LinkedHashMap<>();
        all.put("begun", new Outcome.Begun());
        all.put("held", new Outcome.Held(NOW.plus(LIMITS.holdFor())));
        all.put("sold out", new Outcome.SoldOut());
        all.put("hold extended", new Outcome.HoldExtended(NOW.plus(LIMITS.holdFor())));
        all.put("hold gone", new Outcome.HoldGone());
        all.put("hold released", new Outcome.HoldReleased());
        all.put("hold is confirmed", new Outcome.HoldIsConfirmed());
        all.put("hold confirmed", new Outcome.HoldConfirmed(List.of("KO1.a.b", "KO1.c.d")));
        all.put("tickets invalid", new Outcome.TicketsInvalid(OrderCodes.TICKET_INVALID));
        all.put("taken back", new Outcome.TakenBack());
        all.put("payment opened", new Outcome.PaymentOpened("t1", "https://pay.example/t1", ""));
        all.put("payment refused", new Outcome.PaymentRefused(OrderCodes.PAY_REFUSED));
        all.put("payment pending", new Outcome.PaymentPending());
        all.put("payment paid", new Outcome.PaymentPaid("KZ1", "PAYPAL", 12, NOW));
        all.put("payment ended", new Outcome.PaymentEnded(OrderCodes.PAY_DECLINED));
        all.put("charge booked", new Outcome.ChargeBooked());
        all.put("refund booked", new Outcome.RefundBooked());
        all.put("announced", new Outcome.Announced("s1", "c1"));
        all.put("uploaded", new Outcome.Uploaded(0));
        all.put("announcement gone", new Outcome.AnnouncementGone(1));
        all.put("announcement gone again", new Outcome.AnnouncementGone(2));
        all.put("overdue", new Outcome.Overdue());
        all.put("sent", new Outcome.Sent());
        all.put("undeliverable", new Outcome.Undeliverable(OrderCodes.SUBMISSION_REFUSED));
        all.put("delivered", new Outcome.StatusIs(Dispatch.Status.DELIVERED));
        all.put("accepted", new Outcome.StatusIs(Dispatch.Status.ACCEPTED));
        all.put("rejected", new Outcome.StatusIs(Dispatch.Status.REJECTED));
        all.put("printed", new Outcome.Printed(0, Paper.State.PRINTED, ""));
        all.put("not printed", new Outcome.Printed(0, Paper.State.KEPT, "PRN-PAPER-OUT"));
        all.put("print unknown", new Outcome.Printed(0, Paper.State.UNKNOWN, "PRN-PORT-LOST"));
        all.put("papers found", new Outcome.PapersFound(Map.of()));
        all.put("unreachable 1", new Outcome.Unreachable("X-OFFLINE", 1));
        all.put("unreachable 9", new Outcome.Unreachable("X-OFFLINE", 9));
        all.put("payment silent", new Outcome.Unreachable(OrderCodes.PAY_OFFLINE, 9));
        all.put("citizen left", new Outcome.CitizenLeft());
        all.put("citizen cancelled", new Outcome.CitizenCancelled());
        all.put("citizen resumed", new Outcome.CitizenResumed());
        all.put("recovered", new Outcome.Recovered());
        return all;
    }

    /// An order with everything, as it is in `state` while all goes well.
    private static Order in(OrderState state) {
        Order order = inside(state);
        // Whoever was told the end is taken to have left.
        return order.phase().ended() ? order.with(Order.Draft::gone) : order;
    }

    private static Order inside(OrderState state) {
        Order placed = Order.of(SampleOrders.everything(SampleOrders.id(1)), NOW);
        Order order = placed.with(d -> d.state(state));
        return switch (state) {
            case PLACED, RESERVING -> order;
            case OPENING -> held(order);
            case PAYING -> held(order).with(d -> d.payment(OPEN));
            case BOOKING, CONFIRMING -> held(order).with(d -> d.payment(PAID));
            case SUBMITTING -> sold(order);
            case PRINTING -> printing(sent(order));
            case DELIVERING -> printing(sold(order));
            case TRACKING -> printing(sent(order));
            case RELEASING ->
                    held(order)
                            .with(d ->
                                    d.result(Phase.PAYMENT_FAILED).code(OrderCodes.PAY_DECLINED));
            case REFUNDING, TAKING_BACK ->
                    held(order)
                            .with(d ->
                                    d.payment(PAID)
                                            .result(Phase.REFUND_DUE)
                                            .code(OrderCodes.HOLD_LOST));
            case ENDED -> printing(sold(order)).with(d -> d.result(Phase.DONE));
        };
    }

    private static Order held(Order order) {
        return order.with(d -> d.holdUntil(NOW.plus(LIMITS.holdFor())));
    }

    private static Order sold(Order order) {
        return held(order).with(d -> d.payment(PAID).ticketCodes(List.of("KO1.a.b", "KO1.c.d")));
    }

    private static Order sent(Order order) {
        return sold(order).with(d -> d.dispatch(new Dispatch("s1", "c1", 0, Dispatch.Status.SENT)));
    }

    private static Order printing(Order order) {
        Paper.State first =
                order.state() == OrderState.PRINTING ? Paper.State.PRINTING : Paper.State.PRINTED;
        Paper.State rest =
                order.state() == OrderState.PRINTING ? Paper.State.WAITING : Paper.State.PRINTED;
        List<Order.Slip> slips = new ArrayList<>();
        for (Order.Slip slip : Slips.of(order)) {
            slips.add(slip.as(slips.isEmpty() ? first : rest));
        }
        return order.with(d -> d.slips(slips));
    }

    private static String row(Order before, String outcome, Step step) {
        Order after = step.order();
        StringBuilder row = new StringBuilder();
        row.append(before.state()).append(" + ").append(outcome).append(" -> ");
        row.append(after.state()).append(", ").append(after.phase());
        row.append(", ").append(step.effect().getClass().getSimpleName());
        if (!step.delay().isZero()) {
            row.append(" in ").append(step.delay().toSeconds()).append(" s");
        }
        if (!after.code().isEmpty()) {
            row.append(", ").append(after.code());
        }
        return row.toString();
    }

    @Test
    void everyOutcomeInEveryStateLeadsWhereTheTableSays() throws IOException {
        List<String> rows = new ArrayList<>();
        for (OrderState state : OrderState.values()) {
            for (Map.Entry<String, Outcome> outcome : OUTCOMES.entrySet()) {
                Order before = in(state);
                Step step = saga.next(before, outcome.getValue(), NOW.plusSeconds(5));
                boolean nothing =
                        step.effect() instanceof Effect.Keep && step.order().equals(before);
                if (!nothing) {
                    rows.add(row(before, outcome.getKey(), step));
                }
            }
        }
        Path table =
                Path.of(System.getProperty("kiosk.project", "."))
                        .resolve("src/test/resources/de/koblenz/kiosk/order/saga.txt");
        // Lines that are not in the table change nothing: the outcome is stale there.
        List<String> expected =
                Files.readAllLines(table).stream()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .toList();
        assertEquals(String.join("\n", expected), String.join("\n", rows));
    }

    @Test
    void theSameQuestionHasTheSameAnswer() {
        for (OrderState state : OrderState.values()) {
            for (Outcome outcome : OUTCOMES.values()) {
                assertEquals(
                        saga.next(in(state), outcome, NOW), saga.next(in(state), outcome, NOW));
            }
        }
    }

    @Test
    void noPageIsShownBeforeItsTransactionIsWrittenDown() {
        for (OrderState state : OrderState.values()) {
            Order order = in(state);
            assertEquals(
                    state == OrderState.PAYING ? OPEN.url() : "",
                    order.progress().paymentUrl(),
                    state.name());
        }
    }

    @Test
    void aPageThatIsNoLongerOfferedIsNotShown() {
        for (Stop stop : Stop.values()) {
            Order order = in(OrderState.PAYING).with(d -> d.stop(stop));
            assertEquals(stop != Stop.NONE, order.progress().paymentUrl().isEmpty(), stop.name());
        }
    }

    @Test
    void whoTriesAgainPaysTheSameTransaction() {
        for (Stop stop : List.of(Stop.NONE, Stop.CANCELLED, Stop.TIMED_OUT)) {
            Order order = in(OrderState.PAYING).with(d -> d.stop(stop));
            if (order.resumable()) {
                order = order.with(d -> d.gone().code(OrderCodes.PAY_TIMEOUT));
            }
            Instant later = NOW.plus(Duration.ofMinutes(15));
            Step step = saga.next(order, new Outcome.CitizenResumed(), later);
            assertEquals(OPEN.url(), step.order().progress().paymentUrl(), stop.name());
            assertEquals(
                    later.plus(LIMITS.payWithin()), step.order().payment().payUntil(), stop.name());
            assertTrue(step.order().present(), stop.name());
            assertEquals("", step.order().code(), stop.name());
            assertTrue(step.effect() instanceof Effect.AskPayment, stop.name());
        }
    }

    @Test
    void thePageIsOfferedNoLongerThanThePlatformTakesTheMoney() {
        Order order = in(OrderState.PAYING);
        Instant limit = NOW.plus(LIMITS.platformLimit());
        Step step = saga.next(order, new Outcome.CitizenResumed(), limit.minusSeconds(1));
        assertEquals(limit, step.order().payment().payUntil());
        Order late = order.with(d -> d.stop(Stop.TIMED_OUT).gone());
        assertEquals(Step.keep(late), saga.next(late, new Outcome.CitizenResumed(), limit));
    }

    @Test
    void whatIsSettledCannotBeTakenUpAgain() {
        for (OrderState state : OrderState.values()) {
            assertFalse(in(state).resumable(), state.name());
        }
        Order lost = in(OrderState.PAYING).with(d -> d.stop(Stop.HOLD_LOST).gone());
        assertEquals(Step.keep(lost), saga.next(lost, new Outcome.CitizenResumed(), NOW));
    }

    @Test
    void whileTheCancellationIsAskedAboutTheAnswerIsAwaitedAtEveryPoll() {
        Order order = in(OrderState.PAYING).with(d -> d.stop(Stop.CANCELLING));
        Step step = saga.next(order, new Outcome.Unreachable(OrderCodes.PAY_OFFLINE, 1), NOW);
        assertEquals(LIMITS.poll(), step.delay());
    }

    @Test
    void aPaymentIsWatchedUntilThePlatformsLimitHoweverItIsStopped() {
        for (Stop stop : Stop.values()) {
            Order order = in(OrderState.PAYING).with(d -> d.stop(stop));
            Instant before = NOW.plus(LIMITS.platformLimit()).minusSeconds(1);
            Step watching = saga.next(order, new Outcome.PaymentPending(), before);
            assertEquals(OrderState.PAYING, watching.order().state(), stop.name());
            if (stop == Stop.OVER) {
                continue;
            }
            Instant after = NOW.plus(LIMITS.platformLimit());
            Step over = saga.next(order, new Outcome.PaymentPending(), after);
            assertEquals(OrderState.RELEASING, over.order().state(), stop.name());
        }
    }

    /// An order whose platform goes on saying "pending" after its time limit; its places are free again.
    private Order over() {
        Instant limit = NOW.plus(LIMITS.platformLimit());
        Order order = in(OrderState.PAYING).with(d -> d.stop(Stop.TIMED_OUT).gone());
        order = saga.next(order, new Outcome.PaymentPending(), limit).order();
        return saga.next(order, new Outcome.HoldReleased(), limit).order();
    }

    @Test
    void afterThePlatformsLimitThePaymentIsWatchedSlowlyForTwoWeeks() {
        Order order = over();
        assertEquals(OrderState.PAYING, order.state());
        assertEquals(Phase.PAYMENT_FAILED, order.phase());
        assertFalse(order.resumable());
        Instant last = NOW.plus(LIMITS.platformLimit()).plus(Duration.ofDays(14));
        Step step = saga.next(order, new Outcome.PaymentPending(), last.minusSeconds(1));
        assertEquals(new Step(order, new Effect.AskPayment(), Duration.ofHours(1)), step);
        Step silent = saga.next(order, new Outcome.Unreachable(OrderCodes.PAY_OFFLINE, 9), last);
        assertEquals(new Step(order, new Effect.AskPayment(), Duration.ofHours(1)), silent);
        Order ended = saga.next(order, new Outcome.PaymentPending(), last).order();
        assertEquals(OrderState.ENDED, ended.state());
        assertEquals(Phase.PAYMENT_FAILED, ended.phase());
        assertEquals(OrderCodes.PAY_TIMEOUT, ended.code());
    }

    @Test
    void whatIsPaidAfterThePlatformsLimitGoesBack() {
        Instant late = NOW.plus(Duration.ofDays(3));
        Order order =
                saga.next(over(), new Outcome.PaymentPaid("KZ1", "X", 12, late), late).order();
        assertEquals(OrderState.BOOKING, order.state());
        Step refund = saga.next(order, new Outcome.ChargeBooked(), late);
        assertTrue(refund.effect() instanceof Effect.BookRefund);
        assertEquals(OrderCodes.PAY_LATE, refund.order().code());
        order = saga.next(refund.order(), new Outcome.RefundBooked(), late).order();
        order = saga.next(order, new Outcome.TakenBack(), late).order();
        assertEquals(OrderState.ENDED, order.state());
        assertEquals(Phase.REFUND_DUE, order.phase());
    }

    @Test
    void silenceOfThePlatformNeverSettlesAPayment() {
        Order order = in(OrderState.PAYING);
        for (int attempt = 1; attempt < 2_000; attempt++) {
            Instant at = NOW.plus(Duration.ofMinutes(attempt));
            order =
                    saga.next(order, new Outcome.Unreachable(OrderCodes.PAY_OFFLINE, attempt), at)
                            .order();
        }
        assertEquals(OrderState.PAYING, order.state());
        assertEquals(Phase.PAYMENT_UNCLEAR, order.phase());
    }

    @Test
    void placesAreHeldOnWhileThePaymentIsOpenOrUnclear() {
        Order order = in(OrderState.PAYING);
        Instant old = NOW.plus(LIMITS.holdFor()).minusSeconds(60);
        assertTrue(
                saga.next(order, new Outcome.PaymentPending(), old).effect()
                        instanceof Effect.ExtendHold);
        assertTrue(
                saga.next(order, new Outcome.Unreachable(OrderCodes.PAY_OFFLINE, 3), old).effect()
                        instanceof Effect.ExtendHold);
    }

    @Test
    void whoCancelledAndPaidAfterAllIsServedWithPaperForStaff() {
        Order order = in(OrderState.PAYING);
        order = saga.next(order, new Outcome.CitizenCancelled(), NOW).order();
        Order paid =
                saga.next(order, new Outcome.PaymentPaid("KZ1", "PAYPAL", 12, NOW), NOW).order();
        assertEquals(OrderState.BOOKING, paid.state());
        assertFalse(paid.present());
    }

    @Test
    void aPaymentThatIsPaidAfterTheHoldWasLostIsRefunded() {
        Order order = in(OrderState.PAYING);
        order = saga.next(order, new Outcome.HoldGone(), NOW).order();
        assertEquals(Phase.SOLD_OUT, order.phase());
        order = saga.next(order, new Outcome.PaymentPaid("KZ1", "PAYPAL", 12, NOW), NOW).order();
        order = saga.next(order, new Outcome.ChargeBooked(), NOW).order();
        Step step = saga.next(order, new Outcome.HoldGone(), NOW);
        assertEquals(Phase.REFUND_DUE, step.order().phase());
        assertTrue(step.effect() instanceof Effect.BookRefund);
    }

    @Test
    void aPrintJobThatWasBeingSentWhenTheTerminalDiedIsUnknown() {
        Order order = in(OrderState.PRINTING);
        Step step =
                saga.next(
                        saga.next(order, new Outcome.Recovered(), NOW).order(),
                        new Outcome.PapersFound(
                                Map.of(
                                        order.slips().getFirst().jobId(),
                                        PrintJournal.Entry.SENDING)),
                        NOW);
        assertEquals(
                List.of(Paper.State.UNKNOWN, Paper.State.KEPT, Paper.State.KEPT),
                step.order().slips().stream().map(Order.Slip::state).toList());
        assertEquals(Phase.PAPER_KEPT, step.order().phase());
    }

    @Test
    void documentsGoOneByOneBetweenAnnouncementAndApplication() {
        Order order =
                sold(Order.of(
                                SampleOrders.withPapers(
                                        SampleOrders.everything(SampleOrders.id(1))),
                                NOW))
                        .with(d -> d.state(OrderState.SUBMITTING));
        assertEquals(new Effect.Announce(), OrderSaga.effect(order));
        Step step = saga.next(order, new Outcome.Announced("s1", "c1"), NOW);
        assertEquals(new Effect.Upload(0), step.effect());
        step = saga.next(step.order(), new Outcome.Uploaded(0), NOW);
        assertEquals(new Effect.Upload(1), step.effect());
        // An answer that comes twice counts once, and what was written down is not asked again
        // after a
        // crash.
        assertEquals(
                new Effect.Keep(), saga.next(step.order(), new Outcome.Uploaded(0), NOW).effect());
        assertEquals(
                new Effect.Upload(1),
                saga.next(step.order(), new Outcome.Recovered(), NOW).effect());
        step = saga.next(step.order(), new Outcome.Uploaded(1), NOW);
        assertEquals(new Effect.Send(), step.effect());
        // A submission that the delivery service has swept away is announced anew, with all its
        // documents.
        Step anew = saga.next(step.order(), new Outcome.AnnouncementGone(1), NOW);
        assertEquals(new Effect.Announce(), anew.effect());
        assertEquals(
                new Effect.Upload(0),
                saga.next(anew.order(), new Outcome.Announced("s2", "c2"), NOW).effect());
    }

    @Test
    void aFaultOfThePrinterDoesNotHideThatTheApplicationIsStillToBeSent() {
        Order order =
                in(OrderState.PRINTING)
                        .with(d -> d.dispatch(Dispatch.NONE).code(OrderCodes.SUBMISSION_PENDING));
        Outcome fault = new Outcome.Printed(0, Paper.State.KEPT, "PRN-PAPER-OUT");
        Order kept = saga.next(order, fault, NOW).order();
        assertEquals(OrderState.DELIVERING, kept.state());
        assertEquals(Phase.PAPER_KEPT, kept.phase());
        assertEquals(OrderCodes.SUBMISSION_PENDING, kept.code());
        kept = saga.next(kept, new Outcome.Announced("s1", "c1"), NOW).order();
        assertEquals(
                OrderCodes.PAPER_KEPT, saga.next(kept, new Outcome.Sent(), NOW).order().code());
    }

    @Test
    void theCopyOfWhoLeftIsNoPaperAnyMore() {
        Order left = saga.next(in(OrderState.PRINTING), new Outcome.CitizenLeft(), NOW).order();
        assertTrue(left.slips().stream().noneMatch(s -> s.kind() == Paper.Kind.COPY));
    }

    @Test
    void retriesBecomeSlowerUpToAMinute() {
        assertEquals(Duration.ofSeconds(1), OrderSaga.backoff(1));
        assertEquals(Duration.ofSeconds(8), OrderSaga.backoff(4));
        assertEquals(Duration.ofMinutes(1), OrderSaga.backoff(7));
        assertEquals(Duration.ofMinutes(1), OrderSaga.backoff(Integer.MAX_VALUE));
    }
}
