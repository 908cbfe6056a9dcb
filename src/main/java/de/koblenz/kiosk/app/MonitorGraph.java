package de.koblenz.kiosk.app;

import de.koblenz.kiosk.config.MonitorSettings;
import de.koblenz.kiosk.fleet.board.FleetWords;
import de.koblenz.kiosk.fleet.collector.CallDesk;
import de.koblenz.kiosk.fleet.collector.Collector;
import de.koblenz.kiosk.fleet.collector.CollectorSettings;
import de.koblenz.kiosk.fleet.collector.CommandOffice;
import de.koblenz.kiosk.fleet.collector.ProgramNotifier;
import de.koblenz.kiosk.fleet.collector.ReplyText;
import de.koblenz.kiosk.fleet.model.AlarmPolicy;
import de.koblenz.kiosk.fleet.model.CommandReply;
import de.koblenz.kiosk.fleet.model.FleetReducer;
import de.koblenz.kiosk.fleet.model.FleetState;
import de.koblenz.kiosk.fleet.model.Operator;
import de.koblenz.kiosk.fleet.model.Retention;
import de.koblenz.kiosk.fleet.model.Role;
import de.koblenz.kiosk.fleet.model.Severity;
import de.koblenz.kiosk.fleet.model.Shard;
import de.koblenz.kiosk.fleet.model.StoreUnavailable;
import de.koblenz.kiosk.fleet.monitor.CommandReplies;
import de.koblenz.kiosk.fleet.monitor.FleetFeed;
import de.koblenz.kiosk.fleet.monitor.MonitorLook;
import de.koblenz.kiosk.fleet.monitor.MonitorPorts;
import de.koblenz.kiosk.fleet.monitor.MonitorView;
import de.koblenz.kiosk.health.command.CommandSigner;
import de.koblenz.kiosk.store.FleetDatabase;
import de.koblenz.kiosk.store.FleetPruning;
import de.koblenz.kiosk.store.SqlAlarmStore;
import de.koblenz.kiosk.store.SqlAuditLog;
import de.koblenz.kiosk.store.SqlCommandStore;
import de.koblenz.kiosk.store.SqlEventStore;
import de.koblenz.kiosk.store.SqlFleetJournal;
import de.koblenz.kiosk.store.SqlMetricStore;
import de.koblenz.kiosk.store.SqlReplyStore;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Scene;

/// One monitor: database, collector and what its screens ask, made in dependency order and closed in reverse.
final class MonitorGraph implements AutoCloseable {
    /// Whose clock operators read.
    static final ZoneId ZONE = KioskGraph.ZONE;

    private static final System.Logger LOG = System.getLogger("kiosk.app");

    /// Between two looks for calls that are to be made, and the longest that a program may take for them.
    private static final Duration CALLS = Duration.ofSeconds(2);

    private static final Duration LONGEST_CALL = Duration.ofMinutes(2);

    /// What is too old goes once in this time, for the first time soon after the start: by then it is known who collects.
    private static final long PRUNING_MINUTES = 6 * 60;

    private final MonitorSettings settings;
    private final FleetWords words;
    private final InstantSource clock;
    private final FleetDatabase written;
    private final FleetDatabase read;
    private final ScheduledExecutorService waiting;
    private final ScheduledExecutorService pruning;
    private final Collector collector;
    private final MonitorPorts ports;
    private final Optional<CallDesk> calls;
    private volatile Consumer<FleetState> shown = _ -> {};

