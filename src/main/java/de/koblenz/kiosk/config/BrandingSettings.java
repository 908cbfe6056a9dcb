package de.koblenz.kiosk.config;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// `branding.yaml`: what makes the terminal that of one city.
///
/// @param city e.g. "Stadt Koblenz"
/// @param website the city's website, as a QR code where a service has no page of its own
/// @param crest the city's crest
/// @param colours every token with its colour
public record BrandingSettings(
        LocalizedText city, URI website, Crest crest, Map<ColourToken, Colour> colours) {

    public BrandingSettings {
        Map<ColourToken, Colour> all = new EnumMap<>(ColourToken.class);
        for (ColourToken token : ColourToken.values()) {
            all.put(token, colours.getOrDefault(token, token.usual()));
        }
        colours = Collections.unmodifiableMap(all);
    }

    /// Where the crest comes from.
    public sealed interface Crest {
        /// A crest that ships with the program.
        record BuiltIn(String name) implements Crest {}

        /// A PNG file of the city.
        record Picture(Path file) implements Crest {}
    }

    /// Two colours that lie on each other, and the contrast that they need.
    ///
    /// @param least 4.5 for text (WCAG 1.4.3), 3 for edges and focus rings (WCAG 1.4.11)
    private record Pair(ColourToken front, ColourToken back, double least) {}

    private static final List<Pair> PAIRS =
            List.of(
                    text(ColourToken.LAYOUT_TEXT_DEFAULT, ColourToken.LAYOUT_BACKGROUND_DEFAULT),
                    text(ColourToken.LAYOUT_TEXT_DEFAULT, ColourToken.LAYOUT_BACKGROUND_HUED),
                    text(ColourToken.LAYOUT_TEXT_MUTED, ColourToken.LAYOUT_BACKGROUND_DEFAULT),
                    text(ColourToken.LAYOUT_TEXT_MUTED, ColourToken.LAYOUT_BACKGROUND_HUED),
                    text(ColourToken.ACTION_ON_DEFAULT, ColourToken.ACTION_DEFAULT),
                    text(ColourToken.ACTION_DEFAULT, ColourToken.LAYOUT_BACKGROUND_DEFAULT),
                    text(ColourToken.ACTION_DEFAULT, ColourToken.LAYOUT_BACKGROUND_HUED),
                    edge(ColourToken.LAYOUT_BORDER),
                    edge(ColourToken.ACTION_FOCUS_DEFAULT),
                    edge(ColourToken.DECORATIVE_BRAND_DEFAULT));

    private static Pair text(ColourToken front, ColourToken back) {
        return new Pair(front, back, 4.5);
    }

    private static Pair edge(ColourToken front) {
        return new Pair(front, ColourToken.LAYOUT_BACKGROUND_DEFAULT, 3);
    }

    static BrandingSettings read(ConfigNode node, Path folder) {
        LocalizedText city = ValueForms.filledPerLanguage(node.at("city"));
        URI website = WebAddress.read(node.at("website"));
        Crest crest = readCrest(node.at("crest"), folder);
        Map<ColourToken, Colour> colours = new EnumMap<>(ColourToken.class);
        node.find("colours").ifPresent(chosen -> readColours(chosen, colours));
        node.noOthers();
        return new BrandingSettings(city, website, crest, colours);
    }

    private static Crest readCrest(ConfigNode node, Path folder) {
        String text = ValueForms.filled(node);
        if (text.startsWith("builtin:")) {
            String name = text.substring("builtin:".length());
            if (!name.matches(ValueForms.NAME)) {
                node.report("'" + name + "' is not the name of a crest", "CFG-VALUE");
            }
            return new Crest.BuiltIn(name);
        }
        Path file = ReferencedFile.resolve(text, folder);
        if (node.present() && !text.toLowerCase(Locale.ROOT).endsWith(".png")) {
            node.report("'" + text + "' is neither builtin:… nor a PNG file", "CFG-VALUE");
        } else if (node.present() && !Files.isRegularFile(file)) {
            node.report("the file '" + text + "' is missing", "CFG-FILE-MISSING");
        }
        return new Crest.Picture(file);
    }

    private static void readColours(ConfigNode node, Map<ColourToken, Colour> colours) {
        Map<ColourToken, ConfigNode> places = new EnumMap<>(ColourToken.class);
        Map<String, ConfigNode> entries = node.isMapping() ? node.entries() : Map.of();
        for (ColourToken token : ColourToken.values()) {
            ConfigNode value = entries.get(token.key());
            if (value != null) {
                places.put(token, value);
                colours.put(token, readColour(value, token));
            }
        }
        reportUnknown(node);
        for (Pair pair : PAIRS) {
            checkContrast(pair, places, colours);
        }
    }

    private static void reportUnknown(ConfigNode node) {
        List<String> known = Arrays.stream(ColourToken.values()).map(ColourToken::key).toList();
        for (String key : node.entries().keySet()) {
            if (!known.contains(key)) {
                node.key(key)
                        .report(
                                "the key '"
                                        + key
                                        + "' is not known here"
                                        + ConfigNode.suggestion(key, known),
                                "CFG-UNKNOWN-KEY");
            }
        }
    }

    private static Colour readColour(ConfigNode node, ColourToken token) {
        if (!node.present()) {
            node.report("a colour needs quotes, \"#2044AA\": '#' begins a comment", "CFG-VALUE");
            return token.usual();
        }
        if (!node.text().matches("#[0-9A-Fa-f]{6}")) {
            node.report("'" + node.text() + "' is not a colour such as \"#2044AA\"", "CFG-VALUE");
            return token.usual();
        }
        return Colour.of(node.text());
    }

    private static void checkContrast(
            Pair pair, Map<ColourToken, ConfigNode> places, Map<ColourToken, Colour> colours) {
        ConfigNode place = places.getOrDefault(pair.front(), places.get(pair.back()));
        Colour front = colours.getOrDefault(pair.front(), pair.front().usual());
        Colour back = colours.getOrDefault(pair.back(), pair.back().usual());
        double contrast = front.contrast(back);
        if (place != null && contrast < pair.least()) {
            place.report(
                    String.format(
                            Locale.ROOT,
                            "%s %s on %s %s has a contrast of %.2f:1, %.1f:1 is needed",
                            pair.front().key(),
                            front,
                            pair.back().key(),
                            back,
                            contrast,
                            pair.least()),
                    "CFG-CONTRAST");
        }
    }
}
