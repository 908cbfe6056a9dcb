package de.koblenz.kiosk.fleet.collector;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.koblenz.kiosk.Peers;
import de.koblenz.kiosk.config.HealthSettings;
import de.koblenz.kiosk.config.HealthSettings.ClientFiles;
import de.koblenz.kiosk.config.HealthSettings.TlsFiles;
import de.koblenz.kiosk.config.ReferencedFile;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The real mosquitto with the configuration that ships, but for port, folders and user, and with keys and rights made by the script
/// that ships.
final class SecuredBroker implements AutoCloseable {
    static final Path SHIPPED =
            Path.of(System.getProperty("kiosk.project", "."), "packaging", "mosquitto");

    private final Path program = Peers.require("mosquitto");
    private final Path folder;
    private final Path keys;
    private final int port;
    private @Nullable Process process;

    /// @param identities words for the script, such as `terminal amt terminal-1`
    SecuredBroker(Path folder, String... identities) throws IOException, InterruptedException {
        this(folder, new String[0], identities);
    }

    /// @param further parts of the configuration
    SecuredBroker(Path folder, String[] further, String... identities)
            throws IOException, InterruptedException {
        Peers.require("openssl");
        this.folder = folder;
        this.keys = folder.resolve("keys");
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        keys("init");
        keys("broker localhost 127.0.0.1");
        for (String words : identities) {
            keys(words);
        }
        String shipped = Files.readString(SHIPPED.resolve("mosquitto.conf"));
        Files.writeString(
                folder.resolve("mosquitto.conf"),
                shipped.replace("8883", Integer.toString(port))
                                .replace(
                                        "/etc/mosquitto/buergerterminal",
                                        keys.resolve("broker").toString())
                                .replace("/var/lib/mosquitto/", folder + "/")
                        + "user root\n"
                        + String.join("\n", further));
        start();
    }

    /// Runs the script and returns what it says.
    String keys(String words) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(
                        List.of(SHIPPED.resolve("keys").toString(), "--dir", keys.toString()));
        command.addAll(List.of(words.split(" ", -1)));
        Process script = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said =
                new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertEquals(0, script.waitFor(), said);
        return said;
    }

    Path folder() {
        return keys;
    }

    int port() {
        return port;
    }

    void start() throws IOException {
        Process started =
                new ProcessBuilder(
                                program.toString(),
                                "-c",
                                folder.resolve("mosquitto.conf").toString())
                        .redirectErrorStream(true)
                        .start();
        process = started;
        BufferedReader log = started.inputReader(StandardCharsets.UTF_8);
        Thread.ofVirtual().start(() -> drain(log));
        while (started.isAlive()) {
            try (var line = new java.net.Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException _) {
                Thread.onSpinWait();
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

    /// As `systemctl reload mosquitto` does.
    void reload() throws IOException, InterruptedException {
        Process running = process;
        if (running != null) {
            Process kill = new ProcessBuilder("kill", "-HUP", "" + running.pid()).start();
            assertEquals(0, kill.waitFor());
        }
    }

    /// As who has the certificate of `identity`.
    HealthSettings as(String identity) {
        Path files = keys.resolve("issued").resolve(identity).resolve("current");
        return settings(
                identity.contains(".") ? identity.substring(0, identity.indexOf('.')) : "kgrz",
                Optional.of(
                        new ClientFiles(
                                ReferencedFile.of(files.resolve("certificate.pem")),
                                ReferencedFile.of(files.resolve("key.pem")))));
    }

    HealthSettings withoutCertificate() {
        return settings("amt", Optional.empty());
    }

    private HealthSettings settings(String office, Optional<ClientFiles> client) {
        return new HealthSettings(
                URI.create("mqtts://localhost:" + port),
                office,
                Duration.ofSeconds(15),
                Duration.ofMillis(50),
                Optional.of(
                        new TlsFiles(
                                ReferencedFile.of(keys.resolve("broker").resolve("ca.pem")),
                                client)),
                Optional.empty());
    }

    @Override
    public void close() throws InterruptedException {
        Process running = process;
        if (running != null) {
            running.destroy();
            if (!running.waitFor(5, TimeUnit.SECONDS)) {
                running.destroyForcibly();
            }
        }
    }
}
