package de.koblenz.kiosk.citizen.session;

import java.util.List;
import java.util.Optional;

/// What an event does to a session: its next state, effects, and whether it is over.
record Move(SessionState session, List<Effect> effects, Optional<Effect.Outcome> outcome) {
    static Move to(SessionState session, Effect... effects) {
        return new Move(session, List.of(effects), Optional.empty());
    }

    static Move end(SessionState session, Effect.Outcome outcome, Effect... effects) {
        return new Move(session, List.of(effects), Optional.of(outcome));
    }
}
