package de.koblenz.kiosk.service.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A word or sign of a condition's text.
///
/// @param text the word, without its quotes; empty at the end
/// @param quoted whether it stood in quotes
/// @param position of its first character, from 1
record ConditionToken(String text, boolean quoted, int position) {
    private static final Pattern TOKEN =
            Pattern.compile(
                    "\\s+|(?<word>[0-9]{1,2}:[0-9]{1,2}(?![\\p{L}0-9_.:-])|[\\p{L}0-9_][\\p{L}0-9_.-]*)|'(?<quoted>(?:[^']|'')*)'"
                            + "|(?<sign><=|>=|==|!=|[<>=()\\[\\],+-])");
    private static final Set<String> RESERVED =
            Set.of("and", "or", "not", "is", "in", "always", "never", "today");
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}0-9][\\p{L}0-9_.-]*");
    private static final Pattern NAME =
            Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,79}(\\.[A-Za-z][A-Za-z0-9_-]{0,79})*");

    /// The text is no condition.
    static final class Wrong extends Exception {
        private static final long serialVersionUID = 1L;

        private final int position;
        private final String expected;

        Wrong(int position, String expected) {
            super(expected, null, false, false);
            this.position = position;
            this.expected = expected;
        }

        int position() {
            return position;
        }

        String expected() {
            return expected;
        }
    }

    /// The tokens of `text` with an empty one at the end.
    static List<ConditionToken> of(String text) throws Wrong {
        List<ConditionToken> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        int at = 0;
        while (at < text.length()) {
            matcher.region(at, text.length());
            if (!matcher.lookingAt()) {
                throw new Wrong(at + 1, "a sign that has no meaning here");
            }
            String quoted = matcher.group("quoted");
            String word = matcher.group("word");
            String sign = matcher.group("sign");
            if (quoted != null) {
                tokens.add(new ConditionToken(quoted.replace("''", "'"), true, at + 1));
            } else if (word != null) {
                tokens.add(new ConditionToken(word, false, at + 1));
            } else if (sign != null) {
                tokens.add(new ConditionToken(sign, false, at + 1));
            }
            at = matcher.end();
        }
        tokens.add(new ConditionToken("", false, text.length() + 1));
        return tokens;
    }

    /// Whether a value needs no quotes.
    static boolean isPlain(String value) {
        return PLAIN.matcher(value).matches() && !RESERVED.contains(value);
    }

    boolean ended() {
        return text.isEmpty() && !quoted;
    }

    boolean is(String word) {
        return !quoted && text.equals(word);
    }

    /// Whether it can be the path of a field.
    boolean isName() {
        return !quoted && !RESERVED.contains(text) && NAME.matcher(text).matches();
    }

    /// Whether it can be a value.
    boolean isValue() {
        return quoted
                || (!RESERVED.contains(text)
                        && !text.isEmpty()
                        && Character.isLetterOrDigit(text.codePointAt(0)));
    }
}
