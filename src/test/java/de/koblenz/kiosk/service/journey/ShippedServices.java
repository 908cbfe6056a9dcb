package de.koblenz.kiosk.service.journey;

import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.service.catalog.DefaultCatalogue;
import java.nio.file.Path;
import java.util.Map;

/// The guided services that the product ships, for tests.
public final class ShippedServices {
    static final Path CONFIG = Path.of(System.getProperty("kiosk.project", "."), "kiosk-config");

    private ShippedServices() {}

    /// Reads the shipped folders.
    ///
    /// @throws AssertionError where they have mistakes
    public static Map<String, Journey> read() {
        Problems problems = new Problems();
        Map<String, Journey> journeys =
                new JourneyReader(DefaultCatalogue.read())
                        .readAll(CONFIG.resolve("services"), problems);
        if (!problems.none()) {
            throw new AssertionError("the shipped services have mistakes: " + problems.sorted());
        }
        return journeys;
    }
}
