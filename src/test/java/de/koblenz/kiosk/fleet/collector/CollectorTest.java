package de.koblenz.kiosk.fleet.collector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import de.koblenz.kiosk.fleet.model.Alarm;
import de.koblenz.kiosk.fleet.model.AlarmKind;
import de.koblenz.kiosk.fleet.model.Batch;
import de.koblenz.kiosk.fleet.model.CommandReply;
import de.koblenz.kiosk.fleet.model.CommandStore.Command;
import de.koblenz.kiosk.fleet.model.FleetJournal;
import de.koblenz.kiosk.fleet.model.FleetState;
import de.koblenz.kiosk.fleet.model.HistoryEvent;
import de.koblenz.kiosk.fleet.model.MetricNames;
import de.koblenz.kiosk.fleet.model.Operator;
import de.koblenz.kiosk.fleet.model.OperatorAction;
import de.koblenz.kiosk.fleet.model.PaperStatus;
import de.koblenz.kiosk.fleet.model.Role;
import de.koblenz.kiosk.fleet.model.Shard;
import de.koblenz.kiosk.fleet.model.StoreUnavailable;
import de.koblenz.kiosk.fleet.model.TerminalId;
import de.koblenz.kiosk.fleet.model.TerminalMode;
import de.koblenz.kiosk.health.command.Command.Logs;
import de.koblenz.kiosk.health.command.Command.Restart;
import de.koblenz.kiosk.health.command.CommandSigner;
import de.koblenz.kiosk.health.command.Reply;
import de.koblenz.kiosk.health.event.EventKind;
import de.koblenz.kiosk.store.FleetDatabase;
import de.koblenz.kiosk.store.SqlAlarmStore;
import de.koblenz.kiosk.store.SqlAuditLog;
import de.koblenz.kiosk.store.SqlCommandStore;
import de.koblenz.kiosk.store.SqlEventStore;
import de.koblenz.kiosk.store.SqlFleetJournal;
import de.koblenz.kiosk.store.SqlReplyStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A real broker, a real database, real bytes.
class CollectorTest {
    private static final TerminalId ONE = new TerminalId("amt", "terminal-1");
    private static final Operator OPERATOR = new Operator("erika", Role.OPERATE);

    @TempDir private Path folder;
    private final List<AutoCloseable> open = new ArrayList<>();
    private final LeapClock clock = new LeapClock();
    private Broker broker;
    private FleetDatabase database;

    @BeforeEach
    void start() throws Exception {
        broker = new Broker(folder);
        open.add(broker);
        database = open(FleetDatabase.open("jdbc:sqlite:" + folder.resolve("fleet.db")));
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }

    private <T extends AutoCloseable> T open(T closeable) {
        open.add(closeable);
        return closeable;
    }

    private Terminal terminal(TerminalId id) throws Exception {
        return open(new Terminal(broker.settings(), id));
    }

    private Monitor monitor(String name) {
        return monitor(name, new SqlFleetJournal(database));
    }

    private Monitor monitor(String name, FleetJournal journal) {
        return open(
                new Monitor(
                        name,
                        broker.settings(),
                        Shard.WHOLE,
                        Monitor.LEASE,
                        journal,
                        new SqlCommandStore(database),
                        clock));
    }

    /// Waits until everything up to now is on disk: a later event is acknowledged.
    private void kept() throws Exception {
        Terminal later = terminal(new TerminalId("amt", "later"));
        later.event(1, EventKind.STARTED);
        later.await("ack 1");
    }

    private List<HistoryEvent> events() throws StoreUnavailable {
        return new SqlEventStore(database).events(ONE, 1_000);
    }

    private List<Alarm> alarms(AlarmKind kind) throws StoreUnavailable {
        return new SqlAlarmStore(database)
                .history(Instant.EPOCH, clock.instant().plusSeconds(60), 1_000).stream()
                        .filter(alarm -> alarm.key().kind() == kind)
                        .toList();
    }

    @Test
    void whatATerminalSaysIsShownAndKept() throws Exception {
        Monitor monitor = monitor("m1");
        monitor.awaitHearing();
        Terminal terminal = terminal(ONE);
        terminal.born();
        terminal.paper("out");
        terminal.mode("MAINTENANCE");
        monitor.awaitMode(ONE, TerminalMode.MAINTENANCE);
        FleetState state = monitor.await(now -> now.alarms().size() == 1);
        assertEquals(
                PaperStatus.OUT,
                Objects.requireNonNull(
                                state.terminal(ONE).orElseThrow().devices().get("receipt-printer"))
                        .paper());
        assertEquals(
                Map.of(MetricNames.RIGHT, "held", MetricNames.PAYMENT, "unreachable"),
                state.terminal(ONE).orElseThrow().words());
        terminal.event(1, EventKind.STARTED);
        terminal.await("ack 1");
        assertEquals(1, events().size());
        assertEquals(1, alarms(AlarmKind.PAPER_OUT).size());
    }

