package de.koblenz.kiosk.app;

import de.koblenz.kiosk.config.Problem;
import de.koblenz.kiosk.config.Problems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where configuration and device profiles lie; options of every subcommand that reads them.
final class Folders {
    @Option(
            names = "--config",
            paramLabel = "DIR",
            description = "Configuration folder (default: kiosk-config beside the program).")
    private @Nullable Path config;

    @Option(
            names = "--profiles",
            paramLabel = "DIR",
            description = "Device profiles (default: device-profiles beside the program).")
    private @Nullable Path profiles;

    Path config() {
        return Optional.ofNullable(config).orElseGet(Folders::shippedConfig);
    }

    Path profiles() {
        return Optional.ofNullable(profiles).orElseGet(Folders::shippedProfiles);
    }

    /// Without `--config`, the configuration that a folder lies in as `services/<id>`, with the device profiles beside it.
    ///
    /// @return whether that is another than the one beside the program
    boolean around(Path folder) {
        Path services = folder.toAbsolutePath().normalize().getParent();
        Path found = services == null ? null : services.getParent();
        if (config != null
                || found == null
                || !Files.isRegularFile(found.resolve("catalogue.yaml"))) {
            return false;
        }
        config = found;
        Path beside = found.resolveSibling("device-profiles");
        if (profiles == null && Files.isDirectory(beside)) {
            profiles = beside;
        }
        return !found.equals(shippedConfig().toAbsolutePath().normalize());
    }

    /// What is to be told of problems in them.
    List<Problem> listed(Problems problems) {
        return new ProblemList(config(), profiles()).of(problems);
    }

    static Path shippedConfig() {
        return home().resolve("kiosk-config");
    }

    static Path shippedProfiles() {
        return home().resolve("device-profiles");
    }

    /// Where the program is installed: its start script says so; a checkout is its own home.
    private static Path home() {
        return Path.of(System.getProperty("kiosk.home", "."));
    }
}
