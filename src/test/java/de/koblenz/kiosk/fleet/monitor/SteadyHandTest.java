package de.koblenz.kiosk.fleet.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import de.koblenz.kiosk.citizen.ui.view.FxToolkit;
import de.koblenz.kiosk.fleet.model.Alarm;
import de.koblenz.kiosk.fleet.model.AlarmState;
import de.koblenz.kiosk.fleet.model.DeviceStatus;
import de.koblenz.kiosk.fleet.model.MaintenanceWindow;
import de.koblenz.kiosk.fleet.model.OperatorAction;
import de.koblenz.kiosk.fleet.model.PaperStatus;
import de.koblenz.kiosk.store.FleetDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is under the hand stays there while the fleet goes on, and what is read stays true.
class SteadyHandTest {
    @TempDir private Path folder;
    private FleetDatabase database;
    private SampleFleet fleet;

    // Set on the JavaFX thread.
    @SuppressWarnings("NullAway.Init")
    private Desktop desktop;

    @SuppressWarnings("NullAway.Init")
    private Keys keys;

    @BeforeEach
    void open() throws Exception {
        fleet = new SampleFleet(40, 4, 7);
        fleet.pass(Duration.ofMinutes(1));
        paperOut(5);
        database = FleetDatabase.open("jdbc:sqlite:" + folder.resolve("fleet.db"));
        desktop = FxToolkit.call(() -> new Desktop(database, Desktop.texts("de"), false));
        keys = new Keys(FxToolkit.call(() -> desktop.view.scene(1600, 900)));
        FxToolkit.run(() -> {
            desktop.take(fleet);
            desktop.view.signIn(Desktop.ADMINISTRATOR);
        });
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void paperOut(int terminal) {
        fleet.tell(
                fleet.printer(fleet.terminal(terminal), DeviceStatus.ONLINE, PaperStatus.OUT, 0));
    }

    private Alarm alarm() {
        return fleet.state().alarms().values().findAny().orElseThrow();
    }

    private List<Node> buttons() {
        return Walk.stops(desktop.view.page()).stream()
                .filter(node -> node instanceof Button && node.getStyleClass().contains("wide"))
                .toList();
    }

    /// Opens a page and chooses the first row of its table.
    private void choose(KeyCode page) {
        keys.press(page);
        desktop.view.applyCss();
        desktop.view.layout();
        keys.press(KeyCode.HOME);
    }

    private void otherTerminalsSpeak() {
        fleet.pass(Duration.ofSeconds(1));
        paperOut(9);
        desktop.take(fleet);
    }

    @Test
    void theButtonsOfAnAlarmStayWhileOthersAreRaised() throws Exception {
        FxToolkit.run(() -> {
            choose(KeyCode.F3);
            List<Node> before = buttons();
            assertFalse(before.isEmpty());
            before.getFirst().requestFocus();
            otherTerminalsSpeak();
            assertEquals(before, buttons());
            assertSame(before.getFirst(), desktop.view.getScene().getFocusOwner());
        });
    }

    @Test
    void theButtonOfAMaintenanceStaysWhileAlarmsAreRaised() throws Exception {
        fleet.operate(
                Desktop.ADMINISTRATOR,
                new OperatorAction.OpenWindow(
                        new MaintenanceWindow(
                                "w1",
                                Optional.empty(),
                                Optional.empty(),
                                fleet.now(),
                                fleet.now().plus(Duration.ofHours(1)),
                                "Umbau")));
        FxToolkit.run(() -> {
            desktop.take(fleet);
            choose(KeyCode.F4);
            Node before = buttons().getFirst();
            otherTerminalsSpeak();
            assertSame(before, buttons().getFirst());
        });
    }

    @Test
    void whatIsAcknowledgedIsNotShownAsOver() throws Exception {
        FxToolkit.run(() -> {
            choose(KeyCode.F3);
            AlarmTable table = ((AlarmsPage) desktop.view.page()).table();
            assertEquals(AlarmState.RAISED, table.chosen().getFirst().state());
            fleet.operate(
                    Desktop.ADMINISTRATOR,
                    new OperatorAction.Acknowledge(alarm().id(), "Rolle ist unterwegs"));
            buttons().getFirst().requestFocus();
            desktop.take(fleet);
            assertEquals(AlarmState.ACKED, table.chosen().getFirst().state());
            assertSame(table, desktop.view.getScene().getFocusOwner());
            fleet.tell(
                    fleet.printer(fleet.terminal(5), DeviceStatus.ONLINE, PaperStatus.FULL, 200));
            desktop.take(fleet);
            assertEquals(AlarmState.CLEARED, table.chosen().getFirst().state());
        });
    }

    @Test
    void aCommandStandsAmongTheCommandsAsSoonAsTheyAreLookedAt() throws Exception {
        FxToolkit.run(() -> {
            desktop.view.open(fleet.terminal(5));
            desktop.view.applyCss();
            desktop.view.layout();
            keys.control(KeyCode.U);
            keys.control(KeyCode.ENTER);
            assertEquals(1, desktop.sent.size());
            ((ToggleButton)
                            found(
                                    ".toggle-button",
                                    node -> ((ToggleButton) node).getText().equals("Befehle")))
                    .fire();
            ListView<?> list = (ListView<?>) found(".list-view", node -> node.isVisible());
            assertEquals(1, list.getItems().size());
        });
    }

    private Node found(String selector, Predicate<Node> which) {
        return desktop.view.page().lookupAll(selector).stream()
                .filter(which)
                .findAny()
                .orElseThrow();
    }
}
