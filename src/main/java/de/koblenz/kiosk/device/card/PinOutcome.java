package de.koblenz.kiosk.device.card;

/// How entering a new PIN on the reader's keypad ended (PC/SC part 10 §2.5.3).
public sealed interface PinOutcome {
    /// The card's answer.
    ///
    /// @param status its two status bytes
    record Answered(int status) implements PinOutcome {}

    /// Nothing was sent to the card.
    record NotEntered(KeypadReason reason) implements PinOutcome {}

    /// The reader refused the command, or answered something that is no answer.
    record Fault() implements PinOutcome {}
}
