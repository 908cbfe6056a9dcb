package de.koblenz.kiosk.fleet.collector;

import de.koblenz.kiosk.Peers;
import de.koblenz.kiosk.config.HealthSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The real mosquitto on a free loopback port; it can be killed and started again.
public final class Broker implements AutoCloseable {
    private final Path program = Peers.require("mosquitto");
    private final Path configuration;
    private final int port;
    private @Nullable Process process;

    public Broker(Path folder) throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        configuration = folder.resolve("mosquitto.conf");
        Files.writeString(
                configuration,
                """
                listener %d 127.0.0.1
                user root
                max_topic_alias 0
                max_inflight_messages 1000
                max_queued_messages 100000
                persistence false
                allow_anonymous true
                log_dest stderr
                """
                        .formatted(port));
        start();
    }

    public HealthSettings settings() {
        return new HealthSettings(
                URI.create("mqtt://127.0.0.1:" + port),
                "kgrz",
                Duration.ofSeconds(5),
                Duration.ofMillis(50),
                Optional.empty(),
                Optional.empty());
    }

    int port() {
        return port;
    }

    void start() throws IOException {
        Process started =
                new ProcessBuilder(program.toString(), "-c", configuration.toString())
                        .redirectErrorStream(true)
                        .start();
        process = started;
        BufferedReader log = started.inputReader(StandardCharsets.UTF_8);
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            if (line.contains("running")) {
                Thread.ofVirtual().start(() -> drain(log));
                return;
            }
        }
        throw new IOException("mosquitto ended at once");
    }

    private static void drain(BufferedReader log) {
        try (log) {
            log.transferTo(Writer.nullWriter());
        } catch (IOException _) {
            // It is gone.
        }
    }

    void kill() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
            running.onExit().join();
        }
    }

    @Override
    public void close() {
        kill();
    }
}
