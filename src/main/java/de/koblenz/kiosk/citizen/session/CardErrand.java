package de.koblenz.kiosk.citizen.session;

import de.koblenz.kiosk.eid.EidRequest;
import de.koblenz.kiosk.eid.PinGoal;

/// What an identity card is laid on for.
public sealed interface CardErrand {
    /// Something is done with its PIN; needs no certificate.
    record ManagePin(PinGoal goal) implements CardErrand {}

    /// Its holder says who he is.
    record Identify(EidRequest request) implements CardErrand {}
}
