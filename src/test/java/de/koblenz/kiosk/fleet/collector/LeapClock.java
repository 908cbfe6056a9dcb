package de.koblenz.kiosk.fleet.collector;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// The machine's clock, which a test can put forward where it would have to wait. Thread-safe.
final class LeapClock implements InstantSource {
    private final Clock clock = Clock.systemUTC();
    private volatile Duration ahead = Duration.ZERO;

    @Override
    public Instant instant() {
        return clock.instant().plus(ahead);
    }

    void leap(Duration time) {
        ahead = ahead.plus(time);
    }
}
