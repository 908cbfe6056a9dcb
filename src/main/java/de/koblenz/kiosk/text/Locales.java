package de.koblenz.kiosk.text;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The languages of a terminal and their texts, the default first. Immutable and thread-safe.
///
/// @param tags BCP 47 tags in the order of the language page
/// @param byTag texts of each tag
public record Locales(List<String> tags, Map<String, Texts> byTag) {
    public Locales {
        tags = List.copyOf(tags);
        byTag = Map.copyOf(byTag);
        if (tags.isEmpty() || !byTag.keySet().containsAll(tags)) {
            throw new IllegalArgumentException("a language without texts: " + tags);
        }
    }

    /// The texts of `tag`, or of the default language where there is no such tag.
    public Texts texts(String tag) {
        Texts texts = byTag.get(tag);
        return texts != null
                ? texts
                : byTag.getOrDefault(tags.getFirst(), new Texts(Locale.GERMAN, Map.of()));
    }

    /// Whether `tag` is written from right to left.
    public static boolean rightToLeft(String tag) {
        String script = Locale.forLanguageTag(tag).getScript();
        return switch (Locale.forLanguageTag(tag).getLanguage()) {
            case "ar", "fa", "he", "ur" -> true;
            default -> script.equals("Arab") || script.equals("Hebr");
        };
    }
}
