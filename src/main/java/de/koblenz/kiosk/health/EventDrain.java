package de.koblenz.kiosk.health;

import de.koblenz.kiosk.health.event.EventAck;
import de.koblenz.kiosk.health.event.EventOutbox;
import de.koblenz.kiosk.health.event.KioskEvent;
import de.koblenz.kiosk.health.event.KioskTopic;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/// Sends the events of an outbox over one connection, in their order, so many at a time. The broker's word that it has one
/// lets the next go; only the monitor's lets it be forgotten. What the monitor does not acknowledge is sent again. Used by the
/// thread of its node, which alone touches the outbox; the broker's answers come on Paho's.
final class EventDrain {
    private static final System.Logger LOG = System.getLogger(EventDrain.class.getName());

    /// On their way at a time until the broker has shown that it takes them, and from then on.
    private static final int FIRST_WINDOW = 20;

    private static final int WINDOW = 100;

    private static final Duration LONGEST_PATIENCE = Duration.ofMinutes(10);

    private final EventOutbox outbox;
    private final KioskTopic topic;
    private final Runnable wake;
    private final Duration firstPatience;
    private final LongSupplier nanos;
    private final AtomicInteger onTheWay = new AtomicInteger();
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicBoolean refused = new AtomicBoolean();
    // From the beginning: what the monitor has is not in the outbox any more.
    private long sent;
    private long heardAt;
    private Duration patience;

    /// @param wake called when there is room again; must neither block nor throw
    /// @param patience without an acknowledgement for so long, everything is sent again; doubles each time
    /// @param nanos monotonic clock
    EventDrain(
            EventOutbox outbox,
            KioskTopic topic,
            Runnable wake,
            Duration patience,
            LongSupplier nanos) {
        this.outbox = outbox;
        this.topic = topic;
        this.wake = wake;
        this.firstPatience = patience;
        this.patience = patience;
        this.nanos = nanos;
        this.heardAt = nanos.getAsLong();
    }

    /// Sends what may go now. An outbox that cannot be read is asked again later: the line is not to blame.
    ///
    /// @throws IOException if the line broke, or the broker refused an event
    void step(BrokerConnection connection, Sent told) throws IOException {
        if (refused.get()) {
            throw new IOException("the broker refuses events");
        }
        int window = taken.get() < FIRST_WINDOW ? FIRST_WINDOW : WINDOW;
        int room = window - onTheWay.get();
        // Not for each single answer: a look into the outbox costs as much for one as for ten.
        if (room < window / 4) {
            return;
        }
        for (KioskEvent event : next(room)) {
            Outgoing.Event message = new Outgoing.Event(topic, event);
            onTheWay.incrementAndGet();
            if (!connection.send(message, this::answered)) {
                onTheWay.decrementAndGet();
                return;
            }
            sent = event.seq();
            told.sent(message);
        }
    }

    private List<KioskEvent> next(int room) {
        try {
            again();
            return outbox.after(sent, room);
        } catch (IOException e) {
            LOG.log(Level.INFO, "health: the outbox cannot be read ({0})", e.getMessage());
            return List.of();
        }
    }

    /// Told of each message that was sent.
    interface Sent {
        void sent(Outgoing message);
    }

    private void answered(int code) {
        onTheWay.decrementAndGet();
        if (code < BrokerConnection.FIRST_REFUSAL) {
            taken.incrementAndGet();
        } else {
            refused.set(true);
        }
        wake.run();
    }

    private void again() throws IOException {
        long acknowledged = outbox.acknowledged();
        if (sent <= acknowledged || onTheWay.get() > 0) {
            heardAt = sent <= acknowledged ? nanos.getAsLong() : heardAt;
            return;
        }
        if (nanos.getAsLong() - heardAt > patience.toNanos()) {
            sent = acknowledged;
            heardAt = nanos.getAsLong();
            Duration doubled = patience.multipliedBy(2);
            patience = doubled.compareTo(LONGEST_PATIENCE) < 0 ? doubled : LONGEST_PATIENCE;
        }
    }

    /// Takes the monitor's word; that about another outbox is left alone, and one that cannot be written down is given again.
    void heard(EventAck ack) {
        if (!ack.outbox().equals(outbox.id())) {
            return;
        }
        try {
            outbox.acknowledge(ack.upTo());
            // It may have events that an earlier connection sent.
            sent = Math.max(sent, outbox.acknowledged());
            heardAt = nanos.getAsLong();
            patience = firstPatience;
        } catch (IOException e) {
            LOG.log(Level.INFO, "health: not written down ({0})", e.getMessage());
        }
    }
}
