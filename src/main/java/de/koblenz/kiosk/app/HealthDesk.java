package de.koblenz.kiosk.app;

import de.koblenz.kiosk.citizen.session.Effect;
import de.koblenz.kiosk.citizen.session.LeftCard;
import de.koblenz.kiosk.citizen.session.Moment;
import de.koblenz.kiosk.citizen.session.Page;
import de.koblenz.kiosk.citizen.session.TerminalState;
import de.koblenz.kiosk.config.HealthSettings;
import de.koblenz.kiosk.config.ReferencedFile;
import de.koblenz.kiosk.device.DeviceHealth;
import de.koblenz.kiosk.device.DeviceId;
import de.koblenz.kiosk.device.DeviceState;
import de.koblenz.kiosk.health.BirthCounter;
import de.koblenz.kiosk.health.EdgeNode;
import de.koblenz.kiosk.health.EdgePorts;
import de.koblenz.kiosk.health.EdgeTimes;
import de.koblenz.kiosk.health.HealthReport;
import de.koblenz.kiosk.health.MemoryOutbox;
import de.koblenz.kiosk.health.SessionCounters;
import de.koblenz.kiosk.health.WireMessage;
import de.koblenz.kiosk.health.command.CommandCheck;
import de.koblenz.kiosk.health.command.CommandDesk;
import de.koblenz.kiosk.health.command.CommandKeys;
import de.koblenz.kiosk.health.command.CommandTarget;
import de.koblenz.kiosk.health.command.Reply;
import de.koblenz.kiosk.health.event.EventDraft;
import de.koblenz.kiosk.health.event.EventKind;
import de.koblenz.kiosk.health.event.EventOutbox;
import de.koblenz.kiosk.health.host.LinuxHost;
import de.koblenz.kiosk.store.Database;
import de.koblenz.kiosk.store.SqliteCommandJournal;
import de.koblenz.kiosk.store.SqliteEventOutbox;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Gathers what the data centre is told: mode, devices, counted sessions; never anything of a citizen.
/// Thread-safe.
final class HealthDesk implements AutoCloseable {
    /// Version that is told to the data centre.
    static final String VERSION = "0.1.0";

    /// Name of the database of what is told, in the data folder.
    static final String DATABASE = "reports.db";

    private static final System.Logger LOG = System.getLogger("kiosk.app");

    /// Devices that every terminal is asked for, also before the first word of them. No payment terminal is driven yet.
    private static final Map<String, DeviceState> EXPECTED =
            Map.of(
                    "receipt-printer", DeviceState.STARTING,
                    "card-reader", DeviceState.STARTING,
                    "payment-terminal", DeviceState.NO_DEVICE);

    private final Installation installation;
    private final Endpoints ends;
    private final Path data;
    private final InstantSource clock;
    private final Map<DeviceId, DeviceHealth> devices =
            new TreeMap<>(Comparator.comparing(DeviceId::value));
    private Consumer<WireMessage> carried = _ -> {};
    private SessionCounters sessions = SessionCounters.NONE;
    private HealthReport.Mode mode = HealthReport.Mode.IN_SERVICE;
    private boolean cardLeft;
    private String code = "";
    private String hash = "";
    private @Nullable Database database;
    // Also read by their own threads.
    private volatile @Nullable EdgeNode node;
    private volatile @Nullable CommandDesk commands;
    private volatile boolean idle = true;

    /// @param data folder of the journals
    HealthDesk(Installation installation, Endpoints ends, Path data, InstantSource clock) {
        this.installation = installation;
        this.ends = ends;
        this.data = data;
        this.clock = clock;
        EXPECTED.forEach((name, state) -> {
            DeviceId id = new DeviceId(name);
            devices.put(
                    id,
                    new DeviceHealth(
                            id,
                            state,
                            state == DeviceState.NO_DEVICE
                                    ? Map.of(HealthReport.FITTED, "no")
                                    : Map.of()));
        });
    }

