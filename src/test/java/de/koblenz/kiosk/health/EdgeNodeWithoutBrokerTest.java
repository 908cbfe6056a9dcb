package de.koblenz.kiosk.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.config.HealthSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class EdgeNodeWithoutBrokerTest {
    @TempDir Path folder;

    @Test
    void aMissingBrokerHarmsNobody() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        EdgeNode node = node(TestBroker.settings(port, Duration.ofSeconds(15)));
        for (int i = 0; i < 10_000; i++) {
            node.publish(EdgeNodeContract.report(i));
        }
        assertFalse(node.connected());
        node.close();
        node.publish(EdgeNodeContract.report(1));
        node.close();
    }

    @Test
    void thirtyTriesLeaveNoThreadBehind() throws Exception {
        Semaphore tries = new Semaphore(0);
        try (ServerSocket refusing = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual()
                    .start(() -> {
                        while (!refusing.isClosed()) {
                            try (Socket socket = refusing.accept()) {
                                socket.setSoLinger(true, 0);
                                tries.release();
                            } catch (IOException e) {
                                return;
                            }
                        }
                    });
            HealthSettings settings = settings(refusing.getLocalPort(), Duration.ofMillis(20));
            try (EdgeNode node = node(settings)) {
                node.publish(EdgeNodeContract.report(1));
                assertTrue(tries.tryAcquire(30, 20, TimeUnit.SECONDS));
            }
        }
        // Paho's threads end a moment after their client.
        EdgeNodeContract.awaitNoPahoThread();
    }

    @Test
    void aBrokerThatNeverAnswersDoesNotDelayTheEnd() throws Exception {
        CountDownLatch accepted = new CountDownLatch(1);
        try (ServerSocket mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual()
                    .start(() -> {
                        try {
                            Socket kept = mute.accept();
                            accepted.countDown();
                            kept.getInputStream()
                                    .transferTo(java.io.OutputStream.nullOutputStream());
                        } catch (IOException e) {
                            // The end of the test.
                        }
                    });
            EdgeNode node = node(TestBroker.settings(mute.getLocalPort(), Duration.ofSeconds(15)));
            assertTrue(accepted.await(10, TimeUnit.SECONDS));
            long start = System.nanoTime();
            node.close();
            assertTrue(Duration.ofNanos(System.nanoTime() - start).toMillis() < 4_000);
        }
    }

    /// mosquitto with an ACL that forbids the topic answers PUBACK with 0x87 (MQTT v5.0 §3.4.2.1).
    @Test
    void aRefusedEventIsNotTakenForDelivered() throws Exception {
        Path acl = folder.resolve("acl");
        java.nio.file.Files.writeString(acl, "topic read #\n");
        MemoryOutbox outbox = new MemoryOutbox(EdgeNodeContract.OUTBOX);
        try (Mosquitto broker = new Mosquitto(folder, "allow_anonymous true\nacl_file " + acl);
                Relay relay = new Relay(broker.port());
                EdgeNode node =
                        EdgeNodeContract.node(
                                TestBroker.settings(relay.port(), Duration.ofSeconds(15)),
                                outbox,
                                _ -> {})) {
            node.publish(EdgeNodeContract.report(1));
            EdgeNodeContract.awaitTrue(() -> relay.accepted() >= 3, () -> "no further try");
            assertEquals(1, outbox.depth());
        }
    }

    private static HealthSettings settings(int port, Duration longestReconnect) {
        HealthSettings usual = TestBroker.settings(port, Duration.ofSeconds(15));
        return new HealthSettings(
                usual.broker(),
                usual.office(),
                usual.keepAlive(),
                longestReconnect,
                Optional.empty(),
                Optional.empty());
    }

    private static EdgeNode node(HealthSettings settings) {
        return EdgeNodeContract.node(settings, new MemoryOutbox(EdgeNodeContract.OUTBOX), _ -> {});
    }
}
