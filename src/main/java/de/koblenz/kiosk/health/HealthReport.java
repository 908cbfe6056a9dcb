package de.koblenz.kiosk.health;

import de.koblenz.kiosk.device.DeviceHealth;
import java.time.Instant;
import java.util.List;

/// State of a terminal at one moment, as the terminal itself knows it. Never anything about a citizen: its texts are short
/// technical words, and what the list of metrics does not know stays here.
///
/// @param at when it was so
/// @param mode whether citizens can use the terminal
/// @param code why not, e.g. `CFG-GEOMETRY`; empty where there is nothing to say
/// @param devices every device
/// @param softwareVersion of the program
/// @param configurationHash 16 hexadecimal digits, or empty where the configuration could not be read
/// @param sessions since the start of the program
public record HealthReport(
        Instant at,
        Mode mode,
        String code,
        List<DeviceHealth> devices,
        String softwareVersion,
        String configurationHash,
        SessionCounters sessions) {

    /// Detail of a device: `no` where this terminal is not meant to have it.
    public static final String FITTED = "fitted";

    /// What the terminal is set to. That it cannot be reached is no mode, but its last will.
    public enum Mode {
        /// Citizens can use it.
        IN_SERVICE,
        /// It cannot work.
        OUT_OF_SERVICE,
        /// An operator has closed it.
        MAINTENANCE,
        /// Staff are at its pages.
        SUPERVISOR
    }

    public HealthReport {
        devices = List.copyOf(devices);
        requireVersion(softwareVersion);
        require(code.matches("([A-Z][A-Z0-9]*(-[A-Z0-9]+){1,6})?"), "a failure code");
        require(configurationHash.matches("([0-9a-f]{16})?"), "a configuration hash");
    }

    /// The step that follows from mode and devices.
    public HealthStep health() {
        return HealthStep.of(mode, devices);
    }

    static void requireVersion(String version) {
        require(version.matches("[0-9A-Za-z][0-9A-Za-z.+-]{0,39}"), "a version");
    }

    /// The value is not repeated: what does not fit may be anything.
    private static void require(boolean fits, String what) {
        if (!fits) {
            throw new IllegalArgumentException("not " + what);
        }
    }
}
