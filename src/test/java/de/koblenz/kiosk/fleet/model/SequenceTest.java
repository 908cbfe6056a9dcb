package de.koblenz.kiosk.fleet.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SequenceTest {
    private static final TerminalId ONE = Fleet.id("amt", 1);
    private final Fleet fleet = new Fleet();

    private void report(int seq) {
        fleet.tell(new FleetEvent.Reported(ONE, fleet.now(), seq, NodeReport.NOTHING));
    }

    private int rebirths() {
        return fleet.effects(FleetEffect.RequestRebirth.class).size();
    }

    @Test
    void countsWrapAfter255() {
        fleet.born(ONE);
        for (int i = 1; i < 600; i++) {
            report(i % 256);
        }
        assertEquals(0, rebirths());
    }

    @Test
    void aGapAsksForABirthOnce() {
        fleet.born(ONE);
        report(1);
        report(3);
        report(4);
        assertEquals(1, rebirths());
        fleet.born(ONE);
        report(1);
        assertEquals(1, rebirths());
    }

    @Test
    void aBirthThatDoesNotComeIsAskedForAgain() {
        report(5);
        fleet.jump(Duration.ofSeconds(9));
        report(6);
        assertEquals(1, rebirths());
        fleet.jump(Duration.ofSeconds(2));
        report(7);
        assertEquals(2, rebirths());
    }

    @Test
    void whatAGapLeftIsTakenAllTheSame() {
        fleet.born(ONE);
        fleet.tell(
                new FleetEvent.DeviceReported(
                        ONE,
                        fleet.now(),
                        77,
                        "receipt-printer",
                        DeviceReport.of(DeviceStatus.USER_ERROR, PaperStatus.OUT)));
        assertEquals(1, fleet.count(AlarmKind.PAPER_OUT));
    }

    @Test
    void aDeviceThatANewBirthDoesNotTellOfIsGone() {
        fleet.born(ONE, 1, Map.of());
        fleet.device(ONE, "receipt-printer", DeviceStatus.ONLINE, PaperStatus.FULL);
        fleet.device(ONE, "card-reader", DeviceStatus.ONLINE, PaperStatus.UNKNOWN);
        fleet.born(ONE, 2, Map.of());
        fleet.device(ONE, "receipt-printer", DeviceStatus.ONLINE, PaperStatus.FULL);
        assertTrue(fleet.state().terminal(ONE).orElseThrow().devices().containsKey("card-reader"));
        fleet.pass(Duration.ofMinutes(2), ONE);
        assertFalse(fleet.state().terminal(ONE).orElseThrow().devices().containsKey("card-reader"));
        assertTrue(
                fleet.effects(FleetEffect.KeepChange.class).stream()
                        .anyMatch(kept -> kept.change().value().equals("removed")));
    }

    @Test
    void onlyDifferencesAreKept() {
        fleet.born(ONE);
        int before = fleet.effects(FleetEffect.KeepChange.class).size();
        for (int i = 1; i < 100; i++) {
            report(i);
        }
        assertEquals(before, fleet.effects(FleetEffect.KeepChange.class).size());
        assertEquals(
                List.of("UNKNOWN", "ONLINE"),
                fleet.effects(FleetEffect.KeepChange.class).stream()
                        .map(FleetEffect.KeepChange::change)
                        .filter(change -> change.subject().equals(Change.CONNECTION))
                        .map(Change::value)
                        .toList());
    }
}
