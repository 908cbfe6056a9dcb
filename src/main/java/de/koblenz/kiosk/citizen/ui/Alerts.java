package de.koblenz.kiosk.citizen.ui;

import java.util.Map;

/// Failure codes in a citizen's words: what happened, what is with the money, what now.
final class Alerts {
    private Alerts() {}

    static Screen.Alert of(Words words, String code) {
        return new Screen.Alert(Screen.Alert.Level.WARNING, text(words, code), code);
    }

    /// Whether a code has words of its own.
    static boolean known(Words words, String code) {
        return words.texts().has("code." + code + ".text");
    }

    /// The words of a code; those of an unexpected fault where the code has none of its own.
    static String text(Words words, String code) {
        String key = "code." + code + ".text";
        return words.texts().has(key) ? words.of(key) : words.of("code.other.text");
    }

    static String text(Words words, String code, Map<String, String> parameters) {
        String key = "code." + code + ".text";
        return words.texts().has(key) ? words.of(key, parameters) : words.of("code.other.text");
    }
}
