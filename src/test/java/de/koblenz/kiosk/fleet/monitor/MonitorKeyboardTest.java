package de.koblenz.kiosk.fleet.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.citizen.ui.view.FxToolkit;
import de.koblenz.kiosk.fleet.model.Alarm;
import de.koblenz.kiosk.fleet.model.AlarmPolicy;
import de.koblenz.kiosk.fleet.model.AlarmState;
import de.koblenz.kiosk.fleet.model.AuditEntry;
import de.koblenz.kiosk.fleet.model.FleetEffect;
import de.koblenz.kiosk.fleet.model.FleetEvent;
import de.koblenz.kiosk.fleet.model.FleetJournal;
import de.koblenz.kiosk.fleet.model.FleetReducer;
import de.koblenz.kiosk.fleet.model.FleetTransition;
import de.koblenz.kiosk.fleet.model.Operator;
import de.koblenz.kiosk.fleet.model.OperatorAction;
import de.koblenz.kiosk.fleet.model.Role;
import de.koblenz.kiosk.fleet.model.Shard;
import de.koblenz.kiosk.store.FleetDatabase;
import de.koblenz.kiosk.store.SqlAuditLog;
import de.koblenz.kiosk.store.SqlFleetJournal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Everything by keys alone; and what a role does not allow is refused beneath the screen, whatever the screen says.
class MonitorKeyboardTest {
    @TempDir private Path folder;
    private FleetDatabase database;
    private SampleFleet fleet;

    // Set on the JavaFX thread.
    @SuppressWarnings("NullAway.Init")
    private Desktop desktop;

    @SuppressWarnings("NullAway.Init")
    private Scene scene;

    @SuppressWarnings("NullAway.Init")
    private Keys keys;

    @BeforeEach
    void open() throws Exception {
        fleet = new SampleFleet(40, 4, 7);
        fleet.pass(Duration.ofMinutes(1));
        fleet.tell(
                fleet.printer(
                        fleet.terminal(5),
                        de.koblenz.kiosk.fleet.model.DeviceStatus.ONLINE,
                        de.koblenz.kiosk.fleet.model.PaperStatus.OUT,
                        0));
        database = FleetDatabase.open("jdbc:sqlite:" + folder.resolve("fleet.db"));
        desktop = FxToolkit.call(() -> new Desktop(database, Desktop.texts("de"), false));
        scene = FxToolkit.call(() -> desktop.view.scene(1600, 900));
        keys = new Keys(scene);
        FxToolkit.run(() -> desktop.take(fleet));
    }

    @AfterEach
    void close() {
        database.close();
    }

    /// Tables learn their keys when they are drawn.
    private void draw() {
        for (int i = 0; i < 2; i++) {
            desktop.view.applyCss();
            desktop.view.layout();
        }
    }

    private void enter(Operator operator) {
        desktop.view.signIn(operator);
        draw();
    }

    private OverviewPage overview() {
        return (OverviewPage) desktop.view.page();
    }

    private boolean sheetOpen() {
        return desktop.view.place().sheets.open();
    }

    @Test
    void anOperatorSignsInAndOutByKeys() throws Exception {
        FxToolkit.run(() -> {
            assertInstanceOf(SignInPage.class, desktop.view.page());
            keys.press(KeyCode.F3);
            assertInstanceOf(SignInPage.class, desktop.view.page());
            draw();
            desktop.view.page().first().requestFocus();
            keys.type("erika.muster");
            keys.press(KeyCode.ENTER);
            keys.type("12345679");
            keys.press(KeyCode.ENTER);
            assertInstanceOf(SignInPage.class, desktop.view.page());
            keys.type("12345678");
            keys.press(KeyCode.ENTER);
            assertInstanceOf(OverviewPage.class, desktop.view.page());
            assertEquals(Desktop.OPERATOR, desktop.view.place().operator().orElseThrow());
            keys.press(KeyCode.F12);
            assertInstanceOf(SignInPage.class, desktop.view.page());
        });
    }

    @Test
    void everyPageHasItsKey() throws Exception {
        FxToolkit.run(() -> {
            enter(Desktop.OPERATOR);
            Map<KeyCode, Class<? extends Page>> pages =
                    Map.of(
                            KeyCode.F3, AlarmsPage.class,
                            KeyCode.F4, MaintenancePage.class,
                            KeyCode.F6, AuditPage.class,
                            KeyCode.F7, ReportPage.class);
            pages.forEach((key, page) -> {
                keys.press(key);
                assertInstanceOf(page, desktop.view.page());
                draw();
                // The table has the focus, and takes F2 for itself where it may.
                keys.press(KeyCode.F2);
                assertInstanceOf(OverviewPage.class, desktop.view.page());
                draw();
            });
            keys.press(KeyCode.F1);
            assertTrue(sheetOpen());
            keys.press(KeyCode.ESCAPE);
            assertFalse(sheetOpen());
        });
    }

