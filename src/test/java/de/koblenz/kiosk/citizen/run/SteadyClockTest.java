package de.koblenz.kiosk.citizen.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SteadyClockTest {
    private static final Instant NOON = Instant.parse("2026-06-03T10:00:00Z");

    /// It may begin anywhere, also just before it overflows.
    private long nanos = Long.MAX_VALUE - 5;

    private final SteadyClock clock = new SteadyClock(NOON, () -> nanos);

    @Test
    void itGoesOnAsTheMonotonicClockDoes() {
        assertEquals(NOON, clock.instant());
        nanos += 2_000_000_000L;
        assertEquals(NOON.plusSeconds(2), clock.instant());
    }
}
