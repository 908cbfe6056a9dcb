package de.koblenz.kiosk.bench;

import de.koblenz.kiosk.sandbox.broker.MqttBroker;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A broker for a fleet on this machine: mosquitto where it is installed, else the stand-in. Listens to this machine alone, and forgets
/// everything at its end.
public final class FleetBroker implements AutoCloseable {
    private static final List<Path> FOLDERS =
            List.of(
                    Path.of("/usr/sbin"),
                    Path.of("/usr/local/sbin"),
                    Path.of("/usr/bin"),
                    Path.of("/opt/homebrew/sbin"));

    private final int port;
    private final String name;
    private final @Nullable Process mosquitto;
    private final @Nullable MqttBroker standIn;

    private FleetBroker(
            int port, String name, @Nullable Process mosquitto, @Nullable MqttBroker standIn) {
        this.port = port;
        this.name = name;
        this.mosquitto = mosquitto;
        this.standIn = standIn;
    }

    /// Starts one.
    ///
    /// @param folder for its configuration
    public static FleetBroker start(Path folder) throws IOException {
        Optional<Path> program =
                FOLDERS.stream()
                        .map(at -> at.resolve("mosquitto"))
                        .filter(Files::isExecutable)
                        .findFirst();
        return program.isPresent() ? mosquitto(program.get(), folder) : standIn();
    }

    /// The broker of the stand-ins, whatever is installed.
    public static FleetBroker standIn() throws IOException {
        MqttBroker broker = new MqttBroker(0);
        return new FleetBroker(broker.port(), "the stand-in", null, broker);
    }

    private static FleetBroker mosquitto(Path program, Path folder) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Path configuration = Files.createDirectories(folder).resolve("mosquitto.conf");
        Files.writeString(
                configuration,
                String.format(
                        Locale.ROOT,
                        """
                        listener %d 127.0.0.1
                        allow_anonymous true
                        max_topic_alias 0
                        max_inflight_messages 1000
                        max_queued_messages 100000
                        persistence false
                        log_dest stderr
                        """,
                        port));
        Process started =
                new ProcessBuilder(program.toString(), "-c", configuration.toString())
                        .redirectErrorStream(true)
                        .start();
        // Also where a signal ends us.
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(started::destroy));
        BufferedReader log = started.inputReader(StandardCharsets.UTF_8);
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            if (line.contains("running")) {
                Thread.ofVirtual().start(() -> drain(log));
                return new FleetBroker(port, "mosquitto", started, null);
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

    public int port() {
        return port;
    }

    /// Which one it is, for whoever reads along.
    public String name() {
        return name;
    }

    @Override
    public void close() {
        if (standIn != null) {
            standIn.close();
        }
        if (mosquitto != null) {
            mosquitto.destroy();
            try {
                if (!mosquitto.waitFor(5, TimeUnit.SECONDS)) {
                    mosquitto.destroyForcibly();
                }
            } catch (InterruptedException _) {
                mosquitto.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
    }
}
