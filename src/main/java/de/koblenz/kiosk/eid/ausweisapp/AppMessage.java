package de.koblenz.kiosk.eid.ausweisapp;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the AusweisApp tells (its SDK, "Messages", API level 2), as far as a terminal needs it.
sealed interface AppMessage {
    /// A secret that the app asks for.
    enum Entry {
        PIN,
        CAN,
        PUK,
        NEW_PIN
    }

    /// @param keypad whether secrets are typed at the reader itself
    record ReaderState(String name, boolean attached, boolean keypad, Optional<CardState> card) {}

    /// @param inoperative whether the PUK is used up; known only after a right one
    /// @param deactivated whether the online function is off
    /// @param retryCounter tries of the PIN
    record CardState(boolean inoperative, boolean deactivated, int retryCounter) {}

    /// The levels of the interface.
    record ApiLevel(List<Integer> available, int current) implements AppMessage {}

    /// A reading has begun, or was refused.
    record AuthBegun(boolean refused) implements AppMessage {}

    /// A reading has ended.
    ///
    /// @param reason the app's failure code, from 1.26.3 on
    record AuthEnded(boolean good, String minor, String reason, Optional<String> url)
            implements AppMessage {}

    /// What the provider wants to read, by the names of the app.
    record AccessRights(Set<String> required, Set<String> optional) implements AppMessage {
        public AccessRights {
            required = Set.copyOf(required);
            optional = Set.copyOf(optional);
        }
    }

    /// Who the provider is.
    record Certificate(
            String issuerName,
            Optional<String> issuerUrl,
            String subjectName,
            Optional<String> subjectUrl,
            String termsOfUsage,
            LocalDate validUntil)
            implements AppMessage {}

    /// No card is there, or none that will do.
    record InsertCard() implements AppMessage {}

    /// A secret is needed.
    ///
    /// @param invalid whether the one before it was refused for its form, unseen by the card
    record Enter(Entry entry, boolean invalid, ReaderState reader) implements AppMessage {}

    /// A reader or its card has changed.
    record ReaderChanged(ReaderState reader) implements AppMessage {}

    /// A change of the PIN has begun.
    record PinChangeBegun() implements AppMessage {}

    /// A change of the PIN has ended.
    record PinChangeEnded(boolean good, String reason) implements AppMessage {}

    /// BAD_STATE, INVALID, UNKNOWN_COMMAND or INTERNAL_ERROR: we and the app do not understand each other.
    record Misunderstood() implements AppMessage {}

    /// Anything else.
    record Other() implements AppMessage {}

    /// The connection is gone.
    record Gone() implements AppMessage {}
}
