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
import java.time.InstantSource;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class HealthPublisherWithoutBrokerTest {
    @TempDir Path folder;

    @Test
    void aMissingBrokerHarmsNobody() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        HealthPublisher publisher = publisher(TestBroker.settings(port, Duration.ofSeconds(15)));
        for (int i = 0; i < 10_000; i++) {
            publisher.publish(HealthPublisherContract.report(i));
        }
        assertFalse(publisher.connected());
        publisher.close();
        publisher.publish(HealthPublisherContract.report(1));
        publisher.close();
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
            try (HealthPublisher publisher = publisher(settings)) {
                publisher.publish(HealthPublisherContract.report(1));
                assertTrue(tries.tryAcquire(30, 20, TimeUnit.SECONDS));
            }
        }
        // Paho's threads end a moment after their client.
        HealthPublisherContract.awaitNoPahoThread();
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
            HealthPublisher publisher =
                    publisher(TestBroker.settings(mute.getLocalPort(), Duration.ofSeconds(15)));
            assertTrue(accepted.await(10, TimeUnit.SECONDS));
            long start = System.nanoTime();
            publisher.close();
            assertTrue(Duration.ofNanos(System.nanoTime() - start).toMillis() < 4_000);
        }
    }

    /// mosquitto with an ACL that forbids the topic answers PUBACK with 0x87 (MQTT v5.0 §3.4.2.1).
    @Test
    void aRefusedReportIsNotTakenForDelivered() throws Exception {
        Path acl = folder.resolve("acl");
        java.nio.file.Files.writeString(acl, "topic read #\n");
        Semaphore sent = new Semaphore(0);
        try (Mosquitto broker = new Mosquitto(folder, "allow_anonymous true\nacl_file " + acl);
                Relay relay = new Relay(broker.port());
                HealthPublisher publisher =
                        new HealthPublisher(
                                TestBroker.settings(relay.port(), Duration.ofSeconds(15)),
                                "terminal-1",
                                "0.1.0",
                                InstantSource.fixed(HealthPublisherContract.NOW),
                                new Random(1),
                                message -> sent.release())) {
            publisher.publish(HealthPublisherContract.report(1));
            HealthPublisherContract.awaitTrue(() -> relay.accepted() >= 3, () -> "no further try");
            assertEquals(0, sent.availablePermits());
        }
    }

    private static HealthSettings settings(int port, Duration longestReconnect) {
        HealthSettings usual = TestBroker.settings(port, Duration.ofSeconds(15));
        return new HealthSettings(
                usual.broker(),
                usual.office(),
                usual.keepAlive(),
                longestReconnect,
                Optional.empty());
    }

    private static HealthPublisher publisher(HealthSettings settings) {
        return new HealthPublisher(
                settings,
                "terminal-1",
                "0.1.0",
                InstantSource.fixed(HealthPublisherContract.NOW),
                new Random(1),
                message -> {});
    }
}
