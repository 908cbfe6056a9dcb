package de.koblenz.kiosk.health;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import de.koblenz.kiosk.config.HealthSettings;
import de.koblenz.kiosk.device.DeviceHealth;
import de.koblenz.kiosk.device.DeviceId;
import de.koblenz.kiosk.device.DeviceState;
import de.koblenz.kiosk.health.command.Reply;
import de.koblenz.kiosk.health.event.EventAck;
import de.koblenz.kiosk.health.event.EventCodec;
import de.koblenz.kiosk.health.event.KioskTopic;
import de.koblenz.kiosk.health.event.ReplyTopic;
import de.koblenz.kiosk.health.sparkplug.HostState;
import de.koblenz.kiosk.health.sparkplug.KioskMetric;
import de.koblenz.kiosk.health.sparkplug.MessageType;
import de.koblenz.kiosk.health.sparkplug.MetricValue;
import de.koblenz.kiosk.health.sparkplug.SparkplugMetric;
import de.koblenz.kiosk.health.sparkplug.SparkplugPayload;
import de.koblenz.kiosk.health.sparkplug.SparkplugTopic;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What the data centre sees of a terminal, whatever broker stands between. Real sockets, real Paho.
@Timeout(60)
abstract class EdgeNodeContract {
    static final Duration LONG = Duration.ofSeconds(20);
    static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");
    static final UUID OUTBOX = UUID.fromString("0b54d5a2-4c0f-4f0e-9d3a-3f1f0e6f2a11");
    private static final String BASE = "spBv1.0/amt/";

    @TempDir Path folder;
    TestBroker broker = new NoBroker();
    private final MemoryOutbox outbox = new MemoryOutbox(OUTBOX);
    private final BlockingQueue<String> requests = new LinkedBlockingQueue<>();

    MemoryOutbox outbox() {
        return outbox;
    }

    abstract TestBroker start(Path folder) throws IOException;

    @BeforeEach
    void startBroker() throws IOException {
        broker = start(folder);
    }

    @AfterEach
    void stopBroker() throws IOException {
        broker.close();
    }

    /// `tck-id-principles-birth-certificates-order`, `tck-id-payloads-dbirth-order`, `tck-id-topics-nbirth-mqtt`
    @Test
    void theFirstWordsAreTheBirthOfTheNodeAndThenOfItsDevices() throws Exception {
        try (MessageCollector listener = collector();
                EdgeNode node = node(broker.port())) {
            node.publish(report(1));
            born(listener);
            assertEquals(
                    List.of(
                            BASE + "NBIRTH/terminal-1",
                            BASE + "DBIRTH/terminal-1/payment-terminal",
                            BASE + "DBIRTH/terminal-1/receipt-printer",
                            BASE + "DDEATH/terminal-1/payment-terminal"),
                    listener.messages().stream()
                            .map(WireMessage::topic)
                            .filter(topic -> topic.startsWith(BASE))
                            .toList());
            for (WireMessage message : listener.messages()) {
                assertFalse(message.retained());
                assertTrue(message.qos() == 0 || message.topic().startsWith("kiosk/"));
            }
            WireMessage birth = listener.messages().getFirst();
            assertTrue(birth.payload().contains("\"seq\":0"), birth.payload());
            assertTrue(birth.payload().contains("\"bdSeq\":0"), birth.payload());
            assertTrue(birth.payload().contains("\"Node Control/Rebirth\":false"));
            assertTrue(birth.payload().contains("\"Status/Health\":\"DEGRADED\""));
        }
    }

