package de.koblenz.kiosk.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.device.printer.PrintOutcome;
import de.koblenz.kiosk.order.OrderProgress.Paper;
import de.koblenz.kiosk.order.OrderProgress.Phase;
import de.koblenz.kiosk.order.payment.BookingEntry;
import de.koblenz.kiosk.order.payment.ProviderFees;
import de.koblenz.kiosk.order.submission.SubmissionChannel.DeliveryStatus;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Thousands of orders in a world where every call may fail or lose its answer, the citizen may do anything at any
/// time, and the terminal may die before and after every write and every effect.
class OrderWalkTest {
    /// A full disk is told once per try, which is a lot here.
    private static final Logger LOG = Logger.getLogger(OrderRunner.class.getName());

    @BeforeAll
    static void hush() {
        LOG.setLevel(Level.OFF);
    }

    @AfterAll
    static void speak() {
        LOG.setLevel(null);
    }

    /// The platform may end a transaction much later than is known here.
    private static final OrderLimits LIMITS =
            new OrderLimits(
                    OrderLimits.USUAL.payWithin(),
                    OrderLimits.USUAL.platformLimit(),
                    OrderLimits.USUAL.holdFor(),
                    OrderLimits.USUAL.poll(),
                    OrderLimits.USUAL.pollLater(),
                    Duration.ofMinutes(5),
                    Duration.ofHours(2),
                    OrderLimits.USUAL.track(),
                    OrderLimits.USUAL.trackFor());

    /// The terminal dies here.
    private static final class Death extends Error {
        private static final long serialVersionUID = 1L;
    }

    /// One order from its placing to its end.
    private static final class Life {
        private final Random random;
        private final String about;
        private final VirtualTime time = new VirtualTime();
        private final MemoryStore store = new MemoryStore();
        private final FarEnds world;
        private final OrderId id = SampleOrders.id(7);
        private final int mortality;
        private final int paperTrouble;
        private PaperTray tray;
        private DurableOrderDesk desk;
        private int deaths;
        private final boolean slow;
        private String shown = "";

        Life(long seed) {
            // Neighbouring seeds of java.util.Random draw the same first numbers.
            this.random = new Random(new SplittableRandom(seed).nextLong());
            this.about = "seed " + seed;
            this.world =
                    new FarEnds(
                            time,
                            random,
                            random.nextInt(4) == 0
                                    ? LIMITS.platformLimit().plus(Duration.ofHours(1))
                                    : LIMITS.platformLimit().minusSeconds(60),
                            random.nextBoolean());
            this.slow = random.nextInt(4) == 0;
            world.trouble = random.nextInt(3) * 25;
            world.free = random.nextInt(8) == 0 ? 1 : 2;
            world.verdict =
                    random.nextInt(5) == 0 ? DeliveryStatus.REJECTED : DeliveryStatus.ACCEPTED;
            world.refusesSubmissions = random.nextInt(10) == 0;
            world.forgetfulness = random.nextInt(3) * 5;
            world.badTickets = random.nextInt(12) == 0;
            this.mortality = random.nextInt(3) * 4;
            this.paperTrouble = random.nextInt(2) * 30;
            start();
        }

        private void start() {
            tray = new PaperTray(store);
            tray.fate =
                    _ -> {
                        int luck = random.nextInt(100);
                        if (luck < paperTrouble / 2) {
                            return new PrintOutcome.NotPrinted("PRN-PAPER-OUT");
                        }
                        return luck < paperTrouble
                                ? new PrintOutcome.Unknown("PRN-PORT-LOST")
                                : new PrintOutcome.Completed();
                    };
            tray.whilePrinting = () -> die();
            desk =
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
                            LIMITS,
                            time,
                            time,
                            _ -> die());
            desk.observe(this::see);
        }

        private void die() {
            if (deaths < 4 && random.nextInt(100) < mortality) {
                deaths++;
                throw new Death();
            }
        }

