package de.koblenz.kiosk.service.form;

import java.util.regex.Pattern;

/// A text that ends a match which takes too long: patterns come from files, and some patterns try
/// exponentially many ways.
final class PatienceText implements CharSequence {
    private static final int MOST_LOOKS = 200_000;

    private final CharSequence text;
    private int looks;

    private PatienceText(CharSequence text) {
        this.text = text;
    }

    private static final class OutOfPatience extends RuntimeException {
        private static final long serialVersionUID = 1L;

        OutOfPatience() {
            super("a pattern took too long", null, false, false);
        }
    }

    /// Whether the whole of `text` matches; false where that cannot be found out in time.
    static boolean matches(String pattern, String text) {
        try {
            return Pattern.compile(pattern).matcher(new PatienceText(text)).matches();
        } catch (OutOfPatience | StackOverflowError e) {
            return false;
        }
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        if (++looks > MOST_LOOKS) {
            throw new OutOfPatience();
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