    @Test
    void aDeviceThatTheTerminalIsNotMeantToHaveIsNotToldOf() throws Exception {
        try (MessageCollector listener = collector();
                EdgeNode node = node(broker.port())) {
            HealthReport told = report(1);
            node.publish(
                    new HealthReport(
                            told.at(),
                            told.mode(),
                            told.code(),
                            List.of(
                                    new DeviceHealth(
                                            new DeviceId("payment-terminal"),
                                            DeviceState.NO_DEVICE,
                                            Map.of(HealthReport.FITTED, "no")),
                                    told.devices().getLast()),
                            told.softwareVersion(),
                            told.configurationHash(),
                            told.sessions()));
            assertTrue(listener.await(m -> m.topic().contains("DBIRTH"), LONG).isPresent());
            // From now on it is meant to have it.
            node.publish(report(2));
            assertTrue(
                    listener.await(
                                    m -> m.topic().endsWith("DDEATH/terminal-1/payment-terminal"),
                                    LONG)
                            .isPresent());
            assertEquals(
                    List.of("NBIRTH/terminal-1", "DBIRTH/terminal-1/receipt-printer"),
                    listener.messages().stream()
                            .map(WireMessage::topic)
                            .filter(topic -> topic.startsWith(BASE))
                            .map(topic -> topic.substring(BASE.length()))
                            .limit(2)
                            .toList());
        }
    }

    /// `tck-id-topics-ndata-payload`, `tck-id-payloads-ndata-seq-inc`
    @Test
    void whatChangedIsToldAndNothingElse() throws Exception {
        try (MessageCollector listener = collector();
                EdgeNode node = node(broker.port())) {
            node.publish(report(1));
            born(listener);
            node.publish(report(2));
            WireMessage data = listener.await(m -> m.topic().contains("NDATA"), LONG).orElseThrow();
            assertEquals(
                    "{\"timestamp\":\"2026-06-01T08:00:00Z\",\"seq\":4,\"metrics\":"
                            + "{\"Session/Completed Total\":2,\"outbox.depth\":1}}",
                    data.payload());
        }
    }

    /// `tck-id-payloads-ndeath-bdseq`, `tck-id-topics-nbirth-bdseq-increment`
    @Test
    void theWillNamesTheBirthThatItEndsAndTheNextBirthHasTheNextNumber() throws Exception {
        try (Relay relay = new Relay(broker.port());
                MessageCollector listener = collector();
                EdgeNode node = node(relay.port())) {
            node.publish(report(1));
            born(listener);
            relay.cut();
            WireMessage death =
                    listener.await(m -> m.topic().contains("NDEATH"), LONG).orElseThrow();
            assertEquals(BASE + "NDEATH/terminal-1", death.topic());
            assertEquals(1, death.qos());
            assertFalse(death.retained());
            assertTrue(death.payload().contains("\"metrics\":{\"bdSeq\":0}"), death.payload());
            assertFalse(death.payload().contains("seq\":0,"), death.payload());
            node.publish(report(2));
            node.publish(report(3));
            relay.mend();
            WireMessage next =
                    listener.await(
                                    m ->
                                            m.topic().contains("NBIRTH")
                                                    && !m.payload().contains("\"bdSeq\":0"),
                                    LONG)
                            .orElseThrow();
            // Only the newest: nobody needs to know what was meanwhile.
            assertTrue(next.payload().contains("\"Session/Completed Total\":3"), next.payload());
        }
    }

    @Test
    void aBrokerThatWasRestartedLearnsEverythingAgain() throws Exception {
        try (EdgeNode node = node(broker.port())) {
            node.publish(report(1));
            awaitTrue(node::connected, () -> "not connected");
            broker.kill();
            awaitTrue(() -> !node.connected(), () -> "the end of the broker was not noticed");
            broker.restart();
            try (MessageCollector late = collector()) {
                node.rebirth();
                assertTrue(late.await(m -> m.topic().contains("NBIRTH"), LONG).isPresent());
            }
        }
    }

    @Test
    void aSilentLineIsNoticedAndReplaced() throws Exception {
        try (Relay relay = new Relay(broker.port());
                MessageCollector listener = collector();
                EdgeNode node = node(TestBroker.settings(relay.port(), Duration.ofSeconds(1)))) {
            node.publish(report(1));
            born(listener);
            int before = relay.accepted();
            relay.silence();
            awaitTrue(() -> !node.connected(), () -> "the silence was not noticed");
            relay.mend();
            node.publish(report(7));
            assertTrue(
                    listener.await(m -> m.payload().contains("Completed Total\":7"), LONG)
                            .isPresent());
            assertTrue(relay.accepted() > before);
        }
    }

