package de.koblenz.kiosk.fleet.collector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.config.HealthSettings;
import de.koblenz.kiosk.fleet.model.Alarm;
import de.koblenz.kiosk.fleet.model.AlarmKind;
import de.koblenz.kiosk.fleet.model.AlarmState;
import de.koblenz.kiosk.fleet.model.Connection;
import de.koblenz.kiosk.fleet.model.FleetState;
import de.koblenz.kiosk.fleet.model.HistoryEvent;
import de.koblenz.kiosk.fleet.model.Operator;
import de.koblenz.kiosk.fleet.model.OperatorAction;
import de.koblenz.kiosk.fleet.model.Role;
import de.koblenz.kiosk.fleet.model.Shard;
import de.koblenz.kiosk.fleet.model.StoreUnavailable;
import de.koblenz.kiosk.fleet.model.TerminalId;
import de.koblenz.kiosk.health.Relay;
import de.koblenz.kiosk.health.event.EventKind;
import de.koblenz.kiosk.store.FleetDatabase;
import de.koblenz.kiosk.store.SqlAlarmStore;
import de.koblenz.kiosk.store.SqlCommandStore;
import de.koblenz.kiosk.store.SqlEventStore;
import de.koblenz.kiosk.store.SqlFleetJournal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Several monitors at once over the real mosquitto: one collects, nothing is lost and no alarm is raised twice, whoever dies.
@Timeout(60)
abstract class MonitorsContract {
    static final TerminalId ONE = new TerminalId("amt", "terminal-1");
    private static final Operator OPERATOR = new Operator("erika", Role.OPERATE);

    private static final Duration DEAF = Duration.ofSeconds(3);

    @TempDir Path folder;
    private final List<AutoCloseable> open = new ArrayList<>();
    private final LeapClock clock = new LeapClock();
    Broker broker;
    String address = "";
    private FleetDatabase database;
    private Duration lease = Monitor.LEASE;

    /// Address of a new database.
    abstract String address() throws Exception;

    @BeforeEach
    void start() throws Exception {
        broker = open(new Broker(folder));
        address = address();
        database = open(FleetDatabase.open(address));
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }

    <T extends AutoCloseable> T open(T closeable) {
        open.add(closeable);
        return closeable;
    }

    Terminal terminal(TerminalId id) throws Exception {
        return open(new Terminal(broker.settings(), id));
    }

    /// Each has a line to the database of its own, as on a machine of its own.
    private Monitor monitor(String name, HealthSettings settings, Shard shard) throws Exception {
        FleetDatabase own = open(FleetDatabase.open(address));
        return open(
                new Monitor(
                        name,
                        settings,
                        shard,
                        lease,
                        new SqlFleetJournal(own),
                        new SqlCommandStore(own),
                        clock));
    }

    private Monitor monitor(String name) throws Exception {
        return monitor(name, broker.settings(), Shard.WHOLE);
    }

    List<HistoryEvent> events() throws StoreUnavailable {
        return new SqlEventStore(database).events(ONE, 1_000);
    }

    List<Alarm> alarms(AlarmKind kind) throws StoreUnavailable {
        return new SqlAlarmStore(database)
                .history(Instant.EPOCH, clock.instant().plusSeconds(60), 1_000).stream()
                        .filter(alarm -> alarm.key().kind() == kind)
                        .toList();
    }

    /// Waits until everything up to now is on disk: a later event is acknowledged.
    private void kept() throws Exception {
        Terminal later = terminal(new TerminalId("amt", "later"));
        later.event(1, EventKind.STARTED);
        later.await("ack 1");
    }

    @Test
    void killedBetweenReceiptAndCommitNothingIsLostAndNoAlarmIsRaisedTwice() throws Exception {
        MonitorProcess first = open(new MonitorProcess("m1", broker.settings(), address));
        Monitor second = monitor("m2");
        Terminal terminal = terminal(ONE);
        terminal.event(1, EventKind.FRAUD);
        terminal.await("ack 1");
        first.shut();
        terminal.event(2, EventKind.CRASH_LOOP);
        first.awaitReceipt();
        first.kill();
        assertEquals(1, events().size());
        assertTrue(terminal.heard.stream().noneMatch(heard -> heard.startsWith("ack 2")));
        clock.leap(Monitor.LEASE);
        second.awaitHearing();
        // As a terminal does: everything that was not acknowledged comes again.
        terminal.event(2, EventKind.CRASH_LOOP);
        terminal.await("ack 2");
        assertEquals(2, events().size());
        assertEquals(1, alarms(AlarmKind.FRAUD).size());
        assertEquals(1, alarms(AlarmKind.CRASH_LOOP).size());
    }

    @Test
    void whoLooksOnTakesOverWithEveryAlarmAsItIs() throws Exception {
        Monitor first = monitor("m1");
        first.awaitHearing();
        Monitor second = monitor("m2");
        second.await(state -> state.hearing().isPresent());
        assertFalse(second.collector.collecting());
        Terminal terminal = terminal(ONE);
        terminal.born();
        terminal.paper("out");
        first.await(state -> state.alarms().size() == 1);
        FleetState seen = second.await(state -> state.alarms().size() == 1);
        long alarm = seen.alarms().values().findFirst().orElseThrow().id();
        new SqlAlarmStore(database)
                .request(
                        0,
                        "r1",
                        clock.instant(),
                        OPERATOR,
                        new OperatorAction.Acknowledge(alarm, "bekannt"));
        first.await(state ->
                state.alarms().values().allMatch(each -> each.state() == AlarmState.ACKED));
        first.close();
        second.awaitHearing();
        FleetState state = second.await(now -> now.alarms().size() == 1);
        assertEquals(alarm, state.alarms().values().findFirst().orElseThrow().id());
        terminal.mode("IN_SERVICE");
        terminal.await("rebirth");
        terminal.born();
        terminal.paper("full");
        second.await(now -> now.alarms().size() == 0);
        kept();
        assertEquals(1, alarms(AlarmKind.PAPER_OUT).size());
        assertEquals(AlarmState.CLEARED, alarms(AlarmKind.PAPER_OUT).getFirst().state());
    }

