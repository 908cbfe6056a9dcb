package de.koblenz.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.config.HealthSettings;
import de.koblenz.kiosk.fleet.collector.Collector;
import de.koblenz.kiosk.fleet.collector.CollectorSettings;
import de.koblenz.kiosk.fleet.collector.CommandOffice;
import de.koblenz.kiosk.fleet.collector.ReplyText;
import de.koblenz.kiosk.fleet.model.AlarmPolicy;
import de.koblenz.kiosk.fleet.model.CommandReply;
import de.koblenz.kiosk.fleet.model.CommandStore;
import de.koblenz.kiosk.fleet.model.FleetReducer;
import de.koblenz.kiosk.fleet.model.Operator;
import de.koblenz.kiosk.fleet.model.OperatorAction;
import de.koblenz.kiosk.fleet.model.Role;
import de.koblenz.kiosk.fleet.model.Shard;
import de.koblenz.kiosk.fleet.model.TerminalCondition;
import de.koblenz.kiosk.fleet.model.TerminalId;
import de.koblenz.kiosk.health.command.Command;
import de.koblenz.kiosk.health.command.CommandSigner;
import de.koblenz.kiosk.store.FleetDatabase;
import de.koblenz.kiosk.store.SqlAlarmStore;
import de.koblenz.kiosk.store.SqlCommandStore;
import de.koblenz.kiosk.store.SqlFleetJournal;
import de.koblenz.kiosk.store.SqlReplyStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/// A whole data centre: mosquitto with its store, a collector with its database, somebody who listens to everything, and a subscriber who
/// is away, so that the broker keeps everything for him.
final class DataCentre implements AutoCloseable {
    private static final Operator OPERATOR = new Operator("erika", Role.ADMINISTER);

    private final Path folder;
    private final int port;
    private final Process broker;
    private final FleetDatabase database;
    private final Collector collector;
    private final MqttAsyncClient listener;
    private final OutputStream wire;
    private final CommandOffice office;
    private final CountDownLatch collecting = new CountDownLatch(1);
    private final KeyPair keys;

    /// @param folder for everything that it keeps
    DataCentre(Path mosquitto, Path folder) throws Exception {
        this.folder = Files.createDirectories(folder);
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Path configuration = folder.resolve("mosquitto.conf");
        Files.writeString(
                configuration,
                "listener %d 127.0.0.1\nuser root\nmax_topic_alias 0\nallow_anonymous true\nlog_dest stderr\npersistence true\npersistence_location %s/\n"
                        .formatted(port, folder));
        broker =
                new ProcessBuilder(mosquitto.toString(), "-c", configuration.toString())
                        .redirectErrorStream(true)
                        .start();
        awaitRunning();
        keepForSomebodyWhoIsAway();
        wire = Files.newOutputStream(folder.resolve("wire.bin"));
        listener = client("listener");
        listener.setCallback(new Wire());
        listener.connect().waitForCompletion(10_000);
        listener.subscribe("#", 1).waitForCompletion(10_000);
        database = FleetDatabase.open("jdbc:sqlite:" + folder.resolve("fleet.db"));
        keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Clock clock = Clock.systemUTC();
        office =
                new CommandOffice(
                        new CommandSigner(keys.getPrivate()),
                        new SqlCommandStore(database),
                        clock,
                        UUID::randomUUID);
        collector =
                new Collector(
                        new CollectorSettings(
                                new HealthSettings(
                                        address(),
                                        "kgrz",
                                        Duration.ofSeconds(5),
                                        Duration.ofMillis(50),
                                        Optional.empty(),
                                        Optional.empty()),
                                "KGRZ",
                                "m1",
                                Shard.WHOLE,
                                Duration.ofSeconds(10)),
                        new SqlFleetJournal(database),
                        new SqlCommandStore(database),
                        new FleetReducer(AlarmPolicy.USUAL),
                        clock,
                        new Random(1),
                        state -> {
                            if (state.hearing().isPresent()) {
                                collecting.countDown();
                            }
                        });
        assertTrue(collecting.await(30, TimeUnit.SECONDS), "nobody collects");
    }

