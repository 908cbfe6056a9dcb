package de.koblenz.kiosk.citizen.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What an event does to a session: its next state, effects, and whether it is over.
record Move(SessionState session, List<Effect> effects, Optional<Effect.Outcome> outcome) {
    static Move to(SessionState session, Effect... effects) {
        return new Move(session, List.of(effects), Optional.empty());
    }

    /// With effects that come before the others.
    Move after(Effect... first) {
        List<Effect> all = new ArrayList<>(List.of(first));
        all.addAll(effects);
        return new Move(session, List.copyOf(all), outcome);
    }

    static Move end(SessionState session, Effect.Outcome outcome, Effect... effects) {
        return new Move(session, List.of(effects), Optional.of(outcome));
    }
}
