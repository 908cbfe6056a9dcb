package de.koblenz.kiosk.fleet.collector;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.config.HealthSettings;
import de.koblenz.kiosk.device.DeviceHealth;
import de.koblenz.kiosk.device.DeviceId;
import de.koblenz.kiosk.device.DeviceState;
import de.koblenz.kiosk.fleet.model.Connection;
import de.koblenz.kiosk.fleet.model.TerminalId;
import de.koblenz.kiosk.fleet.model.TerminalMode;
import de.koblenz.kiosk.health.EdgeNode;
import de.koblenz.kiosk.health.EdgePorts;
import de.koblenz.kiosk.health.EdgeTimes;
import de.koblenz.kiosk.health.HealthReport;
import de.koblenz.kiosk.health.HostFigures;
import de.koblenz.kiosk.health.HostLine;
import de.koblenz.kiosk.health.MemoryOutbox;
import de.koblenz.kiosk.health.OutsideServices;
import de.koblenz.kiosk.health.SessionCounters;
import de.koblenz.kiosk.store.FleetDatabase;
import de.koblenz.kiosk.store.SqlCommandStore;
import de.koblenz.kiosk.store.SqlFleetJournal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// mosquitto as it ships refuses whom and what it should, and our own terminal and monitor get along with it.
@Timeout(60)
class BrokerSecurityTest {
    private static final int NOT_AUTHORIZED = 0x87;

    /// Lines of those who only speak, open from test to test.
    private static final Map<String, Client> SPEAKERS = new HashMap<>();

    @TempDir static Path folder = Path.of("");
    private static SecuredBroker broker;

    @BeforeAll
    static void start() throws Exception {
        broker =
                new SecuredBroker(
                        folder,
                        "terminal amt terminal-1 terminal-2 victim revoked later renewed real",
                        "terminal zoo terminal-1",
                        "monitor one two speaker",
                        "reader zabbix",
                        "revoke amt.revoked",
                        "--until 20260101000000Z terminal amt expired");
    }

    @AfterAll
    static void stop() throws Exception {
        SPEAKERS.values().forEach(Client::close);
        // Where the broker is missing, nothing was started and the tests are skipped.
        if (broker != null) {
            broker.close();
        }
    }

    private static Client speaker(String identity) throws IOException {
        Client open = SPEAKERS.get(identity);
        if (open == null) {
            open = new Client(identity);
            SPEAKERS.put(identity, open);
        }
        return open;
    }

    /// A line and what came over it.
    private static final class Client implements HostLine.Listener, AutoCloseable {
        final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        final HostLine line;
        volatile boolean lost;

        Client(HealthSettings settings, String clientId) throws IOException {
            line = HostLine.open(settings, clientId, null, this);
        }

        Client(String identity) throws IOException {
            this(broker.as(identity), identity);
        }

        void say(String topic) throws IOException {
            assertTrue(line.send(topic, "x".getBytes(StandardCharsets.UTF_8), 1, false));
        }

        void refused(String topic) throws Exception {
            say(topic);
            assertEquals("refused " + NOT_AUTHORIZED + " " + topic, next());
        }

        String next() throws InterruptedException {
            String found = heard.poll(20, TimeUnit.SECONDS);
            assertTrue(found != null, "nothing heard");
            return found;
        }

        @Override
        public void arrived(String topic, byte[] payload, int id, int qos) {
            // That the host is there is no secret.
            if (!topic.startsWith("spBv1.0/STATE/")) {
                heard.add(topic);
            }
            line.acknowledge(id, qos);
        }

        @Override
        public void lost() {
            lost = true;
        }

        @Override
        public void room() {}

        @Override
        public void refused(String topic, int reason) {
            heard.add("refused " + reason + " " + topic);
        }

        @Override
        public void close() {
            line.close();
        }
    }

    private static void staysOutside(HealthSettings settings) {
        IOException refusal =
                assertThrows(IOException.class, () -> new Client(settings, "x").close());
        assertFalse(String.valueOf(refusal.getMessage()).isEmpty());
    }

    @Test
    void whoHasNoCertificateStaysOutside() {
        staysOutside(broker.withoutCertificate());
    }

    @ParameterizedTest
    @ValueSource(strings = {"amt.revoked", "amt.expired"})
    void aCertificateThatIsRevokedOrHasEndedOpensNothing(String identity) {
        staysOutside(broker.as(identity));
    }

