package de.koblenz.kiosk.device.printer;

import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.device.profile.DeviceProfile;
import de.koblenz.kiosk.device.profile.ProfileReader;
import java.nio.file.Path;
import java.util.Map;

/// The profiles that ship, for tests.
public final class Profiles {
    private Profiles() {}

    public static Path folder() {
        return Path.of(System.getProperty("kiosk.project", "."), "device-profiles");
    }

    public static Map<String, DeviceProfile> shipped() {
        Problems problems = new Problems();
        Map<String, DeviceProfile> profiles =
                ProfileReader.read(folder(), "device-profiles", problems);
        if (!problems.none()) {
            throw new AssertionError(problems.sorted());
        }
        return profiles;
    }

    public static DeviceProfile shipped(String key) {
        DeviceProfile profile = shipped().get(key);
        if (profile == null) {
            throw new AssertionError("no profile " + key);
        }
        return profile;
    }
}