    private void awaitRunning() throws IOException {
        BufferedReader log = broker.inputReader(StandardCharsets.UTF_8);
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            if (line.contains("running")) {
                Thread.ofVirtual().start(() -> drain(log));
                return;
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

    URI address() {
        return URI.create("mqtt://127.0.0.1:" + port);
    }

    private MqttAsyncClient client(String name) throws MqttException {
        return new MqttAsyncClient("tcp://127.0.0.1:" + port, name, new MemoryPersistence());
    }

    private void keepForSomebodyWhoIsAway() throws MqttException {
        MqttAsyncClient away = client("away");
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setCleanStart(false);
        options.setSessionExpiryInterval(3_600L);
        away.connect(options).waitForCompletion(10_000);
        away.subscribe("#", 1).waitForCompletion(10_000);
        away.disconnect().waitForCompletion(10_000);
        away.close();
    }

    /// Public key of whoever commands, in a file as `commandKeys` names it.
    Path commandKeys() throws IOException {
        return Files.writeString(
                folder.resolve("commands.pem"),
                "-----BEGIN PUBLIC KEY-----\n"
                        + Base64.getMimeEncoder().encodeToString(keys.getPublic().getEncoded())
                        + "\n-----END PUBLIC KEY-----\n");
    }

    /// What is known of a terminal.
    Optional<TerminalCondition> terminal(TerminalId id) {
        return collector.state().terminal(id);
    }

    CommandStore.Command command(TerminalId terminal, Command command, boolean forced)
            throws Exception {
        return office.submit(OPERATOR, terminal, command, forced, Duration.ofHours(1))
                .orElseThrow();
    }

    /// Outcome and code of a command, once there is one that is final.
    Optional<String> answer(CommandStore.Command command) throws Exception {
        return new SqlCommandStore(database)
                .commands(command.terminal(), 100).stream()
                        .filter(known -> known.jti().equals(command.jti()))
                        .flatMap(known -> known.answer().stream())
                        .filter(answer -> !answer.outcome().equals("waiting"))
                        .map(answer -> (answer.outcome() + " " + answer.code()).strip())
                        .findFirst();
    }

    Optional<CommandReply> reply(CommandStore.Command command) throws Exception {
        return new SqlReplyStore(database).reply(command.jti());
    }

    /// Writes the lines of a reply into a file of their own: in the database they are compressed.
    List<String> unpack(CommandStore.Command command) throws Exception {
        List<String> lines = ReplyText.lines(reply(command).orElseThrow());
        Files.write(folder.resolve("reply-" + command.jti() + ".txt"), lines);
        return lines;
    }

    /// Somebody says a word that nobody may say, over the wire and at the monitor.
    void leak(String word) throws Exception {
        listener.publish("kiosk/v1/leak", word.getBytes(StandardCharsets.UTF_8), 1, true)
                .waitForCompletion(10_000);
        new SqlAlarmStore(database)
                .request(
                        0,
                        "leak",
                        Clock.systemUTC().instant(),
                        OPERATOR,
                        new OperatorAction.Retire(new TerminalId("amt", "nobody"), word));
    }

    /// Everything of every message, as it came.
    private final class Wire implements MqttCallback {
        @Override
        public void messageArrived(String topic, MqttMessage message) throws IOException {
            synchronized (wire) {
                wire.write((topic + "\n").getBytes(StandardCharsets.UTF_8));
                wire.write(message.getPayload());
                wire.write('\n');
            }
        }

        @Override
        public void disconnected(MqttDisconnectResponse response) {}

        @Override
        public void mqttErrorOccurred(MqttException exception) {}

        @Override
        public void deliveryComplete(IMqttToken token) {}

        @Override
        public void connectComplete(boolean reconnect, String serverUri) {}

        @Override
        public void authPacketArrived(int reasonCode, MqttProperties properties) {}
    }

    /// Ends everything so that it is all on disk: mosquitto writes its store when it is asked to end.
    @Override
    public void close() throws Exception {
        collector.close();
        database.close();
        listener.disconnectForcibly(0, 0, false);
        listener.close();
        wire.close();
        broker.destroy();
        if (!broker.waitFor(20, TimeUnit.SECONDS)) {
            broker.destroyForcibly();
        }
    }
}
