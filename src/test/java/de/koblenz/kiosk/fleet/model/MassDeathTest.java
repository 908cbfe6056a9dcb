package de.koblenz.kiosk.fleet.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MassDeathTest {
    private static final int OFFICES = 200;
    private static final int PER_OFFICE = 50;

    private final Fleet fleet = new Fleet();

    private List<TerminalId> all() {
        List<TerminalId> all = new ArrayList<>();
        for (int office = 0; office < OFFICES; office++) {
            for (int terminal = 0; terminal < PER_OFFICE; terminal++) {
                all.add(Fleet.id("amt-" + office, terminal));
            }
        }
        return all;
    }

    @Test
    void tenThousandDeathsAreOneAlarmPerOffice() {
        List<TerminalId> all = all();
        List<FleetEvent> births = new ArrayList<>();
        all.forEach(id -> births.add(fleet.birth(id, 0, Map.of())));
        fleet.tell(births);
        assertEquals(10_000, fleet.state().terminals().size());
        List<FleetEvent> deaths = new ArrayList<>();
        all.forEach(id -> deaths.add(new FleetEvent.Died(id, fleet.now(), 0)));
        // Generous: it takes some 30 ms.
        assertTimeout(Duration.ofSeconds(2), () -> fleet.tell(deaths));
        assertEquals(OFFICES, fleet.count(AlarmKind.SITE_LOST));
        assertEquals(OFFICES, fleet.state().alarms().size());
        fleet.pass(Duration.ofMinutes(3));
        assertEquals(0, fleet.count(AlarmKind.NODE_LOST));
    }

    @Test
    void aMassReturnClearsThemAndRaisesNothing() {
        List<TerminalId> all = all();
        List<FleetEvent> events = new ArrayList<>();
        all.forEach(id -> events.add(fleet.birth(id, 0, Map.of())));
        all.forEach(id -> events.add(new FleetEvent.Died(id, fleet.now(), 0)));
        fleet.tell(events);
        fleet.pass(Duration.ofMinutes(2));
        for (int second = 0; second < 60; second++) {
            List<FleetEvent> births = new ArrayList<>();
            for (int i = second; i < all.size(); i += 60) {
                births.add(fleet.birth(all.get(i), 1, Map.of()));
            }
            fleet.tell(births);
            fleet.pass(Duration.ofSeconds(1));
        }
        assertEquals(0, fleet.state().alarms().size());
        assertEquals(List.of(), fleet.notices(AlarmKind.NODE_LOST));
    }
}
