package de.koblenz.kiosk.device.profile;

import de.koblenz.kiosk.device.transport.SerialSettings;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// What one printer model can do, in the words of the escpos-printer-db schema plus our `kiosk:` section.
///
/// @param key name of the profile, equal to its file's
/// @param name model
/// @param vendor manufacturer
/// @param media paper and resolution
/// @param fonts built-in fonts by their number in `ESC M`
/// @param codePages names of code tables by their number in `ESC t`; `Unknown` for tables nobody has identified
/// @param features what the printer understands, by the database's names; a missing one is false
/// @param kiosk what a driver needs beyond the database
public record DeviceProfile(
        String key,
        String name,
        String vendor,
        Media media,
        Map<Integer, PrinterFont> fonts,
        Map<Integer, String> codePages,
        Map<String, Boolean> features,
        KioskSection kiosk) {
    /// Cell of Font A of nearly every printer, in dots.
    private static final PrinterFont USUAL_FONT = new PrinterFont("Font A", 32, 12, 24);

    public DeviceProfile {
        fonts = Collections.unmodifiableMap(new TreeMap<>(fonts));
        codePages = Collections.unmodifiableMap(new TreeMap<>(codePages));
        features = Map.copyOf(features);
    }

    public boolean has(Feature feature) {
        return features.getOrDefault(feature.word(), false);
    }

    /// Font 0, in which everything is set.
    public PrinterFont mainFont() {
        return fonts.getOrDefault(0, USUAL_FONT);
    }

    /// Printable dots across the paper: of the profile, or as many as the main font's columns need.
    public int dotsWide() {
        return media.pixels() > 0 ? media.pixels() : mainFont().columns() * mainFont().cellWidth();
    }

    /// Millimetres that `dots` of paper feed are long.
    public double millimetres(int dots) {
        return dots * 25.4 / media.dpi();
    }

    /// The same printer on a line that is set differently from its profile.
    public DeviceProfile with(SerialSettings line) {
        return new DeviceProfile(
                key, name, vendor, media, fonts, codePages, features, kiosk.with(line));
    }
}
