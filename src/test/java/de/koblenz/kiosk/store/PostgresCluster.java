package de.koblenz.kiosk.store;

import de.koblenz.kiosk.Peers;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A PostgreSQL server of its own on a free loopback port, with data in a folder of its own. The server refuses to be root, so it runs as the
/// user of Debian's package where the tests are.
public final class PostgresCluster implements AutoCloseable {
    private static final String USER = "postgres";

    private final Path programs = programs();
    private final Path folder = Files.createTempDirectory("fleet-postgres");
    private final int port;
    private @Nullable Process server;
    private int databases;

    public PostgresCluster() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        if (isRoot()) {
            run(List.of("chown", USER, folder.toString()));
        }
        run(
                asUser(
                        "initdb",
                        "--pgdata=" + folder,
                        "--username=kiosk",
                        "--auth=trust",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--no-sync"));
        start();
    }

    /// Debian keeps each version in a folder of its own.
    private static Path programs() throws IOException {
        Path versions = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(versions)) {
            try (Stream<Path> found = Files.list(versions)) {
                Path newest =
                        found.map(version -> version.resolve("bin"))
                                .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                                .max(Comparator.naturalOrder())
                                .orElse(null);
                if (newest != null) {
                    return newest;
                }
            }
        }
        return Peers.missing("PostgreSQL (initdb)");
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private List<String> asUser(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(
                    List.of("setpriv", "--reuid=" + USER, "--regid=" + USER, "--clear-groups"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private void run(List<String> command) throws IOException {
        Process process =
                new ProcessBuilder(command)
                        .directory(Path.of("/").toFile())
                        .redirectErrorStream(true)
                        .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException(output);
        }
    }

    public void start() throws IOException {
        Process started =
                new ProcessBuilder(
                                asUser(
                                        "postgres",
                                        "-D",
                                        folder.toString(),
                                        "-p",
                                        Integer.toString(port),
                                        "-c",
                                        "listen_addresses=127.0.0.1",
                                        "-c",
                                        "unix_socket_directories=",
                                        "-c",
                                        "shared_buffers=16MB"))
                        .directory(Path.of("/").toFile())
                        .redirectErrorStream(true)
                        .start();
        server = started;
        BufferedReader log = started.inputReader(StandardCharsets.UTF_8);
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            if (line.contains("ready to accept connections")) {
                Thread.ofVirtual().start(() -> drain(log));
                return;
            }
        }
        throw new IOException("PostgreSQL ended at once");
    }

    /// A log that nobody reads would stop the server.
    private static void drain(BufferedReader log) {
        try (log) {
            log.transferTo(Writer.nullWriter());
        } catch (IOException _) {
            // The server is gone.
        }
    }

    /// Ends the server as a power cut would.
    public void kill() {
        Process running = server;
        if (running != null) {
            // Its children notice that it is gone and end too.
            List<ProcessHandle> children = running.descendants().toList();
            running.destroyForcibly();
            running.onExit().join();
            children.forEach(child -> child.onExit().join());
        }
    }

    private String address(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=kiosk";
    }

    /// Address of a new, empty database.
    public String fresh() throws SQLException {
        String name = "fleet" + databases++;
        try (Connection sql = DriverManager.getConnection(address("postgres"));
                Statement statement = sql.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        return address(name);
    }

    @Override
    public void close() throws IOException {
        kill();
        run(List.of("rm", "-rf", folder.toString()));
    }
}
