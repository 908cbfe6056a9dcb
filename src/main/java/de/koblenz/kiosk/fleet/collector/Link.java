package de.koblenz.kiosk.fleet.collector;

import de.koblenz.kiosk.health.HostLine;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One line to the broker and what comes over it, put into the collector's queue; a full queue keeps the broker from sending more.
/// Thread-safe.
final class Link implements HostLine.Listener, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Link.class.getName());
    private static final long PATIENCE_MILLIS = 200;

    private final boolean active;
    private final InstantSource clock;
    private final BlockingQueue<Message> queue;
    private final Runnable room;
    private final Runnable lostCall;
    private final Instant since;
    private volatile boolean lost;
    private volatile boolean closed;
    private volatile boolean refused;
    private volatile @Nullable HostLine line;

    /// @param active whether it is the collector's, or that of a monitor that looks on
    /// @param room the broker takes more
    /// @param lostCall the line is lost; must not block
    Link(
            boolean active,
            InstantSource clock,
            BlockingQueue<Message> queue,
            Runnable room,
            Runnable lostCall) {
        this.active = active;
        this.clock = clock;
        this.queue = queue;
        this.room = room;
        this.lostCall = lostCall;
        this.since = clock.instant();
    }

    /// When it was begun: the time in birth and will of the host (`tck-id-host-topic-phid-death-payload-timestamp-connect`).
    Instant since() {
        return since;
    }

    /// A message that came.
    static final class Message {
        final Link link;
        final String topic;
        final byte[] payload;
        final int id;
        final int qos;
        final Instant at;

        private Message(Link link, String topic, byte[] payload, int id, int qos, Instant at) {
            this.link = link;
            this.topic = topic;
            this.payload = payload;
            this.id = id;
            this.qos = qos;
            this.at = at;
        }
    }

    void opened(HostLine opened) {
        line = opened;
    }

    /// @return null before it is open
    @Nullable HostLine line() {
        return line;
    }

    boolean active() {
        return active;
    }

    boolean isLost() {
        return lost;
    }

    @Override
    public void arrived(String topic, byte[] payload, int id, int qos) {
        Message message = new Message(this, topic, payload, id, qos, clock.instant());
        try {
            while (!closed && !queue.offer(message, PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                // The store is behind; the broker waits meanwhile.
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void lost() {
        lost = true;
        lostCall.run();
    }

    @Override
    public void room() {
        room.run();
    }

    @Override
    public void refused(String topic, int reason) {
        // Said once: with rights that do not fit, none of thousands is taken.
        if (!refused) {
            refused = true;
            LOG.log(
                    Level.WARNING,
                    "fleet: the broker refuses messages, reason code {0}: {1}",
                    reason,
                    topic);
        }
    }

    @Override
    public void close() {
        closed = true;
        HostLine open = line;
        if (open != null) {
            open.close();
        }
    }
}
