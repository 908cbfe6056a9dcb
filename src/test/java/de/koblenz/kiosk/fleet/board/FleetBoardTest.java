package de.koblenz.kiosk.fleet.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.fleet.model.AlarmKind;
import de.koblenz.kiosk.fleet.model.AlarmPolicy;
import de.koblenz.kiosk.fleet.model.DeviceReport;
import de.koblenz.kiosk.fleet.model.DeviceStatus;
import de.koblenz.kiosk.fleet.model.FleetEvent;
import de.koblenz.kiosk.fleet.model.FleetReducer;
import de.koblenz.kiosk.fleet.model.FleetState;
import de.koblenz.kiosk.fleet.model.Health;
import de.koblenz.kiosk.fleet.model.MaintenanceWindow;
import de.koblenz.kiosk.fleet.model.NodeReport;
import de.koblenz.kiosk.fleet.model.Operator;
import de.koblenz.kiosk.fleet.model.OperatorAction;
import de.koblenz.kiosk.fleet.model.PaperStatus;
import de.koblenz.kiosk.fleet.model.Role;
import de.koblenz.kiosk.fleet.model.TerminalId;
import de.koblenz.kiosk.fleet.model.TerminalMode;
import de.koblenz.kiosk.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Rows follow the fleet, worst first, and stay where they are while somebody reads.
class FleetBoardTest {
    private static final Instant START = Instant.parse("2026-06-01T08:00:00Z");
    private static final Operator ADMINISTRATOR = new Operator("max", Role.ADMINISTER);
    private static final TerminalId ONE = new TerminalId("amt", "terminal-1");
    private static final TerminalId TWO = new TerminalId("amt", "terminal-2");
    private static final TerminalId THREE = new TerminalId("burg", "terminal-3");

    private final FleetReducer reducer = new FleetReducer(AlarmPolicy.USUAL);
    private final FleetBoard board =
            new FleetBoard(
                    new FleetWords(
                            new Texts(Locale.GERMANY, Map.of()),
                            ZoneOffset.UTC,
                            Map.of("burg", "Ehrenbreitstein")));
    private FleetState state = FleetState.EMPTY;
    private Instant now = START;

    private FleetBoard.Update tell(FleetEvent... events) {
        state = reducer.next(state, List.of(events)).state();
        return board.take(state, now);
    }

    private FleetEvent born(TerminalId id) {
        return born(id, TerminalMode.IN_SERVICE, Health.OK, "");
    }

    private FleetEvent born(TerminalId id, TerminalMode mode, Health health, String code) {
        return new FleetEvent.Born(
                id,
                now,
                1,
                0,
                new NodeReport(
                        Optional.of(mode),
                        Optional.of(health),
                        Optional.of(code),
                        Optional.of("1.0"),
                        Optional.empty(),
                        Map.of(),
                        Map.of()));
    }

    private FleetEvent paper(TerminalId id, PaperStatus paper) {
        return new FleetEvent.DeviceReported(
                id, now, 1, "receipt-printer", DeviceReport.of(DeviceStatus.ONLINE, paper));
    }

    private TerminalRow row(TerminalId id) {
        return board.row(id).orElseThrow();
    }

    private void heardAll() {
        tell(new FleetEvent.BrokerFound(now), born(ONE), born(TWO), born(THREE));
    }

    @Test
    void aTerminalThatServesNeedsNobody() {
        heardAll();
        assertEquals(Standing.WELL, row(ONE).standing());
        assertEquals(Attention.NONE, row(ONE).attention());
        assertEquals("", row(ONE).problem());
    }

    @Test
    void onlyTheRowThatIsDifferentIsMadeAnew() {
        heardAll();
        FleetBoard.Update update = tell(paper(TWO, PaperStatus.OUT));
        assertEquals(Set.of(TWO), update.changed());
        assertEquals(Set.of(), update.added());
        assertEquals(Set.of("amt"), update.offices());
        assertEquals(Standing.FAULT, row(TWO).standing());
    }

