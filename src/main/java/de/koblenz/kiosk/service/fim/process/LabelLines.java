package de.koblenz.kiosk.service.fim.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Breaks names into lines that fit a width in a sans-serif type of 12 pixels, whose letters are estimated a little too wide. A word that is
/// too long for a line is broken before a consonant that a vowel follows, as German does it nearly everywhere.
final class LabelLines {
    private static final double NARROW = 3.6;
    private static final double WIDE = 11.2;
    private static final double CAPITAL = 8.6;
    private static final double OTHER = 7.4;
    private static final String VOWELS = "aeiouyäöü";

    /// Written as one sound.
    private static final List<String> TOGETHER = List.of("sch", "st", "ch", "ck", "ph", "th", "qu");

    /// Letters of a word that stay together at its ends.
    private static final int LEAST = 3;

    private LabelLines() {}

    /// At least one; none is wider than `width`, where a letter is not.
    ///
    /// @param width in pixels
    static List<String> of(String words, double width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : words.strip().split("\\s+", -1)) {
            String rest = word;
            if (!line.isEmpty() && width(line + " " + rest) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            while (width(rest) > width && rest.length() > 1) {
                int at = breakAt(rest, width);
                boolean hyphen = rest.charAt(at - 1) != '-';
                lines.add(rest.substring(0, at) + (hyphen ? "-" : ""));
                rest = rest.substring(at);
            }
            line.append(line.isEmpty() ? "" : " ").append(rest);
        }
        lines.add(line.toString());
        return lines;
    }

    /// The last good place at which what is before it fits with a hyphen; else the last at all.
    private static int breakAt(String word, double width) {
        int most = 1;
        while (most + 1 < word.length() && width(word.substring(0, most + 1) + "-") <= width) {
            most++;
        }
        for (int at = most; at >= LEAST; at--) {
            if (word.charAt(at - 1) == '-' || (word.length() - at >= LEAST && syllable(word, at))) {
                return at;
            }
        }
        return most;
    }

    private static boolean syllable(String word, int at) {
        String small = word.toLowerCase(Locale.GERMAN);
        for (String sound : TOGETHER) {
            for (int inside = 1; inside < sound.length(); inside++) {
                if (at >= inside && small.startsWith(sound, at - inside)) {
                    return false;
                }
            }
        }
        String start =
                TOGETHER.stream()
                        .filter(sound -> small.startsWith(sound, at))
                        .findFirst()
                        .orElse(small.substring(at, at + 1));
        int next = at + start.length();
        return !vowel(small.charAt(at))
                && Character.isLetter(small.charAt(at))
                && Character.isLetter(small.charAt(at - 1))
                && next < small.length()
                && (vowel(small.charAt(next)) || start.equals("qu"));
    }

    private static boolean vowel(char letter) {
        return VOWELS.indexOf(letter) >= 0;
    }

    /// In pixels, estimated.
    static double width(String text) {
        return text.codePoints().mapToDouble(LabelLines::width).sum();
    }

    private static double width(int letter) {
        if (" .,:;'!|iIjlft()[]-".indexOf(letter) >= 0) {
            return letter == 'f' || letter == 't' || letter == '-' ? NARROW + 1.2 : NARROW + 0.4;
        }
        if ("mwMW…@%".indexOf(letter) >= 0) {
            return WIDE;
        }
        return Character.isUpperCase(letter) ? CAPITAL : OTHER;
    }
}
