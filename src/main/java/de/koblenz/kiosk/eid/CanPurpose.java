package de.koblenz.kiosk.eid;

/// Why the CAN is asked for.
public enum CanPurpose {
    /// The PIN has one try left, and the card gives it only to somebody who sees its front.
    LAST_TRY,
    /// On-site reading.
    ON_SITE
}
