package de.koblenz.kiosk.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import de.koblenz.kiosk.device.DeviceHealth;
import de.koblenz.kiosk.device.DeviceId;
import de.koblenz.kiosk.device.DeviceState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What the data centre sees of a terminal, whatever broker stands between. Real sockets, real Paho.
@Timeout(30)
abstract class HealthPublisherContract {
    static final String TOPIC = "kiosk/v1/amt/terminal-1/state";
    static final Duration LONG = Duration.ofSeconds(10);
    static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");

    @TempDir Path folder;
    private TestBroker broker = new NoBroker();
    private final BlockingQueue<WireMessage> sent = new LinkedBlockingQueue<>();

    abstract TestBroker start(Path folder) throws IOException;

    @BeforeEach
    void startBroker() throws IOException {
        broker = start(folder);
    }

    @AfterEach
    void stopBroker() throws IOException {
        broker.close();
    }

    @Test
    void aLateSubscriberSeesTheRetainedState() throws Exception {
        try (HealthPublisher publisher = publisher(broker.port())) {
            publisher.publish(report(1));
            assertEquals(TOPIC, nextSent().topic());
            try (MessageCollector late = collector()) {
                WireMessage seen = late.await(m -> m.topic().equals(TOPIC), LONG).orElseThrow();
                assertTrue(seen.retained());
                assertEquals(1, seen.qos());
                assertEquals(report(1), HealthCodec.decode(seen.payload()));
            }
        }
    }

    @Test
    void everyReportReachesWhoListens() throws Exception {
        try (MessageCollector listener = collector();
                HealthPublisher publisher = publisher(broker.port())) {
            for (int number = 1; number <= 20; number++) {
                publisher.publish(report(number));
                nextSent();
            }
            String last = HealthCodec.encode(report(20));
            assertTrue(listener.await(m -> m.payload().equals(last), LONG).isPresent());
            assertEquals(20, listener.messages().size());
        }
    }

    @Test
    void theWillSpeaksWhenTheLineDies() throws Exception {
        try (Relay relay = new Relay(broker.port());
                MessageCollector listener = collector();
                HealthPublisher publisher = publisher(relay.port())) {
            publisher.publish(report(1));
            nextSent();
            relay.cut();
            WireMessage will = listener.await(m -> offline(m), LONG).orElseThrow();
            assertEquals(TOPIC, will.topic());
            try (MessageCollector late = collector()) {
                assertTrue(offline(late.await(m -> true, LONG).orElseThrow()));
            }
        }
    }

    @Test
    void theStateComesBackWithTheLine() throws Exception {
        try (Relay relay = new Relay(broker.port());
                MessageCollector listener = collector();
                HealthPublisher publisher = publisher(relay.port())) {
            publisher.publish(report(1));
            nextSent();
            relay.cut();
            assertTrue(listener.await(m -> offline(m), LONG).isPresent());
            publisher.publish(report(2));
            publisher.publish(report(3));
            relay.mend();
            // Only the newest: nobody needs to know what was meanwhile.
            assertEquals(HealthCodec.encode(report(3)), nextSent().payload());
        }
    }

    @Test
    void aBrokerThatWasRestartedLearnsTheStateAgain() throws Exception {
        try (HealthPublisher publisher = publisher(broker.port())) {
            publisher.publish(report(1));
            nextSent();
            broker.kill();
            broker.restart();
            assertEquals(HealthCodec.encode(report(1)), nextSent().payload());
            try (MessageCollector late = collector()) {
                assertTrue(late.await(m -> m.payload().contains("IN_SERVICE"), LONG).isPresent());
            }
        }
    }

    @Test
    void aSilentLineIsNoticedAndReplaced() throws Exception {
        try (Relay relay = new Relay(broker.port());
                HealthPublisher publisher =
                        publisher(TestBroker.settings(relay.port(), Duration.ofSeconds(1)))) {
            publisher.publish(report(1));
            nextSent();
            int before = relay.accepted();
            relay.silence();
            awaitTrue(() -> !publisher.connected(), () -> "the silence was not noticed");
            relay.mend();
            assertEquals(HealthCodec.encode(report(1)), nextSent().payload());
            assertTrue(relay.accepted() > before);
        }
    }

    @Test
    void anOrderlyEndSaysOfflineAtOnce() throws Exception {
        try (MessageCollector listener = collector()) {
            try (HealthPublisher publisher = publisher(broker.port())) {
                publisher.publish(report(1));
                nextSent();
            }
            WireMessage last = listener.await(m -> offline(m), LONG).orElseThrow();
            assertEquals(new HealthMessage.Offline("0.1.0"), HealthCodec.decode(last.payload()));
        }
    }

    static boolean offline(WireMessage message) {
        return message.payload().contains("\"mode\":\"OFFLINE\"");
    }

    MessageCollector collector() throws IOException {
        return new MessageCollector(
                TestBroker.settings(broker.port(), Duration.ofSeconds(15)),
                "listener-" + System.identityHashCode(new Object()),
                InstantSource.fixed(NOW));
    }

    private HealthPublisher publisher(int port) {
        return publisher(TestBroker.settings(port, Duration.ofSeconds(15)));
    }

    private HealthPublisher publisher(de.koblenz.kiosk.config.HealthSettings settings) {
        return new HealthPublisher(
                settings,
                "terminal-1",
                "0.1.0",
                InstantSource.fixed(NOW),
                new Random(1),
                sent::add);
    }

    private WireMessage nextSent() throws InterruptedException {
        WireMessage message = sent.poll(LONG.toSeconds(), TimeUnit.SECONDS);
        assertFalse(message == null, "nothing was sent");
        return message == null ? new WireMessage(NOW, "", 0, false, "") : message;
    }

    /// Waits at most ten seconds; `state` says in the failure what was still wrong.
    static void awaitTrue(BooleanSupplier condition, Supplier<String> state) {
        long end = System.nanoTime() + LONG.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
                fail(state.get());
            }
            Thread.onSpinWait();
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
