package de.koblenz.kiosk.health;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/// Figures of the machine. Thread-safe; never fails: what cannot be read is empty.
public interface HostFigures {
    /// A machine of which nothing is known.
    HostFigures NONE =
            () ->
                    new Reading(
                            OptionalDouble.empty(),
                            OptionalDouble.empty(),
                            OptionalDouble.empty(),
                            OptionalDouble.empty(),
                            OptionalLong.empty(),
                            OptionalLong.empty(),
                            OptionalLong.empty());

    /// As it is now.
    Reading read();

    /// One look at the machine.
    ///
    /// @param cpu share of the processors' time that was used since the last look, 0 to 1
    /// @param memory share of the memory that is used
    /// @param filesystem share of the data's disk that is used
    /// @param temperature of the hottest sensor, °C
    /// @param systemUptime seconds since the machine was switched on
    /// @param processUptime seconds since the program was started
    /// @param javaMemory bytes of the heap that are used
    record Reading(
            OptionalDouble cpu,
            OptionalDouble memory,
            OptionalDouble filesystem,
            OptionalDouble temperature,
            OptionalLong systemUptime,
            OptionalLong processUptime,
            OptionalLong javaMemory) {}
}
