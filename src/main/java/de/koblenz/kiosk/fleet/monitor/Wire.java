package de.koblenz.kiosk.fleet.monitor;

import de.koblenz.kiosk.fleet.model.FleetEvent;
import de.koblenz.kiosk.fleet.model.TerminalId;
import java.util.function.Consumer;

/// What one terminal says, as it says it. Thread-safe.
public interface Wire {
    /// Tells of each message of a terminal from now on, on any thread; what was followed before is not followed any more.
    void follow(TerminalId terminal, Consumer<FleetEvent.OfTerminal> heard);

    /// Follows nobody.
    void unfollow();

    /// Whether this monitor is the one that writes.
    boolean collecting();
}
