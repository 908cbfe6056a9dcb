package de.koblenz.kiosk.fleet.model;

/// What a terminal is set to (metric `Status/Mode`).
public enum TerminalMode {
    /// It has not said, or said a word that this version does not know.
    UNKNOWN,
    IN_SERVICE,
    OUT_OF_SERVICE,
    MAINTENANCE,
    /// Staff are at it.
    SUPERVISOR
}
