package de.koblenz.kiosk.device.sim.card;

import java.util.Arrays;
import java.util.Optional;

/// The passwords of PACE by their references (BSI TR-03110-3 B.11.1); the machine-readable zone is for inspection
/// systems, of which this card knows none.
enum CardPassword {
    CAN(2),
    PIN(3),
    PUK(4);

    private final int reference;

    CardPassword(int reference) {
        this.reference = reference;
    }

    static Optional<CardPassword> of(int reference) {
        return Arrays.stream(values()).filter(p -> p.reference == reference).findFirst();
    }
}
