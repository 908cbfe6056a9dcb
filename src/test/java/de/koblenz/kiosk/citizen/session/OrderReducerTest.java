package de.koblenz.kiosk.citizen.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.citizen.ScreenParts;
import de.koblenz.kiosk.citizen.TestCitizens;
import de.koblenz.kiosk.citizen.TestTerminal;
import de.koblenz.kiosk.citizen.TestWorld;
import de.koblenz.kiosk.device.DeviceState;
import de.koblenz.kiosk.order.OrderId;
import de.koblenz.kiosk.order.OrderProgress;
import de.koblenz.kiosk.order.OrderRequest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a citizen sees of an order, and what he can do about it.
class OrderReducerTest {
    private final TestTerminal terminal = TestTerminal.open();

    private String page() {
        return terminal.screen().key();
    }

    private String error() {
        return terminal.guided().error().map(Guided.PageError::code).orElse("");
    }

    private void send(SessionEvent event) {
        terminal.send(event);
    }

    private void next() {
        terminal.touch("next");
    }

    @Test
    void anOrderIsPlacedOnceHoweverOftenTheButtonIsTouched() {
        terminal.follow(TestCitizens.swimmer(), "check");
        for (int i = 0; i < 5; i++) {
            send(new SessionEvent.NextPressed());
        }
        assertEquals(1, terminal.world().placed().size());
        assertEquals("order.running", page());
    }

    @Test
    void aLateFailureOfTheBookingServiceDoesNotLoseTheOrder() {
        terminal.follow(TestCitizens.swimmer(), "order.running");
        terminal.progress(OrderProgress.Phase.AWAITING_PAYMENT);
        send(new SessionEvent.LoadFailed(terminal.session().id(), "BOOK-OFFLINE"));
        assertEquals("order.payment", page());
    }

    @Test
    void aRefusedOrderLeadsBackAndIsPlacedAnewWithAnotherId() {
        terminal.world().refuseOrders("ORD-DISK-FULL");
        terminal.follow(TestCitizens.swimmer(), "check");
        next();
        assertEquals("check", page());
        assertEquals("ORD-DISK-FULL", terminal.session().alert());
        terminal.world().refuseOrders("");
        next();
        assertEquals("order.running", page());
        List<OrderRequest> asked =
                terminal.effects().stream()
                        .filter(Effect.PlaceOrder.class::isInstance)
                        .map(effect -> ((Effect.PlaceOrder) effect).request())
                        .toList();
        assertEquals(2, asked.size());
        assertNotEquals(asked.getFirst().id(), asked.getLast().id());
    }

    @Test
    void aRefusalOfAnotherOrderChangesNothing() {
        terminal.follow(TestCitizens.swimmer(), "order.running");
        SessionState before = terminal.session();
        send(
                new SessionEvent.OrderRefused(
                        OrderId.of("00000000-0000-0000-0000-000000000001"), "ORD-DISK-FULL"));
        assertEquals(before, terminal.session());
    }

    @Test
    void progressOfAnOrderOfSomebodyElseIsDropped() {
        terminal.follow(TestCitizens.swimmer(), "order.running");
        OrderProgress old = terminal.progress(OrderProgress.Phase.AWAITING_PAYMENT);
        terminal.leave();
        terminal.follow(TestCitizens.swimmer(), "order.running");
        SessionState before = terminal.session();
        send(new SessionEvent.OrderProgressed(old));
        assertEquals(before, terminal.session());
    }

    @Test
    void onlyAnOrderThatWaitsForMoneyCanBeCancelled() {
        terminal.follow(TestCitizens.swimmer(), "order.running");
        for (OrderProgress.Phase phase : OrderProgress.Phase.values()) {
            terminal.progress(phase);
            send(new SessionEvent.BackPressed());
            int expected = phase.compareTo(OrderProgress.Phase.AWAITING_PAYMENT) >= 0 ? 1 : 0;
            assertEquals(expected, terminal.world().cancelled().size(), phase::name);
        }
    }

    @Test
    void afterSoldOutOnlyTheTimeIsAskedForAgain() {
        terminal.follow(TestCitizens.swimmer(), "order.running");
        terminal.world().sellOut("oberwerth-4-9");
        terminal.progress(OrderProgress.Phase.SOLD_OUT);
        next();
        assertEquals("slot", page());
        next();
        assertEquals("BOOK-SOLD-OUT", error());
        terminal.touch("slot.oberwerth-3-9");
        next();
        assertEquals("check", page());
        next();
        assertEquals(2, terminal.world().placed().size());
    }

    @Test
    void anApplicationThatIsSaidToBeSoldOutLeadsBackToItsAnswers() {
        terminal.follow(TestCitizens.resident(), "order.running");
        terminal.progress(OrderProgress.Phase.SOLD_OUT);
        next();
        assertEquals("check", page());
    }

