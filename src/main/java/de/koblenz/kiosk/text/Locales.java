package de.koblenz.kiosk.text;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The languages of a terminal and their texts, the default first. Immutable and thread-safe.
///
/// @param tags BCP 47 tags in the order of the language page
/// @param byTag texts of each tag
public record Locales(List<String> tags, Map<String, Texts> byTag) {
    private static final String SIMPLE = "-simple";

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

    /// Whether `tag` is an easy form of a language, in German Leichte Sprache: `simple` is a registered variant (IANA
    /// Language Subtag Registry, RFC 5646 2.2.5).
    public static boolean simple(String tag) {
        return tag.endsWith(SIMPLE);
    }

    /// The easy form of the language of `tag`, whether or not it is offered: `de-simple` for `de`.
    public static String simplified(String tag) {
        return simple(tag) ? tag : tag + SIMPLE;
    }

    /// The language of which `tag` is the easy form, else `tag` itself: `de` for `de-simple`.
    public static String usual(String tag) {
        return simple(tag) ? tag.substring(0, tag.length() - SIMPLE.length()) : tag;
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
