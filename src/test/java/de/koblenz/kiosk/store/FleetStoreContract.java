package de.koblenz.kiosk.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.fleet.model.Alarm;
import de.koblenz.kiosk.fleet.model.AlarmKey;
import de.koblenz.kiosk.fleet.model.AlarmKind;
import de.koblenz.kiosk.fleet.model.AlarmState;
import de.koblenz.kiosk.fleet.model.AlarmStore;
import de.koblenz.kiosk.fleet.model.AuditEntry;
import de.koblenz.kiosk.fleet.model.Batch;
import de.koblenz.kiosk.fleet.model.Change;
import de.koblenz.kiosk.fleet.model.CommandReply;
import de.koblenz.kiosk.fleet.model.CommandStore.Command;
import de.koblenz.kiosk.fleet.model.Connection;
import de.koblenz.kiosk.fleet.model.EventCursor;
import de.koblenz.kiosk.fleet.model.FleetEffect;
import de.koblenz.kiosk.fleet.model.FleetJournal;
import de.koblenz.kiosk.fleet.model.FleetMemory;
import de.koblenz.kiosk.fleet.model.HistoryEvent;
import de.koblenz.kiosk.fleet.model.Lease;
import de.koblenz.kiosk.fleet.model.LeaseLost;
import de.koblenz.kiosk.fleet.model.MaintenanceWindow;
import de.koblenz.kiosk.fleet.model.Notice;
import de.koblenz.kiosk.fleet.model.Operator;
import de.koblenz.kiosk.fleet.model.OperatorAction;
import de.koblenz.kiosk.fleet.model.PaperStatus;
import de.koblenz.kiosk.fleet.model.Retention;
import de.koblenz.kiosk.fleet.model.Role;
import de.koblenz.kiosk.fleet.model.Rollup;
import de.koblenz.kiosk.fleet.model.Sample;
import de.koblenz.kiosk.fleet.model.Shard;
import de.koblenz.kiosk.fleet.model.StoreUnavailable;
import de.koblenz.kiosk.fleet.model.TerminalCondition;
import de.koblenz.kiosk.fleet.model.TerminalId;
import de.koblenz.kiosk.fleet.model.TerminalMode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What both databases have to do alike.
abstract class FleetStoreContract {
    static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");
    private static final Duration LENGTH = Duration.ofSeconds(10);
    private static final TerminalId ONE = new TerminalId("amt", "terminal-1");
    private static final TerminalId TWO = new TerminalId("amt", "terminal-2");
    private static final Operator OPERATOR = new Operator("erika", Role.OPERATE);

    private String address = "";
    FleetDatabase database;
    private FleetJournal journal;
    private Lease lease;

    /// Of a new, empty database.
    abstract String address() throws Exception;

    @BeforeEach
    void open() throws Exception {
        address = address();
        database = FleetDatabase.open(address);
        journal = new SqlFleetJournal(database);
        lease = journal.lease(Shard.WHOLE, "here", NOW, LENGTH).orElseThrow();
    }

    @AfterEach
    void close() {
        if (database != null) {
            database.close();
        }
    }

    static BatchDraft batch() {
        return new BatchDraft();
    }

    void commit(BatchDraft batch) throws StoreUnavailable, LeaseLost {
        journal.commit(lease, NOW.plus(LENGTH), batch.batch());
    }

    AlarmStore alarms() {
        return new SqlAlarmStore(database);
    }

    private SqlEventStore events() {
        return new SqlEventStore(database);
    }

    FleetMemory load() throws StoreUnavailable {
        return journal.load(Shard.WHOLE, NOW);
    }

    static Alarm alarm(long id, String terminal) {
        return new Alarm(
                id,
                new AlarmKey(AlarmKind.PAPER_OUT, "amt", terminal, "receipt-printer"),
                AlarmState.RAISED,
                NOW,
                NOW,
                Optional.empty(),
                "",
                Optional.empty(),
                new Alarm.Call(false, NOW, 0, NOW.plusSeconds(600)));
    }

    private static Alarm full(Alarm alarm, AlarmState state) {
        return new Alarm(
                alarm.id(),
                alarm.key(),
                state,
                alarm.raisedAt(),
                NOW.plusSeconds(1),
                Optional.of(new Alarm.Acknowledgement("erika", "Rolle 'unterwegs'", NOW)),
                "max",
                Optional.of(NOW.plusSeconds(60)),
                new Alarm.Call(true, NOW, 2, NOW.plusSeconds(9)));
    }

