package de.koblenz.kiosk.citizen.ui.view;

import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;

/// Breaks a text into lines. JavaFX would do that too, but it breaks long words without a hyphen, and
/// release 26 fails on some lines of Arabic letters (PrismTextLayout.computeTrailingSpaceWidth).
final class LineBreaks {
    /// After each space but that of an amount ("144 €"), after a hyphen between words of three letters or more, and inside addresses of pages.
    private static final Pattern SEGMENTS =
            Pattern.compile(
                    "(?<= )(?!(?<=[0-9] )€)|(?<=\\p{L}{3}-)(?=\\p{L}{3})|(?<=\\w/)(?=\\w)|(?<=\\p{L}{2}\\.)(?=\\p{L}{2})");

    private LineBreaks() {}

    /// The text with a line end in the place of each space at which it wraps, or an empty text where a
    /// word is wider than the line.
    ///
    /// @param plain without soft hyphens
    /// @param measure width of a piece of text in pixels
    static String wrap(String plain, double width, ToDoubleFunction<String> measure) {
        return wrap(plain, width, false, measure);
    }

    /// The same, with words that are wider than the line broken at a hyphen.
    ///
    /// @param words with its soft hyphens
    static String wrapHyphenated(String words, double width, ToDoubleFunction<String> measure) {
        return wrap(words, width, true, measure);
    }

    private static String wrap(
            String words, double width, boolean hyphenate, ToDoubleFunction<String> measure) {
        String whole = Hyphenation.plain(words);
        if (whole.indexOf('\n') < 0 && measure.applyAsDouble(whole) <= width) {
            return whole;
        }
        StringBuilder lines = new StringBuilder();
        for (String paragraph : words.split("\n", -1)) {
            String line = "";
            for (String written : SEGMENTS.split(paragraph.stripTrailing(), -1)) {
                String word = Hyphenation.plain(written);
                String longer = line + word;
                if (!line.isEmpty() && measure.applyAsDouble(longer.stripTrailing()) <= width) {
                    line = longer;
                    continue;
                }
                boolean tooWide = measure.applyAsDouble(word.stripTrailing()) > width;
                if (tooWide && !hyphenate) {
                    return "";
                }
                String rest = written;
                if (tooWide && !line.isEmpty()) {
                    // Its first syllables may still stand on this line.
                    int at = Hyphenation.breakWithin(rest, line, width, measure);
                    line += at > 0 ? Hyphenation.plain(rest.substring(0, at)) + "-" : "";
                    rest = rest.substring(at);
                }
                if (!line.isEmpty()) {
                    lines.append(line.stripTrailing()).append('\n');
                }
                line = Hyphenation.plain(rest);
                if (measure.applyAsDouble(line.stripTrailing()) > width) {
                    String pieces = Hyphenation.fit(rest, width, measure);
                    int last = pieces.lastIndexOf('\n') + 1;
                    lines.append(pieces, 0, last);
                    line = pieces.substring(last);
                }
            }
            lines.append(line.stripTrailing()).append('\n');
        }
        lines.setLength(lines.length() - 1);
        return lines.toString();
    }
}