    @Test
    void aTerminalIsFoundAndOpened() throws Exception {
        FxToolkit.run(() -> {
            enter(Desktop.OPERATOR);
            keys.control(KeyCode.F);
            keys.type("trier terminal-7");
            assertEquals(1, overview().table().getItems().size());
            keys.press(KeyCode.ENTER);
            keys.press(KeyCode.ENTER);
            assertInstanceOf(TerminalPage.class, desktop.view.page());
            assertEquals("Bürgeramt Trier · terminal-7", desktop.view.page().title());
            keys.press(KeyCode.ESCAPE);
            assertInstanceOf(OverviewPage.class, desktop.view.page());
        });
    }

    @Test
    void lettersInTheSearchAreNoCommands() throws Exception {
        FxToolkit.run(() -> {
            enter(Desktop.OPERATOR);
            keys.press(KeyCode.F3);
            draw();
            keys.control(KeyCode.F);
            keys.press(KeyCode.Q);
            assertFalse(sheetOpen());
        });
    }

    @Test
    void aChoiceOfTerminalsIsTakenOutOfServiceWithWords() throws Exception {
        FxToolkit.run(() -> {
            enter(Desktop.OPERATOR);
            keys.control(KeyCode.B);
            assertFalse(sheetOpen());
            overview().table().getSelectionModel().selectRange(0, 3);
            keys.control(KeyCode.B);
            assertTrue(sheetOpen());
            draw();
            keys.type("Wir bauen um.");
            keys.control(KeyCode.ENTER);
            assertFalse(sheetOpen());
            assertEquals(3, desktop.sent.size());
            assertTrue(desktop.sent.getFirst().contains("Wir bauen um."));
            assertFalse(desktop.sent.getFirst().contains("forced"));
        });
    }

    @Test
    void whoeverMayOnlyLookSendsNoCommandAndIsWrittenDown() throws Exception {
        FxToolkit.run(() -> {
            enter(Desktop.GUEST);
            overview().table().getSelectionModel().select(0);
            keys.control(KeyCode.R);
            keys.control(KeyCode.ENTER);
        });
        assertEquals(List.of(), desktop.sent);
        AuditEntry entry =
                new SqlAuditLog(database)
                        .entries(fleet.now().minusSeconds(1), fleet.now().plusSeconds(1), 9)
                        .getFirst();
        assertEquals("gast", entry.account());
        assertEquals("restart", entry.action());
        assertFalse(entry.allowed());
    }

    private List<FleetJournal.Request> acknowledged(Operator operator) throws Exception {
        FxToolkit.run(() -> {
            enter(operator);
            keys.press(KeyCode.F3);
            draw();
            keys.press(KeyCode.HOME);
            keys.press(KeyCode.Q);
            assertTrue(sheetOpen());
            draw();
            keys.control(KeyCode.ENTER);
            assertTrue(sheetOpen(), "no reason, no acknowledgement");
            keys.type("Rolle ist unterwegs");
            keys.control(KeyCode.ENTER);
            assertFalse(sheetOpen());
        });
        return new SqlFleetJournal(database).requests(Shard.WHOLE);
    }

    @Test
    void anAcknowledgementGoesToTheCollectorWithItsReason() throws Exception {
        Alarm alarm = fleet.state().alarms().values().findAny().orElseThrow();
        List<FleetJournal.Request> requests = acknowledged(Desktop.OPERATOR);
        assertEquals(1, requests.size());
        assertEquals(
                new OperatorAction.Acknowledge(alarm.id(), "Rolle ist unterwegs"),
                requests.getFirst().action());
        assertEquals(Desktop.OPERATOR, requests.getFirst().by());
    }

    @Test
    void theModelRefusesWhatTheRoleDoesNotAllow() throws Exception {
        Alarm alarm = fleet.state().alarms().values().findAny().orElseThrow();
        FleetJournal.Request request = acknowledged(Desktop.GUEST).getFirst();
        assertEquals(Role.VIEW, request.by().role());
        FleetTransition next =
                new FleetReducer(AlarmPolicy.USUAL)
                        .next(
                                fleet.state(),
                                new FleetEvent.Operated(
                                        fleet.now(), request.by(), request.action()));
        assertEquals(AlarmState.RAISED, next.state().alarm(alarm.id()).orElseThrow().state());
        assertTrue(
                next.effects().stream()
                        .anyMatch(effect ->
                                effect instanceof FleetEffect.Audit audit && !audit.allowed()));
    }

