package de.koblenz.kiosk.device.printer;

import java.time.Duration;

/// How long a printer is waited for.
///
/// @param poll between two questions for the status while nothing prints
/// @param fresh how old a status may be for a job to start without asking again
/// @param answer for one answer to a real-time question
/// @param settle for the printer to confirm that its buffers are empty
/// @param quiet how long nothing must come before old answers count as over
/// @param confirmation for the proof of a job, beyond the time that its bytes and its paper need
/// @param recovery for people to put in paper or close a cover in the middle of a job
/// @param leastBackoff before the port is opened again for the first time; doubles up to `mostBackoff`
/// @param mostBackoff longest pause between two attempts to open the port
public record PrinterTimings(
        Duration poll,
        Duration fresh,
        Duration answer,
        Duration settle,
        Duration quiet,
        Duration confirmation,
        Duration recovery,
        Duration leastBackoff,
        Duration mostBackoff) {
    public static final PrinterTimings USUAL =
            new PrinterTimings(
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(3),
                    Duration.ofMillis(400),
                    Duration.ofSeconds(3),
                    Duration.ofMillis(700),
                    Duration.ofSeconds(15),
                    Duration.ofMinutes(2),
                    Duration.ofMillis(250),
                    Duration.ofSeconds(5));
}
