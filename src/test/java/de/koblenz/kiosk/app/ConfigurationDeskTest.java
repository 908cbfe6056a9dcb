package de.koblenz.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import de.koblenz.kiosk.config.push.ConfigurationShelf;
import de.koblenz.kiosk.config.push.Zip;
import de.koblenz.kiosk.health.command.Command;
import de.koblenz.kiosk.health.command.CommandTarget.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ConfigurationDeskTest {
    private static final Path PROJECT = Path.of(System.getProperty("kiosk.project", "."));
    private static final List<String> OWN = List.of("terminal.yaml", "health.yaml");
    private static final UUID ID = new UUID(0, 1);

    @TempDir private Path folder;
    private Path installed;
    private HttpServer server;
    private byte[] served = new byte[0];
    private final Map<UUID, List<String>> explained = new ConcurrentHashMap<>();
    private ConfigurationShelf shelf;
    private ConfigurationDesk desk;

    @BeforeEach
    void install() throws Exception {
        installed = copy(folder.resolve("etc"));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/fleet.zip",
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    try (exchange) {
                        exchange.getResponseBody().write(served);
                    }
                });
        server.createContext(
                "/moved.zip",
                exchange -> {
                    exchange.getResponseHeaders().add("Location", "/fleet.zip");
                    exchange.sendResponseHeaders(302, -1);
                    exchange.close();
                });
        server.start();
        shelf =
                new ConfigurationShelf(
                        folder.resolve("data"), installed, PROJECT.resolve("device-profiles"));
        desk =
                new ConfigurationDesk(
                        shelf,
                        new ArchiveFetch(Optional.empty()),
                        () -> Set.of("receipt-printer"),
                        explained::put);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    /// The shipped configuration with files of its own where it names files.
    private Path copy(Path to) throws IOException {
        Path secrets = Files.createDirectories(folder.resolve("machine"));
        try (Stream<Path> files = Files.walk(PROJECT.resolve("kiosk-config"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(PROJECT.resolve("kiosk-config").relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.writeString(copy, words(file));
            }
        }
        for (String name :
                List.of(
                        "booking",
                        "payment",
                        "fit-connect",
                        "staff-code",
                        "terminal.key",
                        "terminal.pem",
                        "kgrz.pem")) {
            Path file = Files.writeString(secrets.resolve(name), "x");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
        return to;
    }

    private String words(Path file) throws IOException {
        String machine = folder.resolve("machine").toString();
        return Files.readString(file)
                .replace("/etc/buergerterminal/secrets", machine)
                .replace("/etc/buergerterminal/tls", machine)
                .replace("~/.local/share/buergerterminal", folder.resolve("data").toString());
    }

    private Command.Configuration sent(byte[] zip) throws Exception {
        return sent(zip, "/fleet.zip");
    }

    private Command.Configuration sent(byte[] zip, String path) throws Exception {
        served = zip;
        return new Command.Configuration(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path),
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(zip)),
                Math.max(1, zip.length));
    }

    private Optional<String> prepare(Command.Configuration wanted) throws Exception {
        return desk.prepare(ID, wanted).get(50, TimeUnit.SECONDS).map(Outcome.Failed::code);
    }

    private Zip shipped() throws IOException {
        return new Zip().with("kiosk-config", installed, OWN);
    }

    @Test
    void aGoodOneIsReadyAndThenTried() throws Exception {
        Command.Configuration good = sent(shipped().bytes());
        assertEquals(Optional.empty(), prepare(good));
        assertEquals(Optional.empty(), prepare(good), "again");
        assertEquals(Map.of(), explained);
        assertEquals(Optional.of(new Outcome.Failed("CMD-INTERRUPTED")), desk.ended(ID));
        assertEquals(new Outcome.Ending(), desk.activate(ID));
        assertEquals(Optional.empty(), desk.ended(ID));
        ConfigurationShelf.Choice trial = shelf.choose();
        assertEquals(Set.of("receipt-printer"), trial.working());
        shelf.takeBack(ID, "STORE-OPEN");
        assertEquals(Optional.of(new Outcome.TakenBack("STORE-OPEN")), desk.ended(ID));
    }

    @Test
    void everyProblemIsAnsweredWithItsPlace() throws Exception {
        byte[] zip =
                new Zip()
                        .with(
                                "kiosk-config",
                                installed,
                                List.of(
                                        "terminal.yaml",
                                        "health.yaml",
                                        "timeouts.yaml",
                                        "booking.yaml"))
                        .with("kiosk-config/timeouts.yaml", "publicPages: {untilWarning: soon}\n")
                        .bytes();
        assertEquals(Optional.of("CMD-CONFIGURATION"), prepare(sent(zip)));
        List<String> lines = explained.getOrDefault(ID, List.of());
        assertTrue(
                lines.stream()
                        .anyMatch(line ->
                                line.startsWith("booking.yaml:1:1: ")
                                        && line.endsWith("[CFG-FILE-MISSING]")),
                lines.toString());
        assertTrue(
                lines.stream()
                        .anyMatch(line -> line.matches("timeouts.yaml:1:[0-9]+: .* \\[CFG-.*]")),
                lines.toString());
        // Nothing is left that could be tried.
        desk.activate(ID);
        assertEquals(installed, shelf.choose().config());
    }

    @Test
    void aSecretThatThisMachineLacksIsAProblem() throws Exception {
        Files.delete(folder.resolve("machine/payment"));
        assertEquals(Optional.of("CMD-CONFIGURATION"), prepare(sent(shipped().bytes())));
        assertTrue(
                explained.getOrDefault(ID, List.of()).getFirst().endsWith("[CFG-SECRET-MISSING]"),
                explained.toString());
    }

    @Test
    void whatIsNotWhatWasSignedIsNotUnpacked() throws Exception {
        byte[] zip = shipped().bytes();
        Command.Configuration signed = sent(zip);
        byte[] other = zip.clone();
        other[zip.length / 2] ^= 1;
        served = other;
        assertEquals(Optional.of("CMD-FETCH"), prepare(signed));
        served = new byte[zip.length + 1];
        assertEquals(Optional.of("CMD-FETCH"), prepare(signed));
        served = new byte[32 << 20];
        assertEquals(Optional.of("CMD-FETCH"), prepare(signed));
        assertEquals(Optional.of("CMD-FETCH"), prepare(sent(zip, "/moved.zip")));
        assertEquals(Optional.of("CMD-FETCH"), prepare(sent(zip, "/nowhere.zip")));
        assertEquals(
                Optional.of("CMD-ARCHIVE"),
                prepare(sent("no archive".getBytes(StandardCharsets.UTF_8))));
        assertTrue(Files.notExists(folder.resolve("data/configuration/" + ID)));
    }
}
