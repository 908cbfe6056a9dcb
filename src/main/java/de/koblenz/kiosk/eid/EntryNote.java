package de.koblenz.kiosk.eid;

/// What to say about the last entry of a PIN, CAN or PUK.
public enum EntryNote {
    /// Nothing was entered yet.
    NONE,
    /// The card refused it.
    WRONG,
    /// It had another number of digits than it must have; the card was not asked.
    LENGTH,
    /// Five digits: that is the transport PIN from the letter, which must be replaced first; the card was not asked.
    TRANSPORT_PIN,
    /// Both entries of the new PIN differ; the card was not asked.
    DIFFERENT,
    /// The CAN was right; the last try of the PIN may be made now.
    CAN_ACCEPTED
}
