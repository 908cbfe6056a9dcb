package de.koblenz.kiosk.app;

import de.koblenz.kiosk.citizen.session.Effect;
import de.koblenz.kiosk.citizen.session.LeftCard;
import de.koblenz.kiosk.citizen.session.Moment;
import de.koblenz.kiosk.citizen.session.TerminalState;
import de.koblenz.kiosk.config.HealthSettings;
import de.koblenz.kiosk.device.DeviceHealth;
import de.koblenz.kiosk.device.DeviceId;
import de.koblenz.kiosk.health.HealthPublisher;
import de.koblenz.kiosk.health.HealthReport;
import de.koblenz.kiosk.health.SessionCounters;
import de.koblenz.kiosk.health.WireMessage;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Gathers what the data centre is told: mode, devices, counted sessions; never anything of a citizen.
/// Thread-safe.
final class HealthDesk implements AutoCloseable {
    /// Version that is told to the data centre.
    static final String VERSION = "0.1.0";

    private final Installation installation;
    private final Endpoints ends;
    private final InstantSource clock;
    private final Map<DeviceId, DeviceHealth> devices =
            new TreeMap<>(Comparator.comparing(DeviceId::value));
    private Consumer<WireMessage> carried = _ -> {};
    private SessionCounters sessions = SessionCounters.NONE;
    private boolean inService = true;
    private boolean cardLeft;
    private String code = "";
    private String hash = "";
    private @Nullable HealthPublisher publisher;

    HealthDesk(Installation installation, Endpoints ends, InstantSource clock) {
        this.installation = installation;
        this.ends = ends;
        this.clock = clock;
    }

    /// Lets somebody see what the wire carries; before it is opened.
    synchronized void watch(Consumer<WireMessage> listener) {
        carried = listener;
    }

    /// Begins to report; without a broker nothing else is different.
    synchronized void open() {
        hash = installation.hash();
        publisher =
                new HealthPublisher(
                        settings(),
                        installation.settings().terminal().id(),
                        VERSION,
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
                ends.broker().getScheme().equals("mqtt") ? Optional.empty() : configured.tls());
    }

    /// A new state of the terminal; reported only where it changes the mode, or staff are needed for a card that was left
    /// behind.
    synchronized void state(TerminalState state, Moment now) {
        boolean left = state.cardLeft().filter(card -> card.forStaff(now.steady())).isPresent();
        if (state.inService() != inService || left != cardLeft) {
            inService = state.inService();
            code = state.code();
            cardLeft = left;
            publish();
        }
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
        HealthPublisher open = publisher;
        if (open != null) {
            open.publish(
                    new HealthReport(
                            clock.instant(),
                            inService
                                    ? HealthReport.Mode.IN_SERVICE
                                    : HealthReport.Mode.OUT_OF_SERVICE,
                            code,
                            devices.values().stream().map(this::told).toList(),
                            VERSION,
                            hash,
                            sessions));
        }
    }

    @Override
    public synchronized void close() {
        if (publisher != null) {
            publisher.close();
        }
    }
}