    /// `tck-id-operational-behavior-edge-node-intentional-disconnect-ndeath`,
    /// `tck-id-payloads-ndeath-will-message-publisher-disconnect-mqtt50`
    @Test
    void anOrderlyEndSaysDeathAndThenLeavesTheWillToTheBrokerToo() throws Exception {
        try (MessageCollector listener = collector()) {
            try (EdgeNode node = node(broker.port())) {
                node.publish(report(1));
                born(listener);
            }
            awaitTrue(
                    () ->
                            listener.messages().stream()
                                            .filter(m -> m.topic().contains("NDEATH"))
                                            .count()
                                    == 2,
                    () -> "not both deaths: " + listener.messages());
        }
    }

    /// `tck-id-operational-behavior-data-commands-rebirth-action-2`, `tck-id-operational-behavior-data-commands-rebirth-action-3`
    @Test
    void aHostThatMissedSomethingGetsANewBirthOfTheSameNumber() throws Exception {
        try (MessageCollector listener = collector();
                BrokerConnection host = host();
                EdgeNode node = node(broker.port())) {
            node.publish(report(1));
            born(listener);
            host.publish(command(KioskMetric.REBIRTH, MetricValue.of(true)));
            awaitTrue(() -> births(listener) == 2, () -> "births " + births(listener));
            assertEquals(
                    2,
                    listener.messages().stream()
                            .filter(m -> m.topic().contains("NBIRTH"))
                            .filter(m -> m.payload().contains("\"bdSeq\":0"))
                            .filter(m -> m.payload().contains("\"seq\":0"))
                            .count());
        }
    }

    @Test
    void manyRequestsForABirthAreAnsweredTogether() throws Exception {
        try (MessageCollector listener = collector();
                BrokerConnection host = host();
                EdgeNode node = node(broker.port(), Duration.ofHours(1))) {
            node.publish(report(1));
            born(listener);
            for (int i = 0; i < 50; i++) {
                host.publish(command(KioskMetric.REBIRTH, MetricValue.of(true)));
            }
            host.publish(command(KioskMetric.COMMAND_REQUEST, MetricValue.of(jws())));
            assertEquals(jws(), requests.take());
            node.publish(report(2));
            assertTrue(listener.await(m -> m.topic().contains("NDATA"), LONG).isPresent());
            assertEquals(1, births(listener));
        }
    }

    @Test
    void eventsComeUntilTheMonitorHasThem() throws Exception {
        try (MessageCollector listener = collector();
                HostLine monitor = monitor(new Heard());
                EdgeNode node = node(broker.port())) {
            // The payment terminal is not there, and that is an alarm.
            node.publish(report(1));
            WireMessage event =
                    listener.await(m -> m.topic().endsWith("/event"), LONG).orElseThrow();
            assertEquals("kiosk/v1/amt/terminal-1/event", event.topic());
            assertEquals(1, event.qos());
            assertTrue(event.payload().contains("\"kind\":\"device.noDevice\""), event.payload());
            assertEquals(1, outbox.depth());
            ack(monitor, UUID.fromString("7f6e5d4c-3b2a-4190-8877-665544332211"), 1);
            ack(monitor, OUTBOX, 2);
            ack(monitor, OUTBOX, 1);
            awaitTrue(() -> outbox.depth() == 0, () -> "the acknowledgement was not taken");
            assertEquals(1, outbox.acknowledged());
        }
    }

    @Test
    void whatACommandAskedForReachesTheMonitor() throws Exception {
        UUID command = UUID.fromString("7f6e5d4c-3b2a-4190-8877-665544332211");
        Reply reply = Reply.lines(command, List.of("eins", "zwei"));
        Heard heard = new Heard();
        try (HostLine monitor = monitor(heard);
                MessageCollector listener = collector();
                EdgeNode node = node(broker.port())) {
            monitor.subscribe(ReplyTopic.all("amt"), 1);
            node.publish(report(1));
            born(listener);
            assertTrue(node.send(reply).get(20, TimeUnit.SECONDS));
            Map.Entry<String, byte[]> message = heard.messages.poll(20, TimeUnit.SECONDS);
            assertEquals("kiosk/v1/amt/terminal-1/reply/" + command, message.getKey());
            assertArrayEquals(reply.content(), message.getValue());
        }
    }

