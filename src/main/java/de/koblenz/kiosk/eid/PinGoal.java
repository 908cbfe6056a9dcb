package de.koblenz.kiosk.eid;

/// What a citizen wants to do with the PIN. None of it needs a certificate.
public enum PinGoal {
    /// See whether the online function is on and how many tries are left.
    LOOK,
    /// Replace the transport PIN by an own one.
    SET,
    /// Replace the own PIN.
    CHANGE,
    /// Give the PIN three tries again by the PUK.
    UNBLOCK
}