    /// Opens the database and begins to collect, or to look on where another monitor does.
    ///
    /// @param key by which commands are signed; empty where this monitor sends none
    /// @param reports folder of written reports
    /// @throws IOException if a newer version has written the database
    /// @throws StoreUnavailable if it does not open
    MonitorGraph(
            MonitorInstallation installation,
            Optional<PrivateKey> key,
            Path reports,
            InstantSource clock)
            throws IOException, StoreUnavailable {
        this.settings = installation.settings();
        this.words = installation.words(ZONE);
        this.clock = clock;
        this.written = FleetDatabase.open(settings.database());
        // A line of its own: a report over a month must not keep the collector from writing.
        this.read = FleetDatabase.open(settings.database());
        ThreadFactory thread = Thread.ofPlatform().name("monitor-desk").daemon().factory();
        this.waiting = Executors.newSingleThreadScheduledExecutor(thread);
        this.pruning =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("monitor-pruning").daemon().factory());
        Shard shard = new Shard(settings.shard().number(), settings.shard().offices());
        this.collector =
                new Collector(
                        new CollectorSettings(
                                settings.broker(),
                                settings.host(),
                                UUID.randomUUID().toString(),
                                shard,
                                settings.takeover()),
                        new SqlFleetJournal(written),
                        new SqlCommandStore(written),
                        new FleetReducer(AlarmPolicy.USUAL),
                        clock,
                        new Random(new SecureRandom().nextLong()),
                        state -> shown.accept(state));
        this.ports = ports(key, reports);
        this.calls =
                settings.calls()
                        .map(program ->
                                new CallDesk(
                                        new SqlAlarmStore(written),
                                        new ProgramNotifier(program.path(), LONGEST_CALL),
                                        collector::collecting,
                                        // Whatever is less can wait until somebody looks.
                                        Severity.MAJOR,
                                        CALLS));
        var _ = pruning.scheduleWithFixedDelay(this::prune, 1, PRUNING_MINUTES, TimeUnit.MINUTES);
    }

    private MonitorPorts ports(Optional<PrivateKey> key, Path reports) {
        SqlCommandStore commands = new SqlCommandStore(read);
        SqlAuditLog audit = new SqlAuditLog(read);
        return new MonitorPorts(
                new SqlEventStore(read),
                new SqlMetricStore(read),
                new SqlAlarmStore(read),
                audit,
                commands,
                replies(),
                new CommandDispatch(
                        key.map(CommandSigner::new)
                                .map(signer ->
                                        new CommandOffice(
                                                signer, commands, clock, UUID::randomUUID))),
                new OperatorDoor(settings.operators().file().path(), audit, clock),
                new CollectorWire(collector),
                new ReportFolder(reports, words));
    }

    private CommandReplies replies() {
        SqlReplyStore stored = new SqlReplyStore(read);
        return jti -> {
            Optional<CommandReply> reply = stored.reply(jti);
            if (reply.isEmpty()) {
                return Optional.empty();
            }
            if (reply.get().isPicture()) {
                return Optional.of(new CommandReplies.Picture(reply.get().content()));
            }
            try {
                return Optional.of(new CommandReplies.Lines(ReplyText.lines(reply.get())));
            } catch (IOException _) {
                // Nothing that can be shown.
                return Optional.empty();
            }
        };
    }

    private void prune() {
        try {
            if (collector.collecting()) {
                new FleetPruning(read).prune(clock.instant(), Retention.USUAL);
            }
        } catch (StoreUnavailable e) {
            LOG.log(Level.WARNING, "fleet: nothing taken away ({0})", e.getMessage());
        } catch (RuntimeException e) {
            // The next round must come all the same.
            LOG.log(Level.ERROR, "fleet: cannot take away", e);
        }
    }

    /// The fleet as it is known now.
    FleetState state() {
        return collector.state();
    }

    /// Title of the window.
    String title() {
        return words.of("monitor.title");
    }

    /// Returns when everything that the screens have asked of the database so far is answered and drawn. Not on the JavaFX thread.
    void settle() {
        CompletableFuture<Void> answered = new CompletableFuture<>();
        waiting.execute(() -> Platform.runLater(() -> answered.complete(null)));
        answered.join();
    }

    /// Whether this monitor hears its broker.
    boolean hearing() {
        return collector.state().hearing().isPresent();
    }

    /// The screens; JavaFX thread only. They are dressed and fed by [#feed].
    MonitorView view() {
        Optional<Operator> nobody =
                settings.operators().wallboard()
                        ? Optional.of(new Operator("wallboard", Role.VIEW))
                        : Optional.empty();
        return new MonitorView(
                words,
                ports,
                new MonitorLook(
                        settings.look().theme() == MonitorSettings.Theme.DARK,
                        settings.shard().number(),
                        settings.operators().lockAfter(),
                        settings.calls().isPresent(),
                        nobody),
                clock,
                waiting,
                Platform::runLater,
                UUID::randomUUID);
    }

    /// Shows every new state in a view from now on; JavaFX thread only.
    void feed(MonitorView view, Scene scene) {
        shown = FleetFeed.into(view, scene);
        shown.accept(collector.state());
    }

    @Override
    public void close() {
        calls.ifPresent(CallDesk::close);
        collector.close();
        pruning.shutdownNow();
        waiting.shutdownNow();
        read.close();
        written.close();
    }
}