    /// `tck-id-message-flow-edge-node-birth-publish-phid-wait`, `-wait-id`, `-wait-online`,
    /// `tck-id-operational-behavior-edge-node-birth-sequence-wait`
    @Test
    void withAPrimaryHostNothingIsToldUntilItIsThere() throws Exception {
        try (MessageCollector listener = collector();
                HostLine monitor = monitor(new Heard());
                EdgeNode node = waiting(broker.port())) {
            node.publish(report(1));
            awaitTrue(node::connected, () -> "not connected");
            state(monitor, "OTHER", true, NOW);
            state(monitor, "KGRZ", false, NOW);
            state(monitor, "KGRZ", true, NOW.plusMillis(1));
            born(listener);
            List<String> order =
                    listener.messages().stream()
                            .filter(m -> !m.topic().startsWith("kiosk/"))
                            .map(m -> m.topic() + (m.payload().contains("true") ? "" : " off"))
                            .toList();
            assertTrue(order.indexOf("spBv1.0/STATE/KGRZ") >= 0, order.toString());
            for (WireMessage message : listener.messages()) {
                if (message.topic().contains("/terminal-1")) {
                    break;
                }
                assertTrue(message.topic().startsWith("spBv1.0/STATE/"), order.toString());
            }
            assertEquals("spBv1.0/STATE/KGRZ", order.get(2), order.toString());
            // The alarm of the missing payment terminal waited too.
            assertTrue(listener.await(m -> m.topic().endsWith("/event"), LONG).isPresent());
        }
    }

    /// `tck-id-message-flow-edge-node-birth-publish-phid-offline`, `-phid-wait-timestamp`,
    /// `tck-id-operational-behavior-edge-node-termination-host-offline`, `-host-offline-timestamp`, `-host-offline-reconnect`
    @Test
    void whenThePrimaryHostGoesTheNodeDiesAndWaitsForItAndAnOlderWordOfItIsNothing()
            throws Exception {
        try (MessageCollector listener = collector();
                HostLine monitor = monitor(new Heard());
                EdgeNode node = waiting(broker.port())) {
            state(monitor, "KGRZ", true, NOW);
            node.publish(report(1));
            born(listener);
            state(monitor, "KGRZ", false, NOW.minusMillis(1));
            node.publish(report(2));
            assertTrue(
                    listener.await(m -> m.payload().contains("Completed Total\":2"), LONG)
                            .isPresent());
            assertTrue(listener.messages().stream().noneMatch(m -> m.topic().contains("NDEATH")));
            state(monitor, "KGRZ", false, NOW);
            assertTrue(listener.await(m -> m.topic().contains("NDEATH"), LONG).isPresent());
            node.publish(report(3));
            state(monitor, "KGRZ", true, NOW.plusMillis(5));
            WireMessage again =
                    listener.await(
                                    m ->
                                            m.topic().contains("NBIRTH")
                                                    && !m.payload().contains("\"bdSeq\":0"),
                                    LONG)
                            .orElseThrow();
            assertTrue(again.payload().contains("Completed Total\":3"), again.payload());
        }
    }

    private EdgeNode waiting(int port) {
        HealthSettings plain = TestBroker.settings(port, Duration.ofSeconds(15));
        return node(
                new HealthSettings(
                        plain.broker(),
                        plain.office(),
                        plain.keepAlive(),
                        plain.longestReconnect(),
                        plain.tls(),
                        plain.commandKeys(),
                        Optional.of("KGRZ"),
                        Optional.empty(),
                        Optional.empty()));
    }

    /// As a host says it: QoS 1, retained (`tck-id-host-topic-phid-birth-retain`).
    private static void state(HostLine monitor, String host, boolean online, Instant timestamp)
            throws IOException {
        assertTrue(
                monitor.send(
                        new SparkplugTopic.Host(host).text(),
                        new HostState(online, timestamp).encode(),
                        1,
                        true));
    }

