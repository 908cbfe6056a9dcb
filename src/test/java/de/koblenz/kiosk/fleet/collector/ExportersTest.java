package de.koblenz.kiosk.fleet.collector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.Peers;
import de.koblenz.kiosk.fleet.model.TerminalId;
import de.koblenz.kiosk.fleet.model.TerminalMode;
import de.koblenz.kiosk.store.FleetDatabase;
import de.koblenz.kiosk.store.SqlCommandStore;
import de.koblenz.kiosk.store.SqlFleetJournal;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The examples of `docs/exporters` with the real programs, over the broker as it ships: what they get is what a real monitor wrote.
@Timeout(60)
class ExportersTest {
    private static final Path EXAMPLES =
            Path.of(System.getProperty("kiosk.project", "."), "docs", "exporters");
    private static final TerminalId ONE = new TerminalId("amt", "terminal-1");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir private Path folder;
    private final List<AutoCloseable> open = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private Terminal terminal;

    private <T extends AutoCloseable> T open(T closeable) {
        open.add(closeable);
        return closeable;
    }

    @BeforeEach
    void begin() {
        open.clear();
    }

    @AfterEach
    void end() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }

    /// A broker, and a monitor that has heard a terminal over it.
    private SecuredBroker broker(String... further) throws Exception {
        SecuredBroker broker =
                open(
                        new SecuredBroker(
                                folder,
                                further,
                                "terminal amt terminal-1",
                                "monitor one",
                                "reader prometheus zabbix"));
        FleetDatabase database =
                open(FleetDatabase.open("jdbc:sqlite:" + folder.resolve("fleet.db")));
        Monitor monitor =
                open(
                        new Monitor(
                                "one",
                                broker.as("monitor@one"),
                                new SqlFleetJournal(database),
                                new SqlCommandStore(database)));
        monitor.awaitHearing();
        terminal = open(new Terminal(broker.as("amt.terminal-1"), ONE));
        terminal.born();
        terminal.paper("low");
        monitor.awaitMode(ONE, TerminalMode.IN_SERVICE);
        return broker;
    }

    private void run(String... command) throws IOException {
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("program.log").toFile())
                        .start();
        open.add(() -> {
            process.destroy();
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        });
    }

    /// What the program has written.
    private String said() {
        try {
            return Files.readString(folder.resolve("program.log"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    /// The agent takes none above 32767, where the free ones are.
    private static int lowPort() throws IOException {
        for (int port = 20_000; port < 32_768; port++) {
            try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return port;
            } catch (BindException _) {
                // Taken.
            }
        }
        throw new IOException("no free port");
    }

    @Test
    void prometheusGetsTheStateOfATerminal() throws Exception {
        Path exporter = Peers.require("prometheus-mqtt-exporter");
        SecuredBroker broker = broker();
        Path configuration = folder.resolve("exporter.yaml");
        Files.writeString(
                configuration,
                Files.readString(EXAMPLES.resolve("prometheus-mqtt-exporter.yaml"))
                        .replace("mqtt.kgrz.example:8883", "localhost:" + broker.port())
                        .replace(
                                "/etc/prometheus/kiosk",
                                broker.folder()
                                        .resolve("issued/reader@prometheus/current")
                                        .toString()));
        int port = freePort();
        run(
                exporter.toString(),
                "-config",
                configuration.toString(),
                "-listen-address",
                "127.0.0.1",
                "-listen-port",
                Integer.toString(port));
        String label = "{sensor=\"amt/terminal-1\",topic=\"kiosk/v1/amt/terminal-1/state\"}";
        String metrics = "";
        Instant end = Clock.systemUTC().instant().plusSeconds(20);
        while (!metrics.contains("kiosk_paper" + label + " 1")) {
            assertTrue(Clock.systemUTC().instant().isBefore(end), () -> "not exported; " + said());
            metrics = get("http://127.0.0.1:" + port + "/metrics");
        }
        assertTrue(metrics.contains("kiosk_connection" + label + " 1"), metrics);
        assertTrue(metrics.contains("kiosk_health" + label + " 2"), metrics);
        assertTrue(metrics.contains("kiosk_in_service" + label + " 1"), metrics);
        assertTrue(metrics.contains("kiosk_filesystem_utilization" + label + " 0.25"), metrics);
        assertTrue(metrics.contains("kiosk_printer_online" + label + " 1"), metrics);
    }

    private static String get(String address) throws InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(address)).build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException _) {
            return "";
        }
    }

    @Test
    void theDashboardAsksForWhatTheExporterHas() throws Exception {
        Set<String> offered =
                found("prometheus-mqtt-exporter.yaml", Pattern.compile("prom_name: (kiosk_\\w+)"));
        Set<String> asked = found("grafana-dashboard.json", Pattern.compile("\\b(kiosk_\\w+)"));
        assertTrue(offered.containsAll(asked), asked + " of " + offered);
        assertEquals(
                10,
                JSON.readTree(Files.readString(EXAMPLES.resolve("grafana-dashboard.json")))
                        .get("panels")
                        .size());
    }

    private static Set<String> found(String file, Pattern pattern) throws IOException {
        Set<String> names = new TreeSet<>();
        pattern.matcher(Files.readString(EXAMPLES.resolve(file)))
                .results()
                .map((MatchResult match) -> match.group(1))
                .forEach(names::add);
        return names;
    }

    @Test
    void zabbixGetsTheStateOfOneTerminalAndOfAll() throws Exception {
        Path agent = Peers.require("zabbix_agent2");
        int localPort = freePort();
        Path passwords = folder.resolve("passwords");
        passwords(passwords);
        String local =
                Files.readString(SecuredBroker.SHIPPED.resolve("local-readers.conf"))
                        .replace("listener 1883", "listener " + localPort)
                        .replace("/etc/mosquitto/buergerterminal/passwords", passwords.toString());
        broker(local);
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(5_000);
            String one = item(localPort, "kiosk/v1/amt/terminal-1/state");
            String all = item(localPort, "kiosk/v1/+/+/state");
            Path configuration = folder.resolve("agent.conf");
            Files.writeString(
                    configuration,
                    Files.readString(EXAMPLES.resolve("zabbix-agent2.conf"))
                                    .replace(
                                            "zabbix.kgrz.example",
                                            "127.0.0.1:" + server.getLocalPort())
                            + """
                            LogType=console
                            BufferSend=1
                            ListenIP=127.0.0.1
                            ListenPort=%d
                            ControlSocket=%s
                            PluginSocket=%s
                            """
                                    .formatted(
                                            lowPort(),
                                            folder.resolve("control"),
                                            folder.resolve("plugin")));
            run(agent.toString(), "-f", "-c", configuration.toString());
            @Nullable JsonNode single = null;
            @Nullable JsonNode every = null;
            while (single == null || !single.equals(every)) {
                for (JsonNode value : exchange(server, List.of(one, all))) {
                    JsonNode state = JSON.readTree(value.get("value").asString());
                    if (value.get("itemid").asInt() == 1) {
                        single = state;
                    } else {
                        // A value under a wildcard is text within the object.
                        every =
                                JSON.readTree(
                                        state.get("kiosk/v1/amt/terminal-1/state").asString());
                    }
                }
            }
            assertEquals("ONLINE", single.get("connection").asString());
            assertEquals("amt", single.get("office").asString());
            assertTrue(single.has("metrics"));
        }
    }

    private static String item(int port, String topic) {
        return "mqtt.get[\"tcp://127.0.0.1:%d\",\"%s\",\"reader@zabbix\",\"geheim\"]"
                .formatted(port, topic);
    }

    private static void passwords(Path file) throws Exception {
        Process program =
                new ProcessBuilder(
                                Peers.require("mosquitto_passwd").toString(),
                                "-b",
                                "-c",
                                file.toString(),
                                "reader@zabbix",
                                "geheim")
                        .start();
        assertEquals(0, program.waitFor());
    }

    /// One request of the agent (protocol of active checks: "ZBXD", flags, two lengths, JSON that may be compressed), answered.
    ///
    /// @return values that came with it
    private List<JsonNode> exchange(ServerSocket server, List<String> items)
            throws IOException, DataFormatException {
        try (Socket line = accepted(server)) {
            DataInputStream in = new DataInputStream(line.getInputStream());
            byte[] head = in.readNBytes(13);
            ByteBuffer lengths = ByteBuffer.wrap(head, 5, 8).order(ByteOrder.LITTLE_ENDIAN);
            byte[] body = in.readNBytes(lengths.getInt());
            JsonNode request = JSON.readTree(plain(body, lengths.getInt(), (head[4] & 2) != 0));
            boolean data = request.get("request").asString().equals("agent data");
            byte[] answer =
                    (data ? "{\"response\":\"success\",\"info\":\"\"}" : checks(items))
                            .getBytes(StandardCharsets.UTF_8);
            line.getOutputStream()
                    .write(
                            ByteBuffer.allocate(13 + answer.length)
                                    .order(ByteOrder.LITTLE_ENDIAN)
                                    .put("ZBXD\1".getBytes(StandardCharsets.US_ASCII))
                                    .putInt(answer.length)
                                    .putInt(0)
                                    .put(answer)
                                    .array());
            List<JsonNode> values = new ArrayList<>();
            if (data) {
                request.get("data").forEach(values::add);
            }
            return values;
        }
    }

    /// The agent subscribes to its items one after the other and gives what comes meanwhile to those that it has already: the
    /// second one may have missed what the broker keeps and hears of the next change only. So something changes.
    private Socket accepted(ServerSocket server) throws IOException {
        for (int quiet = 0; quiet < 8; quiet++) {
            try {
                return server.accept();
            } catch (SocketTimeoutException _) {
                terminal.paper(quiet % 2 == 0 ? "out" : "low");
            }
        }
        throw new AssertionError("the agent says nothing; " + said());
    }

    private static byte[] plain(byte[] body, int length, boolean compressed)
            throws DataFormatException {
        if (!compressed) {
            return body;
        }
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(body);
            byte[] plain = new byte[length];
            assertEquals(length, inflater.inflate(plain));
            return plain;
        }
    }

    private static String checks(List<String> items) {
        var answer = JSON.createObjectNode();
        answer.put("response", "success");
        var data = answer.putArray("data");
        for (int i = 0; i < items.size(); i++) {
            data.addObject()
                    .put("key", items.get(i))
                    .put("key_orig", items.get(i))
                    .put("itemid", i + 1)
                    .put("delay", "1s")
                    .put("lastlogsize", 0)
                    .put("mtime", 0);
        }
        return answer.toString();
    }
}
