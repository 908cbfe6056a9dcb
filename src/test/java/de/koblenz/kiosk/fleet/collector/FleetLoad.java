package de.koblenz.kiosk.fleet.collector;

import de.koblenz.kiosk.fleet.model.AlarmKind;
import de.koblenz.kiosk.fleet.model.AlarmPolicy;
import de.koblenz.kiosk.fleet.model.Batch;
import de.koblenz.kiosk.fleet.model.FleetJournal;
import de.koblenz.kiosk.fleet.model.FleetMemory;
import de.koblenz.kiosk.fleet.model.FleetReducer;
import de.koblenz.kiosk.fleet.model.FleetState;
import de.koblenz.kiosk.fleet.model.HistoryEvent;
import de.koblenz.kiosk.fleet.model.Lease;
import de.koblenz.kiosk.fleet.model.LeaseLost;
import de.koblenz.kiosk.fleet.model.Shard;
import de.koblenz.kiosk.fleet.model.StoreUnavailable;
import de.koblenz.kiosk.fleet.model.TerminalCondition;
import de.koblenz.kiosk.health.sparkplug.KioskMetric;
import de.koblenz.kiosk.store.FleetDatabase;
import de.koblenz.kiosk.store.SqlCommandStore;
import de.koblenz.kiosk.store.SqlFleetJournal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;

/// The figures of a fleet, measured over a real broker: `mvn -Pbench test-compile exec:exec
/// -Dbench.main=de.koblenz.kiosk.fleet.collector.FleetLoad -Dbench=10000` (number of terminals). Needs mosquitto, and twice as many open
/// files as terminals (`ulimit -n 65536`).
final class FleetLoad {
    private static final String TIME = KioskMetric.SESSIONS_COMPLETED.key();

    private final Clock clock = Clock.systemUTC();
    private final List<Long> visible = new ArrayList<>();
    private final List<Long> committed = new ArrayList<>();
    private FleetState newest = FleetState.EMPTY;

    private FleetLoad() {}

    public static void main(String[] arguments) throws Exception {
        new FleetLoad().run(Integer.parseInt(arguments[0]));
    }

    /// Times each commit.
    private final class Stopwatch implements FleetJournal {
        private final FleetJournal journal;

        Stopwatch(FleetJournal journal) {
            this.journal = journal;
        }

        @Override
        public Optional<Lease> lease(Shard shard, String holder, Instant now, Duration length)
                throws StoreUnavailable {
            return journal.lease(shard, holder, now, length);
        }

        @Override
        public void offer(Lease lease, boolean offered) throws StoreUnavailable {
            journal.offer(lease, offered);
        }

        @Override
        public Optional<Lease> takeOffered(Shard shard, String holder, Instant now, Duration length)
                throws StoreUnavailable {
            return journal.takeOffered(shard, holder, now, length);
        }

        @Override
        public void release(Lease lease) throws StoreUnavailable {
            journal.release(lease);
        }

        @Override
        public void commit(Lease lease, Instant until, Batch batch)
                throws StoreUnavailable, LeaseLost {
            journal.commit(lease, until, batch);
            Instant now = clock.instant();
            synchronized (FleetLoad.this) {
                for (HistoryEvent event : batch.events()) {
                    committed.add(Duration.between(event.at(), now).toNanos());
                }
                FleetLoad.this.notifyAll();
            }
        }

        @Override
        public FleetMemory load(Shard shard, Instant now) throws StoreUnavailable {
            return journal.load(shard, now);
        }

        @Override
        public List<Request> requests(Shard shard) throws StoreUnavailable {
            return journal.requests(shard);
        }
    }

    private synchronized void shown(FleetState state) {
        long now = System.nanoTime();
        FleetState before = newest;
        newest = state;
        state.terminals()
                .forEach((id, terminal) -> {
                    TerminalCondition old = before.terminals().get(id);
                    if (old != terminal && old != null) {
                        double sent = terminal.metrics().getOrDefault(TIME, 0.0);
                        if (sent != old.metrics().getOrDefault(TIME, 0.0)) {
                            visible.add(now - (long) sent);
                        }
                    }
                });
        notifyAll();
    }

