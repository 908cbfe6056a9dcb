package de.koblenz.kiosk.device.card;

/// Why nothing was sent to the card after an entry on the reader's keypad.
public enum KeypadReason {
    /// The citizen pressed the red key.
    CANCELLED,
    /// The citizen took longer than the reader waits.
    TIMED_OUT,
    /// Both entries of a new PIN differ.
    DIFFERENT,
    /// A new PIN had another number of digits than it must have.
    LENGTH
}