    @Test
    void whateverIsSentToATerminalItStaysUp() throws Exception {
        Random random = new Random(20261122);
        MqttAsyncClient raw =
                new MqttAsyncClient(
                        "tcp://127.0.0.1:" + broker.port(), "raw", new MemoryPersistence());
        try (MessageCollector listener = collector();
                EdgeNode node = node(broker.port())) {
            node.publish(report(1));
            born(listener);
            raw.connect().waitForCompletion();
            for (String topic :
                    List.of("spBv1.0/amt/NCMD/terminal-1", "kiosk/v1/amt/terminal-1/event/ack")) {
                for (int round = 0; round < 50; round++) {
                    byte[] junk = new byte[random.nextInt(200)];
                    random.nextBytes(junk);
                    // QoS 0: Paho counts a message of QoS 1 as under way for a while after it was
                    // waited for.
                    raw.publish(topic, junk, 0, false).waitForCompletion();
                }
            }
            node.publish(report(2));
            assertTrue(listener.await(m -> m.topic().contains("NDATA"), LONG).isPresent());
        } finally {
            raw.disconnectForcibly(0, 0, false);
            raw.close();
        }
    }

    @Test
    void aClockThatJumpsBreaksNothing() throws Exception {
        AtomicReference<Instant> now = new AtomicReference<>(NOW);
        try (MessageCollector listener = collector();
                EdgeNode node =
                        new EdgeNode(
                                TestBroker.settings(broker.port(), Duration.ofSeconds(15)),
                                "terminal-1",
                                new EdgePorts(
                                        outbox,
                                        outbox,
                                        HostFigures.NONE,
                                        OutsideServices.NONE,
                                        requests::add),
                                new EdgeTimes(
                                        Duration.ofHours(1), Duration.ZERO, Duration.ofSeconds(60)),
                                now::get,
                                new Random(1),
                                _ -> {})) {
            node.publish(report(1));
            born(listener);
            for (String time : List.of("2030-01-01T00:00:00Z", "2001-01-01T00:00:00Z")) {
                now.set(Instant.parse(time));
                node.publish(report(Long.parseLong(time.substring(0, 4))));
                assertTrue(
                        listener.await(
                                        m ->
                                                m.topic().contains("NDATA")
                                                        && m.payload().contains(time),
                                        LONG)
                                .isPresent());
            }
            assertTrue(node.connected());
            assertEquals(1, births(listener));
        }
    }

    /// Waits until the birth and what belongs to it is told.
    static void born(MessageCollector listener) throws InterruptedException {
        assertTrue(listener.await(m -> m.topic().contains("DDEATH"), LONG).isPresent());
    }

    static long births(MessageCollector listener) {
        return listener.messages().stream().filter(m -> m.topic().contains("NBIRTH")).count();
    }

    private BrokerConnection host() throws IOException {
        HealthSettings settings = TestBroker.settings(broker.port(), Duration.ofSeconds(15));
        return BrokerConnection.open(
                settings,
                BrokerSockets.of(settings),
                "host-" + System.identityHashCode(new Object()),
                null,
                new BrokerCallback() {
                    @Override
                    void lost() {}

                    @Override
                    public void messageArrived(String topic, MqttMessage message) {}
                });
    }

    private static Outgoing command(KioskMetric metric, MetricValue value) {
        return new Outgoing.Sparkplug(
                SparkplugTopic.node("amt", MessageType.NCMD, "terminal-1"),
                SparkplugPayload.unnumbered(
                        NOW, List.of(SparkplugMetric.named(metric, NOW, value))));
    }

    private static void ack(HostLine monitor, UUID outbox, long upTo) throws IOException {
        assertTrue(
                monitor.send(
                        new KioskTopic("amt", "terminal-1", KioskTopic.Channel.EVENT_ACK).text(),
                        EventCodec.encode(new EventAck(outbox, upTo)),
                        1,
                        false));
    }

