package de.koblenz.kiosk.device;

import java.util.Map;

/// What is known of a device at one moment.
///
/// @param id which device
/// @param state XFS4IoT device state
/// @param details further XFS4IoT words by name, e.g. `paper` → `low`, `cover` → `open`, and whole numbers; never
///     personal data
public record DeviceHealth(DeviceId id, DeviceState state, Map<String, String> details) {
    /// Detail: paper that is left, an estimate in millimetres.
    public static final String PAPER_LEFT_MM = "paperLeftMm";

    /// Detail: papers of usual length that it is enough for.
    public static final String PRINTS_LEFT = "printsLeft";

    public DeviceHealth {
        details = Map.copyOf(details);
    }
}
