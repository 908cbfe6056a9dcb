package de.koblenz.kiosk.citizen.ui.view;

import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// Breaks words that are wider than their line: at a soft hyphen of the text, else between two
/// syllables by the German rule (one consonant goes to the next line; of several the last one; ch,
/// sch, ck, ph, th stay together; at least three letters on each side). Words that fit stay whole.
final class Hyphenation {
    private static final char SOFT = '\u00AD';
    private static final String VOWELS = "aeiouyäöüáàâéèêíìîóòôúùû";
    private static final int LEAST = 3;

    private Hyphenation() {}

    /// The text without soft hyphens.
    static String plain(String words) {
        return words.indexOf(SOFT) < 0 ? words : words.replace(String.valueOf(SOFT), "");
    }

    /// The word with a hyphen and a line end at each break that it needs; whole where none is found.
    ///
    /// @param measure width of a piece of text in pixels
    static String fit(String word, double width, ToDoubleFunction<String> measure) {
        StringBuilder fitted = new StringBuilder();
        String rest = word;
        while (measure.applyAsDouble(plain(rest)) > width) {
            int at = breakBefore(rest, width, measure);
            if (at <= 0) {
                break;
            }
            fitted.append(plain(rest.substring(0, at))).append("-\n");
            rest = rest.substring(at);
        }
        return fitted.append(plain(rest)).toString();
    }

    /// Where a word may be broken so that its first part still fits behind a started line; 0 for nowhere.
    static int breakWithin(
            String word, String line, double width, ToDoubleFunction<String> measure) {
        return breakBefore(word, width, piece -> measure.applyAsDouble(line + piece));
    }

    private static int breakBefore(String word, double width, ToDoubleFunction<String> measure) {
        boolean soft = word.indexOf(SOFT) >= 0;
        for (int at = word.length() - LEAST; at >= LEAST; at--) {
            boolean allowed = soft ? word.charAt(at - 1) == SOFT : startsSyllable(word, at);
            if (allowed && measure.applyAsDouble(plain(word.substring(0, at)) + "-") <= width) {
                return at;
            }
        }
        return 0;
    }

    private static boolean startsSyllable(String written, int at) {
        String word = written.toLowerCase(Locale.ROOT);
        if (!isConsonant(word.charAt(at)) || !hasVowel(word, at)) {
            return false;
        }
        int vowel = at + 1;
        if (word.startsWith("sch", at)) {
            vowel = at + 3;
        } else if (startsPair(word, at)) {
            vowel = at + 2;
        }
        boolean tornApart =
                (word.charAt(at - 1) == 's' && word.startsWith("ch", at))
                        || startsPair(word, at - 1)
                        || (at >= 2 && word.startsWith("sch", at - 2));
        return !tornApart && vowel < word.length() && !isConsonant(word.charAt(vowel));
    }

    private static boolean startsPair(String word, int at) {
        return word.startsWith("ch", at)
                || word.startsWith("ck", at)
                || word.startsWith("ph", at)
                || word.startsWith("th", at);
    }

    /// Whether the letters right before `to` have a vowel and are enough to stand alone.
    private static boolean hasVowel(String word, int to) {
        boolean vowel = false;
        int from = to;
        while (from > 0 && Character.isLetter(word.charAt(from - 1))) {
            from--;
            vowel |= VOWELS.indexOf(word.charAt(from)) >= 0;
        }
        return vowel && to - from >= LEAST;
    }

    private static boolean isConsonant(char c) {
        return Character.isLetter(c) && VOWELS.indexOf(c) < 0;
    }
}