    /// The broker is there, but not for the one who collects.
    @Test
    void whoHearsNothingHandsOverToWhoHears() throws Exception {
        Relay line = new Relay(broker.port());
        open(line::close);
        Monitor first = monitor("m1", through(line), Shard.WHOLE);
        first.awaitHearing();
        Monitor second = monitor("m2");
        second.await(state -> state.hearing().isPresent());
        Terminal terminal = terminal(ONE);
        terminal.born();
        terminal.paper("out");
        terminal.event(1, EventKind.STARTED);
        terminal.await("ack 1");
        line.cut();
        first.await(state -> state.hearing().isEmpty());
        clock.leap(DEAF);
        second.awaitHearing();
        terminal.event(2, EventKind.COMMAND_REJECTED);
        terminal.await("ack 2");
        FleetState seen = first.await(state -> state.alarms().size() == 2);
        assertFalse(first.collector.collecting());
        assertTrue(seen.hearing().isEmpty());
        assertEquals(1, alarms(AlarmKind.PAPER_OUT).size());
        // Its line comes back: it looks on.
        line.mend();
        first.await(state -> state.hearing().isPresent());
        assertFalse(first.collector.collecting());
        assertTrue(second.collector.collecting());
        kept();
        assertTrue(
                alarms(AlarmKind.BROKER_LOST).stream().noneMatch(Alarm::open),
                "nobody is deaf any more");
    }

    /// Where nobody hears, nobody takes over, and what operators want is still done.
    @Test
    void whereNobodyHearsTheCollectorGoesOn() throws Exception {
        // Longer than what the clock leaps: it must not end meanwhile.
        lease = Duration.ofSeconds(30);
        Monitor first = monitor("m1");
        first.awaitHearing();
        Monitor second = monitor("m2");
        second.await(state -> state.hearing().isPresent());
        broker.kill();
        first.await(state -> state.hearing().isEmpty());
        clock.leap(AlarmKind.BROKER_LOST.holdOff());
        FleetState deaf = first.await(state -> state.alarms().size() == 1);
        Alarm lost = deaf.alarms().values().findFirst().orElseThrow();
        assertEquals(AlarmKind.BROKER_LOST, lost.key().kind());
        new SqlAlarmStore(database)
                .request(
                        0,
                        "r1",
                        clock.instant(),
                        OPERATOR,
                        new OperatorAction.Acknowledge(lost.id(), "wird gesucht"));
        first.await(state -> state.alarms().values().allMatch(a -> a.state() == AlarmState.ACKED));
        clock.leap(lease.dividedBy(3));
        second.await(state ->
                state.alarms().size() == 1
                        && state.alarms().values().allMatch(a -> a.state() == AlarmState.ACKED));
        assertTrue(first.collector.collecting());
        assertFalse(second.collector.collecting());
        broker.start();
        first.await(state -> state.alarms().size() == 0 && state.hearing().isPresent());
        clock.leap(lease.dividedBy(3));
        second.await(state -> state.alarms().size() == 0 && state.hearing().isPresent());
        assertEquals(1, alarms(AlarmKind.BROKER_LOST).size());
    }

    @Test
    void twoShardsAreCollectedSideBySide() throws Exception {
        Shard north = new Shard(0, List.of("amt"));
        Shard south = new Shard(1, List.of("zoo", "bad"));
        Monitor first = monitor("m1", broker.settings(), north);
        Monitor second = monitor("m2", broker.settings(), south);
        first.awaitHearing();
        Terminal here = terminal(ONE);
        Terminal there = terminal(new TerminalId("zoo", "terminal-1"));
        second.awaitHearing();
        Monitor third = monitor("m3", broker.settings(), south);
        third.await(state -> state.hearing().isPresent());
        for (Terminal each : List.of(here, there)) {
            each.born();
            each.paper("out");
            each.event(1, EventKind.STARTED);
            each.await("ack 1");
        }
        assertEquals(
                List.of(ONE),
                first.await(state -> state.alarms().size() == 1)
                        .terminals()
                        .values()
                        .map(t -> t.id())
                        .toList());
        assertEquals(
                List.of(there.id),
                second.await(state -> state.alarms().size() == 1)
                        .terminals()
                        .values()
                        .map(t -> t.id())
                        .toList());
        second.close();
        third.awaitHearing();
        there.event(2, EventKind.COMMAND_REJECTED);
        there.await("ack 2");
        assertTrue(first.collector.collecting());
        List<Alarm> out = alarms(AlarmKind.PAPER_OUT);
        assertEquals(2, out.size());
        assertEquals(
                List.of(0L, 1L),
                out.stream().map(alarm -> alarm.id() % Shard.MOST).sorted().toList());
        assertEquals(
                Connection.ONLINE, first.await(_ -> true).terminal(ONE).orElseThrow().connection());
    }

    private HealthSettings through(Relay line) {
        HealthSettings direct = broker.settings();
        return new HealthSettings(
                URI.create("mqtt://127.0.0.1:" + line.port()),
                direct.office(),
                direct.keepAlive(),
                direct.longestReconnect(),
                direct.tls(),
                direct.commandKeys());
    }
}
