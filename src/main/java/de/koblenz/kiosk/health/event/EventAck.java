package de.koblenz.kiosk.health.event;

import java.util.UUID;

/// The monitor has every event of an outbox up to this one, for good: the terminal may forget them.
///
/// @param outbox whose events; a terminal leaves alone what is of another
/// @param upTo number of the last one, 0 for none
public record EventAck(UUID outbox, long upTo) {
    public EventAck {
        if (upTo < 0) {
            throw new IllegalArgumentException("a number below 0");
        }
    }
}
