package de.koblenz.kiosk.device.scanner;

import java.time.Duration;

/// How long a scanner's driver waits.
///
/// @param first before the first look at the scanner: the terminal's start comes first; a scan does not wait for it
/// @param poll between two looks at its status
/// @param connect for a connection
/// @param answer for the whole answer to anything but a page
/// @param ready for a scanner that warms up, prints, or works for somebody else
/// @param page for one whole page: a plate takes half a minute at 600 dpi
/// @param whole for a scan with all its pages
/// @param pause between two tries
/// @param leave for the scanner to take notice that a job is not wanted any more
public record ScannerTimings(
        Duration first,
        Duration poll,
        Duration connect,
        Duration answer,
        Duration ready,
        Duration page,
        Duration whole,
        Duration pause,
        Duration leave) {
    /// A cable that is pulled is noticed within five seconds.
    public static final ScannerTimings USUAL =
            new ScannerTimings(
                    Duration.ofSeconds(3),
                    Duration.ofSeconds(4),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(45),
                    Duration.ofSeconds(90),
                    Duration.ofMinutes(6),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(3));
}
