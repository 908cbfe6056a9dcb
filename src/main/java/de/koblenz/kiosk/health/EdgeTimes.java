package de.koblenz.kiosk.health;

import java.time.Duration;

/// How often an edge node does what.
///
/// @param report between two looks at the machine, and so two NDATA at rest
/// @param rebirth between two births that are asked for; requests that come sooner are answered together at its end
/// @param resend without an acknowledgement for so long, events are sent again; doubles each time, up to ten minutes
public record EdgeTimes(Duration report, Duration rebirth, Duration resend) {
    public static final EdgeTimes USUAL =
            new EdgeTimes(Duration.ofSeconds(60), Duration.ofSeconds(10), Duration.ofSeconds(60));
}