    private static HistoryEvent event(long seq) {
        return new HistoryEvent(
                ONE,
                "0b0e5a52-6a53-4d6b-8c7e-1f2f3a4b5c6d",
                seq,
                NOW,
                NOW.plusSeconds(seq),
                "supply.paper.low",
                "WARNING",
                "receipt-printer",
                "PRN-PAPER-LOW",
                "",
                Map.of("printsLeft", 12L, "paperLeftMm", 2_400L));
    }

    private static Change change(TerminalId id, long second, String subject, String value) {
        return new Change(id, NOW.plusSeconds(second), subject, value);
    }

    private static AuditEntry audit(String detail) {
        return new AuditEntry(NOW, "erika", Role.OPERATE, "Acknowledge", "alarm 64", detail, true);
    }

    @Test
    void whatIsCommittedIsThereAfterAReopening() throws Exception {
        MaintenanceWindow window =
                new MaintenanceWindow(
                        "w",
                        Optional.of("amt"),
                        Optional.empty(),
                        NOW,
                        NOW.plusSeconds(60),
                        "Umbau");
        commit(
                batch().with(change(ONE, 0, Change.CONNECTION, "LOST"))
                        .with(change(ONE, 0, Change.MODE, "OUT_OF_SERVICE"))
                        .with(change(ONE, 0, Change.CODE, "CFG-GEOMETRY"))
                        .with(change(ONE, 0, "device.receipt-printer", "userError"))
                        .with(change(ONE, 0, "paper.receipt-printer", "OUT"))
                        .with(change(ONE, 0, "device.card-reader", "online"))
                        .with(change(ONE, 1, "device.card-reader", "removed"))
                        .with(event(1))
                        .with(event(2))
                        .with(full(alarm(64, "terminal-1"), AlarmState.SHELVED))
                        .with(window)
                        .with(audit("Grund")));
        database.close();
        database = FleetDatabase.open(address);
        journal = new SqlFleetJournal(database);
        FleetMemory memory = load();
        assertEquals(List.of(full(alarm(64, "terminal-1"), AlarmState.SHELVED)), memory.alarms());
        assertEquals(List.of(window), memory.windows());
        assertEquals(List.of(new EventCursor(ONE, event(1).outbox(), 2)), memory.cursors());
        assertEquals(128, memory.nextAlarm());
        TerminalCondition known = memory.terminals().getFirst();
        assertEquals(Connection.LOST, known.connection());
        assertEquals(TerminalMode.OUT_OF_SERVICE, known.mode());
        assertEquals("CFG-GEOMETRY", known.code());
        assertEquals(
                PaperStatus.OUT,
                Objects.requireNonNull(known.devices().get("receipt-printer")).paper());
        assertEquals(1, known.devices().size());
        assertEquals(List.of(event(2), event(1)), events().events(ONE, 10));
        assertEquals(
                List.of(audit("Grund")),
                new SqlAuditLog(database).entries(NOW, NOW.plusSeconds(1), 10));
    }

    @Test
    void onlyOneMonitorHasTheLease() throws Exception {
        try (FleetDatabase other = FleetDatabase.open(address)) {
            FleetJournal there = new SqlFleetJournal(other);
            assertEquals(
                    Optional.empty(), there.lease(Shard.WHOLE, "there", NOW.plus(LENGTH), LENGTH));
            assertTrue(
                    there.lease(Shard.WHOLE, "there", NOW.plus(LENGTH).plusMillis(1), LENGTH)
                            .isPresent());
        }
    }

    @Test
    void whoLostTheLeaseWritesNothing() throws Exception {
        try (FleetDatabase other = FleetDatabase.open(address)) {
            assertTrue(
                    new SqlFleetJournal(other)
                            .lease(Shard.WHOLE, "there", NOW.plus(LENGTH.multipliedBy(2)), LENGTH)
                            .isPresent());
        }
        assertThrows(LeaseLost.class, () -> commit(batch().with(event(1))));
        assertEquals(List.of(), events().events(ONE, 10));
    }

