package de.koblenz.kiosk.citizen.session;

import java.time.Instant;
import java.util.UUID;

/// What the pure core may not make itself, handed in with each event.
///
/// @param now when the event happened
/// @param fresh an id that was never used before, for a session or an order that begins with this event
public record Stamp(Moment now, UUID fresh) {
    /// Time of day.
    public Instant at() {
        return now.wall();
    }

    /// Time by the clock that nobody sets.
    public Instant steady() {
        return now.steady();
    }
}
