package de.koblenz.kiosk.health;

import de.koblenz.kiosk.health.command.Reply;
import de.koblenz.kiosk.health.event.EventAck;
import de.koblenz.kiosk.health.event.EventCodec;
import de.koblenz.kiosk.health.event.MalformedEventException;
import de.koblenz.kiosk.health.sparkplug.HostState;
import de.koblenz.kiosk.health.sparkplug.KioskMetric;
import de.koblenz.kiosk.health.sparkplug.MalformedSparkplugException;
import de.koblenz.kiosk.health.sparkplug.MessageType;
import de.koblenz.kiosk.health.sparkplug.MetricScope;
import de.koblenz.kiosk.health.sparkplug.MetricValue;
import de.koblenz.kiosk.health.sparkplug.SparkplugCodec;
import de.koblenz.kiosk.health.sparkplug.SparkplugMetric;
import de.koblenz.kiosk.health.sparkplug.SparkplugTopic;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.jspecify.annotations.Nullable;

/// What comes to an edge node from all sides, for its one thread: reports, the broker's messages, the loss of the line.
/// Thread-safe; nothing here throws at Paho, which would swallow it, or blocks it.
final class EdgeInbox extends BrokerCallback {
    /// "Session taken over" (MQTT v5.0 §3.14.2.1): somebody connects under our name.
    private static final int TAKEN_OVER = 0x8E;

    /// More requests than these at a time are nobody's; the rest is dropped.
    private static final int MOST_REQUESTS = 64;

    private static final int MOST_LETTERS = 4;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    // Guarded by lock.
    private @Nullable HealthReport report;
    private boolean fresh;
    private boolean woken;
    private boolean lost;
    private boolean takenOver;
    private boolean birthAsked;
    private boolean connected;
    private boolean closing;
    private @Nullable BrokerSockets connecting;
    private final PrimaryHost host = new PrimaryHost();
    private final Optional<String> hostTopic;
    private List<EventAck> acks = new ArrayList<>();
    private List<String> requests = new ArrayList<>();
    private final Deque<Letter> letters = new ArrayDeque<>();

    /// @param host the one to wait for; empty to wait for none
    EdgeInbox(Optional<SparkplugTopic.Host> host) {
        this.hostTopic = host.map(SparkplugTopic.Host::text);
    }

    /// A reply to send.
    ///
    /// @param taken whether somebody at the data centre was there to take it
    record Letter(Reply reply, CompletableFuture<Boolean> taken) {}

    /// What has come since the last time.
    ///
    /// @param report the newest, null before the first
    /// @param fresh whether it is new
    /// @param lost the line broke
    /// @param requests signed requests as they came
    /// @param letters to be sent; none without a line
    record Delivery(
            @Nullable HealthReport report,
            boolean fresh,
            boolean lost,
            List<EventAck> acks,
            List<String> requests,
            List<Letter> letters) {}

    /// Where the node is spoken to (`tck-id-message-flow-edge-node-ncmd-subscribe`).
    static String requests(String group, String node) {
        return SparkplugTopic.node(group, MessageType.NCMD, node).text();
    }

    /// Waits until something comes or the line breaks, at most so long.
    Delivery await(Duration longest) throws InterruptedException {
        return await(longest, true);
    }

    /// Waits until something comes while there is no line, at most so long.
    Delivery awaitWithoutLine(Duration longest) throws InterruptedException {
        return await(longest, false);
    }

    private Delivery await(Duration longest, boolean line) throws InterruptedException {
        lock.lock();
        try {
            long left = longest.toNanos();
            while (!fresh
                    && !woken
                    && !(lost && line)
                    && !closing
                    && acks.isEmpty()
                    && requests.isEmpty()
                    && !(line && !letters.isEmpty())
                    && left > 0) {
                left = changed.awaitNanos(left);
            }
            List<Letter> going = line ? List.copyOf(letters) : List.of();
            letters.removeAll(going);
            Delivery delivery = new Delivery(report, fresh, lost, acks, requests, going);
            fresh = false;
            woken = false;
            acks = new ArrayList<>();
            requests = new ArrayList<>();
            return delivery;
        } finally {
            lock.unlock();
        }
    }

