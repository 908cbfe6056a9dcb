package de.koblenz.kiosk.fleet.model;

/// Why somebody is called to an alarm.
public enum Notice {
    RAISED,
    /// Nobody has acknowledged it.
    REMINDED,
    /// Still nobody: the next level is called.
    ESCALATED,
    /// It was quiet and is still there: a maintenance window or a shelf has ended, or a greater alarm is over.
    RETURNED,
    CLEARED
}
