package de.koblenz.kiosk.health;

import de.koblenz.kiosk.config.HealthSettings;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.eclipse.paho.mqttv5.common.MqttMessage;

/// Collects what a broker carries, for the demo and for tests: everything of a terminal. Does not reconnect. Thread-safe.
public final class MessageCollector implements AutoCloseable {
    private static final List<String> ALL = List.of("spBv1.0/#", "kiosk/v1/#");

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final List<WireMessage> messages = new ArrayList<>();
    private final InstantSource clock;
    private final BrokerConnection connection;

    /// Connects and subscribes.
    ///
    /// @param clientId must differ from every terminal's
    /// @throws IOException if there is no broker
    public MessageCollector(HealthSettings settings, String clientId, InstantSource clock)
            throws IOException {
        this.clock = clock;
        this.connection =
                BrokerConnection.open(
                        settings, BrokerSockets.of(settings), clientId, null, new Arrival());
        try {
            for (String filter : ALL) {
                connection.subscribe(filter);
            }
        } catch (IOException e) {
            connection.close();
            throw e;
        }
    }

    private final class Arrival extends BrokerCallback {
        @Override
        void lost() {
            // Whoever waits finds out by itself.
        }

        /// Nothing here throws: Paho would swallow it and acknowledge the message.
        @Override
        public void messageArrived(String topic, MqttMessage message) {
            lock.lock();
            try {
                messages.add(
                        WireMessage.of(
                                clock.instant(),
                                topic,
                                message.getQos(),
                                message.isRetained(),
                                message.getPayload()));
                arrived.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    /// Everything so far, in the order of arrival.
    public List<WireMessage> messages() {
        lock.lock();
        try {
            return List.copyOf(messages);
        } finally {
            lock.unlock();
        }
    }

    /// Waits until a message came that is `wanted`, also one that came before.
    ///
    /// @return empty if none came within `longest`
    public Optional<WireMessage> await(Predicate<WireMessage> wanted, Duration longest)
            throws InterruptedException {
        lock.lock();
        try {
            long left = longest.toNanos();
            while (messages.stream().noneMatch(wanted) && left > 0) {
                left = arrived.awaitNanos(left);
            }
            return messages.stream().filter(wanted).findFirst();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        connection.close();
    }
}
