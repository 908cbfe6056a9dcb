package de.koblenz.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.device.scanner.DocumentScanner;
import de.koblenz.kiosk.device.scanner.ScanOutcome;
import de.koblenz.kiosk.device.scanner.ScanSettings;
import de.koblenz.kiosk.device.sim.scanner.ScannerBuild;
import de.koblenz.kiosk.device.sim.scanner.SimulatedPaper;
import de.koblenz.kiosk.device.sim.scanner.SimulatedScanner;
import de.koblenz.kiosk.health.WireMessage;
import de.koblenz.kiosk.health.sparkplug.KioskMetric;
import de.koblenz.kiosk.sandbox.broker.MqttBroker;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A terminal with a scanner, and one without, from the plug to what MQTT carries.
@Timeout(90)
class ScannerReportTest {
    private static final Path PROJECT = Path.of(System.getProperty("kiosk.project", "."));
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Instant NOW = Instant.parse("2026-06-03T08:00:00Z");
    private static final String SCANNER = "/document-scanner";

    @TempDir private Path data;
    private final BlockingQueue<WireMessage> carried = new LinkedBlockingQueue<>();

    private static Installation installation() {
        Problems problems = new Problems();
        Installation installation =
                Installation.read(
                        PROJECT.resolve("kiosk-config"),
                        PROJECT.resolve("device-profiles"),
                        problems);
        assertEquals(List.of(), problems.sorted());
        return installation;
    }

    private KioskGraph terminal(MqttBroker broker, Optional<URI> scanner) {
        Installation installation = installation();
        Endpoints nobody = Endpoints.nobody(installation.settings());
        KioskGraph terminal =
                new KioskGraph(
                        installation,
                        new Endpoints(
                                nobody.payments(),
                                nobody.booking(),
                                nobody.bookingToken(),
                                nobody.submissions(),
                                nobody.printerProfile(),
                                nobody.printerPort(),
                                scanner,
                                nobody.cards(),
                                nobody.road(),
                                URI.create("mqtt://127.0.0.1:" + broker.port())),
                        data,
                        new Clocks(() -> NOW, () -> NOW));
        terminal.health().watch(carried::add);
        terminal.start(_ -> {});
        return terminal;
    }

    /// Waits for words of the scanner.
    private void told(Predicate<JsonNode> wanted) throws InterruptedException {
        while (true) {
            WireMessage message = carried.poll(30, TimeUnit.SECONDS);
            assertNotNull(message, "never told");
            if (message.topic().endsWith(SCANNER)
                    && wanted.test(JSON.readTree(message.payload()).path("metrics"))) {
                return;
            }
        }
    }

    private static Predicate<JsonNode> says(KioskMetric metric, String word) {
        return metrics -> metrics.path(metric.key()).asString("").equals(word);
    }

    @Test
    void theDataCentreHearsOfTheScannerAndItsTroubles() throws Exception {
        try (MqttBroker broker = new MqttBroker(0);
                SimulatedScanner far = new SimulatedScanner(ScannerBuild.ALL_IN_ONE);
                KioskGraph terminal = terminal(broker, Optional.of(far.base()))) {
            told(says(KioskMetric.STATE, "starting"));
            told(says(KioskMetric.STATE, "online"));
            DocumentScanner scanner =
                    terminal.backstage().flatMap(Backstage::scanner).orElseThrow();
            far.load(List.of(SimulatedPaper.letter(1)));
            far.jamAfter(0);
            assertInstanceOf(
                    ScanOutcome.Failed.class,
                    scanner.scan(ScanSettings.USUAL.with(ScanSettings.Source.FEEDER))
                            .get(30, TimeUnit.SECONDS));
            told(says(KioskMetric.PAPER, "jammed"));
            far.unplug();
            told(says(KioskMetric.STATE, "noDevice"));
        }
    }

    @Test
    void aTerminalWithoutAScannerSaysNothingOfOne() throws Exception {
        try (MqttBroker broker = new MqttBroker(0);
                KioskGraph terminal = terminal(broker, Optional.empty())) {
            assertEquals(Optional.empty(), terminal.backstage().flatMap(Backstage::scanner));
            List<String> topics = new ArrayList<>();
            while (topics.stream().noneMatch(topic -> topic.endsWith("/receipt-printer"))) {
                WireMessage next = carried.poll(30, TimeUnit.SECONDS);
                assertNotNull(next, "nothing more was told");
                topics.add(next.topic());
            }
            assertFalse(topics.stream().anyMatch(topic -> topic.endsWith(SCANNER)));
            assertTrue(
                    Thread.getAllStackTraces().keySet().stream()
                            .noneMatch(thread -> thread.getName().startsWith("scanner-")));
        }
    }
}
