package de.koblenz.kiosk.device;

import java.util.Map;

/// What is known of a device at one moment.
///
/// @param id which device
/// @param state XFS4IoT device state
/// @param details further XFS4IoT words by name, e.g. `paper` → `low`, `cover` → `open`; never personal data
public record DeviceHealth(DeviceId id, DeviceState state, Map<String, String> details) {
    public DeviceHealth {
        details = Map.copyOf(details);
    }
}