        private void see(OrderProgress progress) {
            if (!progress.paymentUrl().isEmpty()) {
                String page = progress.paymentUrl();
                assertTrue(shown.isEmpty() || shown.equals(page), about + ": a second page");
                shown = page;
            }
        }

        void live(OrderRequest request) throws IOException {
            mortal(() -> {
                try {
                    desk.place(request, SampleOrders.PAPERS);
                } catch (OrderRefused e) {
                    throw new AssertionError(e);
                }
            });
            if (store.orders.isEmpty()) {
                return;
            }
            for (int step = 0; step < 4_000 && !ended(); step++) {
                mortal(this::citizen);
                mortal(() -> time.pass(Duration.ofSeconds(1 + random.nextInt(40))));
                if (random.nextInt(60) == 0) {
                    store.full = !store.full;
                }
                if (step > 200) {
                    // Trouble ends some day; then everything has to come to an end.
                    world.trouble = 0;
                    world.forgetfulness = 0;
                    store.full = false;
                }
            }
        }

        private boolean ended() {
            return order().state() == OrderState.ENDED;
        }

        private Order order() {
            return Objects.requireNonNull(store.orders.get(id));
        }

        private void citizen() {
            switch (random.nextInt(40)) {
                case 0 -> desk.leave(id);
                case 1 -> desk.cancel(id);
                case 2, 3, 4, 5 -> {
                    boolean ready = !slow || order().over();
                    if (!shown.isEmpty() && ready) {
                        world.pay(shown.substring(shown.lastIndexOf('/') + 1));
                    }
                }
                case 6 -> {
                    if (!shown.isEmpty() && !slow) {
                        world.decline(shown.substring(shown.lastIndexOf('/') + 1));
                    }
                }
                case 8, 9 -> desk.resume(id);
                case 7 -> world.loseHold(random.nextInt(10) == 0 ? id.value() : id(9));
                default -> {}
            }
        }

        private static java.util.UUID id(int number) {
            return SampleOrders.id(number).value();
        }

        private void mortal(Runnable work) throws IOException {
            try {
                work.run();
                time.settle();
            } catch (Death _) {
                time.close();
                PaperTray before = tray;
                start();
                tray.papers.addAll(before.papers);
                boolean up = false;
                while (!up) {
                    try {
                        desk.recover();
                        time.settle();
                        up = true;
                    } catch (Death _) {
                        time.close();
                    }
                    if (!up) {
                        before = tray;
                        start();
                        tray.papers.addAll(before.papers);
                    }
                }
            }
        }

        Phase check() {
            Order order = order();
            assertEquals(OrderState.ENDED, order.state(), about);
            Phase phase = order.phase();
            assertTrue(phase.ended(), about);
            money(order, phase);
            places(order, phase);
            paper(order, phase);
            application(order, phase);
            return phase;
        }

        private void money(Order order, Phase phase) {
            assertTrue(world.paid().size() <= 1, about + ": charged twice");
            boolean paid = !world.paid().isEmpty();
            List<BookingEntry.Kind> kinds =
                    store.bookings.stream().map(BookingEntry::kind).toList();
            boolean delivered = phase == Phase.DONE || phase == Phase.PAPER_KEPT;
            if (paid) {
                assertTrue(
                        delivered || phase == Phase.REFUND_DUE,
                        about + ": paid and ended as " + phase);
                assertEquals(
                        phase == Phase.REFUND_DUE
                                ? List.of(BookingEntry.Kind.CHARGE, BookingEntry.Kind.REFUND_DUE)
                                : List.of(BookingEntry.Kind.CHARGE),
                        kinds,
                        about);
            } else {
                assertEquals(List.of(), kinds, about + ": booked without money");
                assertTrue(order.cents() == 0 || !delivered, about + ": delivered without money");
            }
        }

