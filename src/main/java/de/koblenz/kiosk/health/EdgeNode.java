package de.koblenz.kiosk.health;

import de.koblenz.kiosk.config.HealthSettings;
import de.koblenz.kiosk.health.command.Reply;
import de.koblenz.kiosk.health.event.Alarm;
import de.koblenz.kiosk.health.event.EventDraft;
import de.koblenz.kiosk.health.event.EventKind;
import de.koblenz.kiosk.health.event.KioskTopic;
import de.koblenz.kiosk.health.event.ReplyTopic;
import de.koblenz.kiosk.health.sparkplug.SparkplugTopic;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The terminal at the data centre's broker: a Sparkplug B 3.0 edge node for what it and its devices are, events for what must not
/// get lost, and the ear for commands.
///
/// Has a thread of its own. A broker that is missing, slow or broken harms nobody: reports are taken at any time, only the newest is
/// kept, and events wait on disk. Thread-safe.
public final class EdgeNode implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(EdgeNode.class.getName());
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    /// A connection of this length shows that nobody else has our name.
    private static final Duration ALONE = Duration.ofHours(1);

    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(2);

    private final HealthSettings settings;
    private final String terminal;
    private final EdgePorts ports;
    private final EdgeTimes times;
    private final InstantSource clock;
    private final Consumer<WireMessage> observer;
    private final ReconnectPause pause;
    private final Optional<SparkplugTopic.Host> host;
    private final EdgeInbox inbox;
    private final Thread thread;
    // The node's own thread only.
    private long connections;
    private int lastBirth = -1;

    /// Starts to look for the broker.
    ///
    /// @param terminal id of the terminal
    /// @param random for the pauses between tries
    /// @param observer told of every message that was sent, on the node's thread
    public EdgeNode(
            HealthSettings settings,
            String terminal,
            EdgePorts ports,
            EdgeTimes times,
            InstantSource clock,
            RandomGenerator random,
            Consumer<WireMessage> observer) {
        this.settings = settings;
        this.terminal = terminal;
        this.ports = ports;
        this.times = times;
        this.clock = clock;
        this.observer = observer;
        this.host = settings.primaryHost().map(SparkplugTopic.Host::new);
        this.inbox = new EdgeInbox(host);
        this.pause = new ReconnectPause(FIRST_PAUSE, settings.longestReconnect(), random);
        this.thread = Thread.ofPlatform().name("health").daemon().unstarted(this::run);
        thread.start();
    }

    /// Takes a new report; replaces one that is not sent yet. Never blocks and never fails.
    public void publish(HealthReport report) {
        inbox.report(report);
    }

    /// Says that the outbox has something new.
    public void wake() {
        inbox.wake();
    }

    /// Sends what a command asked for, at the next moment that there is a line.
    ///
    /// @return later, whether the broker had somebody to give it to; not at all if the line breaks meanwhile
    public CompletableFuture<Boolean> send(Reply reply) {
        EdgeInbox.Letter letter = new EdgeInbox.Letter(reply, new CompletableFuture<>());
        if (!inbox.send(letter)) {
            letter.taken().complete(false);
        }
        return letter.taken();
    }

    /// Tells everything anew, as a host asks for where it has missed something.
    public void rebirth() {
        inbox.askBirth();
    }

    /// Whether the broker is connected at this moment.
    public boolean connected() {
        return inbox.connected();
    }

    /// Says that the terminal goes, and takes leave from the broker; waits at most about two seconds.
    @Override
    public void close() {
        inbox.close();
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
        while (!inbox.closing()) {
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

    /// Waits between two connections; alarms are noticed meanwhile.
    private boolean rest(Duration length) {
        long start = System.nanoTime();
        long nanos = length.toNanos();
        try {
            while (System.nanoTime() - start < nanos && !inbox.closing()) {
                EdgeInbox.Delivery news =
                        inbox.awaitWithoutLine(
                                Duration.ofNanos(nanos - (System.nanoTime() - start)));
                if (inbox.takenOver()) {
                    // Another terminal has our name: the two would take turns without end.
                    nanos = settings.longestReconnect().toNanos();
                    doubled(true);
                }
                if (news.report() != null && news.fresh()) {
                    EdgeView.of(news.report(), ports, settings, clock.instant()).raise(ports);
                }
            }
            return !inbox.closing();
        } catch (InterruptedException _) {
            return false;
        }
    }

    /// Notes that somebody else has our name, or that nobody did for long enough.
    private void doubled(boolean now) {
        Alarm alarm = new Alarm(EventKind.IDENTITY_DOUBLED, Optional.empty());
        Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        try {
            boolean _ =
                    ports.outbox()
                            .append(
                                    now
                                            ? EventDraft.raised(at, alarm, "", Map.of())
                                            : EventDraft.cleared(at, alarm));
        } catch (IOException e) {
            LOG.log(Level.INFO, "health: an alarm could not be kept ({0})", e.getMessage());
        }
    }

    /// Connects and tells until the line breaks or the terminal ends.
    private void serve() throws IOException, InterruptedException {
        BrokerSockets sockets = BrokerSockets.of(settings);
        if (!inbox.connecting(sockets)) {
            return;
        }
        EdgeSession session = new EdgeSession(settings.office(), terminal, nextBirth(), clock);
        try (BrokerConnection connection =
                BrokerConnection.open(
                        settings,
                        sockets,
                        settings.office() + "." + terminal,
                        session.death(),
                        inbox)) {
            long asked = System.nanoTime();
            connection.subscribe(EdgeInbox.requests(settings.office(), terminal));
            float roundTrip = (System.nanoTime() - asked) / 1e6f;
            connection.subscribe(topic(KioskTopic.Channel.EVENT_ACK).text());
            if (host.isPresent()) {
                connection.subscribe(host.get().text());
            }
            EdgeDuty duty =
                    new EdgeDuty(
                            session,
                            connection,
                            new EventDrain(
                                    ports.outbox(),
                                    topic(KioskTopic.Channel.EVENT),
                                    inbox::wake,
                                    times.resend(),
                                    System::nanoTime),
                            new NodeMetrics.Line(connections++, roundTrip));
            inbox.connected(true);
            LOG.log(Level.INFO, "health: at the broker");
            duty.run();
            LOG.log(Level.INFO, "health: the line to the broker has ended");
            // `tck-id-message-flow-edge-node-birth-publish-phid-offline`
            if (inbox.closing() || duty.leftByHost()) {
                duty.tell(session.death());
                connection.leave();
            }
        } finally {
            inbox.connected(false);
        }
    }

    private KioskTopic topic(KioskTopic.Channel channel) {
        return new KioskTopic(settings.office(), terminal, channel);
    }

    /// Where the disk does not take it, the number is at least another than the last.
    private int nextBirth() {
        try {
            lastBirth = ports.births().next();
        } catch (IOException _) {
            lastBirth = (lastBirth + 1) % 256;
        }
        return lastBirth;
    }

    /// What is done over one connection.
    private final class EdgeDuty {
        private final EdgeSession session;
        private final BrokerConnection connection;
        private final EventDrain drain;
        private final NodeMetrics.Line line;
        private @Nullable HealthReport report;
        private boolean born;
        private final long since = System.nanoTime();
        private long bornAt;
        private long lookedAt;

        EdgeDuty(
                EdgeSession session,
                BrokerConnection connection,
                EventDrain drain,
                NodeMetrics.Line line) {
            this.session = session;
            this.connection = connection;
            this.drain = drain;
            this.line = line;
        }

        void run() throws IOException, InterruptedException {
            Duration wait = Duration.ZERO;
            while (true) {
                EdgeInbox.Delivery news = inbox.await(wait);
                if (news.lost() || inbox.closing()) {
                    return;
                }
                if (news.report() != null) {
                    report = news.report();
                }
                for (var ack : news.acks()) {
                    drain.heard(ack);
                }
                news.requests().forEach(ports.requests());
                for (EdgeInbox.Letter letter : news.letters()) {
                    send(letter);
                }
                long now = System.nanoTime();
                if (!inbox.hostOnline()) {
                    if (born) {
                        return;
                    }
                    // `tck-id-message-flow-edge-node-birth-publish-phid-wait`
                    if (news.report() != null && news.fresh()) {
                        EdgeView.of(news.report(), ports, settings, clock.instant()).raise(ports);
                    }
                    wait = times.report();
                    continue;
                }
                if (report != null) {
                    told(report, news, now);
                }
                drain.step(connection, this::noted);
                wait = untilNext(now);
            }
        }

        /// Whether the host that was waited for has gone.
        boolean leftByHost() {
            return born && !inbox.hostOnline();
        }

        private void told(HealthReport report, EdgeInbox.Delivery news, long now)
                throws IOException {
            boolean birthDue =
                    !born || (inbox.birthAsked() && now - bornAt >= times.rebirth().toNanos());
            boolean look = now - lookedAt >= times.report().toNanos();
            if (!birthDue && !look && !news.fresh()) {
                return;
            }
            EdgeView view = EdgeView.of(report, ports, settings, clock.instant());
            view.raise(ports);
            if (now - since > ALONE.toNanos()) {
                doubled(false);
            }
            EdgeSession.Picture picture = view.picture(line);
            if (birthDue) {
                inbox.birthDone();
                session.birth(picture, this::tell);
                born = true;
                bornAt = now;
            } else {
                session.data(picture, this::tell);
            }
            lookedAt = look || birthDue ? now : lookedAt;
        }

        private Duration untilNext(long now) {
            long next = lookedAt + times.report().toNanos();
            if (inbox.birthAsked()) {
                next = Math.min(next, bornAt + times.rebirth().toNanos());
            }
            return Duration.ofNanos(Math.clamp(next - now, 0, times.resend().toNanos()));
        }

        private void send(EdgeInbox.Letter letter) throws IOException {
            Outgoing.Answer answer =
                    new Outgoing.Answer(
                            new ReplyTopic(settings.office(), terminal, letter.reply().command()),
                            letter.reply());
            if (connection.send(answer, code -> letter.taken().complete(code == 0))) {
                noted(answer);
            } else {
                letter.taken().complete(false);
            }
        }

        void tell(Outgoing message) throws IOException {
            connection.publish(message);
            noted(message);
        }

        private void noted(Outgoing message) {
            try {
                observer.accept(WireMessage.of(clock.instant(), message));
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "health: the observer failed", e);
            }
        }
    }
}
