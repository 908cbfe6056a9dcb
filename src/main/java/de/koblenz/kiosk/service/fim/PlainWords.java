package de.koblenz.kiosk.service.fim;

import java.text.Normalizer;

/// Words of strangers as plain text for the screen: no control characters, no marks of direction, single blanks.
final class PlainWords {
    private PlainWords() {}

    /// `text` on one line.
    static String of(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .map(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) ? ' ' : c)
                // Braces would be places to fill in.
                .map(c -> c == '{' ? '(' : c == '}' ? ')' : c)
                .filter(PlainWords::isShown)
                .forEach(c -> {
                    if (c != ' ' || (!plain.isEmpty() && plain.charAt(plain.length() - 1) != ' ')) {
                        plain.appendCodePoint(c);
                    }
                });
        return plain.toString().strip();
    }

    /// Neither a control nor a mark of direction, which would let words stand where they do not belong.
    private static boolean isShown(int c) {
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