    @Test
    void theBrokersOwnCertificateIsNoClients() {
        staysOutside(broker.as("broker"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spBv1.0/amt/NDATA/terminal-2",
                "spBv1.0/zoo/NDATA/terminal-1",
                "spBv1.0/amt/DDATA/terminal-2/receipt-printer",
                "spBv1.0/amt/NCMD/terminal-2",
                "spBv1.0/STATE/KGRZ",
                "kiosk/v1/amt/terminal-2/event",
                "kiosk/v1/zoo/terminal-1/event",
                "kiosk/v1/amt/terminal-1/event/ack",
                "kiosk/v1/amt/terminal-1/state",
                "kiosk/v1/amt/terminal-2/reply/x",
                "$SYS/broker/uptime",
                "anything"
            })
    void aTerminalSaysNothingInTheNameOfOthers(String topic) throws Exception {
        speaker("amt.terminal-1").refused(topic);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kiosk/v1/amt/terminal-1/event",
                "kiosk/v1/amt/terminal-1/state",
                "spBv1.0/amt/NCMD/terminal-1",
                "spBv1.0/amt/NDATA/terminal-1"
            })
    void whoReadsSaysNothing(String topic) throws Exception {
        speaker("reader@zabbix").refused(topic);
    }

    /// mosquitto grants any subscription and looks at each message instead: what is foreign does not come.
    @ParameterizedTest
    @ValueSource(strings = {"#", "kiosk/#", "spBv1.0/#", "kiosk/v1/amt/terminal-2/event/ack"})
    void aTerminalHearsNothingThatIsSaidToOthers(String filter) throws Exception {
        Client other = speaker("amt.terminal-2");
        Client monitor = speaker("monitor@speaker");
        try (Client terminal = new Client("zoo.terminal-1")) {
            terminal.line.subscribe(filter, 1);
            terminal.line.subscribe("kiosk/v1/zoo/terminal-1/event/ack", 1);
            other.say("kiosk/v1/amt/terminal-2/event");
            other.say("spBv1.0/amt/NDATA/terminal-2");
            monitor.say("kiosk/v1/amt/terminal-2/event/ack");
            monitor.say("spBv1.0/amt/NCMD/terminal-2");
            monitor.say("kiosk/v1/zoo/terminal-1/event/ack");
            // What was said before would have come before.
            assertEquals("kiosk/v1/zoo/terminal-1/event/ack", terminal.next());
        }
    }

    @Test
    void whoTakesAnothersClientIdEvictsNobody() throws Exception {
        try (Client victim = new Client("amt.victim");
                Client _ = new Client(broker.as("zoo.terminal-1"), "amt.victim")) {
            Client monitor = speaker("monitor@speaker");
            victim.line.subscribe("spBv1.0/amt/NCMD/victim", 1);
            monitor.say("spBv1.0/amt/NCMD/victim");
            assertEquals("spBv1.0/amt/NCMD/victim", victim.next());
            assertFalse(victim.lost);
        }
    }

    @Test
    void aWillInAnothersNameIsNotSaid() throws Exception {
        try (Client monitor = new Client("monitor@one")) {
            monitor.line.subscribe("spBv1.0/+/NDEATH/+", 1);
            Client listener = speaker("amt.terminal-2");
            HostLine.open(
                            broker.as("amt.victim"),
                            "amt.victim",
                            new HostLine.Will(
                                    "spBv1.0/amt/NDEATH/terminal-2",
                                    "x".getBytes(StandardCharsets.UTF_8)),
                            listener)
                    .close();
            HostLine.open(
                            broker.as("zoo.terminal-1"),
                            "zoo.terminal-1",
                            new HostLine.Will(
                                    "spBv1.0/zoo/NDEATH/terminal-1",
                                    "x".getBytes(StandardCharsets.UTF_8)),
                            listener)
                    .close();
            assertEquals("spBv1.0/zoo/NDEATH/terminal-1", monitor.next());
        }
    }

    @Test
    void aTerminalThatIsShutOutLaterHearsAndSaysNothingMore() throws Exception {
        try (Client terminal = new Client("amt.later")) {
            Client monitor = speaker("monitor@speaker");
            terminal.line.subscribe("spBv1.0/amt/NCMD/later", 1);
            monitor.say("spBv1.0/amt/NCMD/later");
            assertEquals("spBv1.0/amt/NCMD/later", terminal.next());
            broker.keys("revoke amt.later");
            broker.reload();
            // The line is still there, but good for nothing.
            Instant end = Clock.systemUTC().instant().plusSeconds(20);
            String answer = "";
            while (!answer.startsWith("refused") && Clock.systemUTC().instant().isBefore(end)) {
                terminal.say("kiosk/v1/amt/later/event");
                String found = terminal.heard.poll(100, TimeUnit.MILLISECONDS);
                answer = found == null ? "" : found;
            }
            assertTrue(answer.startsWith("refused " + NOT_AUTHORIZED), answer);
            staysOutside(broker.as("amt.later"));
        }
    }

