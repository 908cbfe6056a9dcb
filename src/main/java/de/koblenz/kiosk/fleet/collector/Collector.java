package de.koblenz.kiosk.fleet.collector;

import de.koblenz.kiosk.fleet.model.CommandStore;
import de.koblenz.kiosk.fleet.model.FleetEvent;
import de.koblenz.kiosk.fleet.model.FleetJournal;
import de.koblenz.kiosk.fleet.model.FleetMemory;
import de.koblenz.kiosk.fleet.model.FleetReducer;
import de.koblenz.kiosk.fleet.model.FleetState;
import de.koblenz.kiosk.fleet.model.FleetTransition;
import de.koblenz.kiosk.fleet.model.Lease;
import de.koblenz.kiosk.fleet.model.LeaseLost;
import de.koblenz.kiosk.fleet.model.StoreUnavailable;
import de.koblenz.kiosk.health.HostLine;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// One monitor's ear: hears the terminals, keeps what they say, tells them that it is kept, and shows the fleet as it is. Of all monitors
/// one at a time writes and answers (the holder of the [Lease]); the others look on and take over when it dies, or when it hears its broker no
/// longer and they do.
///
/// Everything happens on one thread, in batches: what came is reduced and shown, then written down in one transaction, and only then
/// acknowledged to the broker and to the terminals. A batch that could not be written is kept and written with the next.
public final class Collector implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Collector.class.getName());

    /// Messages between Paho and the collector; the broker waits for room.
    private static final int QUEUE = 20_000;

    /// Messages of one transaction at most.
    private static final int BATCH = 5_000;

    /// Without a store so many are kept, then the broker has to wait.
    private static final int MOST_UNWRITTEN = 50_000;

    private static final Duration TICK = Duration.ofSeconds(1);

    /// Between two looks at an empty queue.
    private static final Duration LOOK = Duration.ofMillis(50);

    private static final Duration ASK = Duration.ofMillis(200);

    /// Without a line for so long, the lease is offered to those who have one.
    private static final Duration DEAF = Duration.ofSeconds(3);

    private final CollectorSettings settings;
    private final FleetJournal journal;
    private final CommandStore commands;
    private final FleetReducer reducer;
    private final InstantSource clock;
    private final Consumer<FleetState> shown;
    private final BlockingQueue<Link.Message> queue = new ArrayBlockingQueue<>(QUEUE);
    private final ConcurrentLinkedQueue<Link> links = new ConcurrentLinkedQueue<>();
    private final Postbox postbox = new Postbox("fleet-post");
    private final Voice voice = new Voice(postbox);
    private final Connector connector;
    private final Thread thread;
    private volatile boolean closing;
    private volatile FleetState visible = FleetState.EMPTY;
    private volatile boolean collecting;
    private volatile @Nullable Consumer<FleetEvent.OfTerminal> listener;

    // Used by the collector's thread alone.
    private FleetState state = FleetState.EMPTY;
    private Harvest harvest = new Harvest();
    private Intake intake = new Intake(List.of());
    private @Nullable Lease lease;
    private @Nullable Link link;
    private Instant tickedAt = Instant.MIN;
    private Instant askedAt = Instant.MIN;
    private Instant lookedAt = Instant.MIN;
    private Instant brokenAt = Instant.MIN;
    private Instant heardAt = Instant.MIN;
    private boolean offered;

    /// Starts to collect, or to look on.
    ///
    /// @param shown told of each new state, on the collector's thread; must neither throw nor block
    public Collector(
            CollectorSettings settings,
            FleetJournal journal,
            CommandStore commands,
            FleetReducer reducer,
            InstantSource clock,
            RandomGenerator random,
            Consumer<FleetState> shown) {
        this.settings = settings;
        this.journal = journal;
        this.commands = commands;
        this.reducer = reducer;
        this.clock = clock;
        this.shown = shown;
        this.connector = new Connector(settings, clock, random, queue, postbox::room, links::add);
        this.thread = Thread.ofPlatform().name("fleet").daemon().unstarted(this::run);
        connector.start();
        thread.start();
    }

    /// The fleet as it is known now.
    public FleetState state() {
        return visible;
    }

    /// Whether this monitor is the one that writes.
    public boolean collecting() {
        return collecting;
    }

    /// Tells of everything that terminals say from now on, on the collector's thread.
    ///
    /// @param heard must neither throw nor block; null for nobody
    public void listen(@Nullable Consumer<FleetEvent.OfTerminal> heard) {
        listener = heard;
    }

    /// Ends at once, without a word to the broker or the terminals: what is not written comes again.
    @Override
    public void close() {
        closing = true;
        connector.close();
        postbox.close();
        try {
            if (!thread.join(Duration.ofSeconds(5))) {
                thread.interrupt();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!closing) {
                turnOnce();
            }
            Lease held = lease;
            if (held != null) {
                journal.release(held);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (StoreUnavailable e) {
            LOG.log(Level.DEBUG, "fleet: the lease ends by itself ({0})", e.getMessage());
        } finally {
            collecting = false;
        }
    }

    /// A bug must not end the watch over the fleet.
    private void turnOnce() throws InterruptedException {
        try {
            cycle();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "fleet: cannot collect", e);
        }
    }

    private void cycle() throws InterruptedException {
        List<Link.Message> messages = take();
        Instant now = clock.instant();
        List<FleetEvent> events = new ArrayList<>();
        look(events, now);
        lines(events, now);
        offer(now);
        messages.forEach(message -> hear(events, message));
        if (!now.isBefore(tickedAt.plus(TICK)) || now.isBefore(tickedAt)) {
            tickedAt = now;
            events.add(new FleetEvent.Ticked(now));
        }
        ask(events, now);
        reduce(events);
        commit(now);
    }

    private List<Link.Message> take() throws InterruptedException {
        List<Link.Message> messages = new ArrayList<>();
        if (harvest.size() > MOST_UNWRITTEN) {
            TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
            return messages;
        }
        Link.Message first = queue.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
            messages.add(first);
            queue.drainTo(messages, BATCH);
        }
        return messages;
    }

    /// Tries to take over; as long as another collects, its alarms are shown.
    private void look(List<FleetEvent> events, Instant now) {
        if (lease != null || now.isBefore(lookedAt.plus(settings.lease().dividedBy(3)))) {
            return;
        }
        lookedAt = now;
        try {
            Optional<Lease> taken = taken(now);
            FleetMemory memory = journal.load(settings.shard(), now);
            events.add(new FleetEvent.Remembered(now, memory));
            if (taken.isPresent()) {
                lease = taken.get();
                intake = new Intake(memory.cursors());
                turn(true, now);
                events.add(new FleetEvent.BrokerLost(now));
            }
        } catch (StoreUnavailable e) {
            broken(now, e);
        }
    }

    private Optional<Lease> taken(Instant now) throws StoreUnavailable {
        Optional<Lease> free =
                journal.lease(settings.shard(), settings.holder(), now, settings.lease());
        Link hearing = link;
        return free.isEmpty() && hearing != null && !hearing.isLost()
                ? journal.takeOffered(settings.shard(), settings.holder(), now, settings.lease())
                : free;
    }

    /// Who hears nothing keeps writing down what operators want, until somebody takes over who hears.
    private void offer(Instant now) {
        Lease held = lease;
        if (held == null) {
            return;
        }
        boolean deaf = link == null && !now.isBefore(heardAt.plus(DEAF));
        if (deaf == offered || now.isBefore(brokenAt.plus(TICK))) {
            return;
        }
        try {
            journal.offer(held, deaf);
            offered = deaf;
        } catch (StoreUnavailable e) {
            broken(now, e);
        }
    }

    private void turn(boolean toCollect, Instant now) {
        heardAt = now;
        offered = false;
        harvest = new Harvest();
        collecting = toCollect;
        link = null;
        postbox.over(null);
        connector.want(toCollect);
    }

    private void lines(List<FleetEvent> events, Instant now) {
        Link before = link;
        if (before != null && before.isLost()) {
            link = null;
            postbox.over(null);
            events.add(new FleetEvent.BrokerLost(now));
        }
        for (Link next = links.poll(); next != null; next = links.poll()) {
            if (next.active() == (lease != null) && !next.isLost()) {
                link = next;
                postbox.over(next.line());
                events.add(new FleetEvent.BrokerFound(now));
            }
        }
        heardAt = link == null ? heardAt : now;
    }

    /// What operators want, and what terminals have not answered yet.
    private void ask(List<FleetEvent> events, Instant now) {
        if (lease == null || now.isBefore(askedAt.plus(ASK))) {
            return;
        }
        askedAt = now;
        try {
            for (FleetJournal.Request request : journal.requests(settings.shard())) {
                if (harvest.request(request.id())) {
                    events.add(new FleetEvent.Operated(now, request.by(), request.action()));
                }
            }
            if (link != null) {
                voice.repeat(commands.unanswered(now), now);
            }
        } catch (StoreUnavailable e) {
            broken(now, e);
        }
    }

    private void hear(List<FleetEvent> events, Link.Message message) {
        HostLine line = message.link.line();
        if (message.link.active() != (lease != null)) {
            return;
        }
        if (line != null && message.qos > 0) {
            harvest.receipt(new Harvest.Receipt(line, message.id, message.qos));
        }
        if (intake.hear(message, events, harvest) && lease != null) {
            voice.stillHere(message.topic, message.link.since());
        }
    }

    private void reduce(List<FleetEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        Consumer<FleetEvent.OfTerminal> heard = listener;
        if (heard != null) {
            for (FleetEvent event : events) {
                if (event instanceof FleetEvent.OfTerminal told) {
                    heard.accept(told);
                }
            }
        }
        FleetTransition next = reducer.next(state, events);
        if (lease == null) {
            boolean remembered = events.stream().anyMatch(FleetEvent.Remembered.class::isInstance);
            state = remembered ? next.state() : next.state().withAlarmsOf(state);
        } else {
            state = next.state();
            next.effects().forEach(harvest::effect);
        }
        visible = state;
        shown.accept(state);
    }

    private void commit(Instant now) {
        Lease held = lease;
        if (held == null) {
            voice.received(harvest);
            harvest = new Harvest();
            return;
        }
        boolean renew =
                Duration.between(now, held.until()).compareTo(settings.lease().dividedBy(2)) < 0;
        if ((harvest.isEmpty() && !renew) || now.isBefore(brokenAt.plus(TICK))) {
            return;
        }
        try {
            Instant until = now.plus(settings.lease());
            journal.commit(held, until, harvest.batch());
            lease = new Lease(held.shard(), held.holder(), held.epoch(), until);
            brokenAt = Instant.MIN;
            // It is written: whatever happens now, it must not be written again.
            Harvest written = harvest;
            harvest = new Harvest();
            voice.received(written);
            voice.answer(written, state, now);
        } catch (LeaseLost _) {
            LOG.log(Level.INFO, "fleet: another monitor collects");
            lease = null;
            turn(false, now);
        } catch (StoreUnavailable e) {
            broken(now, e);
        } catch (RuntimeException e) {
            // Nothing of it may be tried for ever: begun anew from what is on disk. What was not
            // acknowledged comes again.
            LOG.log(Level.ERROR, "fleet: a batch that cannot be written is given up", e);
            lease = null;
            turn(false, now);
        }
    }

    /// What came is shown all the same; it is written down when the store works again.
    private void broken(Instant now, StoreUnavailable e) {
        if (brokenAt.equals(Instant.MIN)) {
            LOG.log(Level.WARNING, "fleet: the store does not work ({0})", e.getMessage());
        }
        brokenAt = now;
    }
}
