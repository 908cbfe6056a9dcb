package de.koblenz.kiosk.fleet.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class AlarmLifeTest {
    private static final TerminalId ONE = Fleet.id("amt", 1);
    private static final TerminalId TWO = Fleet.id("amt", 2);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Fleet fleet = new Fleet();

    private static MaintenanceWindow window(Instant from, Duration length) {
        return new MaintenanceWindow(
                "w", Optional.of("amt"), Optional.empty(), from, from.plus(length), "Umbau");
    }

    /// Two terminals, the first of which loses its line.
    private void oneIsLost() {
        fleet.born(ONE);
        fleet.born(TWO);
        fleet.died(ONE);
    }

    @Test
    void aLostTerminalIsToldOfAfterAMinute() {
        oneIsLost();
        fleet.pass(Duration.ofSeconds(59), TWO);
        assertEquals(0, fleet.count(AlarmKind.NODE_LOST));
        fleet.pass(Duration.ofSeconds(1), TWO);
        assertEquals(List.of(Notice.RAISED), fleet.notices(AlarmKind.NODE_LOST));
    }

    @Test
    void whoReturnsWithinAMinuteIsNotToldOf() {
        oneIsLost();
        fleet.pass(Duration.ofSeconds(50), TWO);
        fleet.born(ONE, 1, Map.of());
        fleet.pass(MINUTE, ONE, TWO);
        assertEquals(List.of(), fleet.notices(AlarmKind.NODE_LOST));
    }

    @Test
    void anAlarmClearsByItself() {
        oneIsLost();
        fleet.pass(MINUTE, TWO);
        fleet.born(ONE, 1, Map.of());
        assertEquals(List.of(Notice.RAISED, Notice.CLEARED), fleet.notices(AlarmKind.NODE_LOST));
        assertEquals(Optional.empty(), fleet.alarm(AlarmKind.NODE_LOST));
    }

    @Test
    void aDeathOfAnOlderBirthIsNoDeath() {
        fleet.born(ONE, 7, Map.of());
        fleet.tell(new FleetEvent.Died(ONE, fleet.now(), 6));
        assertEquals(Connection.ONLINE, fleet.state().terminal(ONE).orElseThrow().connection());
    }

    @Test
    void aSilentTerminalIsLostWithoutAWill() {
        fleet.born(ONE);
        fleet.born(TWO);
        fleet.pass(Duration.ofMinutes(5), TWO);
        assertEquals(1, fleet.count(AlarmKind.NODE_LOST));
    }

    @Test
    void aLostOfficeIsOneAlarm() {
        List<TerminalId> all = IntStream.range(0, 10).mapToObj(n -> Fleet.id("amt", n)).toList();
        all.forEach(fleet::born);
        all.subList(0, 7).forEach(fleet::died);
        assertEquals(0, fleet.count(AlarmKind.SITE_LOST));
        fleet.died(all.get(7));
        assertEquals(1, fleet.count(AlarmKind.SITE_LOST));
        fleet.pass(Duration.ofMinutes(10), all.get(8), all.get(9));
        assertEquals(0, fleet.count(AlarmKind.NODE_LOST));
        assertEquals(Notice.RAISED, fleet.notices(AlarmKind.SITE_LOST).getFirst());
    }

    @Test
    void whatASiteAlarmHidIsToldOfWhenItStays() {
        List<TerminalId> all = IntStream.range(0, 5).mapToObj(n -> Fleet.id("amt", n)).toList();
        all.forEach(fleet::born);
        all.forEach(fleet::died);
        fleet.pass(Duration.ofMinutes(3));
        TerminalId[] back = all.subList(0, 4).toArray(TerminalId[]::new);
        for (TerminalId id : back) {
            fleet.born(id, 1, Map.of());
        }
        assertEquals(0, fleet.count(AlarmKind.SITE_LOST));
        fleet.pass(Duration.ofSeconds(119), back);
        assertEquals(0, fleet.count(AlarmKind.NODE_LOST));
        fleet.pass(Duration.ofSeconds(2), back);
        assertEquals(1, fleet.count(AlarmKind.NODE_LOST));
    }

    @Test
    void theLossOfTheOwnBrokerIsOneAlarm() {
        List<TerminalId> all = IntStream.range(0, 50).mapToObj(n -> Fleet.id("amt", n)).toList();
        all.forEach(fleet::born);
        fleet.tell(new FleetEvent.BrokerLost(fleet.now()));
        fleet.pass(Duration.ofMinutes(30));
        assertEquals(1, fleet.state().alarms().size());
        assertEquals(Notice.RAISED, fleet.notices(AlarmKind.BROKER_LOST).getFirst());
        fleet.tell(new FleetEvent.BrokerFound(fleet.now()));
        all.forEach(id -> fleet.born(id, 1, Map.of()));
        fleet.pass(MINUTE, all.toArray(TerminalId[]::new));
        assertEquals(0, fleet.state().alarms().size());
        assertEquals(List.of(), fleet.notices(AlarmKind.NODE_LOST));
        assertEquals(List.of(), fleet.notices(AlarmKind.SITE_LOST));
    }

    @Test
    void whatWasSaidOfTheLostIsSaidAgainOverANewLine() {
        oneIsLost();
        fleet.tell(new FleetEvent.BrokerLost(fleet.now()));
        assertEquals(
                List.of(new FleetEffect.Mirror(ONE)),
                fleet.tell(new FleetEvent.BrokerFound(fleet.now())).stream()
                        .filter(FleetEffect.Mirror.class::isInstance)
                        .toList());
    }

    @Test
    void whoDoesNotReturnAfterTheBrokerIsToldOf() {
        fleet.born(ONE);
        fleet.born(TWO);
        fleet.tell(new FleetEvent.BrokerLost(fleet.now()));
        fleet.pass(Duration.ofMinutes(30));
        fleet.tell(new FleetEvent.BrokerFound(fleet.now()));
        fleet.born(TWO, 1, Map.of());
        fleet.pass(Duration.ofMinutes(5), TWO);
        assertEquals(1, fleet.count(AlarmKind.NODE_LOST));
    }

    @Test
    void remindersAndEscalationEndWithAnAcknowledgement() {
        fleet.born(ONE);
        fleet.device(ONE, "receipt-printer", DeviceStatus.USER_ERROR, PaperStatus.OUT);
        fleet.pass(Duration.ofMinutes(31), ONE);
        assertEquals(
                List.of(Notice.RAISED, Notice.ESCALATED, Notice.REMINDED),
                fleet.notices(AlarmKind.PAPER_OUT));
        Alarm alarm = fleet.alarm(AlarmKind.PAPER_OUT).orElseThrow();
        fleet.operate(new OperatorAction.Acknowledge(alarm.id(), "Rolle unterwegs"));
        fleet.pass(Duration.ofHours(3), ONE);
        assertEquals(3, fleet.notices(AlarmKind.PAPER_OUT).size());
        Alarm known = fleet.alarm(AlarmKind.PAPER_OUT).orElseThrow();
        assertEquals(AlarmState.ACKED, known.state());
        assertEquals("Rolle unterwegs", known.acknowledgement().orElseThrow().reason());
    }

    @Test
    void maintenanceSilencesAndTellsAtItsEnd() {
        fleet.born(ONE);
        fleet.operate(new OperatorAction.OpenWindow(window(fleet.now(), Duration.ofHours(1))));
        fleet.device(ONE, "receipt-printer", DeviceStatus.USER_ERROR, PaperStatus.JAMMED);
        fleet.pass(Duration.ofMinutes(59), ONE);
        assertEquals(1, fleet.count(AlarmKind.JAMMED));
        assertEquals(List.of(), fleet.notices(AlarmKind.JAMMED));
        fleet.pass(Duration.ofMinutes(1), ONE);
        assertEquals(List.of(Notice.RETURNED), fleet.notices(AlarmKind.JAMMED));
        assertTrue(fleet.state().windows().isEmpty());
    }

    @Test
    void maintenanceAlsoSilencesWhatWasRaisedBefore() {
        fleet.born(ONE);
        fleet.device(ONE, "receipt-printer", DeviceStatus.USER_ERROR, PaperStatus.JAMMED);
        fleet.operate(new OperatorAction.OpenWindow(window(fleet.now(), Duration.ofHours(2))));
        fleet.pass(Duration.ofMinutes(119), ONE);
        assertEquals(List.of(Notice.RAISED), fleet.notices(AlarmKind.JAMMED));
    }

    @Test
    void aWindowThatIsClosedEarlyTellsEarly() {
        fleet.born(ONE);
        fleet.operate(new OperatorAction.OpenWindow(window(fleet.now(), Duration.ofHours(1))));
        fleet.device(ONE, "receipt-printer", DeviceStatus.USER_ERROR, PaperStatus.JAMMED);
        fleet.pass(MINUTE, ONE);
        fleet.operate(new OperatorAction.CloseWindow("w"));
        assertEquals(List.of(Notice.RETURNED), fleet.notices(AlarmKind.JAMMED));
    }

    @Test
    void aShelvedAlarmComesBackByItself() {
        fleet.born(ONE);
        fleet.device(ONE, "receipt-printer", DeviceStatus.USER_ERROR, PaperStatus.JAMMED);
        long alarm = fleet.alarm(AlarmKind.JAMMED).orElseThrow().id();
        Instant until = fleet.now().plus(Duration.ofHours(1));
        fleet.operate(new OperatorAction.Shelve(alarm, until, "Techniker bestellt"));
        assertEquals(AlarmState.SHELVED, fleet.alarm(AlarmKind.JAMMED).orElseThrow().state());
        fleet.pass(Duration.ofMinutes(60), ONE);
        assertEquals(List.of(Notice.RAISED, Notice.RETURNED), fleet.notices(AlarmKind.JAMMED));
        assertEquals(AlarmState.RAISED, fleet.alarm(AlarmKind.JAMMED).orElseThrow().state());
    }

    @Test
    void whatOnlyHappenedStaysUntilAnOperatorClearsIt() {
        fleet.born(ONE);
        fleet.tell(new FleetEvent.Occurred(ONE, fleet.now(), AlarmKind.COMMAND_REJECTED));
        fleet.pass(MINUTE, ONE);
        long alarm = fleet.alarm(AlarmKind.COMMAND_REJECTED).orElseThrow().id();
        fleet.operate(new OperatorAction.Clear(alarm, "war ein Test"));
        assertEquals(Optional.empty(), fleet.alarm(AlarmKind.COMMAND_REJECTED));
    }

    @Test
    void aConditionThatHoldsCannotBeClearedByHand() {
        fleet.born(ONE);
        fleet.device(ONE, "receipt-printer", DeviceStatus.USER_ERROR, PaperStatus.JAMMED);
        fleet.operate(
                new OperatorAction.Clear(
                        fleet.alarm(AlarmKind.JAMMED).orElseThrow().id(), "weg damit"));
        assertTrue(fleet.alarm(AlarmKind.JAMMED).isPresent());
    }

    @Test
    void fraudStaysAfterTheDeviceIsQuietAgain() {
        fleet.born(ONE);
        fleet.device(ONE, "card-reader", DeviceStatus.FRAUD_ATTEMPT, PaperStatus.UNKNOWN);
        fleet.device(ONE, "card-reader", DeviceStatus.ONLINE, PaperStatus.UNKNOWN);
        assertEquals(1, fleet.count(AlarmKind.FRAUD));
    }

    @Test
    void whoMayOnlyLookChangesNothingAndIsWrittenDown() {
        fleet.born(ONE);
        fleet.device(ONE, "receipt-printer", DeviceStatus.USER_ERROR, PaperStatus.JAMMED);
        Alarm alarm = fleet.alarm(AlarmKind.JAMMED).orElseThrow();
        fleet.tell(
                new FleetEvent.Operated(
                        fleet.now(),
                        new Operator("gast", Role.VIEW),
                        new OperatorAction.Acknowledge(alarm.id(), "")));
        assertEquals(AlarmState.RAISED, fleet.alarm(AlarmKind.JAMMED).orElseThrow().state());
        assertFalse(fleet.effects(FleetEffect.Audit.class).getLast().allowed());
    }

    @Test
    void onlyAdministratorsSilenceAnOffice() {
        fleet.tell(
                new FleetEvent.Operated(
                        fleet.now(),
                        Fleet.OPERATOR,
                        new OperatorAction.OpenWindow(window(fleet.now(), Duration.ofHours(1)))));
        assertTrue(fleet.state().windows().isEmpty());
    }

    @Test
    void aRetiredTerminalHasNoAlarms() {
        oneIsLost();
        fleet.pass(MINUTE, TWO);
        List<FleetEffect> effects =
                fleet.tell(
                        new FleetEvent.Operated(
                                fleet.now(),
                                Fleet.ADMINISTRATOR,
                                new OperatorAction.Retire(ONE, "abgebaut")));
        assertEquals(0, fleet.state().alarms().size());
        assertTrue(
                effects.indexOf(
                                new FleetEffect.KeepChange(
                                        new Change(
                                                ONE,
                                                fleet.now(),
                                                Change.CONNECTION,
                                                Change.REMOVED)))
                        > effects.indexOf(new FleetEffect.Forget(ONE)));
        assertEquals(1, fleet.state().terminals().size());
        assertEquals(new OfficeTally(1, 0, Instant.MIN), fleet.state().offices().get("amt"));
    }

    @Test
    void hostAndCertificateAreJudged() {
        double soon = Fleet.START.plus(Duration.ofDays(10)).toEpochMilli();
        fleet.born(
                ONE,
                0,
                Map.of(
                        MetricNames.DISK, 0.95,
                        MetricNames.OUTBOX, 2_000.0,
                        MetricNames.CLOCK, -6.0,
                        MetricNames.CERTIFICATE_END, soon));
        fleet.pass(Duration.ofMinutes(6), ONE);
        assertEquals(1, fleet.count(AlarmKind.DISK_LOW));
        assertEquals(1, fleet.count(AlarmKind.OUTBOX_BACKLOG));
        assertEquals(1, fleet.count(AlarmKind.CLOCK_SKEW));
        assertEquals(1, fleet.count(AlarmKind.CERTIFICATE_EXPIRING));
        fleet.jump(Duration.ofDays(11));
        fleet.report(ONE, Map.of(MetricNames.DISK, 0.5));
        assertEquals(0, fleet.count(AlarmKind.DISK_LOW));
        assertEquals(0, fleet.count(AlarmKind.CERTIFICATE_EXPIRING));
        assertEquals(1, fleet.count(AlarmKind.CERTIFICATE_INVALID));
    }

    private void right(String word, Duration lived, Duration left) {
        fleet.report(
                ONE,
                Map.of(MetricNames.RIGHT, word, MetricNames.PAYMENT, "reachable"),
                Map.of(
                        MetricNames.RIGHT_START, (double) fleet.now().minus(lived).toEpochMilli(),
                        MetricNames.RIGHT_END, (double) fleet.now().plus(left).toEpochMilli()));
    }

    private static AlarmKey reader(AlarmKind kind) {
        return AlarmKey.of(kind, ONE, "card-reader");
    }

    @Test
    void theRightToReadCardsIsJudgedByHowLongItLives() {
        fleet.born(ONE);
        right("held", Duration.ofDays(2), Duration.ofDays(1));
        assertEquals(0, fleet.state().alarms().size());
        right("held", Duration.ofDays(400), Duration.ofDays(29));
        assertTrue(fleet.state().alarms().containsKey(reader(AlarmKind.CERTIFICATE_EXPIRING)));
        right("held", Duration.ofDays(400), Duration.ZERO);
        assertEquals(0, fleet.count(AlarmKind.CERTIFICATE_EXPIRING));
        assertTrue(fleet.state().alarms().containsKey(reader(AlarmKind.CERTIFICATE_INVALID)));
        right("held", Duration.ofDays(1), Duration.ofDays(400));
        assertEquals(0, fleet.state().alarms().size());
        right("missing", Duration.ofDays(1), Duration.ofDays(400));
        assertTrue(fleet.state().alarms().containsKey(reader(AlarmKind.CERTIFICATE_INVALID)));
        right("unknown", Duration.ofDays(1), Duration.ofDays(-1));
        assertEquals(0, fleet.state().alarms().size(), "none is configured any more");
    }

    @Test
    void whatATerminalLeansOnIsKeptAndKnownToTheNextMonitor() {
        fleet.born(ONE);
        right("held", Duration.ofDays(1), Duration.ofDays(400));
        right("held", Duration.ofDays(1), Duration.ofDays(400));
        List<Change> kept =
                fleet.effects(FleetEffect.KeepChange.class).stream()
                        .map(FleetEffect.KeepChange::change)
                        .filter(change -> change.subject().startsWith("Status/"))
                        .toList();
        assertEquals(2, kept.size(), "each once");
        assertEquals(
                Map.of(MetricNames.RIGHT, "held", MetricNames.PAYMENT, "reachable"),
                TerminalMemory.of(ONE, kept, fleet.now()).words());
    }

    @Test
    void whatATerminalSaysIsOverIsOver() {
        fleet.born(ONE);
        fleet.tell(new FleetEvent.Occurred(ONE, fleet.now(), AlarmKind.CRASH_LOOP));
        assertEquals(1, fleet.count(AlarmKind.CRASH_LOOP));
        fleet.tell(new FleetEvent.Passed(ONE, fleet.now(), AlarmKind.CRASH_LOOP));
        assertEquals(List.of(Notice.RAISED, Notice.CLEARED), fleet.notices(AlarmKind.CRASH_LOOP));
    }

    @Test
    void aNewMonitorRaisesNothingAgainAndClearsNothingUnheard() {
        fleet.born(ONE, 0, Map.of(MetricNames.DISK, 0.95));
        fleet.device(ONE, "receipt-printer", DeviceStatus.USER_ERROR, PaperStatus.OUT);
        fleet.pass(Duration.ofMinutes(6), ONE);
        List<Alarm> open = fleet.state().alarms().values().toList();
        assertEquals(2, open.size());
        Fleet next = fleet.successor(open);
        next.tell(new FleetEvent.BrokerFound(next.now()));
        next.report(ONE, Map.of());
        next.pass(Duration.ofMinutes(2), ONE);
        assertEquals(2, next.state().alarms().size());
        next.born(ONE, 3, Map.of(MetricNames.DISK, 0.2));
        assertEquals(0, next.count(AlarmKind.DISK_LOW));
        assertEquals(1, next.count(AlarmKind.PAPER_OUT));
        assertTrue(
                next.effects(FleetEffect.Notify.class).stream()
                        .noneMatch(notify -> notify.notice() == Notice.RAISED));
    }

    /// An operator marks everything after a whole region was lost.
    @Test
    @Timeout(10)
    void twentyThousandAreAcknowledgedAtOnce() {
        List<FleetEvent> papers = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            TerminalId id = Fleet.id("amt-" + i % 100, i);
            papers.add(fleet.birth(id, 0, Map.of()));
            papers.add(
                    new FleetEvent.DeviceReported(
                            id,
                            fleet.now(),
                            1,
                            "receipt-printer",
                            DeviceReport.of(DeviceStatus.USER_ERROR, PaperStatus.OUT)));
        }
        FleetReducer reducer = new FleetReducer(AlarmPolicy.USUAL);
        FleetState state = reducer.next(fleet.state(), papers).state();
        assertEquals(20_000, state.alarms().size());
        List<FleetEvent> wishes = new ArrayList<>();
        state.alarms()
                .forEach((_, alarm) ->
                        wishes.add(
                                new FleetEvent.Operated(
                                        fleet.now(),
                                        new Operator("erika", Role.OPERATE),
                                        new OperatorAction.Acknowledge(alarm.id(), "Sturm"))));
        FleetState after = reducer.next(state, wishes).state();
        assertTrue(after.alarms().values().allMatch(alarm -> alarm.state() == AlarmState.ACKED));
    }
}
