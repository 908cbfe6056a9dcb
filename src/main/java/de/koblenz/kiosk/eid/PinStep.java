package de.koblenz.kiosk.eid;

import de.koblenz.kiosk.eid.failure.EidFailure;
import de.koblenz.kiosk.eid.protocol.PinState;

/// Where managing a PIN stands: what is needed next, or how it ended. Pure values.
public sealed interface PinStep {
    /// The card must be laid on the reader.
    record CardNeeded() implements PinStep {}

    /// The present PIN.
    ///
    /// @param kind how many digits it has
    /// @param triesLeft 1 to 3
    record PinNeeded(Kind kind, int triesLeft, EntryNote note) implements PinStep {
        /// Which PIN is in force.
        public enum Kind {
            /// Five digits, from the letter.
            TRANSPORT,
            /// Six digits, chosen by the citizen.
            OWN
        }
    }

    /// The CAN from the card's front, before the last try.
    record CanNeeded(EntryNote note) implements PinStep {}

    /// The PUK from the letter.
    record PukNeeded(EntryNote note) implements PinStep {}

    /// The new PIN, twice.
    record NewPinNeeded(EntryNote note) implements PinStep {}

    /// How the card was found; nothing was changed.
    record StateFound(PinState state) implements PinStep {}

    /// The new PIN is in force.
    record PinSet() implements PinStep {}

    /// The PIN has three tries again.
    record PinUnblocked() implements PinStep {}

    /// It ended. Where [EidFailure#worthAnotherTry()] says so, a card may be laid on again.
    record Failed(EidFailure failure) implements PinStep {}

    /// Whether it has come to an end, good or bad.
    default boolean ended() {
        return switch (this) {
            case StateFound _, PinSet _, PinUnblocked _, Failed _ -> true;
            case CardNeeded _, PinNeeded _, CanNeeded _, PukNeeded _, NewPinNeeded _ -> false;
        };
    }

    /// Whether a card may be laid on now, for the first time or again.
    default boolean takesCard() {
        return switch (this) {
            case CardNeeded _, PinNeeded _, CanNeeded _, PukNeeded _, NewPinNeeded _ -> true;
            case Failed(EidFailure failure) ->
                    failure.worthAnotherTry() && failure != EidFailure.CANCELLED;
            case StateFound _, PinSet _, PinUnblocked _ -> false;
        };
    }
}
