package de.koblenz.kiosk.service.catalog;

import de.koblenz.kiosk.config.ConfigReader;
import de.koblenz.kiosk.config.Problems;
import java.nio.file.Path;
import java.util.List;

/// The catalogue that the product ships, for tests.
public final class DefaultCatalogue {
    static final Path CONFIG = Path.of(System.getProperty("kiosk.project", "."), "kiosk-config");
    static final Path FILE = CONFIG.resolve("catalogue.yaml");

    private DefaultCatalogue() {}

    /// Reads the shipped file.
    ///
    /// @throws AssertionError where it has mistakes
    public static ServiceCatalog read() {
        Problems problems = new Problems();
        ServiceCatalog catalog =
                CatalogReader.read(ConfigReader.read(FILE, "catalogue.yaml", problems));
        if (!problems.none()) {
            throw new AssertionError(
                    "the shipped catalogue has mistakes: " + List.copyOf(problems.sorted()));
        }
        return catalog;
    }
}
