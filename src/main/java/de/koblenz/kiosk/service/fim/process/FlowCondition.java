package de.koblenz.kiosk.service.fim.process;

import de.koblenz.kiosk.service.form.ConditionText;
import de.koblenz.kiosk.service.form.ConditionText.Mistake;
import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.service.form.FieldType;
import de.koblenz.kiosk.service.form.FormDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Conditions at flows in the languages of modellers, turned into the one of this house ([ConditionText]): JUEL (`${a == 'x' && !empty b}`)
/// and FEEL (`=a = "x" and b != null`) as far as they say what a form can ask. What neither of the three says is refused. Immutable.
final class FlowCondition {
    private static final Pattern TOKEN =
            Pattern.compile(
                    "\\s+|(?<word>[0-9]{1,2}:[0-9]{1,2}(?![\\p{L}0-9_.:-])|[\\p{L}0-9_][\\p{L}0-9_.-]*)|'(?<single>(?:[^']|'')*)'"
                            + "|\"(?<double>(?:[^\"\\\\]|\\\\.)*)\""
                            + "|(?<sign>&&|\\|\\||<=|>=|==|!=|[!<>=()\\[\\],+-])",
                    Pattern.DOTALL);
    private static final Pattern TIME = Pattern.compile("[0-9]{1,2}:[0-9]{1,2}");

    /// Full minutes as FEEL writes them.
    private static final Pattern SECONDS = Pattern.compile("^([0-9]{2}:[0-9]{2}):00$");

