package de.koblenz.kiosk.device.card;

import java.util.Optional;

/// How PACE on the reader's keypad ended (BSI TR-03119 §D.1.2).
public sealed interface PaceOutcome {
    /// The channel stands, and the reader keeps its keys.
    ///
    /// @param trustPoint name of the key that the card accepts certificates of; only with a template
    /// @param formerTrustPoint the one before it
    /// @param cardIdentity ID_ICC for terminal authentication, hexadecimal, perhaps empty
    record Established(
            Optional<String> trustPoint, Optional<String> formerTrustPoint, String cardIdentity)
            implements PaceOutcome {}

    /// The card answered a command of PACE with another status than 9000.
    ///
    /// @param status its two status bytes
    record Refused(Command command, int status) implements PaceOutcome {}

    /// Nothing was sent to the card.
    record NotEntered(KeypadReason reason) implements PaceOutcome {}

    /// The citizen has not replaced the transport PIN yet.
    record NoOwnPin() implements PaceOutcome {}

    /// The card went away while the reader waited or spoke with it.
    record CardGone() implements PaceOutcome {}

    /// The reader refused the command, found an error in what the card sent, or answered something that is no answer.
    ///
    /// @param code of the reader, 0 where its answer could not be read
    record Fault(int code) implements PaceOutcome {}

    /// Commands of PACE, in their order.
    enum Command {
        /// EF.CardAccess was selected or read.
        CARD_ACCESS,
        /// MSE:Set AT.
        SET_TEMPLATE,
        /// GENERAL AUTHENTICATE, any of the four.
        AUTHENTICATE
    }
}
