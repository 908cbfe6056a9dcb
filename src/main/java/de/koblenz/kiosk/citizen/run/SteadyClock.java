package de.koblenz.kiosk.citizen.run;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/// The time of day for a session: taken from the wall clock while nobody is there, and counted on from there by the
/// monotonic clock. A wall clock that is set, as after a start without network, neither ends a session nor keeps one
/// open before a stranger. Thread-safe.
public final class SteadyClock implements InstantSource {
    private record Anchor(Instant wall, long nanos) {}

    private final InstantSource wall;
    private final LongSupplier nanos;
    private volatile Anchor anchor;

    /// @param nanos monotonic clock, nanoseconds
    public SteadyClock(InstantSource wall, LongSupplier nanos) {
        this.wall = wall;
        this.nanos = nanos;
        this.anchor = new Anchor(wall.instant(), nanos.getAsLong());
    }

    @Override
    public Instant instant() {
        Anchor from = anchor;
        return from.wall().plusNanos(nanos.getAsLong() - from.nanos());
    }

    /// Sets it by the wall clock; only while no session is open.
    public void set() {
        anchor = new Anchor(wall.instant(), nanos.getAsLong());
    }
}
