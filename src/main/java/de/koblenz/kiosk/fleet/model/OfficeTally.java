package de.koblenz.kiosk.fleet.model;

import java.time.Instant;

/// How many terminals of an office are heard.
///
/// @param total terminals of the office
/// @param lost of them, not heard
/// @param recoveredAt when it was last no longer lost as a whole; its terminals get time to return from then on
public record OfficeTally(int total, int lost, Instant recoveredAt) {
    static final OfficeTally NONE = new OfficeTally(0, 0, Instant.MIN);

    OfficeTally plus(int terminals, int lostOnes) {
        return new OfficeTally(total + terminals, lost + lostOnes, recoveredAt);
    }

    OfficeTally recovered(Instant at) {
        return new OfficeTally(total, lost, at);
    }
}
