package de.koblenz.kiosk.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.device.printer.PrintDocument;
import de.koblenz.kiosk.order.OrderProgress.Phase;
import de.koblenz.kiosk.order.payment.ProviderFees;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Whoever has paid gets the papers soon, however long the delivery service takes, and the application arrives.
class SlowDeliveryTest {
    private static final OrderId ID = SampleOrders.id(9);

    private final VirtualTime time = new VirtualTime();
    private final MemoryStore store = new MemoryStore();
    private final FarEnds world = new FarEnds(time, new Random(1), Duration.ofMinutes(20), true);
    private final PaperTray tray = new PaperTray(store);
    private final DurableOrderDesk desk =
            new DurableOrderDesk(
                    new OrderPorts(
                            store,
                            store,
                            store,
                            world.booking,
                            world.gateway,
                            ProviderFees.NONE,
                            world.channel,
                            tray),
                    SampleOrders.words(),
                    OrderLimits.USUAL,
                    time,
                    time,
                    CrashPoint.NONE);

    /// When each paper came out, and how many documents were there by then.
    private final List<Instant> printed = new ArrayList<>();

    private final List<Integer> arrived = new ArrayList<>();

    /// Pays for a permit with two documents.
    ///
    /// @return when it was paid
    private Instant pay() throws Exception {
        tray.whilePrinting =
                () -> {
                    printed.add(time.instant());
                    arrived.add(world.uploaded.values().stream().mapToInt(Set::size).sum());
                };
        desk.place(SampleOrders.withPapers(SampleOrders.permit(ID)), SampleOrders.PAPERS);
        time.pass(Duration.ofSeconds(5));
        assertTrue(world.pay("t0"));
        return time.instant();
    }

    private Order order() throws Exception {
        return store.find(ID).orElseThrow();
    }

    @Test
    void onAFastLineThePapersSayThatItWasSent() throws Exception {
        world.whileUploading = () -> time.spend(Duration.ofSeconds(10));
        Instant paid = pay();
        time.pass(Duration.ofMinutes(1));
        assertEquals(2, arrived.getFirst());
        assertTrue(printed.getFirst().isBefore(paid.plusSeconds(30)), printed + " after " + paid);
        assertEquals(Phase.DONE, order().phase());
        assertEquals("", order().code());
    }

    @Test
    void onASlowLineThePapersDoNotWaitForEveryDocument() throws Exception {
        world.whileUploading = () -> time.spend(Duration.ofSeconds(60));
        Instant paid = pay();
        time.pass(Duration.ofMinutes(1));
        // One that is under way cannot be hurried.
        assertEquals(1, arrived.getFirst());
        assertTrue(printed.getFirst().isBefore(paid.plusSeconds(70)), printed + " after " + paid);
        assertTrue(
                tray.papers
                        .getFirst()
                        .document()
                        .blocks()
                        .contains(
                                PrintDocument.Paragraph.plain(
                                        SampleOrders.texts("de").of("document.receipt.pending"))));
        time.pass(Duration.ofMinutes(10));
        assertEquals(Phase.DONE, order().phase());
        assertEquals("", order().code());
        assertEquals(1, world.submitted.size());
        assertEquals(1, world.announced.size(), "what had arrived counts");
        assertEquals(Set.copyOf(world.announced), world.uploaded.keySet());
        assertEquals(2, world.uploaded.values().stream().mapToInt(Set::size).sum());
    }

    @Test
    void aDocumentThatIsAlwaysForgottenKeepsNobodyWaitingAndAnnouncesEverMoreSlowly()
            throws Exception {
        world.forgetfulness = 100;
        Instant paid = pay();
        time.pass(Duration.ofMinutes(1));
        assertTrue(printed.getFirst().isBefore(paid.plusSeconds(30)), printed + " after " + paid);
        assertEquals(OrderCodes.SUBMISSION_PENDING, order().code());
        time.pass(Duration.ofHours(1));
        assertEquals(OrderState.DELIVERING, order().state());
        // 8, 16, 32 seconds, then one a minute.
        assertTrue(
                world.announced.size() > 50 && world.announced.size() < 70,
                () -> "announced " + world.announced.size() + " times");
        world.forgetfulness = 0;
        time.pass(Duration.ofMinutes(10));
        assertEquals(1, world.submitted.size());
        assertEquals("", order().code());
    }
}
