package de.koblenz.kiosk.fleet.model;

/// Where an alarm stands in its life.
public enum AlarmState {
    /// Nobody has said that they know of it.
    RAISED,
    /// An operator knows of it.
    ACKED,
    /// Quiet for a time, by an operator's wish.
    SHELVED,
    /// Over. A new one is another alarm.
    CLEARED
}