    @Test
    void maintenanceIsPlannedByKeys() throws Exception {
        FxToolkit.run(() -> {
            enter(Desktop.ADMINISTRATOR);
            keys.press(KeyCode.F4);
            draw();
            keys.press(KeyCode.N);
            assertTrue(sheetOpen());
            draw();
            keys.type("trier");
            for (int i = 0; i < 4; i++) {
                keys.tab();
            }
            keys.type("Umbau");
            keys.control(KeyCode.ENTER);
            assertFalse(sheetOpen());
        });
        OperatorAction action =
                new SqlFleetJournal(database).requests(Shard.WHOLE).getFirst().action();
        OperatorAction.OpenWindow open = assertInstanceOf(OperatorAction.OpenWindow.class, action);
        assertEquals("buergeramt-trier", open.window().office().orElseThrow());
        assertEquals("Umbau", open.window().reason());
    }

    @Test
    void whoeverLeavesIsSignedOut() throws Exception {
        FxToolkit.run(() -> {
            enter(Desktop.OPERATOR);
            desktop.now = desktop.now.plus(Duration.ofMinutes(14));
            desktop.view.take(fleet.state());
            assertInstanceOf(OverviewPage.class, desktop.view.page());
            desktop.now = desktop.now.plus(Duration.ofMinutes(2));
            desktop.view.take(fleet.state());
            assertInstanceOf(SignInPage.class, desktop.view.page());
        });
    }

    @Test
    void tilesAreOneStopAndArrowsGoThroughThem() throws Exception {
        FxToolkit.run(() -> {
            enter(Desktop.OPERATOR);
            List<Node> tiles =
                    Walk.stops(desktop.view).stream().filter(OfficeTile.class::isInstance).toList();
            assertEquals(1, tiles.size());
            tiles.getFirst().requestFocus();
            keys.press(KeyCode.RIGHT);
            keys.press(KeyCode.ENTER);
            assertEquals(
                    "buergeramt-ludwigshafen", overview().table().filter().office().orElseThrow());
            assertEquals(10, overview().table().getItems().size());
            keys.press(KeyCode.ESCAPE);
            assertEquals(40, overview().table().getItems().size());
        });
    }

    @Test
    void theChosenRowStaysWhereItIsWhileTheFleetChanges() throws Exception {
        FxToolkit.run(() -> {
            enter(Desktop.OPERATOR);
            TerminalTable table = overview().table();
            table.requestFocus();
            keys.press(KeyCode.DOWN);
            keys.press(KeyCode.DOWN);
            TerminalItem chosen = table.getSelectionModel().getSelectedItem();
            int index = table.getSelectionModel().getSelectedIndex();
            fleet.lost(fleet.terminal(30));
            desktop.take(fleet);
            assertEquals(index, table.getItems().indexOf(chosen));
            assertEquals(chosen, table.getSelectionModel().getSelectedItem());
            assertTrue(table.stale());
            keys.press(KeyCode.F5);
            assertEquals(chosen, table.getSelectionModel().getSelectedItem());
            assertFalse(table.stale());
            assertEquals(fleet.terminal(30), table.getItems().get(0).id());
        });
    }

    @Test
    void whoReadsNoMoreNeedNotWaitForTheNextChangeToSeeTheOrder() throws Exception {
        FxToolkit.run(() -> {
            enter(Desktop.OPERATOR);
            TerminalTable table = overview().table();
            table.requestFocus();
            keys.press(KeyCode.DOWN);
            fleet.lost(fleet.terminal(30));
            desktop.take(fleet);
            assertTrue(table.stale());
            double kept = table.kept().orElseThrow().toSeconds();
            assertTrue(kept > 45 && kept < 46, () -> "kept for " + kept + " s");
            desktop.now = desktop.now.plusSeconds(44);
            table.look();
            assertTrue(table.stale(), "still read");
            desktop.now = desktop.now.plusSeconds(2);
            table.look();
            assertFalse(table.stale());
            assertEquals(fleet.terminal(30), table.getItems().get(0).id());
            assertTrue(table.kept().isEmpty());
        });
    }
}