    @Test
    void aLeaseThatIsOfferedIsTakenOnceAndTheFormerHolderCannotWrite() throws Exception {
        assertEquals(Optional.empty(), journal.takeOffered(Shard.WHOLE, "there", NOW, LENGTH));
        journal.offer(lease, true);
        // Until somebody takes it the holder goes on; for itself it is no offer.
        commit(batch().with(event(1)));
        assertEquals(Optional.empty(), journal.takeOffered(Shard.WHOLE, "here", NOW, LENGTH));
        assertTrue(journal.takeOffered(Shard.WHOLE, "there", NOW, LENGTH).isPresent());
        assertEquals(Optional.empty(), journal.takeOffered(Shard.WHOLE, "third", NOW, LENGTH));
        assertThrows(LeaseLost.class, () -> commit(batch().with(event(2))));
        journal.offer(lease, true);
        assertEquals(Optional.empty(), journal.takeOffered(Shard.WHOLE, "third", NOW, LENGTH));
    }

    @Test
    void anOfferCanBeTakenBack() throws Exception {
        journal.offer(lease, true);
        journal.offer(lease, false);
        assertEquals(Optional.empty(), journal.takeOffered(Shard.WHOLE, "there", NOW, LENGTH));
    }

    @Test
    void aLeaseThatIsGivenBackIsFree() throws Exception {
        journal.release(lease);
        assertTrue(journal.lease(Shard.WHOLE, "there", NOW, LENGTH).isPresent());
        assertThrows(LeaseLost.class, () -> commit(batch()));
    }

    @Test
    void aCommitRenewsTheLease() throws Exception {
        journal.commit(lease, NOW.plusSeconds(60), batch().batch());
        assertEquals(
                Optional.empty(), journal.lease(Shard.WHOLE, "there", NOW.plusSeconds(59), LENGTH));
    }

    @Test
    void shardsAreIndependent() throws Exception {
        Shard second = new Shard(1, List.of("nord"));
        Lease other = journal.lease(second, "there", NOW, LENGTH).orElseThrow();
        journal.commit(
                other,
                NOW.plus(LENGTH),
                batch().with(
                                new Change(
                                        new TerminalId("nord", "terminal-1"),
                                        NOW,
                                        Change.MODE,
                                        "IN_SERVICE"))
                        .with(alarm(65, "terminal-9"))
                        .batch());
        commit(batch().with(change(ONE, 0, Change.MODE, "IN_SERVICE")).with(alarm(64, "x")));
        assertEquals(65 + 64, journal.load(second, NOW).nextAlarm());
        assertEquals(1, journal.load(second, NOW).terminals().size());
        assertEquals(65, journal.load(second, NOW).alarms().getFirst().id());
        assertEquals(64, load().alarms().getFirst().id());
        assertEquals(2, alarms().open().size());
    }

    @Test
    void noAlarmIsOpenTwiceAndTheBatchIsOneThing() throws Exception {
        commit(batch().with(alarm(64, "terminal-1")));
        assertThrows(
                StoreUnavailable.class,
                () -> commit(batch().with(event(1)).with(alarm(128, "terminal-1"))));
        assertEquals(List.of(), events().events(ONE, 10));
        commit(batch().with(full(alarm(64, "terminal-1"), AlarmState.CLEARED)));
        commit(batch().with(alarm(128, "terminal-1")));
        assertEquals(List.of(alarm(128, "terminal-1")), alarms().open());
        assertEquals(2, alarms().history(NOW, NOW.plusSeconds(9), 10).size());
    }

    @Test
    void anEventThatComesTwiceIsKeptOnce() throws Exception {
        commit(batch().with(event(1)));
        commit(batch().with(event(1)).with(event(2)));
        assertEquals(2, events().events(ONE, 10).size());
    }