    @Test
    void whoIsHeardWithoutABirthIsAskedForOne() throws Exception {
        Monitor monitor = monitor("m1");
        monitor.awaitHearing();
        Terminal terminal = terminal(ONE);
        terminal.mode("IN_SERVICE");
        terminal.await("rebirth");
        terminal.born();
        monitor.awaitMode(ONE, TerminalMode.IN_SERVICE);
        terminal.skip();
        terminal.mode("MAINTENANCE");
        monitor.awaitMode(ONE, TerminalMode.MAINTENANCE);
        terminal.await("rebirth");
    }

    @Test
    void eventsAreKeptOnceHoweverOftenTheyCome() throws Exception {
        monitor("m1").awaitHearing();
        Terminal terminal = terminal(ONE);
        for (int again = 0; again < 3; again++) {
            for (int number = 1; number <= 50; number++) {
                terminal.event(number, EventKind.COMMAND_REJECTED);
            }
        }
        terminal.await("ack 50");
        assertEquals(50, events().size());
        assertEquals(1, alarms(AlarmKind.COMMAND_REJECTED).size());
    }

    @Test
    void theLossOfTheBrokerIsOneAlarm() throws Exception {
        Monitor monitor = monitor("m1");
        monitor.awaitHearing();
        Terminal speaker = terminal(ONE);
        for (int i = 0; i < 20; i++) {
            speaker.inNameOf(new TerminalId("amt", "terminal-" + i)).born();
        }
        monitor.await(state -> state.terminals().size() == 20);
        broker.kill();
        monitor.await(state -> state.hearing().isEmpty());
        clock.leap(AlarmKind.BROKER_LOST.holdOff());
        FleetState deaf = monitor.await(state -> state.alarms().size() == 1);
        assertEquals(
                List.of(AlarmKind.BROKER_LOST),
                deaf.alarms().values().map(alarm -> alarm.key().kind()).toList());
        broker.start();
        monitor.await(state -> state.hearing().isPresent() && state.alarms().size() == 0);
        kept();
        assertEquals(List.of(), new SqlAlarmStore(database).open());
        assertEquals(1, alarms(AlarmKind.BROKER_LOST).size());
        assertEquals(0, alarms(AlarmKind.SITE_LOST).size() + alarms(AlarmKind.NODE_LOST).size());
    }

    @Test
    void anAlarmDoesNotWaitForWhatIsMissingBeforeIt() throws Exception {
        Monitor monitor = monitor("m1");
        monitor.awaitHearing();
        Terminal terminal = terminal(ONE);
        terminal.event(7, EventKind.FRAUD);
        monitor.await(state -> state.alarms().size() == 1);
        // But it is not written down and not acknowledged, as the terminal may still have what is
        // missing.
        terminal.await("ack 0");
        assertEquals(0, events().size());
        terminal.event(7, EventKind.FRAUD);
        terminal.await("ack 7");
        assertEquals(1, events().size());
        assertEquals(1, alarms(AlarmKind.FRAUD).size());
    }

    @Test
    void twoTerminalsWithOneIdentityAreTold() throws Exception {
        Monitor monitor = monitor("m1");
        monitor.awaitHearing();
        Terminal first = terminal(ONE);
        Terminal second = first.withOutbox(UUID.nameUUIDFromBytes(new byte[] {2}));
        for (int number = 1; number <= 2; number++) {
            first.event(number, EventKind.STARTED);
            first.await("ack " + number);
            second.event(number, EventKind.STARTED);
            first.await("ack " + number);
        }
        monitor.await(state -> state.alarms().size() == 1);
        kept();
        assertEquals(1, alarms(AlarmKind.IDENTITY_DOUBLED).size());
    }

    @Test
    void aCommandIsSaidUntilItIsAnswered() throws Exception {
        SqlCommandStore commands = new SqlCommandStore(database);
        Monitor monitor = monitor("m1");
        monitor.awaitHearing();
        Terminal terminal = terminal(ONE);
        terminal.born();
        KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Instant now = clock.instant();
        Command command =
                new CommandOffice(
                                new CommandSigner(keys.getPrivate()),
                                commands,
                                clock,
                                UUID::randomUUID)
                        .submit(OPERATOR, ONE, new Restart(), false, Duration.ofMinutes(1))
                        .orElseThrow();
        terminal.await("command " + command.jws());
        clock.leap(Duration.ofSeconds(5));
        terminal.await("command " + command.jws());
        terminal.event(1, EventKind.COMMAND_DONE, Optional.of(UUID.fromString(command.jti())));
        terminal.await("ack 1");
        assertEquals(List.of(), commands.unanswered(now));
        assertEquals("done", commands.commands(ONE, 1).getFirst().answer().orElseThrow().outcome());
    }