    void report(HealthReport newest) {
        change(() -> {
            report = newest;
            fresh = true;
        });
    }

    void wake() {
        change(() -> woken = true);
    }

    /// @return false if so many wait already that this one has to be asked for anew
    boolean send(Letter letter) {
        lock.lock();
        try {
            changed.signalAll();
            return !closing && letters.size() < MOST_LETTERS && letters.add(letter);
        } finally {
            lock.unlock();
        }
    }

    void askBirth() {
        change(() -> {
            birthAsked = true;
            woken = true;
        });
    }

    void birthDone() {
        change(() -> birthAsked = false);
    }

    boolean birthAsked() {
        lock.lock();
        try {
            return birthAsked;
        } finally {
            lock.unlock();
        }
    }

    /// A new line is being made.
    ///
    /// @param sockets closed when the terminal ends meanwhile
    /// @return false if it has ended already
    boolean connecting(BrokerSockets sockets) {
        lock.lock();
        try {
            lost = false;
            takenOver = false;
            birthAsked = false;
            host.reset();
            acks.clear();
            requests.clear();
            connecting = sockets;
            return !closing;
        } finally {
            lock.unlock();
        }
    }

    void connected(boolean now) {
        change(() -> {
            connected = now;
            connecting = null;
        });
    }

    boolean connected() {
        lock.lock();
        try {
            return connected;
        } finally {
            lock.unlock();
        }
    }

    /// Whether anything may be told.
    boolean hostOnline() {
        lock.lock();
        try {
            return hostTopic.isEmpty() || host.isOnline();
        } finally {
            lock.unlock();
        }
    }

    boolean takenOver() {
        lock.lock();
        try {
            return takenOver;
        } finally {
            lock.unlock();
        }
    }

    boolean closing() {
        lock.lock();
        try {
            return closing;
        } finally {
            lock.unlock();
        }
    }

    void close() {
        change(() -> {
            closing = true;
            if (connecting != null) {
                // It waits for a broker's answer, in vain as far as we are concerned.
                connecting.close();
            }
        });
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    void lost() {
        change(() -> lost = true);
    }

    @Override
    public void disconnected(MqttDisconnectResponse response) {
        boolean taken = response.getReturnCode() == TAKEN_OVER;
        change(() -> {
            lost = true;
            takenOver |= taken;
            woken = true;
        });
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) {
        try {
            // `tck-id-message-flow-edge-node-birth-publish-phid-wait-id`
            if (hostTopic.equals(Optional.of(topic))) {
                HostState state = HostState.decode(message.getPayload());
                change(() -> {
                    host.heard(state);
                    woken = true;
                });
            } else if (topic.startsWith(SparkplugTopic.NAMESPACE)) {
                SparkplugCodec.decode(message.getPayload()).metrics().forEach(this::request);
            } else {
                EventAck ack = EventCodec.decodeAck(message.getPayload());
                change(() -> acks.add(ack));
            }
        } catch (MalformedSparkplugException | MalformedEventException _) {
            // Whoever sent it, there is nothing in it to answer.
        }
    }

    /// One metric of NCMD: by name, or by alias (`tck-id-payloads-alias-data-cmd-requirement`). What is not on the list is left
    /// alone; a request of another form than a JWS is handed on, so that it is refused and told of.
    private void request(SparkplugMetric metric) {
        Optional<KioskMetric> which =
                metric.name()
                        .flatMap(name -> KioskMetric.of(MetricScope.NODE, name))
                        .or(() ->
                                metric.alias().isPresent()
                                        ? KioskMetric.of(metric.alias().getAsLong())
                                        : Optional.empty());
        if (which.equals(Optional.of(KioskMetric.REBIRTH))) {
            if (metric.value().flatMap(MetricValue::flag).orElse(false)) {
                askBirth();
            }
        } else if (which.equals(Optional.of(KioskMetric.COMMAND_REQUEST))) {
            String request = metric.value().flatMap(MetricValue::words).orElse("");
            change(() -> {
                if (requests.size() < MOST_REQUESTS) {
                    requests.add(request);
                }
            });
        }
    }
}
