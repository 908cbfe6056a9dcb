package de.koblenz.kiosk.eid;

import de.koblenz.kiosk.device.card.KeypadReason;

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
    /// At the reader's keypad the red key was pressed, or nothing typed in time; the card was not asked.
    NOT_ENTERED,
    /// The CAN was right; the last try of the PIN may be made now.
    CAN_ACCEPTED;

    static EntryNote of(KeypadReason reason) {
        return switch (reason) {
            case CANCELLED, TIMED_OUT -> NOT_ENTERED;
            case DIFFERENT -> DIFFERENT;
            case LENGTH -> LENGTH;
        };
    }
}
