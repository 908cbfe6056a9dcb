package de.koblenz.kiosk.service.fim;

import java.text.Normalizer;

/// Words of strangers as plain text for the screen: no control characters, no marks of direction, single blanks.
/// Joiners stay: Persian and the languages of India are misspelt without them.
final class PlainWords {
    private static final int DELETE = 0x007F;
    private static final int SOFT_HYPHEN = 0x00AD;
    private static final int FIRST_COMBINING = 0x0300;
    private static final int NO_BREAK_SPACE = 0x00A0;
    private static final int NARROW_NO_BREAK_SPACE = 0x202F;
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private PlainWords() {}

    /// `text` on one line.
    static String of(String text) {
        return isPlain(text) ? text : made(text);
    }

    /// Whether nothing has to be done, which is so of nearly all texts: only signs below the combining ones, whose composition is
    /// themselves (NFC), and single blanks between them.
    private static boolean isPlain(String text) {
        boolean blank = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ') {
                if (blank) {
                    return false;
                }
                blank = true;
            } else {
                boolean usual = (c > ' ' && c < DELETE) || (c > SOFT_HYPHEN && c < FIRST_COMBINING);
                if (!usual || c == '{' || c == '}') {
                    return false;
                }
                blank = false;
            }
        }
        return !blank || text.isEmpty();
    }

    private static String made(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .map(PlainWords::blank)
                // Braces would be places to fill in.
                .map(c -> c == '{' ? '(' : c == '}' ? ')' : c)
                .filter(PlainWords::isShown)
                .forEach(c -> {
                    if (!isBlank(c)
                            || (!plain.isEmpty() && !isBlank(plain.charAt(plain.length() - 1)))) {
                        plain.appendCodePoint(c);
                    }
                });
        boolean ends = !plain.isEmpty() && isBlank(plain.charAt(plain.length() - 1));
        return plain.substring(0, plain.length() - (ends ? 1 : 0));
    }

    /// One that may not break a line stays so: "144 €".
    private static int blank(int c) {
        if (c == NO_BREAK_SPACE || c == NARROW_NO_BREAK_SPACE) {
            return NO_BREAK_SPACE;
        }
        return Character.isWhitespace(c) || Character.isSpaceChar(c) ? ' ' : c;
    }

    private static boolean isBlank(int c) {
        return c == ' ' || c == NO_BREAK_SPACE;
    }

    /// Neither a control nor a mark of direction, which would let words stand where they do not belong.
    private static boolean isShown(int c) {
        if (c == ZERO_WIDTH_NON_JOINER || c == ZERO_WIDTH_JOINER) {
            return true;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED ->
                    false;
            default -> true;
        };
    }
}
