package de.koblenz.kiosk.fleet.model;

import java.time.Period;

/// How long things are kept.
///
/// @param rollups numbers
/// @param history changes, events, cleared alarms and answered commands
/// @param audit who did what
/// @param replies pictures and logs that operators asked for
/// @param calls to alarms that nobody could be called to: after that nobody has to be called any more
public record Retention(
        Period rollups, Period history, Period audit, Period replies, Period calls) {
    /// As the data centre works: numbers of a quarter, two years of history, ten of the audit log, a month of pictures and logs, a day of
    /// calls.
    public static final Retention USUAL =
            new Retention(
                    Period.ofDays(92),
                    Period.ofYears(2),
                    Period.ofYears(10),
                    Period.ofDays(30),
                    Period.ofDays(1));
}
