package de.koblenz.kiosk.fleet.collector;

import de.koblenz.kiosk.config.HealthSettings;
import de.koblenz.kiosk.fleet.model.AlarmKind;
import de.koblenz.kiosk.fleet.model.AlarmPolicy;
import de.koblenz.kiosk.fleet.model.Batch;
import de.koblenz.kiosk.fleet.model.Connection;
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
import de.koblenz.kiosk.health.HostLine;
import de.koblenz.kiosk.health.event.EventCodec;
import de.koblenz.kiosk.health.event.MalformedEventException;
import de.koblenz.kiosk.health.sparkplug.KioskMetric;
import de.koblenz.kiosk.health.sparkplug.MalformedSparkplugException;
import de.koblenz.kiosk.health.sparkplug.SparkplugCodec;
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
import org.jspecify.annotations.Nullable;

/// The figures of a fleet, measured over the broker as it ships, each terminal with a certificate of its own: `ulimit -n 20000 && mvn -Pbench
/// test-compile exec:exec -Dbench.main=de.koblenz.kiosk.fleet.collector.FleetLoad -Dbench=10000` (number of terminals). Needs mosquitto,
/// openssl, and somewhat more open files than terminals (`ulimit -n`). The terminals are a process of their own; their handshakes
/// are over before anything is measured. Beside each figure stands that of a bare subscriber at the same broker at the same time.
///
/// "Visible" is the state that whoever draws gets; the JavaFX pulse that draws it is not in it.
final class FleetLoad {
    private static final String TIME = KioskMetric.SESSIONS_COMPLETED.key();

    private final Clock clock = Clock.systemUTC();
    private final List<Long> visible = new ArrayList<>();
    private final List<Long> committed = new ArrayList<>();
    private final List<Long> bare = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private FleetState newest = FleetState.EMPTY;

    private FleetLoad() {}

    public static void main(String[] arguments) throws Exception {
        run(Integer.parseInt(arguments[0]), 2_000, 5_000);
        System.exit(0);
    }

    /// @return what it told
    static List<String> run(int terminals, int sustained, int burst) throws Exception {
        FleetLoad load = new FleetLoad();
        load.measure(terminals, sustained, burst);
        return load.told;
    }

    /// Hears the same as the monitor, and does nothing with it.
    private final class Bare implements HostLine.Listener {
        private volatile @Nullable HostLine line;

        void open(HealthSettings broker) throws IOException {
            HostLine opened = HostLine.open(broker, "bare", null, this);
            line = opened;
            opened.subscribe("spBv1.0/+/NDATA/+", 1);
            opened.subscribe("kiosk/v1/+/+/event", 1);
        }

        @Override
        public void arrived(String topic, byte[] payload, int id, int qos) {
            long now = System.nanoTime();
            try {
                long sent =
                        topic.startsWith("kiosk/")
                                ? now
                                        - Duration.between(
                                                        EventCodec.decodeEvent(payload).at(),
                                                        clock.instant())
                                                .toNanos()
                                : SparkplugCodec.decode(payload)
                                        .metrics()
                                        .getFirst()
                                        .value()
                                        .orElseThrow()
                                        .whole()
                                        .orElse(now);
                synchronized (FleetLoad.this) {
                    bare.add(now - sent);
                }
            } catch (MalformedEventException | MalformedSparkplugException e) {
                throw new IllegalStateException(e);
            }
            HostLine open = line;
            if (open != null) {
                open.acknowledge(id, qos);
            }
        }

        @Override
        public void lost() {}

        @Override
        public void room() {}

        @Override
        public void refused(String topic, int reason) {}
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

    private void measure(int number, int sustained, int burst) throws Exception {
        Path folder = Files.createTempDirectory("fleet-load");
        Path names = Files.createDirectories(folder.resolve("keys")).resolve("names");
        List<String> identities = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            identities.add(FleetLoadTerminals.identity(i));
        }
        Files.write(names, identities);
        try (SecuredBroker broker = new SecuredBroker(folder, "monitor load bare");
                FleetDatabase database =
                        FleetDatabase.open("jdbc:sqlite:" + folder.resolve("fleet.db"));
                Collector collector =
                        new Collector(
                                new CollectorSettings(
                                        broker.as("monitor@load"),
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
            new Bare().open(broker.as("monitor@bare"));
            alive(broker, number, sustained, burst);
        }
    }

    private void alive(SecuredBroker broker, int number, int sustained, int burst)
            throws Exception {
        long start = System.nanoTime();
        Process terminals = terminals(broker, number, 1);
        BufferedReader answers = terminals.inputReader(StandardCharsets.UTF_8);
        Writer orders = terminals.outputWriter(StandardCharsets.UTF_8);
        answers.readLine();
        await(() -> newest.terminals().size() == number);
        tell("%,d terminals connected over TLS and born after %.1f s", number, seconds(start));

        int atRest = Math.max(1, number / 60);
        order(orders, answers, "change %d 10", atRest);
        settle();
        reset();
        order(orders, answers, "change %d 20", atRest);
        settle();
        figures("one message a minute each, " + atRest + "/s: visible", visible);
        figures("    bare subscriber", bare);
        reset();
        order(orders, answers, "change %d 10", sustained);
        settle();
        figures("%,d changes/s: visible".formatted(sustained), visible);
        figures("    bare subscriber", bare);

        events(orders, answers, sustained, 15);
        events(orders, answers, burst, 5);

        long death = System.nanoTime();
        terminals.destroyForcibly();
        int offices = (number + FleetLoadTerminals.PER_OFFICE - 1) / FleetLoadTerminals.PER_OFFICE;
        await(() -> sites() == offices);
        tell(
                "all %,d terminals dead: %d site alarms, %d others, after %.2f s",
                number, sites(), newest.alarms().size() - sites(), seconds(death));

        long again = System.nanoTime();
        Process returned = terminals(broker, number, 2);
        await(() -> online() == number && sites() == 0);
        tell(
                "all %,d terminals back: %d alarms, after %.1f s",
                number, newest.alarms().size(), seconds(again));
        returned.destroyForcibly();
    }

    private static Process terminals(SecuredBroker broker, int number, int run) throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx3g",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FleetLoadTerminals.class.getName(),
                        Integer.toString(broker.port()),
                        Integer.toString(number),
                        broker.folder().toString(),
                        Integer.toString(run))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private long online() {
        return newest.terminals()
                .values()
                .filter(terminal -> terminal.connection() == Connection.ONLINE)
                .count();
    }

    private long sites() {
        return newest.alarms()
                .values()
                .filter(alarm -> alarm.key().kind() == AlarmKind.SITE_LOST)
                .count();
    }

    private void events(Writer orders, BufferedReader answers, int rate, int seconds)
            throws Exception {
        reset();
        order(orders, answers, "event %d " + seconds, rate);
        int expected = rate * seconds;
        Instant end = clock.instant().plusSeconds(60);
        await(() ->
                (committed.size() >= expected && bare.size() >= expected)
                        || clock.instant().isAfter(end));
        figures(
                "%,d events/s for %d s, %,d of %,d: committed"
                        .formatted(rate, seconds, committed.size(), expected),
                committed);
        figures("    bare subscriber", bare);
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
        bare.clear();
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

    private void tell(String format, Object... values) {
        String line = format.formatted(values);
        told.add(line);
        System.out.println(line);
    }
}
