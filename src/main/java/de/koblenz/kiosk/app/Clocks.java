package de.koblenz.kiosk.app;

import de.koblenz.kiosk.citizen.run.SteadyClock;
import de.koblenz.kiosk.citizen.session.Moment;
import java.time.Clock;
import java.time.InstantSource;
import java.util.function.Supplier;

/// The two clocks of a terminal.
///
/// @param wall time of day
/// @param steady a clock that nobody sets; see [Moment]
record Clocks(InstantSource wall, InstantSource steady) implements Supplier<Moment> {
    /// Those of the machine.
    static Clocks system() {
        return of(Clock.systemUTC());
    }

    /// Some wall clock, and the machine's monotonic one.
    static Clocks of(InstantSource wall) {
        return new Clocks(wall, new SteadyClock(wall.instant(), System::nanoTime));
    }

    @Override
    public Moment get() {
        return new Moment(wall.instant(), steady.instant());
    }
}
