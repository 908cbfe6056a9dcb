package de.koblenz.kiosk.citizen.session;

/// What is typed on the pad for a card.
public enum CardEntry {
    /// Five digits, from the letter.
    TRANSPORT_PIN(5),
    PIN(6),
    /// Six digits, from the card's front.
    CAN(6),
    /// From the letter.
    PUK(10),
    /// Typed twice.
    NEW_PIN(6);

    private final int digits;

    CardEntry(int digits) {
        this.digits = digits;
    }

    /// How many digits it has.
    public int digits() {
        return digits;
    }
}