    @Test
    void lostIsShownBeforeAnyAlarm() {
        heardAll();
        tell(new FleetEvent.Died(ONE, now, 1));
        assertEquals(Standing.LOST, row(ONE).standing());
        assertEquals(Attention.NOW, row(ONE).attention());
        assertEquals(0, state.alarms().values().count());
    }

    @Test
    void whatPeopleSetOutOfServiceNeedsNobody() {
        heardAll();
        tell(born(ONE, TerminalMode.OUT_OF_SERVICE, Health.OK, ""));
        assertEquals(Standing.CLOSED, row(ONE).standing());
        assertEquals(Attention.NONE, row(ONE).attention());
        // As a terminal says it that was told to serve nobody.
        tell(born(ONE, TerminalMode.MAINTENANCE, Health.FAILED, ""));
        assertEquals(Standing.CLOSED, row(ONE).standing());
        assertEquals(Attention.NONE, row(ONE).attention());
        tell(born(ONE, TerminalMode.OUT_OF_SERVICE, Health.FAILED, "CFG-GEOMETRY"));
        assertEquals(Standing.FAILED, row(ONE).standing());
        assertEquals(Attention.NOW, row(ONE).attention());
    }

    @Test
    void whatSomebodyKnowsOfIsNotInColour() {
        heardAll();
        tell(paper(TWO, PaperStatus.OUT));
        assertEquals(Attention.NOW, row(TWO).attention());
        long alarm = state.alarms().values().findAny().orElseThrow().id();
        FleetBoard.Update update =
                tell(
                        new FleetEvent.Operated(
                                now,
                                ADMINISTRATOR,
                                new OperatorAction.Acknowledge(alarm, "bekannt")));
        assertEquals(Set.of(TWO), update.changed());
        assertEquals(Attention.HANDLED, row(TWO).attention());
        assertEquals(Standing.FAULT, row(TWO).standing());
    }

    @Test
    void anOfficesAlarmSpeaksForItsTerminals() {
        heardAll();
        tell(new FleetEvent.Died(ONE, now, 1), new FleetEvent.Died(TWO, now, 1));
        assertTrue(board.office("amt").orElseThrow().dark());
        long alarm =
                state.alarms()
                        .values()
                        .filter(each -> each.key().kind() == AlarmKind.SITE_LOST)
                        .findAny()
                        .orElseThrow()
                        .id();
        tell(
                new FleetEvent.Operated(
                        now, ADMINISTRATOR, new OperatorAction.Acknowledge(alarm, "Strom")));
        assertEquals(Attention.HANDLED, row(ONE).attention());
        assertEquals(Attention.HANDLED, row(TWO).attention());
    }

    @Test
    void maintenanceCoversItsTerminalsAndEnds() {
        heardAll();
        tell(paper(TWO, PaperStatus.OUT));
        tell(
                new FleetEvent.Operated(
                        now,
                        ADMINISTRATOR,
                        new OperatorAction.OpenWindow(
                                new MaintenanceWindow(
                                        "w",
                                        Optional.of("amt"),
                                        Optional.empty(),
                                        now,
                                        now.plusSeconds(60),
                                        "Umbau"))));
        assertEquals(Standing.MAINTAINED, row(ONE).standing());
        assertEquals(Attention.NONE, row(TWO).attention());
        assertEquals(Standing.WELL, row(THREE).standing());
        now = now.plusSeconds(61);
        tell(new FleetEvent.Ticked(now));
        assertEquals(Standing.WELL, row(ONE).standing());
        assertEquals(Attention.NOW, row(TWO).attention());
    }

    @Test
    void officesCountTheirTerminals() {
        heardAll();
        tell(paper(TWO, PaperStatus.LOW), new FleetEvent.Died(THREE, now, 1));
        OfficeSummary office = board.office("amt").orElseThrow();
        assertEquals(2, office.total());
        assertEquals(2, office.serving());
        assertEquals(1, office.soon());
        OfficeSummary all = board.total();
        assertEquals(3, all.total());
        assertEquals(1, all.lost());
        assertEquals(1, all.now());
        assertEquals("Ehrenbreitstein", board.office("burg").orElseThrow().name());
    }

