package de.koblenz.kiosk.app;

import de.koblenz.kiosk.bench.FarEnds;
import de.koblenz.kiosk.bench.FleetBroker;
import de.koblenz.kiosk.bench.StoryEnded;
import de.koblenz.kiosk.bench.fleet.SimulatedFleet;
import de.koblenz.kiosk.config.HealthSettings;
import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.fleet.collector.Collector;
import de.koblenz.kiosk.fleet.collector.CollectorSettings;
import de.koblenz.kiosk.fleet.model.Alarm;
import de.koblenz.kiosk.fleet.model.AlarmPolicy;
import de.koblenz.kiosk.fleet.model.Connection;
import de.koblenz.kiosk.fleet.model.FleetReducer;
import de.koblenz.kiosk.fleet.model.FleetState;
import de.koblenz.kiosk.fleet.model.Shard;
import de.koblenz.kiosk.fleet.model.StoreUnavailable;
import de.koblenz.kiosk.store.FleetDatabase;
import de.koblenz.kiosk.store.SqlCommandStore;
import de.koblenz.kiosk.store.SqlFleetJournal;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/// One run of the data centre on this machine: broker, this terminal, simulated terminals, monitor.
final class FleetDemo {
    /// Held so that their level stays: lines that break are what this is about.
    private static final List<Logger> NOISE =
            List.of(
                    Logger.getLogger("de.koblenz.kiosk.health.EdgeNode"),
                    Logger.getLogger("org.eclipse.paho"));

    private static final Duration MOST_PATIENCE = Duration.ofMinutes(2);

    private final SimulatedFleet.Plan plan;
    private final Duration length;
    private final Path scratch;
    private final Clock clock = Clock.systemUTC();
    // Guarded by this.
    private FleetState newest = FleetState.EMPTY;

    /// @param length how long it runs after every terminal was heard
    /// @param scratch for everything that is written
    FleetDemo(SimulatedFleet.Plan plan, Duration length, Path scratch) {
        this.plan = plan;
        this.length = length;
        this.scratch = scratch;
    }

    private synchronized void shown(FleetState state) {
        newest = state;
        notifyAll();
    }

    /// @throws StoryEnded if not every terminal was heard
    void run(Folders folders, PrintWriter out) throws IOException, InterruptedException {
        NOISE.forEach(logger -> logger.setLevel(Level.OFF));
        Problems problems = new Problems();
        Installation read = Installation.read(folders.config(), folders.profiles(), problems);
        if (!problems.none()) {
            throw new StoryEnded(folders.listed(problems).toString());
        }
        Installation installation = read.withStaffCode(FarEnds.STAFF_CODE, scratch);
        String profile = installation.settings().terminal().device(Endpoints.PRINTER).profile();
        BenchAuthority authority = new BenchAuthority(clock);
        try (FleetBroker broker = FleetBroker.start(scratch);
                FarEnds ends =
                        new FarEnds(
                                scratch.resolve("far"),
                                installation.profile(profile),
                                installation.destinations().iterator().next(),
                                authority.trustAnchors(),
                                clock);
                FleetDatabase database =
                        FleetDatabase.open("jdbc:sqlite:" + scratch.resolve("fleet.db"));
                Collector _ = collector(broker, database);
                KioskGraph terminal =
                        new KioskGraph(
                                installation,
                                Endpoints.of(ends, profile, authority.road(ends))
                                        .withBroker(address(broker)),
                                scratch.resolve("data"),
                                Clocks.of(clock));
                SimulatedFleet _ = new SimulatedFleet(plan, broker.port(), clock)) {
            out.println("Broker      " + broker.name() + " at port " + broker.port());
            out.flush();
            terminal.start(_ -> {});
            FleetState heard = awaitAll();
            out.println("Terminals   " + heard.terminals().size() + " heard, one of them this one");
            out.flush();
            Instant end = clock.instant().plus(length);
            for (Instant now = clock.instant(); now.isBefore(end); now = clock.instant()) {
                synchronized (this) {
                    wait(Math.max(1, Duration.between(now, end).toMillis()));
                }
            }
            summary(out);
        } catch (StoreUnavailable e) {
            throw new IOException(e);
        }
    }

    private synchronized FleetState awaitAll() throws InterruptedException {
        Instant end = clock.instant().plus(MOST_PATIENCE);
        while (newest.terminals().size() < plan.terminals() + 1) {
            if (!clock.instant().isBefore(end)) {
                throw new StoryEnded("only " + newest.terminals().size() + " terminals were heard");
            }
            wait(200);
        }
        return newest;
    }

    private synchronized void summary(PrintWriter out) {
        Map<Connection, Long> connections =
                newest.terminals().values().collect(counted(terminal -> terminal.connection()));
        out.println("Now         " + connections);
        out.println("Alarms      " + newest.alarms().values().collect(counted(Alarm::severity)));
        List<Alarm> alarms = newest.alarms().values().toList();
        alarms.stream()
                .collect(counted(alarm -> alarm.key().word()))
                .forEach((word, number) -> out.printf("  %4d %s%n", number, word));
        out.flush();
    }

    private static <T, K extends Comparable<K>>
            java.util.stream.Collector<T, ?, ? extends Map<K, Long>> counted(Function<T, K> by) {
        return Collectors.groupingBy(by, TreeMap::new, Collectors.counting());
    }

    private static URI address(FleetBroker broker) {
        return URI.create("mqtt://127.0.0.1:" + broker.port());
    }

    private Collector collector(FleetBroker broker, FleetDatabase database) {
        return new Collector(
                new CollectorSettings(
                        new HealthSettings(
                                address(broker),
                                "kgrz",
                                Duration.ofSeconds(10),
                                Duration.ofSeconds(1),
                                Optional.empty(),
                                Optional.empty()),
                        "KGRZ",
                        "fleet",
                        Shard.WHOLE,
                        Duration.ofSeconds(30)),
                new SqlFleetJournal(database),
                new SqlCommandStore(database),
                new FleetReducer(AlarmPolicy.USUAL),
                clock,
                new SplittableRandom(plan.seed()),
                this::shown);
    }
}
