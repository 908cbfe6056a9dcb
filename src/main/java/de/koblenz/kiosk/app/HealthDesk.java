package de.koblenz.kiosk.app;

import de.koblenz.kiosk.citizen.session.Effect;
import de.koblenz.kiosk.citizen.session.LeftCard;
import de.koblenz.kiosk.citizen.session.Moment;
import de.koblenz.kiosk.citizen.session.Page;
import de.koblenz.kiosk.citizen.session.TerminalState;
import de.koblenz.kiosk.device.DeviceHealth;
import de.koblenz.kiosk.device.DeviceId;
import de.koblenz.kiosk.device.DeviceState;
import de.koblenz.kiosk.health.HealthReport;
import de.koblenz.kiosk.health.OutsideServices;
import de.koblenz.kiosk.health.SessionCounters;
import de.koblenz.kiosk.health.WireMessage;
import de.koblenz.kiosk.health.command.CommandTarget;
import de.koblenz.kiosk.health.command.Reply;
import de.koblenz.kiosk.order.payment.PlatformWatch;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Gathers what the data centre is told: mode, devices, counted sessions; never anything of a citizen.
/// Thread-safe.
final class HealthDesk implements AutoCloseable {
    /// Version that is told to the data centre.
    static final String VERSION = "0.1.0";

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
    // Also read by the threads of others.
    private volatile @Nullable DataCentreLine line;
    private volatile @Nullable PlatformWatch payments;
    private volatile boolean idle = true;

    /// @param data folder of the journals
    HealthDesk(Installation installation, Endpoints ends, Path data, InstantSource clock) {
        this.installation = installation;
        this.ends = ends;
        this.data = data;
        this.clock = clock;
        expected().forEach(device -> devices.put(device.id(), device));
        ends.scanner()
                .ifPresent(_ ->
                        devices.put(
                                Backstage.SCANNER,
                                new DeviceHealth(
                                        Backstage.SCANNER, DeviceState.STARTING, Map.of())));
    }

    /// The devices of a terminal of which nothing is known yet.
    static List<DeviceHealth> expected() {
        return EXPECTED.entrySet().stream()
                .map(device ->
                        new DeviceHealth(
                                new DeviceId(device.getKey()),
                                device.getValue(),
                                device.getValue() == DeviceState.NO_DEVICE
                                        ? Map.of(HealthReport.FITTED, "no")
                                        : Map.of()))
                .toList();
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
        LOG.log(
                Level.INFO,
                "start of {0}: version {1}, configuration {2}",
                installation.settings().terminal().id(),
                VERSION,
                hash);
        line =
                DataCentreLine.open(
                        installation.settings().terminal().id(),
                        installation.settings().health().at(ends.broker()),
                        data,
                        clock,
                        new DataCentreLine.FarReport(
                                ends.road()::right, this::payment, this::broken),
                        target,
                        carried);
        publish();
    }

    /// Whom to ask how the payment platform is.
    void payments(PlatformWatch watch) {
        payments = watch;
    }

    private OutsideServices.Payment payment() {
        PlatformWatch watch = payments;
        return watch == null
                ? OutsideServices.Payment.UNKNOWN
                : switch (watch.state()) {
                    case UNKNOWN -> OutsideServices.Payment.UNKNOWN;
                    case REACHABLE -> OutsideServices.Payment.REACHABLE;
                    case UNREACHABLE -> OutsideServices.Payment.UNREACHABLE;
                    case DENIED -> OutsideServices.Payment.DENIED;
                };
    }

    /// Services that come as packages and cannot be started today, or the packages of which cannot even be read.
    private List<OutsideServices.Broken> broken() {
        return installation
                .packages()
                .broken(LocalDate.ofInstant(clock.instant(), KioskGraph.ZONE));
    }

    /// The packages have been read: what is wrong with them is told now.
    synchronized void packagesRead() {
        publish();
    }

    private void withLine(Consumer<DataCentreLine> work) {
        DataCentreLine open = line;
        if (open != null) {
            work.accept(open);
        }
    }

    /// Sends what a command asked for.
    CompletableFuture<Boolean> send(Reply reply) {
        DataCentreLine open = line;
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
        DataCentreLine open = line;
        return open != null && open.connected() && working().containsAll(needed)
                ? Optional.empty()
                : Optional.of("");
    }

    /// What a command waits for may be decided now.
    void decided() {
        withLine(DataCentreLine::idle);
    }

    /// Somebody typed a staff code.
    ///
    /// @param inARow wrong ones since the last right one
    void wrongCodes(int inARow) {
        withLine(open -> open.wrongCodes(inARow));
    }

    /// Whether no session runs.
    boolean idle() {
        return idle;
    }

    /// A new state of the terminal; reported only where it changes the mode, or staff are needed for a card that was left
    /// behind.
    synchronized void state(TerminalState state, Moment now) {
        boolean before = idle;
        idle = state.session().isEmpty();
        if (idle && !before) {
            withLine(DataCentreLine::idle);
        }
        boolean left = state.cardLeft().filter(card -> card.forStaff(now.steady())).isPresent();
        HealthReport.Mode newMode = mode(state);
        if (newMode != mode || left != cardLeft || !state.code().equals(code)) {
            if (newMode != mode || !state.code().equals(code)) {
                LOG.log(Level.INFO, "mode {0} {1}", newMode, state.code());
            }
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
        withLine(open ->
                open.publish(
                        new HealthReport(
                                clock.instant(),
                                mode,
                                code,
                                devices.values().stream().map(this::told).toList(),
                                VERSION,
                                hash,
                                sessions)));
    }

    @Override
    public synchronized void close() {
        withLine(DataCentreLine::close);
        // Whoever tells a story closes early, to see everything that was told.
        line = null;
    }
}
