package de.koblenz.kiosk.fleet.collector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.fleet.model.AlarmKind;
import de.koblenz.kiosk.health.event.EventKind;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class MonitorsOverSqliteTest extends MonitorsContract {
    @Override
    String address() {
        return "jdbc:sqlite:" + folder.resolve("fleet.db");
    }

    @Test
    void aFullDiskHoldsTheAcknowledgementsBackAndLosesNothing() throws Exception {
        MonitorProcess monitor = open(new MonitorProcess("m1", broker.settings(), address));
        Terminal terminal = terminal(ONE);
        terminal.event(1, EventKind.STARTED);
        terminal.await("ack 1");
        monitor.limit(Long.toString(Files.size(folder.resolve("fleet.db-wal"))));
        terminal.event(2, EventKind.FRAUD);
        while (!monitor.log().contains("the store does not work")) {
            Thread.onSpinWait();
        }
        for (int number = 3; number <= 40; number++) {
            terminal.event(number, EventKind.COMMAND_REJECTED);
        }
        assertEquals(1, events().size());
        assertTrue(terminal.heard.isEmpty());
        monitor.limit("unlimited");
        terminal.await("ack 40");
        assertEquals(40, events().size());
        assertEquals(1, alarms(AlarmKind.FRAUD).size());
    }
}
