package de.koblenz.kiosk.health;

import de.koblenz.kiosk.config.HealthSettings;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Keeps the newest [HealthReport] on the terminal's state topic `kiosk/v1/<office>/<terminal>/state`, retained, with a last
/// will that says OFFLINE.
///
/// Has a thread of its own. A broker that is missing, slow or broken harms nobody: reports are taken at any time, only the
/// newest is kept, and it is sent once a broker is there. Thread-safe.
public final class HealthPublisher implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(HealthPublisher.class.getName());
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(2);

    private final HealthSettings settings;
    private final String topic;
    private final String clientId;
    private final BrokerConnection.Will will;
    private final InstantSource clock;
    private final Consumer<WireMessage> observer;
    private final ReconnectPause pause;
    private final Thread thread;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    // Guarded by lock.
    private @Nullable HealthReport latest;
    private boolean fresh;
    private boolean lost;
    private boolean connected;
    private @Nullable BrokerSockets connecting;
    private boolean closing;

    /// Starts to look for the broker.
    ///
    /// @param terminal id of the terminal
    /// @param softwareVersion for the last will
    /// @param random for the pauses between tries
    /// @param observer told of every message that the broker has taken, on the publisher's thread
    public HealthPublisher(
            HealthSettings settings,
            String terminal,
            String softwareVersion,
            InstantSource clock,
            RandomGenerator random,
            Consumer<WireMessage> observer) {
        this.settings = settings;
        this.topic = topic(settings.office(), terminal);
        this.clientId = settings.office() + "." + terminal;
        this.will =
                new BrokerConnection.Will(
                        topic, HealthCodec.encode(new HealthMessage.Offline(softwareVersion)));
        this.clock = clock;
        this.observer = observer;
        this.pause = new ReconnectPause(FIRST_PAUSE, settings.longestReconnect(), random);
        this.thread = Thread.ofPlatform().name("health").daemon().unstarted(this::run);
        thread.start();
    }

    /// The topic of a terminal's state.
    public static String topic(String office, String terminal) {
        return "kiosk/v1/" + office + "/" + terminal + "/state";
    }

    /// Takes a new report; replaces one that is not sent yet. Never blocks and never fails.
    public void publish(HealthReport report) {
        lock.lock();
        try {
            latest = report;
            fresh = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Whether the broker is connected at this moment.
    public boolean connected() {
        lock.lock();
        try {
            return connected;
        } finally {
            lock.unlock();
        }
    }

    /// Takes leave from the broker, which then says OFFLINE in our name; waits at most about two seconds.
    @Override
    public void close() {
        lock.lock();
        try {
            closing = true;
            changed.signalAll();
            if (connecting != null) {
                // It waits for a broker's answer, in vain as far as we are concerned.
                connecting.close();
            }
        } finally {
            lock.unlock();
        }
        try {
            if (!thread.join(LONGEST_CLOSE)) {
                thread.interrupt();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        boolean told = false;
        while (!isClosing()) {
            Instant start = clock.instant();
            try {
                serve();
                told = false;
            } catch (IOException e) {
                if (!told) {
                    LOG.log(Level.INFO, "health: no broker ({0})", e.getMessage());
                    told = true;
                }
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "health: cannot report", e);
            }
            // A broker that throws us out at once must not be asked at once again.
            if (Duration.between(start, clock.instant()).compareTo(settings.longestReconnect())
                    > 0) {
                pause.reset();
            }
            if (!rest(pause.next())) {
                return;
            }
        }
    }

    /// Connects and sends until the line breaks or the terminal ends.
    private void serve() throws IOException, InterruptedException {
        BrokerSockets sockets = BrokerSockets.of(settings);
        lock.lock();
        try {
            lost = false;
            fresh = latest != null;
            connecting = sockets;
            if (closing) {
                return;
            }
        } finally {
            lock.unlock();
        }
        BrokerLoss callback = new BrokerLoss(this::noteLoss);
        try (BrokerConnection connection =
                BrokerConnection.open(settings, sockets, clientId, will, callback)) {
            noteConnected(true);
            for (HealthReport next = take(); next != null; next = take()) {
                String payload = HealthCodec.encode(next);
                connection.publish(topic, payload);
                tell(new WireMessage(clock.instant(), topic, 1, true, payload));
            }
            if (isClosing()) {
                connection.leave();
            }
        } finally {
            noteConnected(false);
        }
    }

    /// Waits for something to send.
    ///
    /// @return null when the line broke or the terminal ends
    private @Nullable HealthReport take() throws InterruptedException {
        lock.lock();
        try {
            while (!fresh && !lost && !closing) {
                changed.await();
            }
            if (lost || closing) {
                return null;
            }
            fresh = false;
            return latest;
        } finally {
            lock.unlock();
        }
    }

    private boolean rest(Duration length) {
        lock.lock();
        try {
            long left = length.toNanos();
            while (left > 0 && !closing) {
                left = changed.awaitNanos(left);
            }
            return !closing;
        } catch (InterruptedException _) {
            return false;
        } finally {
            lock.unlock();
        }
    }

    private void tell(WireMessage message) {
        try {
            observer.accept(message);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "health: the observer failed", e);
        }
    }

    private void noteLoss() {
        lock.lock();
        try {
            lost = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void noteConnected(boolean now) {
        lock.lock();
        try {
            connected = now;
            connecting = null;
        } finally {
            lock.unlock();
        }
    }

    private boolean isClosing() {
        lock.lock();
        try {
            return closing;
        } finally {
            lock.unlock();
        }
    }
}
