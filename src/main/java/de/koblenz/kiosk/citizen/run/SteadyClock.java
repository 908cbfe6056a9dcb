package de.koblenz.kiosk.citizen.run;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/// A clock that nobody sets: the time of its start, counted on by a monotonic one. Only what lies between two of its instants
/// means something. A machine that sleeps may stop it (`CLOCK_MONOTONIC` of Linux). Thread-safe.
public final class SteadyClock implements InstantSource {
    private final Instant start;
    private final LongSupplier nanos;
    private final long first;

    /// @param start any time; that of the wall clock reads best
    /// @param nanos monotonic clock, nanoseconds from any origin
    public SteadyClock(Instant start, LongSupplier nanos) {
        this.start = start;
        this.nanos = nanos;
        this.first = nanos.getAsLong();
    }

    @Override
    public Instant instant() {
        return start.plusNanos(nanos.getAsLong() - first);
    }
}
