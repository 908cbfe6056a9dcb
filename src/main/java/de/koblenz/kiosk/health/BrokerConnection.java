package de.koblenz.kiosk.health;

import de.koblenz.kiosk.config.HealthSettings;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.function.IntConsumer;
import javax.net.ssl.SSLException;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttClientException;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.jspecify.annotations.Nullable;

/// One connection to the broker from CONNECT to DISCONNECT; after a loss a new one is made.
///
/// Paho 1.2.5 is used in the one way that was found to hold: a new client per connection, clean start with session expiry 0,
/// no reconnect and no topic alias of its own, messages in memory, and every reason code looked at, as it reports a refused
/// message as delivered. Its lines are [BrokerSocket]s. Used by one thread.
final class BrokerConnection implements AutoCloseable {
    /// Longest wait for CONNACK, PUBACK and SUBACK.
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(10);

    /// First reason code that says no (MQTT v5.0 §2.4).
    static final int FIRST_REFUSAL = 0x80;

    /// "Disconnect with Will Message" (MQTT v5.0 §3.14.2.1).
    private static final int WITH_WILL = 0x04;

    /// Longest wait for the line itself, and again for TLS; shorter, so that Paho is through before we leave.
    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(4);

    static {
        PahoLog.silence();
    }

    private final MqttAsyncClient client;
    private final BrokerSockets sockets;

    private BrokerConnection(MqttAsyncClient client, BrokerSockets sockets) {
        this.client = client;
        this.sockets = sockets;
    }

    /// Paho's own word for: so many messages are on their way that the broker takes no more (MQTT v5.0 §3.2.2.3.3).
    private static final int NO_ROOM = MqttClientException.REASON_CODE_MAX_INFLIGHT;

    /// Connects and waits for the broker's answer.
    ///
    /// @param sockets of this one connection; closing them ends the waiting
    /// @param will what is sent in our name when we are gone
    /// @param callback called by Paho's threads; must not throw and not block
    /// @throws IOException if the broker is not there, refuses, or does not answer
    static BrokerConnection open(
            HealthSettings settings,
            BrokerSockets sockets,
            String clientId,
            @Nullable Outgoing will,
            MqttCallback callback)
            throws IOException {
        try {
            MqttAsyncClient client =
                    new MqttAsyncClient(
                            address(settings.broker()), clientId, new MemoryPersistence());
            BrokerConnection connection = new BrokerConnection(client, sockets);
            try {
                client.setCallback(callback);
                MqttConnectionOptions options = options(settings, sockets);
                if (will != null) {
                    options.setWill(will.topic(), message(will));
                }
                await(client.connect(options));
                return connection;
            } catch (IOException | MqttException e) {
                connection.drop();
                throw e;
            }
        } catch (MqttException e) {
            throw new IOException(reason(settings, e), e);
        }
    }

    /// The one way to use Paho, of terminals and of the data centre ([HostLine]).
    static MqttConnectionOptions options(HealthSettings settings, BrokerSockets sockets) {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setCleanStart(true);
        options.setSessionExpiryInterval(0L);
        options.setAutomaticReconnect(false);
        options.setKeepAliveInterval(Math.toIntExact(settings.keepAlive().toSeconds()));
        options.setConnectionTimeout(Math.toIntExact(LONGEST_CONNECT.toSeconds()));
        options.setExecutorServiceTimeout(0);
        options.setSocketFactory(sockets);
        return options;
    }

    /// As Paho spells it; TLS is the socket's matter, not Paho's. Usual ports: 8883 with TLS, 1883 without.
    static String address(URI broker) {
        int usual = "mqtts".equals(broker.getScheme()) ? 8883 : 1883;
        int port = broker.getPort() >= 0 ? broker.getPort() : usual;
        return "tcp://" + broker.getHost() + ":" + port;
    }

    private static MqttMessage message(Outgoing outgoing) {
        MqttMessage message = new MqttMessage(outgoing.payload());
        message.setQos(outgoing.qos());
        return message;
    }

