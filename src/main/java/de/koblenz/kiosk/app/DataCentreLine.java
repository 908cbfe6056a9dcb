package de.koblenz.kiosk.app;

import de.koblenz.kiosk.config.HealthSettings;
import de.koblenz.kiosk.config.ReferencedFile;
import de.koblenz.kiosk.health.BirthCounter;
import de.koblenz.kiosk.health.EdgeNode;
import de.koblenz.kiosk.health.EdgePorts;
import de.koblenz.kiosk.health.EdgeTimes;
import de.koblenz.kiosk.health.HealthReport;
import de.koblenz.kiosk.health.MemoryOutbox;
import de.koblenz.kiosk.health.OutsideServices;
import de.koblenz.kiosk.health.TimeServer;
import de.koblenz.kiosk.health.WireMessage;
import de.koblenz.kiosk.health.command.CommandCheck;
import de.koblenz.kiosk.health.command.CommandDesk;
import de.koblenz.kiosk.health.command.CommandKeys;
import de.koblenz.kiosk.health.command.CommandTarget;
import de.koblenz.kiosk.health.command.Reply;
import de.koblenz.kiosk.health.event.Alarm;
import de.koblenz.kiosk.health.event.EventDraft;
import de.koblenz.kiosk.health.event.EventKind;
import de.koblenz.kiosk.health.event.EventNumber;
import de.koblenz.kiosk.health.event.EventOutbox;
import de.koblenz.kiosk.health.host.LinuxHost;
import de.koblenz.kiosk.store.Database;
import de.koblenz.kiosk.store.SqliteCommandJournal;
import de.koblenz.kiosk.store.SqliteEventOutbox;
import de.koblenz.kiosk.store.SqliteProgramStarts;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// What a terminal has open towards the data centre: outbox, edge node, commands, clock. Without a disk it still reports, from memory,
/// but takes no commands. Thread-safe.
final class DataCentreLine implements AutoCloseable {
    /// Name of the database of what is told, in the data folder.
    static final String DATABASE = "reports.db";

    private static final System.Logger LOG = System.getLogger("kiosk.app");

    /// So many starts within so long, none of them followed by an orderly end, are a loop.
    private static final int LOOP = 3;

    private static final Duration LOOP_TIME = Duration.ofMinutes(10);

    /// So many wrong staff codes in a row are nobody's who has forgotten it.
    private static final int ATTEMPT = 5;

    private static final Alarm FRAUD = new Alarm(EventKind.FRAUD, Optional.empty());

    private final String audience;
    private final Optional<ReferencedFile> commandKeys;
    private final InstantSource clock;
    private final EventOutbox outbox;
    private final EdgeNode node;
    private final Optional<Database> database;
    private final Optional<TimeServer> timeServer;
    private final FarReport far;
    private final Optional<SqliteProgramStarts> starts;
    // Also read by their own threads.
    private volatile @Nullable CommandDesk commands;

    /// What the terminal leans on beside the time, as it is known at each moment; must not block.
    ///
    /// @param right to read identity cards
    /// @param payment the payment platform
    /// @param broken services that cannot be started
    record FarReport(
            Supplier<OutsideServices.Right> right,
            Supplier<OutsideServices.Payment> payment,
            Supplier<List<OutsideServices.Broken>> broken) {
        /// Nothing is known of it.
        static final FarReport UNKNOWN =
                new FarReport(
                        OutsideServices.Right.Unknown::new,
                        () -> OutsideServices.Payment.UNKNOWN,
                        List::of);
    }

    /// Begins to report.
    ///
    /// @param terminal its name
    /// @param data folder of the journals
    /// @param target makes, of the wish to tell everything anew, what commands are carried out on
    /// @param carried told of what the wire carries
    static DataCentreLine open(
            String terminal,
            HealthSettings settings,
            Path data,
            InstantSource clock,
            FarReport far,
            Function<Runnable, CommandTarget> target,
            Consumer<WireMessage> carried) {
        try {
            Files.createDirectories(data);
            Database opened = Database.openReports(data.resolve(DATABASE));
            SqliteEventOutbox outbox = new SqliteEventOutbox(opened, UUID.randomUUID());
            DataCentreLine line =
                    new DataCentreLine(
                            terminal,
                            settings,
                            data,
                            clock,
                            far,
                            outbox,
                            outbox,
                            Optional.of(opened),
                            carried);
            line.openCommands(opened, outbox, target.apply(line.node::rebirth));
            return line;
        } catch (IOException e) {
            LOG.log(Level.WARNING, "events are kept in memory alone: {0}", e.getMessage());
            // Without a journal no command may be carried out: it might be for the second time.
            MemoryOutbox outbox = new MemoryOutbox(UUID.randomUUID());
            return new DataCentreLine(
                    terminal,
                    settings,
                    data,
                    clock,
                    far,
                    outbox,
                    outbox,
                    Optional.empty(),
                    carried);
        }
    }

