package de.koblenz.kiosk.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.order.OrderProgress.Phase;
import de.koblenz.kiosk.sandbox.HoldState;
import de.koblenz.kiosk.sandbox.Sandbox;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two terminals with their own databases, threads and clocks, and one last place.
class RaceTest {
    private static final OrderLimits FAST =
            new OrderLimits(
                    Duration.ofMinutes(10),
                    Duration.ofMinutes(30),
                    Duration.ofMinutes(10),
                    Duration.ofMillis(20),
                    Duration.ofMillis(20),
                    Duration.ofHours(1),
                    Duration.ofDays(14),
                    Duration.ofMillis(50),
                    Duration.ofDays(1));

    @TempDir private Path folder;

    @Test
    void theLastPlaceIsSoldOnceAlthoughRepliesAreLost() throws Exception {
        List<String> slots =
                List.of(
                        "moselbad.20300608.0630",
                        "moselbad.20300608.1030",
                        "moselbad.20300608.1600");
        InstantSource clock = InstantSource.system();
        try (Sandbox sandbox =
                        OutsideWorld.start(
                                folder.resolve("outside"), clock, 1, Duration.ofMinutes(10));
                ThreadScheduler threads = new ThreadScheduler();
                Terminal one = terminal("one.db", sandbox, clock, threads);
                Terminal two = terminal("two.db", sandbox, clock, threads)) {
            CountDownLatch ended = new CountDownLatch(2 * slots.size());
            Map<OrderId, Phase> endings = new ConcurrentHashMap<>();
            for (Terminal terminal : List.of(one, two)) {
                terminal.desk.observe(progress -> {
                    if (progress.phase() == Phase.AWAITING_PAYMENT) {
                        sandbox.switchboard().payAll();
                    }
                    if (progress.phase().ended()
                            && endings.put(progress.id(), progress.phase()) == null) {
                        ended.countDown();
                    }
                });
            }
            int number = 0;
            for (String slot : slots) {
                sandbox.booking().faults().dropNextReply("PUT", "holds");
                one.desk.place(SampleOrders.ticket(SampleOrders.id(++number), slot, 1));
                two.desk.place(SampleOrders.ticket(SampleOrders.id(++number), slot, 1));
            }
            assertTrue(ended.await(30, TimeUnit.SECONDS), "somebody is still waiting");
            assertEquals(
                    slots.size(),
                    endings.values().stream().filter(Phase.DONE::equals).count(),
                    endings.toString());
            assertEquals(450L * slots.size(), sandbox.payments().chargedCents());
            assertEquals(
                    slots.size(),
                    sandbox.booking().holds().stream()
                            .filter(hold -> hold.state() == HoldState.CONFIRMED)
                            .count());
            List<String> tickets = new ArrayList<>();
            one.tray.papers.forEach(job -> tickets.add(job.id()));
            two.tray.papers.forEach(job -> tickets.add(job.id()));
            assertEquals(
                    slots.size(), tickets.stream().filter(id -> id.endsWith("/ticket-1")).count());
        }
    }

    private Terminal terminal(
            String file, Sandbox sandbox, InstantSource clock, OrderScheduler threads)
            throws Exception {
        return new Terminal(
                folder.resolve(file),
                Terminal.Addresses.of(sandbox),
                FAST,
                clock,
                threads,
                CrashPoint.NONE);
    }
}