    @ParameterizedTest
    @EnumSource(
            value = OrderProgress.Phase.class,
            names = {"PAYMENT_FAILED", "CANCELLED"})
    void afterAFailedPaymentTheSameAnswersCanBeOrderedAgain(OrderProgress.Phase phase) {
        terminal.follow(TestCitizens.resident(), "order.running");
        terminal.progress(phase);
        next();
        assertEquals("check", page());
        next();
        OrderRequest first = terminal.world().placed().getFirst();
        OrderRequest second = terminal.world().placed().getLast();
        assertNotEquals(first.id(), second.id());
        assertEquals(first.cents(), second.cents());
        assertEquals(first.application(), second.application());
    }

    @ParameterizedTest
    @EnumSource(
            value = OrderProgress.Phase.class,
            names = {"PAYMENT_FAILED", "CANCELLED"})
    void whatCanStillBePaidIsTakenUpAgainAndNotOrderedTwice(OrderProgress.Phase phase) {
        terminal.follow(TestCitizens.resident(), "order.running");
        OrderProgress placed = terminal.guided().order().orElseThrow();
        send(new SessionEvent.OrderProgressed(resumable(placed, phase)));
        next();
        assertEquals(List.of(placed.id()), terminal.world().resumed());
        assertEquals(1, terminal.world().placed().size());
        send(new SessionEvent.OverlayOpened(Overlay.Kind.END));
        send(new SessionEvent.EndConfirmed());
        assertEquals(List.of(placed.id()), terminal.world().left());
    }

    private static OrderProgress resumable(OrderProgress of, OrderProgress.Phase phase) {
        return new OrderProgress(
                of.id(),
                phase,
                of.reference(),
                of.cents(),
                "",
                of.payUntil(),
                "",
                true,
                of.papers(),
                "PAY-TIMEOUT");
    }

    @Test
    void aPaymentPageWithoutAddressIsNotShown() {
        terminal.follow(TestCitizens.resident(), "order.running");
        OrderProgress placed = terminal.guided().order().orElseThrow();
        send(
                new SessionEvent.OrderProgressed(
                        resumable(placed, OrderProgress.Phase.AWAITING_PAYMENT)));
        assertEquals("order.running", page());
    }

    @Test
    void anOrderThatIsStuckHoldsTheTerminalFiveMinutesAfterItsLastProgress() {
        terminal.follow(TestCitizens.resident(), "order.running");
        terminal.pass(Duration.ofMinutes(4));
        terminal.progress(OrderProgress.Phase.PAID);
        terminal.pass(Duration.ofMinutes(4));
        assertEquals(Overlay.Kind.NONE, terminal.session().overlay().kind());
        OrderId order = terminal.guided().order().orElseThrow().id();
        terminal.pass(Duration.ofMinutes(2));
        terminal.pass(Duration.ofMinutes(1));
        assertTrue(terminal.state().session().isEmpty());
        assertEquals(List.of(order), terminal.world().left());
    }

    @Test
    void theKeptPageSaysOnlyWhatIsTrue() {
        terminal.follow(TestCitizens.resident(), "order.running");
        terminal.progress(OrderProgress.Phase.PAPER_KEPT, "PRN-PAPER-OUT");
        String sent = ScreenParts.texts(terminal.screen()).toString();
        terminal.progress(OrderProgress.Phase.PAPER_KEPT, "SUB-PENDING");
        String pending = ScreenParts.texts(terminal.screen()).toString();
        assertTrue(sent.contains("Bezahlt ist."), sent);
        assertTrue(sent.contains("Ihr Antrag ist abgesendet."), sent);
        assertFalse(sent.contains("gebucht"), sent);
        assertFalse(pending.contains("Ihr Antrag ist abgesendet."), pending);
        assertTrue(pending.contains("Er wird abgesendet, sobald"), pending);
    }

    @Test
    void whoNeedsMoreTimeToPayGetsIt() {
        terminal.follow(TestCitizens.resident(), "order.running");
        terminal.progress(OrderProgress.Phase.AWAITING_PAYMENT);
        send(new SessionEvent.MoreTimePressed());
        assertEquals(
                List.of(terminal.guided().order().orElseThrow().id()), terminal.world().resumed());
    }

    @Test
    void withoutPrinterNothingIsOrdered() {
        terminal.follow(TestCitizens.swimmer(), "check");
        send(new SessionEvent.DeviceChanged(TestWorld.printer(DeviceState.NO_DEVICE, "")));
        next();
        assertEquals("check", page());
        assertEquals("PRN-NOT-READY", terminal.session().alert());
        assertEquals(List.of(), terminal.world().placed());
        send(new SessionEvent.DeviceChanged(TestWorld.printer(DeviceState.ONLINE, "low")));
        next();
        assertEquals("order.running", page());
    }

    @Test
    void aSlotThatFilledUpMeanwhileIsNotOrdered() {
        terminal.follow(TestCitizens.swimmer(), "check");
        terminal.world().sellOut("oberwerth-4-9");
        send(
                new SessionEvent.SlotsLoaded(
                        terminal.session().id(), "oberwerth", terminal.world().slots("oberwerth")));
        next();
        assertEquals("slot", page());
        assertEquals(List.of(), terminal.world().placed());
    }
}
