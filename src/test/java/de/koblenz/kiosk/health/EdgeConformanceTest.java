package de.koblenz.kiosk.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.config.HealthSettings;
import de.koblenz.kiosk.device.DeviceHealth;
import de.koblenz.kiosk.device.DeviceId;
import de.koblenz.kiosk.device.DeviceState;
import de.koblenz.kiosk.health.sparkplug.MalformedSparkplugException;
import de.koblenz.kiosk.health.sparkplug.MessageType;
import de.koblenz.kiosk.health.sparkplug.SparkplugCodec;
import de.koblenz.kiosk.health.sparkplug.SparkplugMetric;
import de.koblenz.kiosk.health.sparkplug.SparkplugPayload;
import de.koblenz.kiosk.health.sparkplug.SparkplugTopic;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// One life of a terminal as a Sparkplug edge node, message by message as it came over mosquitto, held against the statements of Sparkplug
/// 3.0 that are about every message of a kind. What they say of single situations is in [EdgeNodeContract] and [EdgeSessionTest].
@Timeout(60)
class EdgeConformanceTest {
    @TempDir private Path folder;

    /// As it came.
    private record Said(String topic, int qos, SparkplugTopic.Edge to, SparkplugPayload payload) {
        MessageType type() {
            return to.type();
        }
    }

    private static final class Ear implements HostLine.Listener {
        final BlockingQueue<Said> said = new LinkedBlockingQueue<>();
        final BlockingQueue<String> all = new LinkedBlockingQueue<>();

        @Override
        public void arrived(String topic, byte[] payload, int id, int qos) {
            all.add(topic);
            try {
                if (SparkplugTopic.parse(topic) instanceof SparkplugTopic.Edge to) {
                    said.add(new Said(topic, qos, to, SparkplugCodec.decode(payload)));
                }
            } catch (MalformedSparkplugException e) {
                throw new AssertionError(topic, e);
            }
        }

        @Override
        public void lost() {}

        @Override
        public void room() {}

        @Override
        public void refused(String topic, int reason) {}
    }

    private static HealthReport report(long completed, DeviceState printer, String paper) {
        return new HealthReport(
                EdgeNodeContract.NOW,
                HealthReport.Mode.IN_SERVICE,
                "",
                List.of(
                        new DeviceHealth(new DeviceId("card-reader"), DeviceState.ONLINE, Map.of()),
                        new DeviceHealth(
                                new DeviceId("receipt-printer"), printer, Map.of("paper", paper))),
                "0.1.0",
                "0123456789abcdef",
                new SessionCounters(completed, 0, 0, 0));
    }

    private static Said next(Ear ear, List<Said> life, MessageType type)
            throws InterruptedException {
        while (true) {
            Said said = ear.said.poll(20, TimeUnit.SECONDS);
            if (said == null) {
                throw new AssertionError("no " + type + " after " + life);
            }
            life.add(said);
            if (said.type() == type) {
                return said;
            }
        }
    }

    private List<Said> life(Mosquitto broker) throws Exception {
        Ear ear = new Ear();
        List<Said> life = new ArrayList<>();
        MemoryOutbox outbox = new MemoryOutbox(UUID.randomUUID());
        HealthSettings settings = TestBroker.settings(broker.port(), Duration.ofSeconds(15));
        try (HostLine line = HostLine.open(settings, "ear", null, ear)) {
            // QoS 2, so that whatever QoS was published with arrives as it is.
            line.subscribe("spBv1.0/amt/#", 2);
            try (EdgeNode node = EdgeNodeContract.node(settings, outbox, _ -> {})) {
                node.publish(report(1, DeviceState.ONLINE, "full"));
                next(ear, life, MessageType.DBIRTH);
                next(ear, life, MessageType.DBIRTH);
                node.publish(report(2, DeviceState.ONLINE, "full"));
                next(ear, life, MessageType.NDATA);
                node.publish(report(2, DeviceState.ONLINE, "low"));
                next(ear, life, MessageType.DDATA);
                node.publish(report(2, DeviceState.NO_DEVICE, "low"));
                next(ear, life, MessageType.DDEATH);
                node.publish(report(2, DeviceState.ONLINE, "low"));
                next(ear, life, MessageType.DBIRTH);
                node.rebirth();
                next(ear, life, MessageType.NBIRTH);
                next(ear, life, MessageType.DBIRTH);
                next(ear, life, MessageType.DBIRTH);
            }
            next(ear, life, MessageType.NDEATH);
        }
        return life;
    }

    @Test
    void everyMessageIsAsItsKindHasToBe() throws Exception {
        try (Mosquitto broker = new Mosquitto(folder)) {
            List<Said> life = life(broker);
            assertEquals(
                    EnumSet.of(
                            MessageType.NBIRTH,
                            MessageType.DBIRTH,
                            MessageType.NDATA,
                            MessageType.DDATA,
                            MessageType.DDEATH,
                            MessageType.NDEATH),
                    EnumSet.copyOf(life.stream().map(Said::type).toList()));
            topics(life);
            qualities(life);
            sequence(life);
            times(life);
            births(life);
            data(life);
            nothingIsRetained(broker);
        }
    }

