package de.koblenz.kiosk.device.scanner;

import java.time.Duration;

/// A moment on the machine's steady clock.
///
/// @param nanos of `System.nanoTime()`
record Deadline(long nanos) {
    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /// Time until then; zero when it is over.
    Duration left() {
        return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
    }

    /// Time until the earlier of both.
    Duration left(Deadline other) {
        Duration here = left();
        Duration there = other.left();
        return here.compareTo(there) < 0 ? here : there;
    }
}