    @Test
    void aRenewedCertificateIsGoodAndTheOldOneToo() throws Exception {
        HealthSettings old = broker.as("amt.renewed");
        Path oldFiles = broker.folder().resolve("issued/amt.renewed/current").toRealPath();
        broker.keys("renew amt.renewed");
        assertFalse(
                oldFiles.equals(
                        broker.folder().resolve("issued/amt.renewed/current").toRealPath()));
        assertTrue(Files.exists(oldFiles.resolve("key.pem")));
        new Client(old, "x").close();
        new Client("amt.renewed").close();
    }

    @Test
    void noKeyIsReadableForOthersOrOverwritten() throws Exception {
        try (Stream<Path> all = Files.walk(broker.folder())) {
            for (Path file : all.filter(each -> each.toString().endsWith("key.pem")).toList()) {
                assertEquals(
                        "rw-------",
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(file)),
                        file.toString());
            }
        }
        Path key = broker.folder().resolve("issued/amt.terminal-1/current/key.pem");
        byte[] before = Files.readAllBytes(key);
        assertThrows(AssertionError.class, () -> broker.keys("terminal amt terminal-1"));
        assertThrows(AssertionError.class, () -> broker.keys("init"));
        assertArrayEquals(before, Files.readAllBytes(key));
    }

    /// Our own terminal and two of our own monitors: births, events with their acknowledgement, a request for a birth, the mirror.
    @Test
    void ourTerminalAndMonitorsGetAlongWithIt() throws Exception {
        TerminalId id = new TerminalId("amt", "real");
        MemoryOutbox outbox =
                new MemoryOutbox(UUID.fromString("0b54d5a2-4c0f-4f0e-9d3a-3f1f0e6f2a11"));
        try (FleetDatabase database =
                        FleetDatabase.open("jdbc:sqlite:" + folder.resolve("fleet.db"));
                Monitor first = monitor("one", database);
                Client reader = new Client("reader@zabbix")) {
            first.awaitHearing();
            reader.line.subscribe("kiosk/v1/+/+/state", 1);
            try (EdgeNode node = node(outbox)) {
                node.publish(report(HealthReport.Mode.IN_SERVICE, "full"));
                first.awaitMode(id, TerminalMode.IN_SERVICE);
                assertEquals("kiosk/v1/amt/real/state", reader.next());
                // An alarm is an event, which stays in the outbox until the monitor has it.
                node.publish(report(HealthReport.Mode.MAINTENANCE, "out"));
                first.awaitMode(id, TerminalMode.MAINTENANCE);
                first.await(state -> state.alarms().size() == 1);
                awaitEmpty(outbox);
                first.close();
                try (Monitor second = monitor("two", database)) {
                    // It hears a count that it does not know, and asks for a birth.
                    second.awaitHearing();
                    node.publish(report(HealthReport.Mode.IN_SERVICE, "full"));
                    second.await(state ->
                            state.terminal(id).filter(t -> t.sequence().birth() >= 0).isPresent()
                                    && state.alarms().size() == 0);
                    node.close();
                    second.await(state ->
                            state.terminal(id).orElseThrow().connection() == Connection.LOST);
                }
            }
        }
    }

    private static Monitor monitor(String name, FleetDatabase database) {
        return new Monitor(
                name,
                broker.as("monitor@" + name),
                new SqlFleetJournal(database),
                new SqlCommandStore(database));
    }

    private static void awaitEmpty(MemoryOutbox outbox) throws InterruptedException {
        Instant end = Clock.systemUTC().instant().plusSeconds(20);
        while (outbox.depth() > 0 || outbox.acknowledged() == 0) {
            assertTrue(Clock.systemUTC().instant().isBefore(end), "not acknowledged");
            Thread.onSpinWait();
        }
    }

    private static EdgeNode node(MemoryOutbox outbox) {
        return new EdgeNode(
                broker.as("amt.real"),
                "real",
                new EdgePorts(outbox, outbox, HostFigures.NONE, OutsideServices.NONE, _ -> {}),
                new EdgeTimes(
                        Duration.ofSeconds(60), Duration.ofSeconds(1), Duration.ofSeconds(60)),
                Clock.systemUTC(),
                new Random(1),
                _ -> {});
    }

    private static HealthReport report(HealthReport.Mode mode, String paper) {
        return new HealthReport(
                Clock.systemUTC().instant(),
                mode,
                "",
                List.of(
                        new DeviceHealth(
                                new DeviceId("receipt-printer"),
                                DeviceState.ONLINE,
                                Map.of("paper", paper))),
                "0.1.0",
                "0123456789abcdef",
                new SessionCounters(0, 0, 0, 0));
    }
}
