package de.koblenz.kiosk.fleet.collector;

import de.koblenz.kiosk.fleet.model.Shard;
import de.koblenz.kiosk.health.HostLine;
import de.koblenz.kiosk.health.event.KioskTopic;
import de.koblenz.kiosk.health.event.ReplyTopic;
import de.koblenz.kiosk.health.sparkplug.HostState;
import de.koblenz.kiosk.health.sparkplug.MessageType;
import de.koblenz.kiosk.health.sparkplug.SparkplugTopic;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Keeps a line to the broker, on a thread of its own, so that waiting for a broker keeps nobody from collecting. Thread-safe.
///
/// The active collector of a shard subscribes as a group (`$share`, MQTT v5.0 §4.8.2), so that no message goes to two while one takes over from
/// the other, and says that the host is there (Sparkplug 3.0 §4.3). A monitor that looks on subscribes for itself alone.
final class Connector implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Connector.class.getName());
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(3);

    private static final List<MessageType> TOLD =
            List.of(
                    MessageType.NBIRTH,
                    MessageType.NDEATH,
                    MessageType.NDATA,
                    MessageType.DBIRTH,
                    MessageType.DDATA,
                    MessageType.DDEATH);

    private final CollectorSettings settings;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final BlockingQueue<Link.Message> queue;
    private final Runnable room;
    private final Consumer<Link> up;
    private final Thread thread;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    // Guarded by lock.
    private boolean active;
    private boolean anew;
    private @Nullable Link current;
    private boolean closed;

    /// @param up told of each new line, on the connector's thread
    Connector(
            CollectorSettings settings,
            InstantSource clock,
            RandomGenerator random,
            BlockingQueue<Link.Message> queue,
            Runnable room,
            Consumer<Link> up) {
        this.settings = settings;
        this.clock = clock;
        this.random = random;
        this.queue = queue;
        this.room = room;
        this.up = up;
        this.thread = Thread.ofPlatform().name("fleet-line").daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /// From now on as the active collector, or not, over a new line in any case: whoever asks twice before this thread has looked has
    /// let go of the old one all the same.
    void want(boolean toBeActive) {
        lock.lock();
        try {
            active = toBeActive;
            anew = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void wake() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        boolean told = false;
        try {
            while (awaitNeed()) {
                try {
                    up.accept(connect());
                    told = false;
                } catch (IOException e) {
                    // Once for each outage: why, is what whoever mends it has to know.
                    LOG.log(
                            told ? Level.DEBUG : Level.WARNING,
                            "fleet: no broker ({0})",
                            e.getMessage());
                    told = true;
                    rest(random.nextLong(LONGEST_PAUSE.toMillis()));
                } catch (RuntimeException e) {
                    LOG.log(Level.ERROR, "fleet: cannot connect", e);
                    rest(LONGEST_PAUSE.toMillis());
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Waits until a line is missing or is the wrong one, which is closed.
    ///
    /// @return false at the end
    private boolean awaitNeed() throws InterruptedException {
        lock.lock();
        try {
            while (true) {
                Link link = current;
                if (closed) {
                    return false;
                }
                if (link == null || link.isLost() || anew) {
                    current = null;
                    if (link != null) {
                        link.close();
                    }
                    return true;
                }
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    private void rest(long millis) throws InterruptedException {
        lock.lock();
        try {
            long left = Duration.ofMillis(millis).toNanos();
            while (left > 0 && !closed) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private Link connect() throws IOException {
        Link link;
        lock.lock();
        try {
            link = new Link(active, clock, queue, room, this::wake);
            anew = false;
            current = link;
        } finally {
            lock.unlock();
        }
        try {
            open(link);
            return link;
        } catch (IOException e) {
            link.lost();
            throw e;
        }
    }

    private void open(Link link) throws IOException {
        Instant since = link.since();
        SparkplugTopic.Host state = new SparkplugTopic.Host(settings.host());
        HostLine line =
                HostLine.open(
                        settings.broker(),
                        "monitor." + settings.holder(),
                        link.active()
                                ? new HostLine.Will(
                                        state.text(), new HostState(false, since).encode())
                                : null,
                        link);
        link.opened(line);
        for (String filter : filters(link.active())) {
            line.subscribe(filter, 1);
        }
        if (link.active()) {
            line.subscribe(state.text(), 1);
            line.send(state.text(), new HostState(true, since).encode(), 1, true);
        }
    }

    /// What to subscribe to.
    private List<String> filters(boolean group) {
        Shard shard = settings.shard();
        List<String> offices = shard.offices().isEmpty() ? List.of("+") : shard.offices();
        String share = group ? "$share/" + settings.host() + "-" + shard.number() + "/" : "";
        List<String> filters = new ArrayList<>();
        for (String office : offices) {
            for (MessageType type : TOLD) {
                filters.add(
                        share
                                + SparkplugTopic.NAMESPACE
                                + "/"
                                + office
                                + "/"
                                + type
                                + (type.ofDevice() ? "/+/+" : "/+"));
            }
            if (group) {
                // Of both wildcards only the first is the office's.
                filters.add(
                        share
                                + KioskTopic.all(KioskTopic.Channel.EVENT)
                                        .replaceFirst("\\+", office));
                filters.add(share + ReplyTopic.all(office));
            }
        }
        return filters;
    }

    @Override
    public void close() {
        Link link;
        lock.lock();
        try {
            closed = true;
            link = current;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        if (link != null) {
            link.close();
        }
    }
}
