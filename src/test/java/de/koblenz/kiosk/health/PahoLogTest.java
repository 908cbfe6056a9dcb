package de.koblenz.kiosk.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.config.HealthSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.logging.LoggerFactory;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PahoLogTest {
    /// MQTT v5.0 §3.2: CONNACK without a session, success, no properties.
    private static final byte[] CONNACK = {0x20, 3, 0, 0, 0};

    private final Logger root = Logger.getLogger("");
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final List<AutoCloseable> open = new ArrayList<>();
    private final Handler ear =
            new Handler() {
                @Override
                public void publish(LogRecord record) {
                    if (String.valueOf(record.getLoggerName()).startsWith("org.eclipse.paho")) {
                        said.add(record.getLevel() + " " + record.getSourceMethodName());
                    }
                }

                @Override
                public void flush() {}

                @Override
                public void close() {}
            };

    @BeforeEach
    void listen() {
        root.addHandler(ear);
    }

    @AfterEach
    void leave() throws Exception {
        root.removeHandler(ear);
        PahoLog.silence();
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    /// A broker that answers a connection and then sends what is no MQTT: packet type 0 is forbidden (MQTT v5.0 §2.1.2).
    private int rude() throws IOException {
        ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        open.add(server);
        Thread.ofPlatform()
                .daemon()
                .start(() -> {
                    try (Socket line = server.accept()) {
                        int type = line.getInputStream().read();
                        line.getInputStream().readNBytes(line.getInputStream().read());
                        assertEquals(0x10, type, "CONNECT");
                        OutputStream out = line.getOutputStream();
                        out.write(CONNACK);
                        out.write(new byte[] {0, 2, 7, 7});
                        out.flush();
                        line.getInputStream().readAllBytes();
                    } catch (IOException _) {
                        // The other side is through with it.
                    }
                });
        return server.getLocalPort();
    }

    private void lose(int port) throws Exception {
        CountDownLatch lost = new CountDownLatch(1);
        HealthSettings settings =
                new HealthSettings(
                        URI.create("mqtt://127.0.0.1:" + port),
                        "amt",
                        Duration.ofSeconds(15),
                        Duration.ofSeconds(1),
                        Optional.empty(),
                        Optional.empty());
        HostLine line =
                HostLine.open(
                        settings,
                        "log",
                        null,
                        new HostLine.Listener() {
                            @Override
                            public void arrived(String topic, byte[] payload, int id, int qos) {}

                            @Override
                            public void lost() {
                                lost.countDown();
                            }

                            @Override
                            public void room() {}

                            @Override
                            public void refused(String topic, int reason) {}
                        });
        assertTrue(lost.await(10, TimeUnit.SECONDS));
        line.close();
    }

    @Test
    void aLineThatBreaksIsNotToldOfByPaho() throws Exception {
        lose(rude());
        assertEquals(List.of(), said);
        // A control: it would have told, and somebody listens.
        Logger.getLogger("org.eclipse.paho").setLevel(Level.ALL);
        LoggerFactory.getLogger(
                        LoggerFactory.MQTT_CLIENT_MSG_CAT,
                        "org.eclipse.paho.mqttv5.client.internal.CommsSender")
                .severe("CommsSender", "control", "804");
        // Its threads may still be ending, and tell of that now.
        assertTrue(said.contains("SEVERE control"), said::toString);
    }

    @Test
    void aFaultIsPahosWhereItsOwnCodeIsTheFirst() {
        Throwable its =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> new MqttAsyncClient("nonsense", "x", new MemoryPersistence()));
        assertTrue(PahoLog.isIts(its));
        assertFalse(PahoLog.isIts(new IllegalStateException("ours")));
    }
}
