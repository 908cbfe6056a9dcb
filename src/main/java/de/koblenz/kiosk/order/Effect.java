package de.koblenz.kiosk.order;

/// What an order asks of the world. Each may be done again with the same result: the order's id is the key.
sealed interface Effect {
    /// Nothing new: what is under way stays under way.
    record Keep() implements Effect {}

    /// Nothing more, ever.
    record Rest() implements Effect {}

    record Hold() implements Effect {}

    record ExtendHold() implements Effect {}

    record ConfirmHold() implements Effect {}

    record ReleaseHold() implements Effect {}

    /// Takes confirmed places back.
    record TakeBack() implements Effect {}

    record OpenPayment() implements Effect {}

    record AskPayment() implements Effect {}

    record BookCharge() implements Effect {}

    record BookRefund() implements Effect {}

    record Announce() implements Effect {}

    /// Hands one document over.
    ///
    /// @param number from 0
    record Upload(int number) implements Effect {}

    record Send() implements Effect {}

    record AskStatus() implements Effect {}

    /// Prints a slip for the first time.
    record Print(int slip) implements Effect {}

    /// Asks the print journal what became of slips that were being printed when the terminal died.
    record FindPapers() implements Effect {}
}
