package de.koblenz.kiosk.bench.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.device.DeviceHealth;
import de.koblenz.kiosk.health.HealthReport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TerminalLifeTest {
    private static final Instant START = Instant.parse("2026-06-01T08:00:00Z");
    private static final Duration STEP = Duration.ofMinutes(2);

    private static TerminalLife life(long seed) {
        return new TerminalLife(new SplittableRandom(seed), "0.1.0", "0123456789abcdef");
    }

    private static List<HealthReport> days(TerminalLife life, int days) {
        List<HealthReport> reports = new ArrayList<>();
        Instant at = START;
        for (long i = 0; i < Duration.ofDays(days).dividedBy(STEP); i++) {
            life.live(STEP);
            at = at.plus(STEP);
            reports.add(life.report(at));
        }
        return reports;
    }

    @Test
    void theSameSeedMakesTheSameLife() {
        assertEquals(days(life(7), 3), days(life(7), 3));
        assertTrue(!days(life(7), 3).equals(days(life(8), 3)));
    }

    @Test
    void inSomeWeeksEverythingHappensAndIsMended() {
        Set<String> seen = new HashSet<>();
        for (long seed = 0; seed < 20; seed++) {
            TerminalLife life = life(seed);
            for (long i = 0; i < Duration.ofDays(40).dividedBy(STEP); i++) {
                life.live(STEP);
                HealthReport report = life.report(START);
                seen.add(report.mode().name());
                for (DeviceHealth device : report.devices()) {
                    seen.add(device.id() + " " + device.state());
                    seen.add(device.id() + " " + device.details().get("paper"));
                }
                if (!life.runs()) {
                    seen.add("crashed");
                }
                if (!life.reachable()) {
                    seen.add("cut");
                }
                if (life.fiddledWith()) {
                    seen.add("fraud");
                }
            }
        }
        assertTrue(
                seen.containsAll(
                        Set.of(
                                "IN_SERVICE",
                                "MAINTENANCE",
                                "SUPERVISOR",
                                "receipt-printer full",
                                "receipt-printer low",
                                "receipt-printer out",
                                "receipt-printer jammed",
                                "receipt-printer NO_DEVICE",
                                "card-reader HARDWARE_ERROR",
                                "crashed",
                                "cut",
                                "fraud")),
                seen.toString());
        List<HealthReport> month = days(life(3), 30);
        assertTrue(month.getLast().sessions().completed() > 1_000);
        // Mended: most of the time it works.
        assertTrue(
                month.stream().filter(r -> r.mode() == HealthReport.Mode.IN_SERVICE).count()
                        > month.size() * 9L / 10);
    }
}
