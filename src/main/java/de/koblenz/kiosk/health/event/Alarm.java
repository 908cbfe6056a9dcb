package de.koblenz.kiosk.health.event;

import de.koblenz.kiosk.device.DeviceId;
import java.util.Optional;

/// Which alarm of a terminal: at most one of each stands at a time.
///
/// @param kind one that stands
/// @param device what it is about; empty for the terminal itself
public record Alarm(EventKind kind, Optional<DeviceId> device) {
    public Alarm {
        if (!kind.stands()) {
            throw new IllegalArgumentException(kind + " is no alarm");
        }
    }
}
