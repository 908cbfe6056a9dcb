package de.koblenz.kiosk.device.printer;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Text on its way to paper: made printable without changing a letter, and broken into lines.
final class PrintText {
    private static final char SOFT_HYPHEN = '\u00AD';

    /// Between an amount and its sign, which stay together.
    private static final Pattern AMOUNT = Pattern.compile("(?<=[0-9]) (?=€)");

    private PrintText() {}

    /// The text in composed form (NFC), with blanks for tabs and for the special blanks of typography, and amounts that do
    /// not break.
    ///
    /// Line feeds stay. No other control character passes: it would be a command to the printer.
    static String printable(String text) throws UnprintableTextException {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        StringBuilder printable = new StringBuilder(composed.length());
        for (int at = 0; at < composed.length(); at++) {
            char character = composed.charAt(at);
            switch (character) {
                case '\n' -> printable.append('\n');
                case '\r' -> {}
                case '\t' -> printable.append(' ');
                // Narrow and figure blanks do not break either.
                case '\u202F', '\u2007', '\u2009' -> printable.append('\u00A0');
                case '\u2011' -> printable.append('-');
                default -> {
                    if (Character.isISOControl(character)) {
                        throw new UnprintableTextException();
                    }
                    printable.append(character);
                }
            }
        }
        return AMOUNT.matcher(printable).replaceAll("\u00A0");
    }

    /// The text as a code table sees it: without marks of direction and without soft hyphens; a
    /// blank that does not break is a blank.
    static String forTable(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character == '\u00A0') {
                plain.append(' ');
            } else if (Character.getType(character) != Character.FORMAT) {
                plain.append(character);
            }
        }
        return plain.toString();
    }

    /// How many cells the text takes.
    static int columns(String text) {
        return (int) text.codePoints().filter(PrintText::takesCell).count();
    }

    private static boolean takesCell(int codePoint) {
        int type = Character.getType(codePoint);
        return type != Character.FORMAT
                && type != Character.NON_SPACING_MARK
                && type != Character.ENCLOSING_MARK;
    }

    /// Cells of the longest piece that cannot be broken.
    static int longestWord(String text) {
        int longest = 0;
        for (String word : text.split("[ \n]+", -1)) {
            longest = Math.max(longest, columns(word));
        }
        return longest;
    }

    /// Breaks printable text into lines of at most `width` cells: at blanks, at soft hyphens, after hyphens
    /// and slashes, and inside a word only where nothing else is left.
    static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\n", -1)) {
            String rest = paragraph;
            while (columns(rest) > width) {
                int end = breakAt(rest, width);
                String line = rest.substring(0, end);
                rest = rest.substring(end).stripLeading();
                boolean hyphen = !line.isEmpty() && line.charAt(line.length() - 1) == SOFT_HYPHEN;
                lines.add(hyphen ? line.substring(0, line.length() - 1) + "-" : stripBlanks(line));
            }
            lines.add(stripBlanks(rest));
        }
        return lines;
    }

    private static String stripBlanks(String line) {
        int end = line.length();
        while (end > 0 && line.charAt(end - 1) == ' ') {
            end--;
        }
        return line.substring(0, end);
    }

    /// Where the first line ends: an index after at least one character.
    private static int breakAt(String text, int width) {
        int cells = 0;
        int good = 0;
        int at = 0;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            int next = at + Character.charCount(codePoint);
            if (codePoint == ' ') {
                good = at == 0 ? good : at;
            }
            if (takesCell(codePoint) && codePoint != ' ' && cells == width) {
                break;
            }
            cells += takesCell(codePoint) ? 1 : 0;
            at = next;
            // A soft hyphen needs a cell for the hyphen that it becomes.
            boolean breaks =
                    codePoint == '-'
                            || codePoint == '/'
                            || (codePoint == SOFT_HYPHEN && cells < width);
            if (breaks && cells <= width) {
                good = at;
            }
            if (cells > width) {
                break;
            }
        }
        return good > 0 ? good : Math.max(1, at);
    }
}
