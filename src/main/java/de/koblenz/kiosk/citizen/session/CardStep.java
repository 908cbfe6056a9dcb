package de.koblenz.kiosk.citizen.session;

import de.koblenz.kiosk.eid.EidStep;
import de.koblenz.kiosk.eid.EntryNote;
import de.koblenz.kiosk.eid.PinStep;
import de.koblenz.kiosk.eid.failure.EidFailure;
import java.util.Optional;

/// Where an errand with the card stands. Pure values of the card's wing; what was read from a card is in
/// [EidStep.IdentityRead] and gone with the session.
public sealed interface CardStep {
    /// The errand was asked for; nobody has answered yet.
    record Opening() implements CardStep {}

    record Managing(PinStep step) implements CardStep {}

    record Identifying(EidStep step) implements CardStep {}

    /// The errand failed before or beside its steps: the card was taken away, or this terminal has nothing to read with.
    record Broken(EidFailure reason) implements CardStep {}

    /// What the step asks for is typed on the reader's own keypad.
    ///
    /// @param asked the step that asks for it
    record AtReader(CardStep asked, Keys keys) implements CardStep {
        /// What the keypad's keys are for now.
        public enum Keys {
            /// The reader waits for them.
            AWAITED,
            /// The citizen has let them pass and may try again.
            LET_PASS,
            /// The citizen has given it up on the screen; the reader still waits, until its red key is pressed or its time is over.
            GIVEN_UP
        }
    }

    /// Whether the citizen has given it up while the reader waits for its keys.
    default boolean givenUp() {
        return this instanceof AtReader(CardStep _, AtReader.Keys keys)
                && keys == AtReader.Keys.GIVEN_UP;
    }

    /// What is typed on the screen now, if anything.
    default Optional<CardEntry> entry() {
        return switch (this) {
            case Opening(), Broken _, AtReader _ -> Optional.empty();
            case Managing(PinStep step) ->
                    switch (step) {
                        case PinStep.PinNeeded(PinStep.PinNeeded.Kind kind, int _, var _) ->
                                Optional.of(
                                        kind == PinStep.PinNeeded.Kind.TRANSPORT
                                                ? CardEntry.TRANSPORT_PIN
                                                : CardEntry.PIN);
                        case PinStep.CanNeeded _ -> Optional.of(CardEntry.CAN);
                        case PinStep.PukNeeded _ -> Optional.of(CardEntry.PUK);
                        case PinStep.NewPinNeeded _ -> Optional.of(CardEntry.NEW_PIN);
                        case PinStep.CardNeeded _,
                                PinStep.StateFound _,
                                PinStep.PinSet _,
                                PinStep.PinUnblocked _,
                                PinStep.Failed _ ->
                                Optional.empty();
                    };
            case Identifying(EidStep step) ->
                    switch (step) {
                        case EidStep.PinNeeded _ -> Optional.of(CardEntry.PIN);
                        case EidStep.CanNeeded _ -> Optional.of(CardEntry.CAN);
                        case EidStep.ConsentNeeded _,
                                EidStep.StaffNeeded _,
                                EidStep.CardNeeded _,
                                EidStep.IdentityRead _,
                                EidStep.Failed _ ->
                                Optional.empty();
                    };
        };
    }

    /// Why it failed, if it did.
    default Optional<EidFailure> failure() {
        return switch (this) {
            case Broken(EidFailure reason) -> Optional.of(reason);
            case Managing(PinStep.Failed(EidFailure failure)) -> Optional.of(failure);
            case Identifying(EidStep.Failed(EidFailure failure)) -> Optional.of(failure);
            case Opening(), AtReader _, Managing _, Identifying _ -> Optional.empty();
        };
    }

    /// Whether a card that is laid on now is taken up.
    default boolean takesCard() {
        return switch (this) {
            case Opening(), AtReader _ -> false;
            case Managing(PinStep.CardNeeded()) -> true;
            case Identifying(EidStep.CardNeeded()) -> true;
            case Broken _, Managing _, Identifying _ ->
                    failure().filter(EidFailure::worthAnotherTry).isPresent();
        };
    }

    /// What is to be said about the last entry.
    default EntryNote note() {
        return switch (this) {
            case AtReader(CardStep asked, var _) -> asked.note();
            case Managing(PinStep.PinNeeded(var _, int _, EntryNote note)) -> note;
            case Managing(PinStep.CanNeeded(EntryNote note)) -> note;
            case Managing(PinStep.PukNeeded(EntryNote note)) -> note;
            case Managing(PinStep.NewPinNeeded(EntryNote note)) -> note;
            case Identifying(EidStep.PinNeeded(int _, EntryNote note)) -> note;
            case Identifying(EidStep.CanNeeded(var _, EntryNote note)) -> note;
            case Managing _, Identifying _, Opening(), Broken _ -> EntryNote.NONE;
        };
    }
}
