package de.koblenz.kiosk.health;

import de.koblenz.kiosk.config.HealthSettings;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttClientException;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.jspecify.annotations.Nullable;

/// The data centre's line to its broker, from CONNECT to its loss; after a loss another is made.
///
/// What arrives is acknowledged by whoever took it, once it is kept for good ([#acknowledge]). It connects as a terminal does
/// ([BrokerConnection]), but takes any bytes. Thread-safe.
public final class HostLine implements AutoCloseable {
    private final MqttAsyncClient client;
    private final BrokerSockets sockets;
    private final Listener listener;
    private final AtomicBoolean closed = new AtomicBoolean();

    private HostLine(MqttAsyncClient client, BrokerSockets sockets, Listener listener) {
        this.client = client;
        this.sockets = sockets;
        this.listener = listener;
    }

    /// Told of what comes over a line, by Paho's threads. Nothing in it may throw; only [#arrived] may block, which keeps the broker
    /// from sending more.
    public interface Listener {
        /// A message came.
        ///
        /// @param payload not to be changed
        /// @param id to acknowledge it by, if `qos` is not 0
        void arrived(String topic, byte[] payload, int id, int qos);

        /// The line is lost; nothing more comes over it.
        void lost();

        /// The broker has answered to a message, so that another may go.
        void room();

        /// The broker did not take a message, as its rights forbid it, for example.
        ///
        /// @param reason MQTT v5.0 §3.4.2.1; 0x87 is "not authorized"
        void refused(String topic, int reason);
    }

    /// What the broker says in our name when the line is lost: QoS 1, retained.
    public static final class Will {
        private final String topic;
        private final byte[] payload;

        public Will(String topic, byte[] payload) {
            this.topic = topic;
            this.payload = payload.clone();
        }
    }

    /// Connects and waits for the broker's answer.
    ///
    /// @param clientId of this monitor; unique at the broker
    /// @throws IOException if the broker is not there, refuses, or does not answer
    public static HostLine open(
            HealthSettings settings, String clientId, @Nullable Will will, Listener listener)
            throws IOException {
        BrokerSockets sockets = BrokerSockets.of(settings);
        try {
            MqttAsyncClient client =
                    new MqttAsyncClient(
                            BrokerConnection.address(settings.broker()),
                            clientId,
                            new MemoryPersistence());
            HostLine line = new HostLine(client, sockets, listener);
            try {
                client.setManualAcks(true);
                client.setCallback(line.new Callback());
                MqttConnectionOptions options = BrokerConnection.options(settings, sockets);
                if (will != null) {
                    options.setWill(will.topic, message(will.payload, 1, true));
                }
                BrokerConnection.await(client.connect(options));
                return line;
            } catch (IOException | MqttException e) {
                line.close();
                throw e;
            }
        } catch (MqttException e) {
            throw new IOException(BrokerConnection.reason(settings, e), e);
        }
    }

    private static MqttMessage message(byte[] payload, int qos, boolean retained) {
        MqttMessage message = new MqttMessage(payload);
        message.setQos(qos);
        message.setRetained(retained);
        return message;
    }

    /// Subscribes and waits for the broker's answer.
    ///
    /// @throws IOException if the line broke or the broker refused
    public void subscribe(String filter, int qos) throws IOException {
        try {
            BrokerConnection.await(client.subscribe(filter, qos));
        } catch (MqttException e) {
            throw new IOException(BrokerConnection.reason(e), e);
        }
    }

    /// Sends a message without waiting.
    ///
    /// @return false if so many are on their way that this one cannot go yet
    /// @throws IOException if the line broke
    public boolean send(String topic, byte[] payload, int qos, boolean retained)
            throws IOException {
        try {
            client.publish(topic, message(payload, qos, retained), null, new Taken(topic));
            return true;
        } catch (MqttException e) {
            if (e.getReasonCode() == MqttClientException.REASON_CODE_MAX_INFLIGHT) {
                return false;
            }
            throw new IOException(BrokerConnection.reason(e), e);
        }
    }

    /// What arrived is kept for good. On a line that is lost it does nothing: the message comes again.
    public void acknowledge(int id, int qos) {
        if (closed.get()) {
            return;
        }
        try {
            client.messageArrivedComplete(id, qos);
        } catch (MqttException _) {
            // The line is gone, or going.
        }
    }

    /// Ends the line without a word, so that the broker sends the will.
    @Override
    public void close() {
        // Paho fails if it is closed twice.
        if (closed.getAndSet(true)) {
            return;
        }
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

    /// Looks at the reason code of PUBACK: Paho reports a message that was refused as delivered.
    private final class Taken implements MqttActionListener {
        private final String topic;

        Taken(String topic) {
            this.topic = topic;
        }

        @Override
        public void onSuccess(IMqttToken token) {
            if (BrokerConnection.refused(token)) {
                listener.refused(topic, token.getReasonCodes()[0]);
            }
            listener.room();
        }

        @Override
        public void onFailure(IMqttToken token, Throwable exception) {
            listener.room();
        }
    }

    private final class Callback implements MqttCallback {
        @Override
        public void disconnected(MqttDisconnectResponse response) {
            listener.lost();
        }

        @Override
        public void mqttErrorOccurred(MqttException exception) {
            listener.lost();
        }

        @Override
        public void messageArrived(String topic, MqttMessage message) {
            listener.arrived(topic, message.getPayload(), message.getId(), message.getQos());
        }

        @Override
        public void deliveryComplete(IMqttToken token) {}

        @Override
        public void connectComplete(boolean reconnect, String serverUri) {}

        @Override
        public void authPacketArrived(int reasonCode, MqttProperties properties) {}
    }
}
