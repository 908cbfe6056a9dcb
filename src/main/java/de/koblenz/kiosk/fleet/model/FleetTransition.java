package de.koblenz.kiosk.fleet.model;

import java.util.List;

/// Answer of the reducer: the next state and what is to be done.
public record FleetTransition(FleetState state, List<FleetEffect> effects) {
    public FleetTransition {
        effects = List.copyOf(effects);
    }
}
