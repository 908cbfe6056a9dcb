package de.koblenz.kiosk.citizen;

import de.koblenz.kiosk.config.ConfigReader;
import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.config.TextFiles;
import de.koblenz.kiosk.service.catalog.CatalogReader;
import de.koblenz.kiosk.service.catalog.ServiceCatalog;
import de.koblenz.kiosk.service.catalog.Towns;
import de.koblenz.kiosk.service.catalog.TownsReader;
import de.koblenz.kiosk.service.journey.Journey;
import de.koblenz.kiosk.service.journey.JourneyReader;
import de.koblenz.kiosk.text.Locales;
import de.koblenz.kiosk.text.PseudoLocales;
import de.koblenz.kiosk.text.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The shipped `kiosk-config/`, read once by the real readers, for tests of session and screens.
///
/// @param catalog all services
/// @param journeys guided services by id
/// @param german texts
/// @param simple texts in Leichte Sprache, over the German ones
/// @param english texts
public record ShippedKiosk(
        ServiceCatalog catalog,
        Map<String, Journey> journeys,
        Texts german,
        Texts simple,
        Texts english) {
    public static final Path FOLDER =
            Path.of(System.getProperty("kiosk.project", ".")).resolve("kiosk-config");
    public static final ShippedKiosk CONFIG = read();

    /// The shipped postcodes.
    static final Towns TOWNS = towns();

    private static Towns towns() {
        Problems problems = new Problems();
        Towns towns =
                TownsReader.read(FOLDER.resolve(TownsReader.FILE), TownsReader.FILE, problems);
        if (!problems.none()) {
            throw new AssertionError(problems.sorted());
        }
        return towns;
    }

    private static ShippedKiosk read() {
        Problems problems = new Problems();
        ServiceCatalog catalog =
                CatalogReader.read(
                        ConfigReader.read(
                                FOLDER.resolve("catalogue.yaml"), "catalogue.yaml", problems));
        Map<String, Journey> journeys =
                new JourneyReader(catalog).readAll(FOLDER.resolve("services"), problems);
        Texts german = texts("de", problems);
        ShippedKiosk kiosk =
                new ShippedKiosk(
                        catalog,
                        journeys,
                        german,
                        texts("de-simple", problems).over(german),
                        texts("en", problems));
        if (!problems.none()) {
            throw new AssertionError(
                    "the shipped configuration has mistakes: " + problems.sorted());
        }
        return kiosk;
    }

    private static Texts texts(String tag, Problems problems) {
        return new Texts(Locale.forLanguageTag(tag), TextFiles.read(FOLDER, tag, problems));
    }

    /// German, Leichte Sprache and English.
    public Locales locales() {
        return new Locales(
                List.of("de", "de-simple", "en"),
                Map.of("de", german, "de-simple", simple, "en", english));
    }

    /// The real and the invented languages.
    public Locales allLocales() {
        return PseudoLocales.beside(locales());
    }
}