    /// Lets somebody see what the wire carries; before it is opened.
    synchronized void watch(Consumer<WireMessage> listener) {
        carried = listener;
    }

    /// Begins to report; without a broker, or without a disk, nothing else is different.
    ///
    /// @param target makes, of the wish to tell everything anew, what commands are carried out on
    synchronized void open(Function<Runnable, CommandTarget> target) {
        hash = installation.hash();
        try {
            Files.createDirectories(data);
            Database opened = Database.openReports(data.resolve(DATABASE));
            database = opened;
            SqliteEventOutbox outbox = new SqliteEventOutbox(opened, UUID.randomUUID());
            open(outbox, outbox, this::request);
            openCommands(opened, outbox, target.apply(() -> rebirth()));
        } catch (IOException e) {
            LOG.log(Level.WARNING, "events are kept in memory alone: {0}", e.getMessage());
            // Without a journal no command may be carried out: it might be for the second time.
            MemoryOutbox outbox = new MemoryOutbox(UUID.randomUUID());
            open(outbox, outbox, _ -> {});
        }
    }

    private void openCommands(Database opened, SqliteEventOutbox outbox, CommandTarget target) {
        CommandDesk desk =
                new CommandDesk(
                        new CommandCheck(keys(), audience()),
                        new SqliteCommandJournal(opened, outbox),
                        outbox,
                        target,
                        clock,
                        this::wake);
        commands = desk;
        desk.start();
    }

    private String audience() {
        return installation.settings().health().office()
                + "/"
                + installation.settings().terminal().id();
    }

