package de.koblenz.kiosk.citizen.ui.view;

import java.util.Locale;

/// Texts that no language has, to find what only fits in German.
final class PseudoLocale {
    private static final String PLAIN = "aeiouAEIOUcnsyz";
    private static final String ACCENTED = "åéîöûÅÉÎÖÛçñšýž";
    private static final String LATIN = "abcdefghijklmnopqrstuvwxyzäöüß";
    private static final String ARABIC = "ابجدهوزحطيكلمنسعفصقرشتثخذضظغءة";

    private PseudoLocale() {}

    /// Accents on the letters and 40 % more of them, as syllables of their own at the end.
    static String longer(String german) {
        StringBuilder text = new StringBuilder();
        for (char c : german.toCharArray()) {
            int at = PLAIN.indexOf(c);
            text.append(at < 0 ? c : ACCENTED.charAt(at));
        }
        int more = (int) Math.ceil(german.length() * 0.4);
        if (german.chars().noneMatch(Character::isLetter)) {
            return text.toString();
        }
        for (int i = 0; i < more; i++) {
            text.append(i % 6 == 0 ? ' ' : "loñéß".charAt(i % 6 - 1));
        }
        return text.toString().strip();
    }

    /// Arabic letters in the place of Latin ones, in words of at most ten; digits and signs stay.
    static String arabic(String german) {
        StringBuilder text = new StringBuilder();
        int run = 0;
        for (char c : german.toLowerCase(Locale.GERMAN).toCharArray()) {
            run = Character.isLetter(c) ? run + 1 : 0;
            if (run > 10) {
                text.append(' ');
                run = 1;
            }
            int at = LATIN.indexOf(c);
            text.append(at < 0 ? c : ARABIC.charAt(at));
        }
        return text.toString();
    }
}
