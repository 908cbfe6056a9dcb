package de.koblenz.kiosk.bench.fleet;

import de.koblenz.kiosk.config.HealthSettings;
import de.koblenz.kiosk.health.EdgeNode;
import de.koblenz.kiosk.health.EdgePorts;
import de.koblenz.kiosk.health.EdgeTimes;
import de.koblenz.kiosk.health.HealthReport;
import de.koblenz.kiosk.health.HostFigures;
import de.koblenz.kiosk.health.MemoryOutbox;
import de.koblenz.kiosk.health.OutsideServices;
import de.koblenz.kiosk.health.command.CommandCheck;
import de.koblenz.kiosk.health.command.CommandDesk;
import de.koblenz.kiosk.health.event.EventDraft;
import de.koblenz.kiosk.health.event.EventKind;
import java.net.URI;
import java.security.PublicKey;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// A terminal of which only the life is invented: what it tells goes through the terminal's own edge node and outbox over a real line, and
/// commands through the terminal's own check and desk. Used by one thread.
final class SimulatedTerminal implements AutoCloseable {
    /// Seldom, as there are many of them on one machine; what changes is told at once.
    private static final Duration REPORT = Duration.ofSeconds(60);

    /// Everything that it leans on works; what fails for a whole fleet at once is not its life.
    private static final OutsideServices SERVICES =
            () ->
                    new OutsideServices.Reading(
                            OptionalDouble.of(0),
                            new OutsideServices.Right.Unknown(),
                            OutsideServices.Payment.REACHABLE,
                            List.of());

    private static final Duration KEEP_ALIVE = Duration.ofSeconds(15);
    private static final Duration LONGEST_RECONNECT = Duration.ofSeconds(10);

    private final String office;
    private final String name;
    private final TerminalLife life;
    private final TerminalLine line;
    private final MemoryOutbox outbox;
    private final MemoryCommandJournal journal;
    private final CommandCheck check;
    private final InstantSource clock;
    private final RandomGenerator random;
    private volatile HostFigures.Reading host;
    private volatile boolean restarting;
    // Also read by the threads of node and desk.
    private volatile @Nullable EdgeNode node;
    private volatile @Nullable CommandDesk desk;
    private boolean idle = true;
    private @Nullable HealthReport told;
    private boolean fiddledWith;

    SimulatedTerminal(
            String office,
            String name,
            TerminalLife life,
            TerminalLine line,
            UUID outbox,
            List<PublicKey> commandKeys,
            InstantSource clock,
            RandomGenerator random) {
        this.office = office;
        this.name = name;
        this.life = life;
        this.line = line;
        this.outbox = new MemoryOutbox(outbox);
        this.journal = new MemoryCommandJournal(this.outbox);
        this.check = new CommandCheck(commandKeys, office + "/" + name);
        this.clock = clock;
        this.random = random;
        this.host = life.host();
    }

    /// Lives on, and tells what is different.
    ///
    /// @param officeCut whether the whole office has no line
    void live(Duration time, boolean officeCut) {
        life.live(time);
        host = life.host();
        boolean unreachable = officeCut || !life.reachable();
        line.cut(unreachable || !life.runs());
        if (!life.runs() || restarting) {
            crash();
            restarting = false;
            return;
        }
        EdgeNode running = node == null ? start() : node;
        wakeCommands();
        if (life.fiddledWith() != fiddledWith) {
            fiddledWith = life.fiddledWith();
            if (fiddledWith) {
                append(EventKind.FRAUD);
            }
        }
        HealthReport now = life.report(clock.instant());
        HealthReport before = told;
        if (before == null || differs(before, now)) {
            told = now;
            running.publish(now);
        }
    }

    private static boolean differs(HealthReport before, HealthReport now) {
        return before.mode() != now.mode()
                || !before.devices().equals(now.devices())
                || !before.sessions().equals(now.sessions());
    }

    /// What waits until nobody is there.
    private void wakeCommands() {
        CommandDesk open = desk;
        boolean now = life.idle();
        if (now && !idle && open != null) {
            open.idle();
        }
        idle = now;
    }

    private void crash() {
        CommandDesk open = desk;
        if (open != null) {
            desk = null;
            open.close();
        }
        EdgeNode running = node;
        if (running != null) {
            node = null;
            told = null;
            // Its line is cut already: the broker hears no farewell and says the will.
            running.close();
        }
    }

    private EdgeNode start() {
        append(EventKind.STARTED);
        EdgeNode started = edge();
        node = started;
        CommandDesk commands =
                new CommandDesk(
                        check,
                        journal,
                        outbox,
                        new CommandedLife(life, started::rebirth, () -> restarting = true),
                        clock,
                        started::wake);
        desk = commands;
        commands.start();
        return started;
    }

    private void request(String jws) {
        CommandDesk open = desk;
        if (open != null) {
            open.take(jws);
        }
    }

    private EdgeNode edge() {
        return new EdgeNode(
                new HealthSettings(
                        URI.create("mqtt://127.0.0.1:" + line.port()),
                        office,
                        KEEP_ALIVE,
                        LONGEST_RECONNECT,
                        Optional.empty(),
                        Optional.empty()),
                name,
                new EdgePorts(outbox, outbox, () -> host, SERVICES, this::request),
                new EdgeTimes(REPORT, Duration.ofSeconds(10), Duration.ofSeconds(60)),
                clock,
                random,
                _ -> {});
    }

    private void append(EventKind kind) {
        outbox.append(
                EventDraft.happened(
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        kind,
                        "",
                        Optional.empty(),
                        Map.of()));
        EdgeNode running = node;
        if (running != null) {
            running.wake();
        }
    }

    /// Ends without a word, as a machine does that is switched off.
    @Override
    public void close() {
        line.close();
        crash();
    }
}
