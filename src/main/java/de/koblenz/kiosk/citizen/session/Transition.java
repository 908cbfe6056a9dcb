package de.koblenz.kiosk.citizen.session;

import java.util.List;

/// Answer of the reducer: the next state and what is to be done in the world.
public record Transition(TerminalState state, List<Effect> effects) {
    public Transition {
        effects = List.copyOf(effects);
    }

    static Transition to(TerminalState state, Effect... effects) {
        return new Transition(state, List.of(effects));
    }
}