    @Test
    void whatACommandAskedForIsKeptWithTheAnswer() throws Exception {
        SqlCommandStore commands = new SqlCommandStore(database);
        Monitor monitor = monitor("m1");
        monitor.awaitHearing();
        Terminal terminal = terminal(ONE);
        terminal.born();
        KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        CommandOffice office =
                new CommandOffice(
                        new CommandSigner(keys.getPrivate()), commands, clock, UUID::randomUUID);
        Command command =
                office.submit(OPERATOR, ONE, new Logs(2), false, Duration.ofMinutes(1))
                        .orElseThrow();
        UUID jti = UUID.fromString(command.jti());
        terminal.reply(Reply.lines(UUID.randomUUID(), List.of("nobody asked for it")));
        terminal.reply(Reply.lines(jti, List.of("eins", "zwei")));
        terminal.event(1, EventKind.COMMAND_DONE, Optional.of(jti));
        terminal.await("ack 1");
        CommandReply reply = new SqlReplyStore(database).reply(command.jti()).orElseThrow();
        assertEquals(ONE, reply.terminal());
        assertFalse(reply.isPicture());
        assertEquals(List.of("eins", "zwei"), ReplyText.lines(reply));
    }

    @Test
    void theMirrorIsRetainedAndGoesWithTheTerminal() throws Exception {
        Monitor monitor = monitor("m1");
        monitor.awaitHearing();
        Terminal terminal = terminal(ONE);
        terminal.born();
        Terminal reader = terminal(new TerminalId("kgrz", "reader"));
        reader.follow("kiosk/v1/amt/terminal-1/state");
        reader.await(
                "{\"schema\":2,\"office\":\"amt\",\"terminal\":\"terminal-1\",\"connection\":\"ONLINE\"");
        new SqlAlarmStore(database)
                .request(
                        0,
                        "r1",
                        clock.instant(),
                        new Operator("max", Role.ADMINISTER),
                        new OperatorAction.Retire(ONE, "abgebaut"));
        reader.await("empty");
    }

    /// A journal that fails with some batches, so often.
    private FleetJournal stumbling(Predicate<Batch> with, AtomicInteger faults, Exception fault) {
        FleetJournal real = new SqlFleetJournal(database);
        return (FleetJournal)
                Proxy.newProxyInstance(
                        FleetJournal.class.getClassLoader(),
                        new Class<?>[] {FleetJournal.class},
                        (_, method, values) -> {
                            if (method.getName().equals("commit")
                                    && with.test((Batch) values[2])
                                    && faults.getAndDecrement() > 0) {
                                throw fault;
                            }
                            try {
                                return method.invoke(real, values);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }

    /// A bug or a hostile value that the store cannot write down.
    @Test
    @Timeout(60)
    void aBatchThatCannotBeWrittenEndsNotAllWriting() throws Exception {
        AtomicInteger faults = new AtomicInteger(1);
        Monitor monitor =
                monitor(
                        "m1",
                        stumbling(
                                batch -> !batch.events().isEmpty(),
                                faults,
                                new ArithmeticException("overflow")));
        monitor.awaitHearing();
        Terminal terminal = terminal(ONE);
        terminal.born();
        terminal.event(1, EventKind.STARTED);
        while (faults.get() > 0) {
            Thread.onSpinWait();
        }
        // As a terminal does whose event was not acknowledged.
        do {
            terminal.event(1, EventKind.STARTED);
        } while (!terminal.hears("ack 1", Duration.ofMillis(200)));
        assertEquals(1, events().size());
    }

    @Test
    void aTimeThatNoDatabaseKnowsIsNoEvent() throws Exception {
        Monitor monitor = monitor("m1");
        monitor.awaitHearing();
        Terminal terminal = terminal(ONE);
        terminal.born();
        terminal.eventAt("+1000000000-01-01T00:00:00Z", 1);
        terminal.eventAt("-0001-01-01T00:00:00Z", 1);
        terminal.event(1, EventKind.STARTED);
        terminal.await("ack 1");
        assertEquals(1, events().size());
    }

    @Test
    @Timeout(60)
    void whatAnOperatorWantsIsDoneOnceHoweverOftenTheStoreFails() throws Exception {
        AtomicInteger faults = new AtomicInteger(3);
        Monitor monitor =
                monitor(
                        "m1",
                        stumbling(
                                batch -> !batch.requests().isEmpty(),
                                faults,
                                new StoreUnavailable("DB-13")));
        monitor.awaitHearing();
        new SqlAlarmStore(database)
                .request(
                        0,
                        "wish",
                        clock.instant(),
                        OPERATOR,
                        new OperatorAction.Enrol(new TerminalId("amt", "new")));
        SqlAuditLog audit = new SqlAuditLog(database);
        Instant end = Instant.parse("9000-01-01T00:00:00Z");
        while (audit.entries(Instant.EPOCH, end, 100).isEmpty()) {
            clock.leap(Duration.ofSeconds(1));
            Thread.onSpinWait();
        }
        assertEquals(1, audit.entries(Instant.EPOCH, end, 100).size());
    }
}
