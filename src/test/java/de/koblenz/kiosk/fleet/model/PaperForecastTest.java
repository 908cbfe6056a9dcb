package de.koblenz.kiosk.fleet.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.fleet.model.PaperForecast.Remaining;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PaperForecastTest {
    private static final Instant START = Instant.parse("2026-06-01T08:00:00Z");

    private static Remaining at(int hours, double amount) {
        return new Remaining(START.plus(Duration.ofHours(hours)), amount);
    }

    @Test
    void evenUseEndsWhereTheLineEnds() {
        assertEquals(
                Optional.of(START.plus(Duration.ofHours(100))),
                PaperForecast.empty(List.of(at(0, 100), at(10, 90), at(20, 80))));
    }

    @Test
    void onlyTheNewRollCounts() {
        Optional<Instant> empty =
                PaperForecast.empty(List.of(at(0, 50), at(20, 5), at(21, 100), at(31, 95)));
        assertEquals(Optional.of(START.plus(Duration.ofHours(31 + 190))), empty);
    }

    @Test
    void tooShortAHistorySaysNothing() {
        assertEquals(Optional.empty(), PaperForecast.empty(List.of()));
        assertEquals(Optional.empty(), PaperForecast.empty(List.of(at(0, 9))));
        assertEquals(Optional.empty(), PaperForecast.empty(List.of(at(0, 9), at(5, 1))));
    }

    @Test
    void whoPrintsNothingNeverRunsOut() {
        assertEquals(Optional.empty(), PaperForecast.empty(List.of(at(0, 9), at(48, 9))));
    }

    @Test
    void unevenUseIsEvenedOut() {
        List<Remaining> history = new ArrayList<>();
        for (int hour = 0; hour <= 96; hour++) {
            history.add(at(hour, 1_000 - hour * 5 - (hour % 24 < 8 ? 10 : 0)));
        }
        Instant empty = PaperForecast.empty(history).orElseThrow();
        Duration off = Duration.between(START.plus(Duration.ofHours(200)), empty).abs();
        assertTrue(off.compareTo(Duration.ofHours(10)) < 0, "off by " + off);
    }
}
