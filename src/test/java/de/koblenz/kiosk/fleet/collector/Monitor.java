package de.koblenz.kiosk.fleet.collector;

import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.config.HealthSettings;
import de.koblenz.kiosk.fleet.model.AlarmPolicy;
import de.koblenz.kiosk.fleet.model.CommandStore;
import de.koblenz.kiosk.fleet.model.FleetJournal;
import de.koblenz.kiosk.fleet.model.FleetReducer;
import de.koblenz.kiosk.fleet.model.FleetState;
import de.koblenz.kiosk.fleet.model.Shard;
import de.koblenz.kiosk.fleet.model.TerminalId;
import de.koblenz.kiosk.fleet.model.TerminalMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import java.util.function.Predicate;

/// A collector that can be waited for.
final class Monitor implements AutoCloseable {
    static final Duration LEASE = Duration.ofSeconds(3);

    final Collector collector;
    private FleetState newest = FleetState.EMPTY;

    Monitor(String name, HealthSettings broker, FleetJournal journal, CommandStore commands) {
        this(name, broker, Shard.WHOLE, LEASE, journal, commands, Clock.systemUTC());
    }

    Monitor(
            String name,
            HealthSettings broker,
            Shard shard,
            Duration lease,
            FleetJournal journal,
            CommandStore commands,
            InstantSource clock) {
        collector =
                new Collector(
                        new CollectorSettings(broker, "KGRZ", name, shard, lease),
                        journal,
                        commands,
                        new FleetReducer(AlarmPolicy.USUAL),
                        clock,
                        new Random(4711),
                        this::shown);
    }

    private synchronized void shown(FleetState state) {
        newest = state;
        notifyAll();
    }

    synchronized FleetState await(Predicate<FleetState> wanted) throws InterruptedException {
        Clock real = Clock.systemUTC();
        Instant end = real.instant().plusSeconds(30);
        while (!wanted.test(newest)) {
            long left = Duration.between(real.instant(), end).toMillis();
            assertTrue(left > 0, "waited in vain");
            wait(Math.max(1, left));
        }
        return newest;
    }

    FleetState awaitHearing() throws InterruptedException {
        return await(state -> state.hearing().isPresent() && collector.collecting());
    }

    void awaitMode(TerminalId terminal, TerminalMode mode) throws InterruptedException {
        await(state -> state.terminal(terminal).filter(known -> known.mode() == mode).isPresent());
    }

    @Override
    public void close() {
        collector.close();
    }
}
