package de.koblenz.kiosk.service.catalog;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How a word sounds, roughly: spellings that a German, Ukrainian or Russian ear confuses become
/// one (`Führerschein`, `Fürerschain`; `Pass`, `Pas`; `паспорты`, `паспорти`). Comparing sounds
/// costs a misspelling no edit, so the edits are left for slips of the finger.
final class SoundForm {
    /// Rules in the order of their use. Input is a surface or stem of [SearchWord].
    private static final String[][] RULES = {
        {"ph", "f"},
        {"th", "t"},
        {"dt", "t"},
        {"sch", "s"},
        {"tz|ts|z", "s"},
        {"ck|qu|q|c(?!h)|kh", "k"},
        {"x", "ks"},
        {"ch$", "k"},
        {"v|w", "f"},
        {"y|j", "i"},
        {"ai|ay|ey", "ei"},
        {"ie", "i"},
        {"(?<=[aeiou])h(?![aeiou])", ""},
        {"d$", "t"},
        {"g$", "k"},
        {"b$", "p"},
        {"[ыі]", "и"},
        {"[эє]", "е"},
        {"ґ", "г"},
        {"[ъь]", ""},
        {"(.)\\1+", "$1"},
    };

    private static final Pattern[] PATTERNS = new Pattern[RULES.length];

    static {
        for (int i = 0; i < RULES.length; i++) {
            PATTERNS[i] = Pattern.compile(RULES[i][0]);
        }
    }

    private SoundForm() {}

    static String of(String word) {
        String sound = word;
        for (int i = 0; i < RULES.length; i++) {
            Matcher matcher = PATTERNS[i].matcher(sound);
            sound = matcher.replaceAll(RULES[i][1]);
        }
        return sound;
    }
}
