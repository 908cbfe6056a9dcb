package de.koblenz.kiosk.citizen;

import de.koblenz.kiosk.citizen.ui.KioskGeometry;
import de.koblenz.kiosk.service.fim.pack.PackageReader;
import de.koblenz.kiosk.service.fim.pack.ServicePackage;
import de.koblenz.kiosk.text.Locales;
import de.koblenz.kiosk.text.Texts;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The packages of the city, read once, with terminals that offer them.
public final class CityServices {
    public static final Map<String, ServicePackage> PACKAGES =
            new PackageReader(ShippedKiosk.CONFIG.catalog())
                    .readAll(ShippedKiosk.FOLDER.resolve("services"));

    /// German, Leichte Sprache and English, with the words of the packages.
    public static final Locales LOCALES = locales();

    private CityServices() {}

    /// The package of a service.
    public static ServicePackage of(String service) {
        return Objects.requireNonNull(PACKAGES.get(service), service);
    }

    private static Locales locales() {
        Locales shipped = ShippedKiosk.CONFIG.locales();
        Map<String, Texts> byTag = new HashMap<>();
        for (String tag : shipped.tags()) {
            Map<String, String> words = new HashMap<>();
            PACKAGES.values()
                    .forEach(each -> words.putAll(each.texts().getOrDefault(tag, Map.of())));
            byTag.put(tag, shipped.texts(tag).with(key -> Optional.ofNullable(words.get(key))));
        }
        Texts german = Objects.requireNonNull(byTag.get("de"));
        byTag.replaceAll((tag, own) -> tag.equals("de") ? own : own.over(german));
        return new Locales(shipped.tags(), byTag);
    }

    /// A terminal with all services, in these languages.
    public static TestTerminal terminal(KioskGeometry geometry) {
        return TestTerminal.open(geometry, LOCALES, PACKAGES, true);
    }

    /// The same, without the right to read identity cards.
    public static TestTerminal terminalByHand(KioskGeometry geometry) {
        return TestTerminal.open(geometry, LOCALES, PACKAGES, false);
    }
}
