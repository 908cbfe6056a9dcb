package de.koblenz.kiosk.fleet.collector;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.koblenz.kiosk.Peers;
import de.koblenz.kiosk.config.HealthSettings;
import de.koblenz.kiosk.store.FleetDatabase;
import de.koblenz.kiosk.store.SqlCommandStore;
import de.koblenz.kiosk.store.SqlFleetJournal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// A monitor in a process of its own, which can be killed as the system kills one.
final class MonitorProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader answers;
    private final Writer orders;
    private final Path log;

    /// Returns when it collects.
    MonitorProcess(String name, HealthSettings broker, String database) throws IOException {
        log = Files.createTempFile("monitor", ".log");
        process =
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElse("java"),
                                "--enable-native-access=ALL-UNNAMED",
                                "-Xmx128m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                MonitorProcess.class.getName(),
                                name,
                                broker.broker().toString(),
                                database)
                        .redirectError(log.toFile())
                        .start();
        answers = process.inputReader(StandardCharsets.UTF_8);
        orders = process.outputWriter(StandardCharsets.UTF_8);
        await("collecting");
    }

    private void await(String answer) throws IOException {
        assertEquals(answer, answers.readLine());
    }

    /// From now on it receives and does not write.
    void shut() throws IOException {
        orders.write("shut\n");
        orders.flush();
        await("shut");
    }

    /// Returns when it has received what it would write now.
    void awaitReceipt() throws IOException {
        await("received");
    }

    /// From now on no file of its own may grow beyond that, as on a disk that is full (RLIMIT_FSIZE).
    void limit(String bytes) throws IOException {
        Process prlimit =
                new ProcessBuilder(
                                Peers.require("prlimit").toString(),
                                "--pid",
                                Long.toString(process.pid()),
                                "--fsize=" + bytes + ":")
                        .inheritIO()
                        .start();
        assertEquals(0, prlimit.onExit().join().exitValue());
    }

    /// What it has logged.
    String log() throws IOException {
        return Files.readString(log);
    }

    /// SIGKILL: nothing is released, nothing is said.
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() throws IOException {
        kill();
        Files.delete(log);
    }

    /// @param arguments name, broker, database
    public static void main(String[] arguments) throws Exception {
        HealthSettings broker =
                new HealthSettings(
                        URI.create(arguments[1]),
                        "kgrz",
                        Duration.ofSeconds(5),
                        Duration.ofMillis(50),
                        Optional.empty(),
                        Optional.empty());
        FleetDatabase database = FleetDatabase.open(arguments[2]);
        Gate gate = new Gate(new SqlFleetJournal(database));
        Monitor monitor = new Monitor(arguments[0], broker, gate, new SqlCommandStore(database));
        monitor.awaitHearing();
        System.out.println("collecting");
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        gate.shut = true;
        System.out.println("shut");
        gate.reached.await();
        System.out.println("received");
        Thread.currentThread().join();
    }
}