    @Test
    void samplesBecomeFiveMinutesAlsoOverBatches() throws Exception {
        commit(
                batch().with(new Sample(ONE, "", "system.cpu.utilization", NOW, 0.2))
                        .with(
                                new Sample(
                                        ONE,
                                        "",
                                        "system.cpu.utilization",
                                        NOW.plusSeconds(299),
                                        0.6)));
        commit(
                batch().with(
                                new Sample(
                                        ONE,
                                        "",
                                        "system.cpu.utilization",
                                        NOW.plusSeconds(60),
                                        0.1))
                        .with(
                                new Sample(
                                        ONE,
                                        "",
                                        "system.cpu.utilization",
                                        NOW.plusSeconds(300),
                                        1)));
        List<Rollup> rollups =
                new SqlMetricStore(database)
                        .rollups(ONE, "", "system.cpu.utilization", NOW, NOW.plusSeconds(3_600));
        assertEquals(2, rollups.size());
        Rollup first = rollups.getFirst();
        assertEquals(new Rollup(NOW, 3, first.mean(), 0.1, 0.6, 0.1), first);
        assertEquals(0.3, first.mean(), 1e-9);
        assertEquals(new Rollup(NOW.plusSeconds(300), 1, 1, 1, 1, 1), rollups.getLast());
    }

    @Test
    void aBatchThatFailedLeavesNoHoleInTheNumbers() throws Exception {
        commit(batch().with(alarm(64, "terminal-1")));
        assertThrows(
                StoreUnavailable.class,
                () ->
                        commit(
                                batch().with(new Sample(ONE, "", "a", NOW, 1))
                                        .with(alarm(128, "terminal-1"))));
        commit(batch().with(new Sample(ONE, "", "a", NOW, 2)));
        assertEquals(
                List.of(new Rollup(NOW, 1, 2, 2, 2, 2)),
                new SqlMetricStore(database).rollups(ONE, "", "a", NOW, NOW.plusSeconds(1)));
    }

    @Test
    void whatOperatorsWantReachesTheCollectorOnce() throws Exception {
        MaintenanceWindow window =
                new MaintenanceWindow(
                        "w",
                        Optional.of("amt"),
                        Optional.of("terminal-1"),
                        NOW,
                        NOW.plusSeconds(60),
                        "Umbau \"groß\"");
        List<OperatorAction> actions =
                List.of(
                        new OperatorAction.Acknowledge(64, "bekannt"),
                        new OperatorAction.Assign(64, "max"),
                        new OperatorAction.Shelve(64, NOW.plusSeconds(5), "später"),
                        new OperatorAction.Unshelve(64),
                        new OperatorAction.Clear(64, "weg"),
                        new OperatorAction.OpenWindow(window),
                        new OperatorAction.CloseWindow("w"),
                        new OperatorAction.Enrol(ONE),
                        new OperatorAction.Retire(ONE, "abgebaut"));
        for (int i = 0; i < actions.size(); i++) {
            for (int again = 0; again < 2; again++) {
                alarms().request(0, "r" + i, NOW.plusSeconds(i), OPERATOR, actions.get(i));
            }
        }
        assertEquals(
                actions,
                journal.requests(Shard.WHOLE).stream().map(FleetJournal.Request::action).toList());
        assertEquals(OPERATOR, journal.requests(Shard.WHOLE).getFirst().by());
        assertEquals(List.of(), journal.requests(new Shard(1, List.of())));
        commit(batch().done("r0").done("r1"));
        assertEquals(7, journal.requests(Shard.WHOLE).size());
    }

    @Test
    void aCallIsMadeUntilItWasMade() throws Exception {
        Alarm alarm = alarm(64, "terminal-1");
        commit(
                batch().with(alarm)
                        .with(new FleetEffect.Notify(alarm, Notice.RAISED, NOW))
                        .with(new FleetEffect.Notify(alarm, Notice.REMINDED, NOW.plusSeconds(9))));
        List<AlarmStore.Call> calls = alarms().calls(10);
        assertEquals(
                List.of(Notice.RAISED, Notice.REMINDED),
                calls.stream().map(AlarmStore.Call::notice).toList());
        alarms().called(calls.getFirst());
        assertEquals(List.of(calls.getLast()), alarms().calls(10));
    }

    private static Command command(long seq, String jti) {
        return command(seq, jti, "restart");
    }

    private static Command command(long seq, String jti, String kind) {
        return new Command(
                jti, ONE, seq, kind, "a.b.c", "erika", NOW, NOW.plusSeconds(60), Optional.empty());
    }