    private HostLine monitor(HostLine.Listener listener) throws IOException {
        return HostLine.open(
                TestBroker.settings(broker.port(), Duration.ofSeconds(15)),
                "monitor-" + System.identityHashCode(listener),
                null,
                listener);
    }

    /// What a monitor hears, by topic.
    private static final class Heard implements HostLine.Listener {
        final BlockingQueue<Map.Entry<String, byte[]>> messages = new LinkedBlockingQueue<>();

        @Override
        public void arrived(String topic, byte[] payload, int id, int qos) {
            messages.add(Map.entry(topic, payload));
        }

        @Override
        public void lost() {}

        @Override
        public void room() {}

        @Override
        public void refused(String topic, int reason) {}
    }

    private static String jws() {
        return "eyJhbGciOiJFZERTQSJ9.e30." + "A".repeat(86);
    }

    MessageCollector collector() throws IOException {
        return new MessageCollector(
                TestBroker.settings(broker.port(), Duration.ofSeconds(15)),
                "listener-" + System.identityHashCode(new Object()),
                InstantSource.fixed(NOW));
    }

    private EdgeNode node(int port) {
        return node(port, Duration.ZERO);
    }

    private EdgeNode node(int port, Duration betweenBirths) {
        return node(TestBroker.settings(port, Duration.ofSeconds(15)), betweenBirths);
    }

    EdgeNode node(HealthSettings settings) {
        return node(settings, Duration.ZERO);
    }

    private EdgeNode node(HealthSettings settings, Duration betweenBirths) {
        return node(
                settings,
                new EdgePorts(
                        outbox, outbox, HostFigures.NONE, OutsideServices.NONE, requests::add),
                betweenBirths,
                _ -> {});
    }

    /// A terminal with an outbox of its own.
    static EdgeNode node(
            HealthSettings settings, MemoryOutbox outbox, Consumer<WireMessage> observer) {
        EdgePorts ports =
                new EdgePorts(outbox, outbox, HostFigures.NONE, OutsideServices.NONE, _ -> {});
        return node(settings, ports, Duration.ZERO, observer);
    }

    private static EdgeNode node(
            HealthSettings settings,
            EdgePorts ports,
            Duration betweenBirths,
            Consumer<WireMessage> observer) {
        return new EdgeNode(
                settings,
                "terminal-1",
                ports,
                new EdgeTimes(Duration.ofHours(1), betweenBirths, Duration.ofSeconds(60)),
                InstantSource.fixed(NOW),
                new Random(1),
                observer);
    }

    /// Waits at most so long; `state` says in the failure what was still wrong.
    static void awaitTrue(BooleanSupplier condition, Supplier<String> state) {
        long end = System.nanoTime() + LONG.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
                fail(state.get());
            }
            Thread.yield();
        }
    }

    /// Paho's threads end a moment after their client.
    static void awaitNoPahoThread() {
        awaitTrue(() -> pahoThreads().isEmpty(), () -> "left behind: " + pahoThreads());
    }

    private static List<String> pahoThreads() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> thread.getKey().getName().startsWith("MQTT "))
                .map(thread ->
                        thread.getKey().getName()
                                + " at "
                                + Arrays.stream(thread.getValue()).limit(4).toList())
                .toList();
    }

    static HealthReport report(long completed) {
        return new HealthReport(
                NOW,
                HealthReport.Mode.IN_SERVICE,
                "",
                List.of(
                        new DeviceHealth(
                                new DeviceId("payment-terminal"), DeviceState.NO_DEVICE, Map.of()),
                        new DeviceHealth(
                                new DeviceId("receipt-printer"),
                                DeviceState.ONLINE,
                                Map.of("paper", "full"))),
                "0.1.0",
                "0123456789abcdef",
                new SessionCounters(completed, 0, 0, 0));
    }

    /// Before a test has started one.
    private static final class NoBroker implements TestBroker {
        @Override
        public int port() {
            return 1;
        }

        @Override
        public void kill() {}

        @Override
        public void restart() {}

        @Override
        public void close() {}
    }
}
