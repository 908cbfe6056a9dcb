package de.koblenz.kiosk.health;

import de.koblenz.kiosk.device.DeviceHealth;
import de.koblenz.kiosk.device.DeviceState;
import java.util.List;

/// How a terminal is, in the three steps that operators sort by.
public enum HealthStep {
    /// Everything works.
    OK,
    /// It serves citizens, but somebody should come: a device is missing or paper runs low.
    DEGRADED,
    /// It serves nobody.
    FAILED;

    static HealthStep of(HealthReport.Mode mode, List<DeviceHealth> devices) {
        return switch (mode) {
            case OUT_OF_SERVICE, MAINTENANCE -> FAILED;
            case IN_SERVICE, SUPERVISOR ->
                    devices.stream().allMatch(HealthStep::fine) ? OK : DEGRADED;
        };
    }

    /// Whether the terminal is meant to have the device; one that it is not meant to have is told of, but its absence is no fault.
    static boolean fitted(DeviceHealth device) {
        return !device.details().getOrDefault(HealthReport.FITTED, "").equals("no");
    }

    private static boolean fine(DeviceHealth device) {
        if (!fitted(device)) {
            return true;
        }
        boolean works =
                switch (device.state()) {
                    case ONLINE, DEVICE_BUSY, STARTING -> true;
                    case OFFLINE, POWER_OFF, NO_DEVICE, HARDWARE_ERROR, USER_ERROR -> false;
                };
        return works
                && (device.state() == DeviceState.STARTING
                        || device.details().getOrDefault("paper", "full").equals("full"));
    }
}