    private DataCentreLine(
            String terminal,
            HealthSettings settings,
            Path data,
            InstantSource clock,
            FarReport far,
            EventOutbox outbox,
            BirthCounter births,
            Optional<Database> database,
            Consumer<WireMessage> carried) {
        this.audience = settings.office() + "/" + terminal;
        this.commandKeys = settings.commandKeys();
        this.clock = clock;
        this.far = far;
        this.outbox = outbox;
        this.database = database;
        this.starts = database.map(SqliteProgramStarts::new);
        this.timeServer =
                settings.timeServer()
                        .map(address ->
                                new TimeServer(address, clock, RandomGenerator.getDefault()));
        noteStart();
        this.node =
                new EdgeNode(
                        settings,
                        terminal,
                        new EdgePorts(
                                births,
                                outbox,
                                new LinuxHost(Path.of("/"), data),
                                this::services,
                                this::request),
                        EdgeTimes.USUAL,
                        clock,
                        RandomGenerator.getDefault(),
                        carried);
    }

    private void noteStart() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        try {
            outbox.append(
                    EventDraft.happened(now, EventKind.STARTED, "", Optional.empty(), Map.of()));
            if (starts.isPresent()) {
                long count = starts.get().begin(now, LOOP_TIME);
                if (count >= LOOP) {
                    outbox.append(
                            EventDraft.raised(
                                    now,
                                    new Alarm(EventKind.CRASH_LOOP, Optional.empty()),
                                    "",
                                    Map.of(EventNumber.STARTS, count)));
                }
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the start was not noted: {0}", e.getMessage());
        }
    }

    private void openCommands(Database opened, SqliteEventOutbox outbox, CommandTarget target) {
        CommandDesk desk =
                new CommandDesk(
                        new CommandCheck(keys(), audience),
                        new SqliteCommandJournal(opened, outbox),
                        outbox,
                        target,
                        clock,
                        node::wake);
        commands = desk;
        desk.start();
    }

    private OutsideServices.Reading services() {
        return new OutsideServices.Reading(
                timeServer.map(TimeServer::offset).orElse(OptionalDouble.empty()),
                far.right().get(),
                far.payment().get(),
                far.broken().get());
    }

    /// Without a key every command is refused, and told of.
    private List<PublicKey> keys() {
        if (commandKeys.isEmpty()) {
            return List.of();
        }
        try {
            return CommandKeys.read(commandKeys.get().path());
        } catch (IOException e) {
            LOG.log(Level.WARNING, "nobody may command this terminal: {0}", e.getMessage());
            return List.of();
        }
    }

    private void request(String jws) {
        CommandDesk desk = commands;
        if (desk != null) {
            desk.take(jws);
        }
    }

    void publish(HealthReport report) {
        node.publish(report);
    }

    /// Sends what a command asked for.
    CompletableFuture<Boolean> send(Reply reply) {
        return node.send(reply);
    }

    /// What a command waits for may be so now.
    void idle() {
        CommandDesk desk = commands;
        if (desk != null) {
            desk.idle();
        }
    }

    boolean connected() {
        return node.connected();
    }

    /// Tells of somebody who tries staff codes, until a right one comes.
    ///
    /// @param inARow wrong ones
    void wrongCodes(int inARow) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        try {
            boolean told =
                    inARow >= ATTEMPT
                            ? outbox.append(EventDraft.raised(now, FRAUD, "", Map.of()))
                            : inARow == 0 && outbox.append(EventDraft.cleared(now, FRAUD));
            if (told) {
                node.wake();
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "wrong staff codes were not noted: {0}", e.getMessage());
        }
    }

    @Override
    public void close() {
        CommandDesk desk = commands;
        if (desk != null) {
            desk.close();
        }
        node.close();
        timeServer.ifPresent(TimeServer::close);
        try {
            if (starts.isPresent()) {
                starts.get().end();
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the end was not noted: {0}", e.getMessage());
        }
        database.ifPresent(Database::close);
    }
}