    /// Sends a message and waits until the broker has it, or with QoS 0 until it is on the line.
    ///
    /// @throws IOException if the line broke or the broker refused; whether the broker has it is then unknown
    void publish(Outgoing outgoing) throws IOException {
        try {
            await(client.publish(outgoing.topic(), message(outgoing)));
        } catch (MqttException e) {
            throw new IOException(reason(e), e);
        }
    }

    /// Sends a message of QoS 1 without waiting.
    ///
    /// @param taken told by one of Paho's threads the broker's reason code (MQTT v5.0 §3.4.2.1), 0 where it has it, [#FIRST_REFUSAL]
    ///     and more where it has not; perhaps not at all if the line breaks
    /// @return false if so many are on their way that this one cannot go yet
    boolean send(Outgoing outgoing, IntConsumer taken) throws IOException {
        try {
            client.publish(outgoing.topic(), message(outgoing), null, new Taken(taken));
            return true;
        } catch (MqttException e) {
            if (e.getReasonCode() == NO_ROOM) {
                return false;
            }
            throw new IOException(reason(e), e);
        }
    }

    /// Looks at the reason code of PUBACK: Paho reports a message that was refused as delivered.
    private record Taken(IntConsumer taken) implements MqttActionListener {
        @Override
        public void onSuccess(IMqttToken token) {
            int[] codes = token.getReasonCodes();
            taken.accept(codes == null || codes.length == 0 ? 0 : codes[0]);
        }

        @Override
        public void onFailure(IMqttToken token, Throwable exception) {
            taken.accept(FIRST_REFUSAL);
        }
    }

    /// Subscribes with QoS 1 and waits for the broker's answer.
    void subscribe(String filter) throws IOException {
        try {
            await(client.subscribe(filter, 1));
        } catch (MqttException e) {
            throw new IOException(reason(e), e);
        }
    }

    /// Waits for the broker's answer and looks at its reason code.
    static void await(IMqttToken token) throws IOException, MqttException {
        token.waitForCompletion(LONGEST_ANSWER.toMillis());
        if (!token.isComplete()) {
            throw new IOException("the broker does not answer");
        }
        if (refused(token)) {
            throw new IOException("the broker refuses, reason code " + token.getReasonCodes()[0]);
        }
    }

    static boolean refused(IMqttToken token) {
        int[] codes = token.getReasonCodes();
        return codes != null && codes.length > 0 && codes[0] >= FIRST_REFUSAL;
    }

    /// Why it failed, for a log. The words of TLS ("certificate_revoked") are the broker's and nobody's secret.
    static String reason(MqttException e) {
        String code = "MQTT reason code " + e.getReasonCode();
        return switch (e.getCause()) {
            case SSLException refused -> code + ", TLS: " + refused.getMessage();
            case Throwable other -> code + ", " + other.getClass().getSimpleName();
            case null -> code;
        };
    }

    /// Why there is no line. A certificate that is refused looks like a line that breaks (TLS 1.3, RFC 8446 §4.4.2.4), so that is said.
    static String reason(HealthSettings settings, MqttException e) {
        boolean there = e.getReasonCode() != MqttClientException.REASON_CODE_SERVER_CONNECT_ERROR;
        return settings.tls().isPresent() && there && e.getCause() instanceof IOException
                ? reason(e) + "; over TLS: is our certificate good and not revoked?"
                : reason(e);
    }

    /// Takes leave: the broker then sends the will at once.
    void leave() {
        try {
            client.disconnect(0, null, null, WITH_WILL, new MqttProperties())
                    .waitForCompletion(LONGEST_ANSWER.toMillis());
        } catch (MqttException _) {
            // The line is gone already; the broker sends the will without being asked.
        }
    }

    private void drop() {
        try {
            client.disconnectForcibly(0, 0, false);
        } catch (MqttException _) {
            // Was not connected.
        }
        try {
            client.close(true);
        } catch (MqttException _) {
            // Paho closes it when its own threads have ended.
        }
        sockets.close();
    }

    /// Ends the connection without a word, so that the broker sends the will. After [#leave()] it only frees.
    @Override
    public void close() {
        drop();
    }
}
