package de.koblenz.kiosk.fleet.model;

/// Whether the data centre hears a terminal.
public enum Connection {
    /// Not heard yet since this monitor began to listen.
    UNKNOWN,
    /// Heard, and nothing said since that it is gone.
    ONLINE,
    /// Its will was sent, or it has been silent for too long.
    LOST
}