    /// `tck-id-topic-structure`, `tck-id-intro-group-id-string`, `tck-id-intro-edge-node-id-string`, `tck-id-intro-device-id-string`,
    /// `tck-id-topic-structure-namespace-unique-device-id`
    private static void topics(List<Said> life) {
        Set<String> devices = new HashSet<>();
        for (Said said : life) {
            String device = said.to().device().map(id -> "/" + id).orElse("");
            assertEquals("spBv1.0/amt/" + said.type() + "/terminal-1" + device, said.topic());
            said.to().device().ifPresent(devices::add);
        }
        assertEquals(Set.of("card-reader", "receipt-printer"), devices);
    }

    /// `tck-id-payloads-nbirth-qos`, `tck-id-payloads-dbirth-qos`, `tck-id-payloads-ndata-qos`, `tck-id-payloads-ddata-qos`,
    /// `tck-id-topics-dbirth-mqtt`, `tck-id-topics-ddata-mqtt`, `tck-id-topics-ddeath-mqtt`
    private static void qualities(List<Said> life) {
        for (Said said : life) {
            assertEquals(said.type() == MessageType.NDEATH ? 1 : 0, said.qos(), said.topic());
        }
    }

    /// `tck-id-payloads-nbirth-seq`, `tck-id-payloads-dbirth-seq`, `-dbirth-seq-inc`, `tck-id-payloads-ndata-seq`,
    /// `tck-id-payloads-ddata-seq`, `-ddata-seq-inc`, `tck-id-payloads-ddeath-seq`, `-ddeath-seq-inc`, `-ddeath-seq-number`,
    /// `tck-id-topics-dbirth-seq`, `tck-id-topics-ddata-seq-num`, `tck-id-payloads-sequence-num-always-included`,
    /// `tck-id-message-flow-edge-node-birth-publish-nbirth-payload-seq`, `tck-id-message-flow-device-birth-publish-dbirth-payload-seq`
    private static void sequence(List<Said> life) {
        int expected = 0;
        for (Said said : life) {
            if (said.type() == MessageType.NDEATH) {
                assertTrue(said.payload().seq().isEmpty());
                continue;
            }
            expected = said.type() == MessageType.NBIRTH ? 0 : expected;
            assertEquals(expected, said.payload().seq().orElseThrow(), said.topic());
            expected = (expected + 1) % 256;
        }
    }

    /// `tck-id-payloads-nbirth-timestamp`, `tck-id-payloads-dbirth-timestamp`, `tck-id-payloads-ndata-timestamp`,
    /// `tck-id-payloads-ddata-timestamp`, `tck-id-payloads-ddeath-timestamp`, `tck-id-topics-dbirth-timestamp`,
    /// `tck-id-topics-ndata-timestamp`, `tck-id-topics-ddata-timestamp`, `tck-id-payloads-timestamp-in-UTC`,
    /// `tck-id-operational-behavior-data-publish-nbirth-order`, `-dbirth-order`
    private static void times(List<Said> life) {
        for (Said said : life) {
            assertEquals(
                    Optional.of(EdgeNodeContract.NOW), said.payload().timestamp(), said.topic());
            Instant before = Instant.EPOCH;
            for (SparkplugMetric metric : said.payload().metrics()) {
                Instant at = metric.timestamp().orElse(before);
                assertFalse(at.isBefore(before), said.topic());
                before = at;
            }
        }
    }

    /// `tck-id-operational-behavior-data-publish-nbirth`, `-dbirth`, `-dbirth-values`, `tck-id-topics-dbirth-metrics`,
    /// `tck-id-payloads-name-requirement`, `tck-id-payloads-metric-datatype-value`, `tck-id-payloads-nbirth-bdseq`, `-nbirth-bdseq-repeat`,
    /// `tck-id-payloads-nbirth-rebirth-req`, `tck-id-message-flow-device-birth-publish-nbirth-wait`,
    /// `tck-id-payloads-ndata-order`, `tck-id-payloads-ddata-order`
    private static void births(List<Said> life) {
        Map<String, Set<Long>> born = new HashMap<>();
        Set<MessageType> so = EnumSet.noneOf(MessageType.class);
        for (Said said : life) {
            String who = said.to().device().orElse("");
            switch (said.type()) {
                case NBIRTH -> {
                    so.add(MessageType.NBIRTH);
                    assertTrue(named(said, "bdSeq"));
                    assertTrue(named(said, "Node Control/Rebirth"));
                    born.put(who, aliases(said));
                }
                case DBIRTH -> {
                    assertTrue(so.contains(MessageType.NBIRTH), "a device before its node");
                    so.add(MessageType.DBIRTH);
                    born.put(who, aliases(said));
                }
                case NDATA, DDATA -> {
                    assertTrue(so.contains(MessageType.DBIRTH), "data before the births");
                    for (SparkplugMetric metric : said.payload().metrics()) {
                        assertTrue(
                                born.getOrDefault(who, Set.of())
                                        .contains(metric.alias().orElseThrow()),
                                said.topic());
                    }
                }
                case DDEATH, NDEATH, NCMD, DCMD -> {}
            }
            if (said.type() == MessageType.NBIRTH || said.type() == MessageType.DBIRTH) {
                for (SparkplugMetric metric : said.payload().metrics()) {
                    assertTrue(metric.name().isPresent(), said.topic());
                    assertTrue(metric.datatype().isPresent(), said.topic());
                }
            }
        }
    }