    @Test
    void aTerminalThatIsNoMoreGoes() {
        heardAll();
        FleetBoard.Update update =
                tell(
                        new FleetEvent.Operated(
                                now, ADMINISTRATOR, new OperatorAction.Retire(THREE, "Umzug")));
        assertEquals(Set.of(THREE), update.removed());
        assertTrue(board.office("burg").isEmpty());
        assertEquals(2, board.rows().size());
    }

    @Test
    void theWorstComesFirst() {
        heardAll();
        tell(paper(ONE, PaperStatus.LOW), new FleetEvent.Occurred(TWO, now, AlarmKind.FRAUD));
        RowSequence sequence = new RowSequence(board);
        sequence.order(RowFilter.ALL, TerminalRow.WORST_FIRST);
        assertEquals(List.of(TWO, ONE, THREE), sequence.shown());
    }

    @Test
    void nothingMovesWhileSomebodyReads() {
        heardAll();
        RowSequence sequence = new RowSequence(board);
        RowFilter open = RowFilter.ALL.in(RowFilter.Group.OPEN);
        tell(paper(ONE, PaperStatus.OUT));
        sequence.order(open, TerminalRow.WORST_FIRST);
        assertEquals(List.of(ONE), sequence.shown());
        // One is mended and another fails: the row that is read stays, the new one waits.
        tell(paper(ONE, PaperStatus.FULL), paper(THREE, PaperStatus.OUT));
        assertFalse(sequence.hold(open));
        assertEquals(List.of(ONE), sequence.shown());
        assertEquals(1, sequence.waiting());
        assertTrue(sequence.order(open, TerminalRow.WORST_FIRST));
        assertEquals(List.of(THREE), sequence.shown());
    }

    @Test
    void whatIsNoMoreGoesEvenWhileSomebodyReads() {
        heardAll();
        RowSequence sequence = new RowSequence(board);
        sequence.order(RowFilter.ALL, TerminalRow.WORST_FIRST);
        tell(new FleetEvent.Operated(now, ADMINISTRATOR, new OperatorAction.Retire(TWO, "Umzug")));
        assertTrue(sequence.hold(RowFilter.ALL));
        assertEquals(List.of(ONE, THREE), sequence.shown());
    }

    @Test
    void filtersTakeAllTheirWords() {
        heardAll();
        RowFilter filter = RowFilter.ALL.asking("  EHREN terminal-3 ");
        assertTrue(filter.matches(row(THREE)));
        assertFalse(filter.matches(row(ONE)));
        assertFalse(filter.in(Optional.of("amt")).matches(row(THREE)));
        assertTrue(RowFilter.ALL.asking("").matches(row(ONE)));
    }

    @Test
    void groupsAreByWhatIsToBeDone() {
        heardAll();
        tell(
                born(ONE, TerminalMode.OUT_OF_SERVICE, Health.OK, ""),
                new FleetEvent.Died(TWO, now, 1));
        assertTrue(RowFilter.ALL.in(RowFilter.Group.CLOSED).matches(row(ONE)));
        assertFalse(RowFilter.ALL.in(RowFilter.Group.OPEN).matches(row(ONE)));
        assertTrue(RowFilter.ALL.in(RowFilter.Group.DOWN).matches(row(TWO)));
        assertFalse(RowFilter.ALL.in(RowFilter.Group.DOWN).matches(row(THREE)));
    }

    @Test
    void aFleetThatIsNotHeardAnyMoreStaysAsItWas() {
        heardAll();
        now = now.plus(Duration.ofSeconds(1));
        FleetBoard.Update update = tell(new FleetEvent.BrokerLost(now));
        assertEquals(Set.of(), update.changed());
        assertEquals(Standing.WELL, row(ONE).standing());
    }
}
