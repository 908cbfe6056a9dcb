package de.koblenz.kiosk.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SandboxTest {
    private static final String ACCOUNT = "paymenttransaction/buergerterminal/koblenz-stadtkasse";
    private static final String BASIC = "Basic dGVybWluYWw6c2FuZGJveA==";
    private static final Sandbox.Settings SETTINGS =
            Sandbox.Settings.defaults().withDestination(Destination.DEFAULT.withKeyBits(2048));

    /// Holds keys that were made once; each test starts with a copy.
    @TempDir private static Path made;

    @TempDir private Path folder;
    private final List<AutoCloseable> opened = new ArrayList<>();

    @BeforeAll
    static void makeKeys() throws IOException {
        new Authority(made, 0, new TestClock(), SETTINGS.destination()).close();
    }

    @BeforeEach
    void copyKeys() throws IOException {
        Files.copy(made.resolve("authority.db"), folder.resolve("authority.db"));
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable one : opened) {
            one.close();
        }
    }

    private Sandbox start() throws IOException {
        Sandbox sandbox = Sandbox.start(folder, new TestClock(), SETTINGS);
        opened.add(sandbox);
        return sandbox;
    }

    private static int order(Wire wire, String id) throws Exception {
        String body =
                """
                {"requestId":"%s","requestTimestamp":"2026-06-01T08:00:00Z","currency":"EUR","grosAmount":4.50,
                 "purpose":"Schwimmbad"}
                """
                        .formatted(id);
        return wire.json("POST", ACCOUNT, body).status();
    }

    @Test
    void theSwitchboardPaysTheNewestOrAllThatWait() throws Exception {
        Sandbox sandbox = start();
        Switchboard board = sandbox.switchboard();
        try (Wire wire = new Wire(sandbox.payments().base(), BASIC)) {
            assertEquals(Optional.empty(), board.payLast(PaymentMethod.PAYPAL));
            for (String id : List.of("r-1", "r-2", "r-3", "r-4")) {
                assertEquals(200, order(wire, id));
            }
        }
        assertEquals(Optional.of(PaymentStatus.PAYED), board.payLast(PaymentMethod.PAYPAL));
        assertEquals(Optional.of(PaymentStatus.FAILED), board.declineLast());
        assertEquals(Optional.of(PaymentStatus.CANCELED), board.cancelLast());
        assertEquals(1, board.payAll());
        assertEquals(
                List.of("PAYED", "CANCELED", "FAILED", "PAYED"),
                sandbox.payments().transactions().stream()
                        .map(transaction -> transaction.status().name())
                        .toList());
        assertEquals(900, sandbox.payments().chargedCents());
    }

    @Test
    void offlineCutsOffAllServicesAndBringsThemBack() throws Exception {
        Sandbox sandbox = start();
        Switchboard board = sandbox.switchboard();
        board.offline(true);
        board.offline(true);
        for (URI base :
                List.of(
                        sandbox.payments().base(),
                        sandbox.authority().base(),
                        sandbox.booking().base())) {
            try (Wire wire = new Wire(base, "")) {
                assertThrows(ConnectException.class, () -> wire.get("v1/venues"));
            }
        }
        board.offline(Switchboard.Service.BOOKING, false);
        try (Wire wire = new Wire(sandbox.booking().base(), "Bearer sandbox")) {
            assertEquals(200, wire.get("v1/venues").status());
        }
    }

    @Test
    void nothingListensBeyondLoopback() throws Exception {
        Sandbox sandbox = start();
        int port = sandbox.booking().base().getPort();
        for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            for (InetAddress address : Collections.list(network.getInetAddresses())) {
                if (!address.isLoopbackAddress()) {
                    assertThrows(IOException.class, () -> new Socket(address, port).close());
                }
            }
        }
    }

    @Test
    void aTakenPortIsToldAndLeavesNothingOpen() throws Exception {
        Sandbox sandbox = start();
        int taken = sandbox.authority().base().getPort();
        Sandbox.Settings second = SETTINGS.withPortBase(taken);
        assertThrows(
                BindException.class,
                () -> Sandbox.start(folder.resolve("second"), new TestClock(), second));
    }

    @Test
    void commandsAnswerInJsonAndSurviveNonsense() throws Exception {
        Sandbox sandbox = start();
        Switchboard board = sandbox.switchboard();
        for (String nonsense : List.of("", "dance", "pay nobody", "offline moon on", "drop x")) {
            assertEquals(false, Commands.run(board, nonsense).path("ok").booleanValue(), nonsense);
        }
        for (String good :
                List.of(
                        "drop payment POST /paymenttransaction",
                        "refuse booking",
                        "offline all on",
                        "offline all off",
                        "autoaccept on",
                        "examine",
                        "decline last")) {
            assertTrue(Commands.run(board, good).path("ok").booleanValue(), good);
        }
        assertEquals(1, sandbox.payments().faults().waiting());
    }

    @Test
    void theProcessGoesOnAfterAKillAndEndsWhenAskedTo() throws Exception {
        List<String> states = new ArrayList<>();
        int port = freePortBase();
        for (int run = 0; run < 2; run++) {
            Process process = launch(port);
            BufferedReader out = output(process);
            JsonNode addresses = JsonMapper.shared().readTree(out.readLine());
            try (Wire wire = new Wire(URI.create(addresses.path("payment").asString()), BASIC);
                    Wire booking =
                            new Wire(
                                    URI.create(addresses.path("booking").asString()),
                                    "Bearer sandbox")) {
                assertEquals(port, URI.create(addresses.path("payment").asString()).getPort());
                assertEquals(200, order(wire, "r-1"));
                String slot =
                        booking.get("v1/venues/moselbad/slots?from=2090-06-01&to=2090-06-01")
                                .text("/slots/0/id");
                String body = "{\"slot\":\"" + slot + "\",\"places\":1,\"ttlSeconds\":600}";
                String hold = "v1/holds/" + new UUID(0x4000L, 1L << 63);
                assertEquals(run == 0 ? 201 : 200, booking.json("PUT", hold, body).status());
                Writer in =
                        new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
                in.write("pay last\nlist\n");
                in.flush();
                states.add(JsonMapper.shared().readTree(out.readLine()).path("done").asString());
                JsonNode list = JsonMapper.shared().readTree(out.readLine());
                assertEquals(450, list.path("chargedCents").intValue());
                assertEquals(1, list.path("transactions").size());
                assertEquals("HELD", list.at("/holds/0/state").asString());
            }
            if (run == 0) {
                process.destroyForcibly();
            } else {
                process.destroy();
            }
            assertTrue(process.waitFor(20, TimeUnit.SECONDS));
        }
        assertEquals(List.of("1", "0"), states);
    }

    @Test
    void wrongArgumentsEndWithTheUsage() throws Exception {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Sandbox.class.getName(),
                                "--help")
                        .redirectErrorStream(true)
                        .start();
        opened.add(process::destroyForcibly);
        assertTrue(output(process).readLine().startsWith("usage: Sandbox"));
        assertEquals(2, process.waitFor());
    }

    @Test
    void theProcessEndsWithItsInput() throws Exception {
        Process process = launch(0);
        BufferedReader out = output(process);
        assertTrue(out.readLine().contains("\"booking\":\"http://127.0.0.1:"));
        process.getOutputStream().close();
        assertTrue(process.waitFor(20, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue());
    }

    @Test
    void theDefaultVenuesSellWhatAFamilyNeeds() {
        KoblenzPools.venues()
                .forEach(venue ->
                        assertTrue(
                                venue.tariffs().stream()
                                        .anyMatch(tariff -> tariff.places() <= venue.maxPlaces())));
    }

    private Process launch(int portBase) throws IOException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Sandbox.class.getName(),
                                "--data",
                                folder.toString(),
                                "--port-base",
                                String.valueOf(portBase))
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        opened.add(process::destroyForcibly);
        return process;
    }

    private static BufferedReader output(Process process) {
        return new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /// Three free ports in a row, below the range from which ephemeral ports are taken.
    private static int freePortBase() throws IOException {
        for (int port = 21_000; port < 22_000; port += 3) {
            if (isFree(port) && isFree(port + 1) && isFree(port + 2)) {
                return port;
            }
        }
        throw new BindException("no free ports");
    }

    private static boolean isFree(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (BindException e) {
            return false;
        }
    }
}