    private synchronized void await(BooleanSupplier wanted) throws InterruptedException {
        while (!wanted.getAsBoolean()) {
            wait(100);
        }
    }

    private void run(int number) throws Exception {
        Path folder = Files.createTempDirectory("fleet-load");
        try (Broker broker = new Broker(folder);
                FleetDatabase database =
                        FleetDatabase.open("jdbc:sqlite:" + folder.resolve("fleet.db"));
                Collector collector =
                        new Collector(
                                new CollectorSettings(
                                        broker.settings(),
                                        "KGRZ",
                                        "load",
                                        Shard.WHOLE,
                                        Duration.ofSeconds(30)),
                                new Stopwatch(new SqlFleetJournal(database)),
                                new SqlCommandStore(database),
                                new FleetReducer(AlarmPolicy.USUAL),
                                clock,
                                new Random(4711),
                                this::shown)) {
            await(() -> newest.hearing().isPresent() && collector.collecting());
            measure(broker.port(), number);
        }
    }

    private void measure(int port, int number) throws Exception {
        long start = System.nanoTime();
        Process terminals =
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElse("java"),
                                "-Xmx512m",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                FleetLoadTerminals.class.getName(),
                                Integer.toString(port),
                                Integer.toString(number))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        BufferedReader answers = terminals.inputReader(StandardCharsets.UTF_8);
        Writer orders = terminals.outputWriter(StandardCharsets.UTF_8);
        answers.readLine();
        await(() -> newest.terminals().size() == number);
        tell("%,d terminals connected and born after %.1f s", number, seconds(start));

        int atRest = Math.max(1, number / 60);
        order(orders, answers, "change %d 10", atRest);
        settle();
        reset();
        order(orders, answers, "change %d 20", atRest);
        settle();
        figures("one message a minute each, " + atRest + "/s: visible", visible);
        reset();
        order(orders, answers, "change %d 10", 2_000);
        settle();
        figures("2,000 changes/s: visible", visible);

        reset();
        events(orders, answers, 2_000, 15);
        reset();
        events(orders, answers, 5_000, 5);

        long death = System.nanoTime();
        terminals.destroyForcibly();
        int offices = (number + FleetLoadTerminals.PER_OFFICE - 1) / FleetLoadTerminals.PER_OFFICE;
        await(() -> sites() == offices);
        tell(
                "all %,d terminals dead: %d site alarms, nothing else, after %.2f s",
                number, newest.alarms().size(), seconds(death));
    }

    private long sites() {
        return newest.alarms()
                .values()
                .filter(alarm -> alarm.key().kind() == AlarmKind.SITE_LOST)
                .count();
    }

    private void events(Writer orders, BufferedReader answers, int rate, int seconds)
            throws Exception {
        order(orders, answers, "event %d " + seconds, rate);
        int expected = rate * seconds;
        Instant end = clock.instant().plusSeconds(60);
        await(() -> committed.size() >= expected || clock.instant().isAfter(end));
        figures(
                "%,d events/s for %d s, %,d of %,d: committed"
                        .formatted(rate, seconds, committed.size(), expected),
                committed);
    }

    private static void order(Writer orders, BufferedReader answers, String order, int rate)
            throws IOException {
        orders.write(order.formatted(rate) + "\n");
        orders.flush();
        answers.readLine();
    }

    /// Until nothing new was shown for a second.
    private synchronized void settle() throws InterruptedException {
        for (int before = -1; before != visible.size(); ) {
            before = visible.size();
            Instant end = clock.instant().plusSeconds(1);
            while (clock.instant().isBefore(end)) {
                wait(100);
            }
        }
    }

    private synchronized void reset() {
        visible.clear();
        committed.clear();
    }

    private synchronized void figures(String what, List<Long> nanos) {
        List<Long> sorted = nanos.stream().sorted().toList();
        if (sorted.isEmpty()) {
            tell("%s: nothing", what);
            return;
        }
        tell(
                "%s p50 %.1f ms, p99 %.1f ms, of %,d",
                what,
                sorted.get(sorted.size() / 2) / 1e6,
                sorted.get(sorted.size() * 99 / 100) / 1e6,
                sorted.size());
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static void tell(String format, Object... values) {
        System.out.println(format.formatted(values));
    }
}
