package de.koblenz.kiosk.fleet.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.koblenz.kiosk.citizen.ui.view.FxToolkit;
import de.koblenz.kiosk.fleet.model.Alarm;
import de.koblenz.kiosk.fleet.model.AlarmStore;
import de.koblenz.kiosk.fleet.model.Batch;
import de.koblenz.kiosk.fleet.model.DeviceStatus;
import de.koblenz.kiosk.fleet.model.FleetEffect;
import de.koblenz.kiosk.fleet.model.Lease;
import de.koblenz.kiosk.fleet.model.Notice;
import de.koblenz.kiosk.fleet.model.PaperStatus;
import de.koblenz.kiosk.fleet.model.Shard;
import de.koblenz.kiosk.store.FleetDatabase;
import de.koblenz.kiosk.store.SqlAlarmStore;
import de.koblenz.kiosk.store.SqlFleetJournal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whoever looks at the alarms sees that nobody is called to them.
class UncalledAlarmsTest {
    @TempDir private Path folder;

    private static void commit(FleetDatabase database, Alarm alarm, Instant called)
            throws Exception {
        SqlFleetJournal journal = new SqlFleetJournal(database);
        Duration length = Duration.ofHours(1);
        Lease lease = journal.lease(Shard.WHOLE, "m", called, length).orElseThrow();
        journal.commit(
                lease,
                called.plus(length),
                new Batch(
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(alarm),
                        List.of(new FleetEffect.Notify(alarm, Notice.RAISED, called)),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()));
    }

    private static List<String> said(Desktop desktop) {
        List<String> found = new ArrayList<>();
        for (Node node : desktop.view.lookupAll(".text-now")) {
            if (node instanceof Label label && label.getText().contains("Ruf")) {
                found.add(label.getText());
            }
        }
        return found;
    }

    @Test
    void aCallThatDoesNotGoOutIsSaidUntilItDoes() throws Exception {
        SampleFleet fleet = new SampleFleet(40, 4, 7);
        fleet.tell(fleet.printer(fleet.terminal(5), DeviceStatus.ONLINE, PaperStatus.OUT, 0));
        Alarm alarm = fleet.state().alarms().values().findAny().orElseThrow();
        try (FleetDatabase database =
                FleetDatabase.open("jdbc:sqlite:" + folder.resolve("fleet.db"))) {
            // 08:00 in Koblenz.
            Instant raised = Instant.parse("2026-06-06T06:00:00Z");
            commit(database, alarm, raised);
            Desktop desktop =
                    FxToolkit.call(() -> new Desktop(database, Desktop.texts("de"), false));
            Keys keys = new Keys(FxToolkit.call(() -> desktop.view.scene(1600, 900)));
            FxToolkit.run(() -> {
                desktop.take(fleet);
                desktop.now = raised.plusSeconds(30);
                desktop.view.signIn(Desktop.OPERATOR);
                keys.press(KeyCode.F3);
                assertEquals(List.of(), said(desktop), "it may still be on its way");
                desktop.now = raised.plusSeconds(90);
                keys.press(KeyCode.F2);
                keys.press(KeyCode.F3);
                assertEquals(List.of("Seit 08:00 geht kein Ruf hinaus"), said(desktop));
            });
            AlarmStore alarms = new SqlAlarmStore(database);
            alarms.called(alarms.calls(1).getFirst());
            FxToolkit.run(() -> {
                desktop.now = raised.plusSeconds(151);
                keys.press(KeyCode.F2);
                keys.press(KeyCode.F3);
                assertEquals(List.of(), said(desktop));
            });
        }
    }
}
