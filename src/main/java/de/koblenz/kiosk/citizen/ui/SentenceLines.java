package de.koblenz.kiosk.citizen.ui;

import java.util.regex.Pattern;

/// Each sentence on a line of its own, as Leichte Sprache wants it (DIN SPEC 33429).
final class SentenceLines {
    /// The space between the end of a sentence and a capital letter; not after "Dr." or "1.".
    private static final Pattern BETWEEN =
            Pattern.compile("(?<=(\\P{Lu}\\p{Ll}|\\p{Lu}{2}|“)[.?!]) +(?=[\\p{Lu}„])");

    private SentenceLines() {}

    static String of(String text) {
        return BETWEEN.matcher(text).replaceAll("\n");
    }
}
