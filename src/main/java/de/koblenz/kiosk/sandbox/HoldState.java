package de.koblenz.kiosk.sandbox;

/// The states of a hold.
public enum HoldState {
    /// Places are kept until the hold expires.
    HELD,
    /// Sold; its ticket codes are valid.
    CONFIRMED,
    /// Not confirmed in time; the places are free again.
    EXPIRED,
    /// Given back, or taken back after the sale; the places are free again.
    RELEASED
}