    @Test
    void commandsHaveEachASequenceOfTheirOwn() throws Exception {
        SqlCommandStore commands = new SqlCommandStore(database);
        assertEquals(0, commands.lastSeq(ONE));
        assertTrue(commands.keep(command(1, "j1"), audit("restart")));
        assertFalse(commands.keep(command(1, "j2"), audit("restart")));
        assertTrue(commands.keep(command(2, "j2"), audit("restart")));
        assertEquals(2, commands.lastSeq(ONE));
        assertEquals(0, commands.lastSeq(TWO));
        assertEquals(2, new SqlAuditLog(database).entries(NOW, NOW.plusSeconds(1), 10).size());
        assertEquals(2, commands.unanswered(NOW).size());
        assertEquals(List.of(), commands.unanswered(NOW.plusSeconds(60)));
        Batch.CommandAnswer done = new Batch.CommandAnswer(ONE, "j1", "done", "", NOW);
        commit(
                batch().with(new Batch.CommandAnswer(TWO, "j1", "failed", "FOREIGN", NOW))
                        .with(done)
                        .with(new Batch.CommandAnswer(ONE, "j1", "rejected", "X", NOW)));
        assertEquals(List.of(command(2, "j2")), commands.unanswered(NOW));
        assertEquals(Optional.of(done), commands.commands(ONE, 10).getLast().answer());
    }

    @Test
    void aReplyIsKeptOnceAndOnlyWhereItWasAskedFor() throws Exception {
        SqlCommandStore commands = new SqlCommandStore(database);
        SqlReplyStore replies = new SqlReplyStore(database);
        assertTrue(commands.keep(command(1, "j1", "screenshot"), audit("screenshot")));
        assertTrue(commands.keep(command(2, "j2", "restart"), audit("restart")));
        byte[] picture = png(1_080, 1_920);
        CommandReply reply = new CommandReply("j1", ONE, NOW, picture);
        commit(
                batch().with(reply)
                        .with(new CommandReply("j1", ONE, NOW, new byte[] {1}))
                        .with(new CommandReply("j1", TWO, NOW, new byte[] {2}))
                        .with(new CommandReply("j2", ONE, NOW, new byte[] {3}))
                        .with(new CommandReply("j3", ONE, NOW, new byte[] {4})));
        CommandReply kept = replies.reply("j1").orElseThrow();
        assertArrayEquals(picture, kept.content());
        assertTrue(kept.isPicture());
        assertEquals(ONE, kept.terminal());
        assertEquals(NOW, kept.receivedAt());
        assertEquals(Optional.empty(), replies.reply("j2"));
        assertEquals(Optional.empty(), replies.reply("j3"));
        FleetPruning pruning = new FleetPruning(database);
        assertEquals(0, pruning.prune(NOW.plus(Duration.ofDays(29)), Retention.USUAL));
        assertEquals(1, pruning.prune(NOW.plus(Duration.ofDays(31)), Retention.USUAL));
        assertEquals(Optional.empty(), replies.reply("j1"));
    }

    @Test
    void availabilityBeginsWithWhatWasBefore() throws Exception {
        commit(
                batch().with(change(ONE, 0, Change.CONNECTION, "LOST"))
                        .with(change(ONE, 10, Change.CONNECTION, "ONLINE"))
                        .with(change(ONE, 11, "device.receipt-printer", "online"))
                        .with(change(ONE, 30, Change.CONNECTION, "LOST"))
                        .with(change(TWO, 5, Change.MODE, "IN_SERVICE"))
                        .with(change(TWO, 50, Change.MODE, "MAINTENANCE")));
        List<Change> changes = events().availability(NOW.plusSeconds(20), NOW.plusSeconds(40));
        assertEquals(3, changes.size());
        assertTrue(changes.contains(change(ONE, 10, Change.CONNECTION, "ONLINE")));
        assertTrue(changes.contains(change(ONE, 30, Change.CONNECTION, "LOST")));
        assertTrue(changes.contains(change(TWO, 5, Change.MODE, "IN_SERVICE")));
        assertEquals(4, events().changes(ONE, NOW, NOW.plusSeconds(60)).size());
    }

    @Test
    void ofTwoChangesInOneMillisecondTheLaterOneHolds() throws Exception {
        List<Change> both =
                List.of(
                        change(ONE, 5, Change.CONNECTION, "LOST"),
                        change(ONE, 5, Change.CONNECTION, "ONLINE"),
                        change(ONE, 5, Change.CONNECTION, "LOST"),
                        change(ONE, 5, Change.CONNECTION, "ONLINE"));
        BatchDraft batch = batch();
        for (Change change : both) {
            batch = batch.with(change);
        }
        commit(batch);
        assertEquals(both, events().availability(NOW, NOW.plusSeconds(40)), "in the month");
        assertEquals(
                both, events().availability(NOW.plusSeconds(9), NOW.plusSeconds(40)), "before it");
    }