    private static boolean named(Said said, String name) {
        return said.payload().metrics().stream()
                .anyMatch(metric -> metric.name().equals(Optional.of(name)));
    }

    private static Set<Long> aliases(Said said) {
        Set<Long> aliases = new HashSet<>();
        said.payload()
                .metrics()
                .forEach(metric ->
                        metric.alias().ifPresent(alias -> assertTrue(aliases.add(alias))));
        return aliases;
    }

    /// `tck-id-payloads-metric-datatype-not-req`, `tck-id-topics-ddata-payload`, `tck-id-operational-behavior-data-publish-dbirth-change`
    private static void data(List<Said> life) {
        for (Said said : life) {
            if (said.type() == MessageType.NDATA || said.type() == MessageType.DDATA) {
                assertFalse(said.payload().metrics().isEmpty());
                for (SparkplugMetric metric : said.payload().metrics()) {
                    assertTrue(metric.datatype().isEmpty(), said.topic());
                    assertTrue(metric.name().isEmpty(), said.topic());
                }
            }
        }
        List<Said> ofDevices =
                life.stream().filter(said -> said.type() == MessageType.DDATA).toList();
        assertEquals(1, ofDevices.getFirst().payload().metrics().size(), "the paper alone");
    }

    /// `tck-id-payloads-nbirth-retain`, `tck-id-payloads-dbirth-retain`, `tck-id-payloads-ndata-retain`, `tck-id-payloads-ddata-retain`,
    /// `tck-id-payloads-ndeath-will-message-retain`, `tck-id-message-flow-edge-node-birth-publish-nbirth-retained`,
    /// `tck-id-message-flow-device-birth-publish-dbirth-retained`
    private static void nothingIsRetained(Mosquitto broker) throws Exception {
        Ear late = new Ear();
        HealthSettings settings = TestBroker.settings(broker.port(), Duration.ofSeconds(15));
        try (HostLine line = HostLine.open(settings, "late", null, late)) {
            line.subscribe("spBv1.0/#", 2);
            assertTrue(line.send("spBv1.0/STATE/END", new byte[0], 1, false));
            assertEquals("spBv1.0/STATE/END", late.all.poll(20, TimeUnit.SECONDS));
        }
    }

    /// The CONNECT packet itself (MQTT v5.0 §3.1): `tck-id-principles-persistence-clean-session-50`, `tck-id-payloads-ndeath-will-message`,
    /// `tck-id-payloads-ndeath-will-message-qos`, `-will-message-retain`
    @Test
    void theConnectPacketBeginsCleanAndBringsTheWill() throws Exception {
        BlockingQueue<byte[]> packets = new LinkedBlockingQueue<>();
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> first(server, packets));
            HealthSettings settings =
                    TestBroker.settings(server.getLocalPort(), Duration.ofSeconds(15));
            try (EdgeNode _ =
                    EdgeNodeContract.node(settings, new MemoryOutbox(UUID.randomUUID()), _ -> {})) {
                byte[] packet = packets.poll(20, TimeUnit.SECONDS);
                // Protocol name "MQTT", version 5.
                assertEquals("\0\4MQTT\5", new String(packet, 0, 7, StandardCharsets.ISO_8859_1));
                // §3.1.2.3: no user, no password, will not retained, will QoS 1, will, clean start.
                assertEquals(0b0000_1110, packet[7] & 0xFF);
                assertEquals(15, packet[9]);
                // §3.1.2.11.2: session expiry is absent, which is 0, or says so.
                int properties = packet[10];
                for (int at = 11; at < 11 + properties; at++) {
                    if (packet[at] == 0x11) {
                        assertEquals(
                                0,
                                packet[at + 1] | packet[at + 2] | packet[at + 3] | packet[at + 4]);
                    }
                }
                assertTrue(
                        new String(packet, StandardCharsets.ISO_8859_1)
                                .contains("spBv1.0/amt/NDEATH/terminal-1"));
            }
        }
    }

    /// The packet without its fixed header (§2.1).
    private static void first(ServerSocket server, BlockingQueue<byte[]> packets) {
        try (Socket socket = server.accept();
                DataInputStream in = new DataInputStream(socket.getInputStream())) {
            assertEquals(0x10, in.read());
            int length = 0;
            int digit;
            int shift = 0;
            do {
                digit = in.read();
                length |= (digit & 0x7F) << shift;
                shift += 7;
            } while ((digit & 0x80) != 0);
            packets.add(in.readNBytes(length));
        } catch (IOException e) {
            // The node is gone.
        }
    }
}
