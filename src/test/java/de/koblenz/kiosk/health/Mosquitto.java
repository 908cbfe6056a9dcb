package de.koblenz.kiosk.health;

import de.koblenz.kiosk.Peers;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The real mosquitto on a free loopback port, with a configuration of its own.
final class Mosquitto implements TestBroker {
    private final Path program = Peers.require("mosquitto");
    private final Path configuration;
    private final int port;
    private @Nullable Process process;

    /// @param folder for the configuration
    /// @param further lines of the configuration
    Mosquitto(Path folder, String further) throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        configuration = folder.resolve("mosquitto.conf");
        Files.writeString(
                configuration,
                "listener %d 127.0.0.1\nuser root\nmax_topic_alias 0\npersistence false\nlog_dest stderr\n%s\n"
                        .formatted(port, further));
        restart();
    }

    Mosquitto(Path folder) throws IOException {
        this(folder, "allow_anonymous true");
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void kill() throws IOException {
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
            running.onExit().join();
        }
    }

    @Override
    public void restart() throws IOException {
        Process started =
                new ProcessBuilder(program.toString(), "-c", configuration.toString())
                        .redirectErrorStream(true)
                        .start();
        process = started;
        BufferedReader log = started.inputReader(StandardCharsets.UTF_8);
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            if (line.contains("running")) {
                Thread.ofVirtual().start(() -> log.lines().forEach(ignored -> {}));
                return;
            }
            if (line.contains("Error")) {
                throw new IOException(line);
            }
        }
        throw new IOException("mosquitto ended at once");
    }

    @Override
    public void close() throws IOException {
        kill();
    }
}
