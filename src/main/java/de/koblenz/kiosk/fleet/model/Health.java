package de.koblenz.kiosk.fleet.model;

/// How a terminal is, in the three steps that operators sort by (metric `Status/Health`); worse is greater.
public enum Health {
    /// Everything works.
    OK,
    /// It has not said yet.
    UNKNOWN,
    /// It serves citizens, but somebody should come.
    DEGRADED,
    /// It serves nobody.
    FAILED
}