    private static final Pattern NUMBER = Pattern.compile("[0-9]+(\\.[0-9]+)?");
    private static final Pattern PATH =
            Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,79}(\\.[A-Za-z][A-Za-z0-9_-]{0,79})*");
    private static final Pattern DURATION = Pattern.compile("P([0-9]{1,4})([DWMY])");
    private static final Map<String, String> SIGNS = Map.of("&&", "and", "||", "or", "!", "not");
    private static final Map<String, String> WORDS =
            Map.of("eq", "==", "ne", "!=", "lt", "<", "le", "<=", "gt", ">", "ge", ">=");
    private static final Map<String, String> UNITS =
            Map.of("D", "days", "W", "weeks", "M", "months", "Y", "years");
    private static final Set<String> COMPARISONS = Set.of("<", "<=", ">", ">=");
    private static final Set<String> EQUALITIES = Set.of("=", "==", "!=");

    private final FormDefinition form;

    FlowCondition(FormDefinition form) {
        this.form = form;
    }

    /// What a drawing writes at a flow.
    ConditionText.Reading read(String written) {
        String text = written.strip();
        Matcher juel = Pattern.compile("[$#]\\{(.*)}", Pattern.DOTALL).matcher(text);
        int start = 0;
        boolean feel = false;
        String bare = text;
        if (juel.matches()) {
            start = 2;
            bare = juel.group(1);
        } else if (text.startsWith("=")) {
            start = 1;
            bare = text.substring(1);
            feel = true;
        }
        try {
            return new Translation(tokens(bare, start), feel).read();
        } catch (Wrong e) {
            return new Mistake(e.position, e.message);
        }
    }

    /// A word or sign.
    ///
    /// @param position in what was written, from 1
    private record Token(String text, boolean quoted, int position) {
        boolean is(String word) {
            return !quoted && text.equals(word);
        }
    }

    private static final class Wrong extends Exception {
        private static final long serialVersionUID = 1L;

        private final int position;
        private final String message;

        Wrong(int position, String message) {
            super(message, null, false, false);
            this.position = position;
            this.message = message;
        }
    }

    private static List<Token> tokens(String text, int start) throws Wrong {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        for (int at = 0; at < text.length(); at = matcher.end()) {
            int position = start + at + 1;
            matcher.region(at, text.length());
            if (!matcher.lookingAt()) {
                throw new Wrong(position, "a sign that has no meaning here");
            }
            if (matcher.group("single") != null) {
                String inner = matcher.group("single").replace("''", "'");
                tokens.add(new Token(inner, true, position));
            } else if (matcher.group("double") != null) {
                String inner = matcher.group("double").replaceAll("(?s)\\\\(.)", "$1");
                tokens.add(new Token(inner, true, position));
            } else if (!matcher.group().isBlank()) {
                tokens.add(new Token(matcher.group(), false, position));
            }
        }
        tokens.add(new Token("", false, start + text.length() + 1));
        return tokens;
    }

    /// One translation, token by token: what it does not know stays, and is refused by [ConditionText].
    private final class Translation {
        private final List<Token> tokens;
        private final boolean feel;
        private final List<String> out = new ArrayList<>();
        private final List<Integer> origins = new ArrayList<>();
        private int at;

        Translation(List<Token> tokens, boolean feel) {
            this.tokens = tokens;
            this.feel = feel;
        }

        ConditionText.Reading read() {
            while (at < tokens.size() - 1) {
                if (field() && test(tokens.get(at + 1).text())) {
                    continue;
                }
                part();
            }
            return switch (ConditionText.read(String.join(" ", out))) {
                case ConditionText.Read read -> read;
                case Mistake(int position, String message) ->
                        new Mistake(origin(position), message);
            };
        }

        private Token token(int ahead) {
            return tokens.get(Math.min(at + ahead, tokens.size() - 1));
        }

        /// Writes the same, in quotes where it stood in some, and goes on.
        private void keep() {
            Token token = token(0);
            add(
                    token.quoted()
                            ? "'" + token.text().replace("'", "''") + "'"
                            : SIGNS.getOrDefault(token.text(), token.text()));
            at++;
        }

        private void add(String text) {
            out.add(text);
            origins.add(token(0).position());
        }

        private boolean field() {
            Token token = token(0);
            return !token.quoted() && PATH.matcher(token.text()).matches();
        }

        /// What stands where a field could.
        private void part() {
            if (token(0).is("empty") && !token(1).quoted()) {
                at++;
                keep();
                add("is");
                add("empty");
            } else if (token(0).is("true") || token(0).is("false")) {
                add(token(0).is("true") ? "always" : "never");
                at++;
            } else {
                keep();
            }
        }

        /// A field with what is asked of it; whether it is one.
        private boolean test(String sign) {
            String comparison = WORDS.getOrDefault(sign, sign);
            if (token(1).quoted()) {
                return false;
            }
            if (EQUALITIES.contains(comparison)) {
                equality(comparison);
            } else if (COMPARISONS.contains(comparison)) {
                keep();
                add(comparison);
                at++;
                operand();
            } else if (sign.equals("in")) {
                keep();
                keep();
                list();
            } else if (sign.equals("is")) {
                keep();
                keep();
                keep();
            } else {
                return false;
            }
            return true;
        }

        private void equality(String sign) {
            Token value = token(2);
            boolean unequal = sign.equals("!=");
            if (value.is("null")) {
                keep();
                add("is");
                add(unequal ? "filled" : "empty");
                at += 2;
            } else if (compared(sign, value)) {
                if (unequal) {
                    add("not");
                    add("(");
                }
                keep();
                add("==");
                at++;
                operand();
                if (unequal) {
                    add(")");
                }
            } else {
                keep();
                add(unequal ? "!=" : value.quoted() || !field(value) ? "=" : sign);
                at++;
                value();
            }
        }

        /// Whether numbers, dates or times are compared, not codes.
        private boolean compared(String sign, Token value) {
            if (value.quoted() || !(feel || sign.equals("=="))) {
                return false;
            }
            boolean call = isCall(value) && token(3).is("(");
            boolean number =
                    NUMBER.matcher(value.text()).matches()
                            || (value.is("-") && NUMBER.matcher(token(3).text()).matches())
                            || TIME.matcher(value.text()).matches();
            return call
                    || value.is("today")
                    || (ordered(token(0).text()) && (number || field(value)));
        }

        /// FEEL's `date("2026-01-31")` and `time("09:30:00")`.
        private static boolean isCall(Token token) {
            return token.is("date") || token.is("time");
        }

        private boolean field(Token token) {
            return !token.quoted()
                    && PATH.matcher(token.text()).matches()
                    && form.field(FieldPath.parse(token.text())).isPresent();
        }

        private boolean ordered(String path) {
            return form.field(FieldPath.parse(path))
                    .map(field ->
                            switch (field.type()) {
                                case FieldType.WholeNumber _,
                                        FieldType.Decimal _,
                                        FieldType.Money _,
                                        FieldType.DateValue _,
                                        FieldType.TimeValue _ ->
                                        true;
                                case FieldType.Text text ->
                                        text.letters() == FieldType.Letters.DIGITS;
                                case FieldType.Attachment _,
                                        FieldType.Choice _,
                                        FieldType.Flag _,
                                        FieldType.Consent _ ->
                                        false;
                            })
                    .orElse(false);
        }

        private void value() {
            if (token(0).is("-")) {
                keep();
            }
            if (at < tokens.size() - 1) {
                keep();
            }
        }

        private void operand() {
            if (isCall(token(0)) && token(1).is("(") && token(2).quoted() && token(3).is(")")) {
                at += 2;
                add(SECONDS.matcher(token(0).text()).replaceFirst("$1"));
                at += 2;
            } else if (token(0).is("today")) {
                keep();
                if (token(0).is("(") && token(1).is(")")) {
                    at += 2;
                }
                distance();
            } else {
                value();
            }
        }

        private void distance() {
            if (!token(0).is("+") && !token(0).is("-")) {
                return;
            }
            keep();
            Matcher length = DURATION.matcher(token(2).text());
            if (token(0).is("duration") && token(1).is("(") && length.matches()) {
                add(length.group(1));
                add(UNITS.getOrDefault(length.group(2), ""));
                at += token(3).is(")") ? 4 : 3;
            } else {
                value();
                value();
            }
        }

        private void list() {
            String closing = token(0).is("(") ? ")" : "]";
            if (closing.equals(")")) {
                add("[");
                at++;
            } else {
                value();
            }
            while (at < tokens.size() - 1 && !token(0).is(closing)) {
                keep();
            }
            if (token(0).is(closing)) {
                add("]");
                at++;
            }
        }

        private int origin(int position) {
            int end = 1;
            for (int i = 0; i < out.size(); i++) {
                end += out.get(i).length();
                if (position < end) {
                    return origins.get(i);
                }
                end++;
            }
            return tokens.getLast().position();
        }
    }
}
