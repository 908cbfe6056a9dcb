package de.koblenz.kiosk.device.card;

import de.koblenz.kiosk.Peers;
import de.koblenz.kiosk.eid.ausweisapp.AppTimings;
import de.koblenz.kiosk.eid.ausweisapp.AusweisApp;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The real AusweisApp without a window, on a port of its own choice of the loopback interface, with a home of its own.
public final class AusweisAppProcess implements AutoCloseable {
    private static final Pattern LISTENS =
            Pattern.compile("Listening on port: (\\d+) \\| QHostAddress\\(\"127\\.0\\.0\\.1\"\\)");

    private final Process process;
    private final URI address;
    private final AusweisApp app;

    /// Starts it and waits until it listens.
    ///
    /// @param folder for what it writes
    public AusweisAppProcess(Path folder) throws Exception {
        Path program = Peers.require("AusweisApp2");
        Path home =
                Files.createDirectories(
                        folder.resolve("app"),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rwx------")));
        ProcessBuilder builder =
                new ProcessBuilder(
                                program.toString(),
                                "--ui",
                                "websocket",
                                "--port",
                                "0",
                                "--no-logfile",
                                "--no-proxy")
                        .redirectErrorStream(true);
        builder.environment()
                .putAll(
                        Map.of(
                                "HOME", home.toString(),
                                "XDG_RUNTIME_DIR", home.toString(),
                                "TMPDIR", home.toString(),
                                "QT_QPA_PLATFORM", "offscreen"));
        process = builder.start();
        CompletableFuture<Integer> port = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> read(port));
        address = URI.create("ws://127.0.0.1:" + port.get(30, TimeUnit.SECONDS) + "/eID-Kernel");
        app = new AusweisApp(address, AppTimings.USUAL);
    }

    public URI address() {
        return address;
    }

    private void read(CompletableFuture<Integer> port) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (Boolean.getBoolean("ausweisapp.log")) {
                    System.out.println(line);
                }
                Matcher listens = LISTENS.matcher(line);
                if (listens.find()) {
                    port.complete(Integer.parseInt(listens.group(1)));
                }
            }
        } catch (IOException _) {
            // Ended while it spoke.
        } finally {
            port.completeExceptionally(new IOException("AusweisApp2 has ended"));
        }
    }

    AusweisApp app() {
        return app;
    }

    @Override
    public void close() throws InterruptedException {
        app.close();
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
