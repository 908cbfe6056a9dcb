package de.koblenz.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.citizen.TestCard;
import de.koblenz.kiosk.citizen.TestTerminal;
import de.koblenz.kiosk.citizen.session.Overlay;
import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.device.DeviceHealth;
import de.koblenz.kiosk.device.DeviceState;
import de.koblenz.kiosk.health.WireMessage;
import de.koblenz.kiosk.health.command.Command;
import de.koblenz.kiosk.health.command.CommandTarget;
import de.koblenz.kiosk.health.sparkplug.KioskMetric;
import de.koblenz.kiosk.sandbox.broker.MqttBroker;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A card that was left behind, from the session's events to what MQTT carries.
@Timeout(60)
class CardLeftReportTest {
    private static final Path PROJECT = Path.of(System.getProperty("kiosk.project", "."));

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final CommandTarget UNCOMMANDED =
            new CommandTarget() {
                @Override
                public boolean idle() {
                    return true;
                }

                @Override
                public Outcome carryOut(UUID id, Command command) {
                    return new Outcome.Failed("");
                }

                @Override
                public Optional<Outcome> ended(UUID id, Command command) {
                    return Optional.empty();
                }
            };

    @TempDir private Path data;

    private final TestTerminal terminal = TestTerminal.open();
    private final BlockingQueue<WireMessage> carried = new LinkedBlockingQueue<>();

    private void card(HealthDesk desk, boolean lies) {
        DeviceHealth reader = TestCard.reader(DeviceState.ONLINE, lies);
        terminal.send(new SessionEvent.DeviceChanged(reader));
        desk.device(reader);
        desk.state(terminal.state(), terminal.moment());
    }

    private void pass(HealthDesk desk, Duration time) {
        for (long second = 0; second < time.toSeconds(); second++) {
            terminal.pass(Duration.ofSeconds(1));
            desk.state(terminal.state(), terminal.moment());
        }
    }

    /// What the next message says that tells of a card left behind.
    private boolean told() throws Exception {
        while (true) {
            WireMessage message = carried.poll(20, TimeUnit.SECONDS);
            assertNotNull(message, "nothing more was told");
            if (message.topic().endsWith("/card-reader")) {
                JsonNode left =
                        JSON.readTree(message.payload())
                                .path("metrics")
                                .path(KioskMetric.CARD_LEFT.key());
                if (!left.isMissingNode()) {
                    return left.asBoolean();
                }
            }
        }
    }

    @Test
    void theDataCentreHearsOfItAfterAMinuteAndAgainWhenItIsTaken() throws Exception {
        Installation installation =
                Installation.read(
                        PROJECT.resolve("kiosk-config"),
                        PROJECT.resolve("device-profiles"),
                        new Problems());
        try (MqttBroker broker = new MqttBroker(0);
                HealthDesk desk =
                        new HealthDesk(
                                installation,
                                at(
                                        Endpoints.nobody(installation.settings()),
                                        URI.create("mqtt://127.0.0.1:" + broker.port())),
                                data,
                                terminal::now)) {
            desk.watch(carried::add);
            desk.open(_ -> UNCOMMANDED);
            assertFalse(told(), "at the birth");
            card(desk, true);
            terminal.send(new SessionEvent.Touched());
            terminal.send(new SessionEvent.OverlayOpened(Overlay.Kind.END));
            pass(desk, Duration.ofSeconds(58));
            assertFalse(
                    terminal.state()
                            .cardLeft()
                            .filter(card -> card.forStaff(terminal.steady()))
                            .isPresent(),
                    "the tone calls first");
            pass(desk, Duration.ofSeconds(10));
            assertTrue(told());
            card(desk, false);
            assertFalse(told(), "taken");
        }
    }

    /// What an operator reads who asks for the log of a terminal that has no fault.
    @Test
    void startLineAndModeAreInTheLog() throws Exception {
        Installation installation =
                Installation.read(
                        PROJECT.resolve("kiosk-config"),
                        PROJECT.resolve("device-profiles"),
                        new Problems());
        try (LogFile log = LogFile.open(data);
                MqttBroker broker = new MqttBroker(0);
                HealthDesk desk =
                        new HealthDesk(
                                installation,
                                at(
                                        Endpoints.nobody(installation.settings()),
                                        URI.create("mqtt://127.0.0.1:" + broker.port())),
                                data,
                                terminal::now)) {
            desk.watch(carried::add);
            desk.open(_ -> UNCOMMANDED);
            assertFalse(told(), "born");
            terminal.send(new SessionEvent.ServiceModeChanged(false, "STORE-OPEN"));
            desk.state(terminal.state(), terminal.moment());
            List<String> lines = log.last(100);
            assertTrue(
                    lines.getFirst()
                            .matches(
                                    ".* INFO kiosk\\.app start of buergeramt-1:"
                                            + " version 0\\.1\\.0, configuration [0-9a-f]{16}"),
                    lines.toString());
            assertTrue(
                    lines.stream().anyMatch(line -> line.endsWith("health: at the broker")),
                    lines.toString());
            assertTrue(
                    lines.getLast().endsWith("mode OUT_OF_SERVICE STORE-OPEN"), lines.toString());
        }
    }

    private static Endpoints at(Endpoints nobody, URI broker) {
        return new Endpoints(
                nobody.payments(),
                nobody.booking(),
                nobody.bookingToken(),
                nobody.submissions(),
                nobody.printerProfile(),
                nobody.printerPort(),
                nobody.scanner(),
                nobody.cards(),
                nobody.road(),
                broker);
    }
}
