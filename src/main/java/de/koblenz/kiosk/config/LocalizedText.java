package de.koblenz.kiosk.config;

import java.util.LinkedHashMap;
import java.util.Map;

/// A text in one or more languages, German always among them: German is what is official.
///
/// @param byLanguage BCP 47 tag → text, in the order of the file; unmodifiable
public record LocalizedText(Map<String, String> byLanguage) {
    /// BCP 47 tag of the language that every text has.
    public static final String GERMAN = "de";

    public LocalizedText {
        if (!byLanguage.containsKey(GERMAN)) {
            throw new IllegalArgumentException("a text without German: " + byLanguage);
        }
        byLanguage = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(byLanguage));
    }

    public static LocalizedText german(String text) {
        return new LocalizedText(Map.of(GERMAN, text));
    }

    /// The text in `language`, or the official German one where it is not translated.
    public String in(String language) {
        String text = byLanguage.get(language);
        return text != null ? text : byLanguage.getOrDefault(GERMAN, "");
    }

    public boolean has(String language) {
        return byLanguage.containsKey(language);
    }
}
