package de.koblenz.kiosk.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that moves when a test says so. Thread-safe.
final class TestClock implements InstantSource {
    private Instant now = Instant.parse("2026-06-01T06:00:00Z");

    @Override
    public synchronized Instant instant() {
        return now;
    }

    synchronized void pass(Duration time) {
        now = now.plus(time);
    }
}
