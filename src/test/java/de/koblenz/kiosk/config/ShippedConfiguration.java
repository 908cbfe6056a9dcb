package de.koblenz.kiosk.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The configuration that ships, and copies of it with one thing changed.
final class ShippedConfiguration {
    static final Path FOLDER =
            Path.of(System.getProperty("kiosk.project", ".")).resolve("kiosk-config");
    static final List<String> FILES =
            List.of(
                    "terminal.yaml",
                    "timeouts.yaml",
                    "branding.yaml",
                    "payment.yaml",
                    "booking.yaml",
                    "submission.yaml",
                    "health.yaml",
                    "eid.yaml",
                    "monitor.yaml");

    private ShippedConfiguration() {}

    static String text(String file) throws IOException {
        return Files.readString(FOLDER.resolve(file));
    }

    static void copyTo(Path folder) throws IOException {
        for (String file : FILES) {
            Files.copy(FOLDER.resolve(file), folder.resolve(file));
        }
    }

    /// A copy in which `old` of `file` reads `replacement`.
    static void copyTo(Path folder, String file, String old, String replacement)
            throws IOException {
        copyTo(folder);
        String text = text(file);
        if (!text.contains(old)) {
            throw new IllegalArgumentException(file + " does not contain " + old);
        }
        Files.writeString(folder.resolve(file), text.replace(old, replacement));
    }
}
