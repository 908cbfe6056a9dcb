package de.koblenz.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import de.koblenz.kiosk.Peers;
import de.koblenz.kiosk.config.push.Zip;
import de.koblenz.kiosk.fleet.model.CommandStore;
import de.koblenz.kiosk.fleet.model.TerminalCondition;
import de.koblenz.kiosk.fleet.model.TerminalId;
import de.koblenz.kiosk.fleet.model.TerminalMode;
import de.koblenz.kiosk.health.command.Command;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A configuration goes from the data centre's desk to a real terminal on a real screen, over mosquitto and HTTP; the terminal is started
/// again whenever it ends, as systemd does, and killed where it hurts. Waiting is looking again after a sleep: another process
/// tells nobody.
@Tag("long")
@Timeout(300)
class ConfigurationPushTest {
    private static final Path PROJECT = Path.of(System.getProperty("kiosk.project", "."));
    private static final List<String> OWN = List.of("terminal.yaml", "health.yaml");
    private static final TerminalId TERMINAL = new TerminalId("buergeramt-koblenz", "buergeramt-1");

    @TempDir private Path folder;
    private final List<Integer> exits = new CopyOnWriteArrayList<>();
    private Path config;
    private XServer screen;
    private DataCentre kgrz;
    private HttpServer web;
    private byte[] served = new byte[0];
    private Thread starter;
    private volatile @Nullable Process terminal;
    private volatile boolean over;

    @BeforeEach
    void start() throws Exception {
        screen = new XServer(folder, 1080, 1920);
        kgrz = new DataCentre(Peers.require("mosquitto"), folder.resolve("centre"));
        config = installed(folder.resolve("etc"));
        web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.createContext(
                "/",
                exchange -> {
                    exchange.sendResponseHeaders(200, served.length);
                    try (exchange) {
                        exchange.getResponseBody().write(served);
                    }
                });
        web.start();
        starter = Thread.ofPlatform().daemon().start(this::keepRunning);
    }

    @AfterEach
    void end() throws Exception {
        over = true;
        kill();
        if (starter != null) {
            starter.join(Duration.ofSeconds(20));
        }
        if (web != null) {
            web.stop(0);
        }
        if (kgrz != null) {
            kgrz.close();
        }
        if (screen != null) {
            screen.close();
        }
    }

    private void kill() {
        Process running = terminal;
        if (running != null) {
            running.destroyForcibly();
        }
    }

    private void keepRunning() {
        try {
            for (int start = 1; !over; start++) {
                Process started =
                        screen.start(
                                new ProcessBuilder(
                                        ProcessHandle.current().info().command().orElse("java"),
                                        "--enable-native-access=ALL-UNNAMED",
                                        "-XX:+UseSerialGC",
                                        "-XX:TieredStopAtLevel=1",
                                        "-Xmx256m",
                                        "-Dprism.order=sw",
                                        "-Duser.home=" + folder,
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        KioskMain.class.getName(),
                                        "run",
                                        "--config",
                                        config.toString(),
                                        "--profiles",
                                        PROJECT.resolve("device-profiles").toString(),
                                        "--data",
                                        folder.resolve("data").toString()),
                                folder.resolve("terminal-" + start + ".log"));
                terminal = started;
                exits.add(started.waitFor());
            }
        } catch (IOException | InterruptedException e) {
            over = true;
        }
    }