    /// Without a key every command is refused, and told of.
    private List<PublicKey> keys() {
        Optional<ReferencedFile> file = installation.settings().health().commandKeys();
        if (file.isEmpty()) {
            return List.of();
        }
        try {
            return CommandKeys.read(file.get().path());
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

    private void rebirth() {
        EdgeNode open = node;
        if (open != null) {
            open.rebirth();
        }
    }

    /// Sends what a command asked for.
    CompletableFuture<Boolean> send(Reply reply) {
        EdgeNode open = node;
        return open == null ? CompletableFuture.completedFuture(false) : open.send(reply);
    }

    /// Devices that work at this moment.
    synchronized Set<String> working() {
        return devices.values().stream()
                .filter(HealthDesk::works)
                .map(device -> device.id().value())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean works(DeviceHealth device) {
        return switch (device.state()) {
            // Whoever opens a cover proves that it is there.
            case ONLINE, DEVICE_BUSY, USER_ERROR -> true;
            case OFFLINE, POWER_OFF, NO_DEVICE, HARDWARE_ERROR, STARTING -> false;
        };
    }

    /// Why this terminal is not healthy: it is out of service, has no line to the data centre, or lacks a device.
    ///
    /// @param needed devices that have to work
    /// @return nothing if it is; else a code, empty where there is none
    synchronized Optional<String> complaint(Set<String> needed) {
        if (mode == HealthReport.Mode.OUT_OF_SERVICE) {
            return Optional.of(code);
        }
        EdgeNode open = node;
        return open != null && open.connected() && working().containsAll(needed)
                ? Optional.empty()
                : Optional.of("");
    }

    /// What a command waits for may be decided now.
    void decided() {
        CommandDesk desk = commands;
        if (desk != null) {
            desk.idle();
        }
    }

    private void wake() {
        EdgeNode open = node;
        if (open != null) {
            open.wake();
        }
    }

    /// Whether no session runs.
    boolean idle() {
        return idle;
    }

    private void open(EventOutbox outbox, BirthCounter births, Consumer<String> requests) {
        try {
            outbox.append(
                    EventDraft.happened(
                            clock.instant().truncatedTo(ChronoUnit.MILLIS),
                            EventKind.STARTED,
                            "",
                            Optional.empty(),
                            Map.of()));
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the start was not noted: {0}", e.getMessage());
        }
        node =
                new EdgeNode(
                        settings(),
                        installation.settings().terminal().id(),
                        new EdgePorts(
                                births,
                                outbox,
                                new LinuxHost(Path.of("/"), data),
                                OptionalDouble::empty,
                                requests),
                        EdgeTimes.USUAL,
                        clock,
                        RandomGenerator.getDefault(),
                        carried);
        publish();
    }

    private HealthSettings settings() {
        HealthSettings configured = installation.settings().health();
        return new HealthSettings(
                ends.broker(),
                configured.office(),
                configured.keepAlive(),
                configured.longestReconnect(),
                // Only to this machine itself, as on the bench, may the line be plain (health.yaml
                // says so too).
                ends.broker().getScheme().equals("mqtt") ? Optional.empty() : configured.tls(),
                configured.commandKeys());
    }

    /// A new state of the terminal; reported only where it changes the mode, or staff are needed for a card that was left
    /// behind.
    synchronized void state(TerminalState state, Moment now) {
        boolean nobody = state.session().isEmpty();
        CommandDesk desk = commands;
        if (nobody && !idle && desk != null) {
            idle = true;
            desk.idle();
        }
        idle = nobody;
        boolean left = state.cardLeft().filter(card -> card.forStaff(now.steady())).isPresent();
        HealthReport.Mode newMode = mode(state);
        if (newMode != mode || left != cardLeft || !state.code().equals(code)) {
            mode = newMode;
            code = state.code();
            cardLeft = left;
            publish();
        }
    }

    private static HealthReport.Mode mode(TerminalState state) {
        if (state.session().filter(it -> it.page() instanceof Page.Staff).isPresent()) {
            return HealthReport.Mode.SUPERVISOR;
        }
        if (state.inService()) {
            return HealthReport.Mode.IN_SERVICE;
        }
        return state.code().isEmpty()
                ? HealthReport.Mode.MAINTENANCE
                : HealthReport.Mode.OUT_OF_SERVICE;
    }

    private DeviceHealth told(DeviceHealth health) {
        if (!cardLeft || !health.id().equals(LeftCard.READER)) {
            return health;
        }
        Map<String, String> details = new HashMap<>(health.details());
        details.put("cardLeft", "yes");
        return new DeviceHealth(health.id(), health.state(), details);
    }

    synchronized void device(DeviceHealth health) {
        if (!health.equals(devices.put(health.id(), health))) {
            publish();
        }
    }

    synchronized void ended(Effect.Outcome outcome) {
        sessions =
                switch (outcome) {
                    case COMPLETED ->
                            new SessionCounters(
                                    sessions.completed() + 1,
                                    sessions.ended(),
                                    sessions.timedOut(),
                                    sessions.failed());
                    case LOOKED, ENDED ->
                            new SessionCounters(
                                    sessions.completed(),
                                    sessions.ended() + 1,
                                    sessions.timedOut(),
                                    sessions.failed());
                    case LEFT ->
                            new SessionCounters(
                                    sessions.completed(),
                                    sessions.ended(),
                                    sessions.timedOut() + 1,
                                    sessions.failed());
                    case CLOSED ->
                            new SessionCounters(
                                    sessions.completed(),
                                    sessions.ended(),
                                    sessions.timedOut(),
                                    sessions.failed() + 1);
                };
        publish();
    }

    private void publish() {
        EdgeNode open = node;
        if (open != null) {
            open.publish(
                    new HealthReport(
                            clock.instant(),
                            mode,
                            code,
                            devices.values().stream().map(this::told).toList(),
                            VERSION,
                            hash,
                            sessions));
        }
    }

    @Override
    public synchronized void close() {
        CommandDesk desk = commands;
        if (desk != null) {
            desk.close();
        }
        EdgeNode open = node;
        if (open != null) {
            open.close();
        }
        if (database != null) {
            database.close();
            // Whoever tells a story closes early, to see everything that was told.
            database = null;
        }
    }
}