    @Test
    void aForgottenTerminalIsNotRememberedButItsHistoryIs() throws Exception {
        commit(batch().with(change(ONE, 0, Change.MODE, "IN_SERVICE")).with(event(1)));
        commit(batch().without(ONE).with(change(ONE, 9, Change.CONNECTION, Change.RETIRED)));
        assertEquals(List.of(), load().terminals());
        assertEquals(List.of(), load().cursors());
        assertEquals(2, events().changes(ONE, NOW, NOW.plusSeconds(60)).size());
    }

    @Test
    void aTerminalThatIsHeardAgainInTheSameBatchIsKnown() throws Exception {
        commit(batch().with(change(ONE, 0, Change.MODE, "IN_SERVICE")));
        commit(
                batch().without(ONE)
                        .with(change(ONE, 1, Change.CONNECTION, Change.RETIRED))
                        .with(change(ONE, 2, Change.MODE, "MAINTENANCE")));
        assertEquals(TerminalMode.MAINTENANCE, load().terminals().getFirst().mode());
    }

    @Test
    void whatIsOldGoesAndWhatStillHoldsStays() throws Exception {
        commit(
                batch().with(change(ONE, 0, Change.MODE, "IN_SERVICE"))
                        .with(change(ONE, 1, Change.MODE, "MAINTENANCE"))
                        .with(event(1))
                        .with(new Sample(ONE, "", "a", NOW, 1))
                        .with(alarm(64, "terminal-1"))
                        .with(full(alarm(128, "terminal-2"), AlarmState.CLEARED))
                        .with(audit("alt")));
        FleetPruning pruning = new FleetPruning(database);
        assertEquals(0, pruning.prune(NOW, Retention.USUAL));
        // Numbers, the first change, the event with its cursor, the cleared alarm.
        assertEquals(5, pruning.prune(NOW.plus(Duration.ofDays(800)), Retention.USUAL));
        assertEquals(1, events().changes(ONE, NOW, NOW.plusSeconds(60)).size());
        assertEquals(1, alarms().open().size());
        assertEquals(1, load().terminals().size());
        assertEquals(1, pruning.prune(NOW.plus(Duration.ofDays(4_000)), Retention.USUAL));
    }

    @Test
    void whoWasNotCalledForADayIsNotCalledAnyMore() throws Exception {
        Alarm alarm = alarm(64, "terminal-1");
        commit(
                batch().with(alarm)
                        .with(new FleetEffect.Notify(alarm, Notice.RAISED, NOW))
                        .with(
                                new FleetEffect.Notify(
                                        alarm, Notice.REMINDED, NOW.plus(Duration.ofHours(4)))));
        FleetPruning pruning = new FleetPruning(database);
        assertEquals(0, pruning.prune(NOW.plus(Duration.ofHours(24)), Retention.USUAL));
        assertEquals(1, pruning.prune(NOW.plus(Duration.ofHours(25)), Retention.USUAL));
        assertEquals(
                List.of(Notice.REMINDED),
                alarms().calls(10).stream().map(AlarmStore.Call::notice).toList());
    }

    /// Signature and header of a PNG (ISO/IEC 15948 §5.2, §11.2.2), and a byte more.
    static byte[] png(int width, int height) {
        return ByteBuffer.allocate(34)
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'})
                .putInt(13)
                .put("IHDR".getBytes(StandardCharsets.US_ASCII))
                .putInt(width)
                .putInt(height)
                .array();
    }

    @Test
    void howeverMuchIsOldAllOfItGoes() throws Exception {
        BatchDraft batch = batch();
        int rows = FleetPruning.PORTION * 2 + 1;
        for (int i = 0; i < rows; i++) {
            batch = batch.with(audit("alt"));
        }
        commit(batch);
        FleetPruning pruning = new FleetPruning(database);
        assertEquals(rows, pruning.prune(NOW.plus(Duration.ofDays(4_000)), Retention.USUAL));
    }
}