    private Path installed(Path to) throws IOException {
        Path machine = Files.createDirectories(folder.resolve("machine"));
        try (Stream<Path> files = Files.walk(PROJECT.resolve("kiosk-config"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(PROJECT.resolve("kiosk-config").relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.writeString(
                        copy,
                        Files.readString(file)
                                .replace("/etc/buergerterminal/secrets", machine.toString()));
            }
        }
        for (String name : List.of("booking", "payment", "fit-connect", "staff-code")) {
            Path file = Files.writeString(machine.resolve(name), "x");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
        Files.writeString(
                to.resolve("health.yaml"),
                "broker: %s%noffice: buergeramt-koblenz%nkeepAlive: 15s%nlongestReconnect: 1s%ncommandKeys: %s%n"
                        .formatted(kgrz.address(), kgrz.commandKeys()));
        return to;
    }

    private CommandStore.Command push(byte[] zip) throws Exception {
        served = zip;
        return kgrz.command(
                TERMINAL,
                new Command.Configuration(
                        URI.create("http://127.0.0.1:" + web.getAddress().getPort() + "/fleet.zip"),
                        HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(zip)),
                        zip.length),
                false);
    }

    private byte[] changed(String comment) throws IOException {
        return new Zip()
                .with(
                        "kiosk-config",
                        config,
                        List.of("terminal.yaml", "health.yaml", "branding.yaml"))
                .with(
                        "kiosk-config/branding.yaml",
                        Files.readString(config.resolve("branding.yaml")) + "# " + comment + "\n")
                .bytes();
    }

    private <T> T await(String what, Callable<Optional<T>> look) throws Exception {
        for (int i = 0; i < 12_000; i++) {
            Optional<T> found = look.call();
            if (found.isPresent()) {
                return found.get();
            }
            // Another process is waited for, which says what it does only by its files.
            TimeUnit.MILLISECONDS.sleep(5);
        }
        throw new AssertionError(what + " in vain; ends: " + exits + "\n" + lastLog());
    }

    private String lastLog() throws IOException {
        return Files.readString(folder.resolve("terminal-" + (exits.size() + 1) + ".log"));
    }

    private String hash() throws Exception {
        return await(
                "waited for a birth",
                () ->
                        kgrz.terminal(TERMINAL)
                                .map(it -> it.version().configuration())
                                .filter(it -> !it.isEmpty()));
    }

    private String answer(CommandStore.Command command) throws Exception {
        return await("waited for an answer", () -> kgrz.answer(command));
    }

    @Test
    void aConfigurationIsKeptOrTakenBackAndEitherIsTold() throws Exception {
        String before = hash();
        assertEquals("done", answer(push(changed("eins"))));
        String one =
                await(
                        "waited for another hash",
                        () -> Optional.of(hash()).filter(it -> !it.equals(before)));
        assertEquals(List.of(ServiceStart.RESTART), exits);

        CommandStore.Command bad =
                push(
                        new Zip()
                                .with(
                                        "kiosk-config",
                                        config,
                                        List.of("terminal.yaml", "health.yaml", "timeouts.yaml"))
                                .bytes());
        assertEquals("failed CMD-CONFIGURATION", answer(bad));
        assertTrue(kgrz.unpack(bad).getFirst().startsWith("timeouts.yaml:1:1: "));
        assertEquals(1, exits.size(), "nothing was tried");

        // Killed in the middle of its trial.
        CommandStore.Command killed = push(changed("zwei"));
        Path state = folder.resolve("data/configuration/state");
        await(
                "waited for the trial",
                () ->
                        Files.readString(state).contains("started=true")
                                ? Optional.of(true)
                                : Optional.empty());
        kill();
        assertEquals("failed CMD-CRASHED", answer(killed));
        assertEquals(List.of(ServiceStart.RESTART, ServiceStart.RESTART), exits.subList(0, 2));
        assertEquals(3, exits.size());
        assertEquals(
                one, await("waited for the hash", () -> Optional.of(hash()).filter(one::equals)));
        assertNotEquals(before, one);
    }

    @Test
    void aTerminalThatCannotReadItsConfigurationSaysSoAndIsMendedFromAfar() throws Exception {
        hash();
        byte[] good = changed("geheilt");
        Files.writeString(config.resolve("timeouts.yaml"), "publicPages: soon\n");
        kill();
        String code =
                await(
                        "waited for the fault",
                        () ->
                                kgrz.terminal(TERMINAL)
                                        .filter(it -> it.mode() == TerminalMode.OUT_OF_SERVICE)
                                        .map(TerminalCondition::code)
                                        .filter(it -> !it.isEmpty()));
        assertTrue(code.startsWith("CFG-"), code);
        assertEquals(
                "failed CMD-UNAVAILABLE",
                answer(kgrz.command(TERMINAL, new Command.InService(), false)));
        assertEquals("done", answer(push(good)));
        await(
                "waited for service",
                () ->
                        kgrz.terminal(TERMINAL)
                                .filter(it -> it.mode() == TerminalMode.IN_SERVICE)
                                .filter(it -> it.code().isEmpty()));
    }
}
