package de.koblenz.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import de.koblenz.kiosk.citizen.TestCard;
import de.koblenz.kiosk.citizen.TestTerminal;
import de.koblenz.kiosk.citizen.session.Overlay;
import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.device.DeviceHealth;
import de.koblenz.kiosk.device.DeviceState;
import de.koblenz.kiosk.health.HealthCodec;
import de.koblenz.kiosk.health.HealthReport;
import de.koblenz.kiosk.health.WireMessage;
import de.koblenz.kiosk.sandbox.broker.MqttBroker;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A card that was left behind, from the session's events to what MQTT carries.
@Timeout(60)
class CardLeftReportTest {
    private static final Path PROJECT = Path.of(System.getProperty("kiosk.project", "."));

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

    /// The details of the reader in the next message.
    private Map<String, String> told() throws Exception {
        WireMessage message = carried.poll(20, TimeUnit.SECONDS);
        HealthReport report =
                assertInstanceOf(HealthReport.class, HealthCodec.decode(message.payload()));
        return report.devices().stream()
                .filter(device -> device.id().value().equals("card-reader"))
                .findFirst()
                .map(DeviceHealth::details)
                .orElse(Map.of());
    }

    private static Map<String, String> without(Map<String, String> told) {
        assertEquals("notPresent", told.get("media"));
        return told.containsKey("cardLeft") ? told : Map.of();
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
                                terminal::now)) {
            desk.watch(carried::add);
            desk.open();
            assertEquals(Map.of(), told());
            card(desk, true);
            assertFalse(told().containsKey("cardLeft"), "it may be somebody's who is there");
            terminal.send(new SessionEvent.Touched());
            terminal.send(new SessionEvent.OverlayOpened(Overlay.Kind.END));
            pass(desk, Duration.ofSeconds(58));
            assertEquals(0, carried.size(), "the tone calls first");
            pass(desk, Duration.ofSeconds(10));
            assertEquals("yes", told().get("cardLeft"));
            card(desk, false);
            Map<String, String> gone = told();
            // The reader may be heard of before the session has drawn its conclusion.
            assertEquals(Map.of(), gone.containsKey("cardLeft") ? without(told()) : without(gone));
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
                nobody.cards(),
                nobody.road(),
                broker);
    }
}