        private void places(Order order, Phase phase) {
            boolean delivered = phase == Phase.DONE || phase == Phase.PAPER_KEPT;
            time.pass(OrderLimits.USUAL.holdFor().plusSeconds(1));
            FarEnds.Places places = world.holds.get(id.value());
            String state = "";
            if (places != null) {
                world.loseHold(id.value());
                state = places.state;
            }
            if (order.reservation().isPresent() && delivered) {
                assertEquals("CONFIRMED", state, about);
                assertEquals(2, order.ticketCodes().size(), about);
            } else {
                assertFalse(state.equals("CONFIRMED"), about + ": sold to nobody, " + phase);
            }
        }

        private void paper(Order order, Phase phase) {
            for (Order.Slip slip : order.slips()) {
                long out = tray.printed(slip.jobId());
                assertTrue(out <= 1, about + ": printed twice");
                switch (slip.state()) {
                    case PRINTED -> assertEquals(1, out, about + ": " + slip);
                    case KEPT -> assertEquals(0, out, about + ": " + slip);
                    case UNKNOWN -> {}
                    case WAITING, PRINTING ->
                            throw new AssertionError(about + ": unfinished " + slip);
                }
            }
            if (phase == Phase.DONE) {
                assertTrue(
                        order.slips().stream().allMatch(s -> s.state() == Paper.State.PRINTED),
                        about);
            }
        }

        private void application(Order order, Phase phase) {
            assertTrue(world.submitted.size() <= 1, about + ": sent twice");
            assertEquals(Map.of(), store.sealed, about + ": ciphertext is left");
            assertEquals(Map.of(), store.attachments, about + ": documents are left");
            if (order.application() && (phase == Phase.DONE || phase == Phase.PAPER_KEPT)) {
                assertEquals(1, world.submitted.size(), about + ": not sent");
                world.submitted.forEach((submission, sealed) ->
                        assertEquals(
                                sealed.attachments().size(),
                                world.uploaded.getOrDefault(submission, Set.of()).size(),
                                about + ": documents"));
            }
        }
    }

    private static OrderRequest request(long seed) {
        OrderId id = SampleOrders.id(7);
        return switch ((int) (seed % 5)) {
            case 0 -> SampleOrders.ticket(id);
            case 1 -> SampleOrders.permit(id);
            case 2 -> SampleOrders.withPapers(SampleOrders.everything(id));
            case 3 -> SampleOrders.free(SampleOrders.everything(id));
            default -> SampleOrders.free(SampleOrders.ticket(id));
        };
    }

    @Test
    void nothingIsChargedTwicePrintedTwiceOrLostWhateverGoesWrong() throws IOException {
        walk(0, 2_000);
    }

    @Test
    @Tag("long")
    void nothingGoesWrongInThirtyThousandOrdersEither() throws IOException {
        walk(2_000, 32_000);
    }

    private static void walk(int from, int to) throws IOException {
        Map<Phase, Integer> endings = new EnumMap<>(Phase.class);
        int deaths = 0;
        int over = 0;
        int late = 0;
        for (long seed = from; seed < to; seed++) {
            Life life = new Life(seed);
            life.live(request(seed));
            deaths += life.deaths;
            if (!life.store.orders.isEmpty()) {
                endings.merge(life.check(), 1, Integer::sum);
                over += life.order().over() ? 1 : 0;
                late += life.order().code().equals(OrderCodes.PAY_LATE) ? 1 : 0;
            }
        }
        // The walk is worth nothing if it does not get everywhere.
        for (Phase phase : Phase.values()) {
            if (phase.ended()) {
                assertTrue(
                        endings.getOrDefault(phase, 0) >= 10, phase + " is too rare: " + endings);
            }
        }
        System.out.println(
                "order walk: "
                        + (to - from)
                        + " orders, "
                        + deaths
                        + " deaths, over "
                        + over
                        + ", paid late "
                        + late
                        + ", "
                        + endings);
        assertTrue(over >= 20, "the platform's limit was passed " + over + " times only");
        assertTrue(late >= 10, "paid after it was over: " + late + " times only");
        assertTrue(deaths > (to - from) / 4, "only " + deaths + " deaths");
    }
}
