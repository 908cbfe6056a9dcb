package de.koblenz.kiosk.citizen.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SteadyClockTest {
    private static final Instant NOON = Instant.parse("2026-06-03T10:00:00Z");

    private Instant wall = NOON;
    private long nanos = -5;
    private final SteadyClock clock = new SteadyClock(() -> wall, () -> nanos);

    @Test
    void aWallClockThatIsSetChangesNothing() {
        wall = NOON.plusSeconds(86_400);
        nanos += 2_000_000_000L;
        assertEquals(NOON.plusSeconds(2), clock.instant());
        wall = NOON.minusSeconds(86_400);
        assertEquals(NOON.plusSeconds(2), clock.instant());
    }

    @Test
    void itFollowsTheWallClockWhenItIsSetByIt() {
        wall = NOON.plusSeconds(86_400);
        clock.set();
        nanos += 1_000_000_000L;
        assertEquals(NOON.plusSeconds(86_401), clock.instant());
    }
}
