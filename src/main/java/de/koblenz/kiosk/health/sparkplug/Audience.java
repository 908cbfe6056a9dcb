package de.koblenz.kiosk.health.sparkplug;

/// Who in the data centre may see a metric; each role sees what the one before it sees.
public enum Audience {
    /// Whoever may look at the fleet.
    VIEW,
    /// Whoever may send commands.
    OPERATE,
    /// Whoever may change configurations.
    ADMINISTER,
    /// Only machines: it is part of the protocol.
    PROTOCOL
}
