package de.koblenz.kiosk.bench.fleet;

import java.io.IOException;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/// Terminals with a life of their own, in offices whose routers may fail, each at the end of a real line to a real broker. The same seed
/// makes the same lives. Has a thread of its own.
public final class SimulatedFleet implements AutoCloseable {
    private static final Duration STEP = Duration.ofMillis(500);

    /// How often an office loses its line, each day.
    private static final double CUTS_PER_DAY = 0.25;

    private static final double MINUTES_PER_DAY = 24 * 60;

    private final List<Member> members = new ArrayList<>();
    private final Map<String, Double> cuts = new HashMap<>();
    private final InstantSource clock;
    private final int speed;
    private final SplittableRandom random;
    private final Thread thread;
    private volatile boolean closed;

    private record Member(String office, SimulatedTerminal terminal) {}

    /// Who there is and how fast they live.
    ///
    /// @param terminals so many
    /// @param perOffice so many in an office, about
    /// @param speed minutes of their lives in a second
    /// @param seed of all lives
    public record Plan(int terminals, int perOffice, int speed, long seed) {}

    /// Starts them, one after another.
    ///
    /// @param broker its port on this machine
    /// @param commandKeys of those who may command them
    /// @throws IOException if there are no ports
    public SimulatedFleet(Plan plan, int broker, List<PublicKey> commandKeys, InstantSource clock)
            throws IOException {
        this.clock = clock;
        this.speed = plan.speed();
        this.random = new SplittableRandom(plan.seed());
        for (int i = 0; i < plan.terminals(); i++) {
            String office = String.format(Locale.ROOT, "amt-%02d", i / plan.perOffice() + 1);
            cuts.putIfAbsent(office, 0.0);
            SplittableRandom own = random.split();
            members.add(
                    new Member(
                            office,
                            new SimulatedTerminal(
                                    office,
                                    "terminal-" + (i % plan.perOffice() + 1),
                                    new TerminalLife(
                                            own,
                                            own.nextInt(8) == 0 ? "0.0.9" : "0.1.0",
                                            own.nextInt(12) == 0
                                                    ? "00c0ffee00c0ffee"
                                                    : "0123456789abcdef"),
                                    new TerminalLine(broker),
                                    new UUID(own.nextLong(), own.nextLong()),
                                    commandKeys,
                                    clock,
                                    own.split())));
        }
        this.thread = Thread.ofPlatform().name("fleet-life").daemon().unstarted(this::run);
        thread.start();
    }

    private void run() {
        Instant before = clock.instant();
        while (!closed) {
            LockSupport.parkNanos(STEP.toNanos());
            Instant now = clock.instant();
            Duration passed = Duration.between(before, now).multipliedBy(60L * speed);
            before = now;
            offices(passed);
            for (Member member : members) {
                if (closed) {
                    return;
                }
                member.terminal().live(passed, cuts.getOrDefault(member.office(), 0.0) > 0);
            }
        }
    }

    private void offices(Duration passed) {
        double minutes = passed.toMillis() / 60_000.0;
        cuts.replaceAll((_, left) -> {
            if (left > 0) {
                return left - minutes;
            }
            boolean begins = random.nextDouble() < CUTS_PER_DAY * minutes / MINUTES_PER_DAY;
            return begins ? random.nextDouble(5, 60) : 0;
        });
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        members.parallelStream().forEach(member -> member.terminal().close());
    }
}
