package de.koblenz.kiosk.service.form;

import de.koblenz.kiosk.service.form.Condition.Comparison;
import de.koblenz.kiosk.service.form.Condition.Operand;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Conditions written as text, for people who describe services in files.
///
/// ```
/// condition := conjunction { "or" conjunction }
/// conjunction := part { "and" part }
/// part := "not" part | "(" condition ")" | "always" | "never" | field test
/// test := "is empty" | "is filled" | "=" value | "!=" value | "in" "[" value { "," value } "]"
///       | ( "<" | "<=" | "==" | ">=" | ">" ) operand
/// operand := number | date | time | field | "today" [ ( "+" | "-" ) n ( "days" | "weeks" | "months" | "years" ) ]
/// ```
///
/// A value is a word, a number, a date (`2026-01-31`) or a time of day (`09:30`); other texts stand in `'single quotes'` (a quote inside twice). `=` asks for
/// exactly that code, `==` compares numbers, dates or times.
public final class ConditionText {
    private static final int MOST_CHARACTERS = 2000;

    /// A written condition of full depth (negations in brackets) needs three calls per level.
    private static final int MOST_CALLS = 3 * Condition.MOST_DEPTH + 4;

    private static final List<ChronoUnit> UNITS =
            List.of(ChronoUnit.DAYS, ChronoUnit.WEEKS, ChronoUnit.MONTHS, ChronoUnit.YEARS);
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,30}(\\.[0-9]{1,9})?");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern COLON = Pattern.compile("[0-9]{1,2}:[0-9]{1,2}");
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,4}");

    private final List<ConditionToken> tokens;
    private int at;

    private ConditionText(List<ConditionToken> tokens) {
        this.tokens = tokens;
    }

    /// What came of reading a text.
    public sealed interface Reading {}

    /// The text is a condition.
    public record Read(Condition condition) implements Reading {}

    /// The text is none.
    ///
    /// @param position character at which it goes wrong, from 1
    /// @param message what is expected there
    public record Mistake(int position, String message) implements Reading {}

    /// What came of reading the limit of a date; empty where it is none.
    public static Optional<DateBound> bound(String text) {
        try {
            ConditionText reader = new ConditionText(ConditionToken.of(text));
            DateBound bound =
                    switch (reader.operand()) {
                        case Operand.Day(DateBound.FromToday day) -> day;
                        case Operand.Value(String value) when DATE.matcher(value).matches() ->
                                new DateBound.Day(LocalDate.parse(value));
                        case Operand.Value _, Operand.OfField _ -> throw reader.mistake("a date");
                    };
            return reader.peek().ended() ? Optional.of(bound) : Optional.empty();
        } catch (ConditionToken.Wrong | DateTimeException e) {
            return Optional.empty();
        }
    }

    /// Reads a condition; the first mistake ends it.
    public static Reading read(String text) {
        if (text.length() > MOST_CHARACTERS) {
            return new Mistake(MOST_CHARACTERS, "a condition is no longer than this");
        }
        try {
            ConditionText reader = new ConditionText(ConditionToken.of(text));
            Condition condition = reader.condition(1);
            if (!reader.peek().ended()) {
                throw reader.mistake("'and', 'or' or the end");
            }
            return new Read(condition);
        } catch (ConditionToken.Wrong e) {
            return new Mistake(e.position(), e.expected());
        } catch (IllegalArgumentException e) {
            return new Mistake(1, "expected less nesting: " + e.getMessage());
        }
    }

    /// Writes a condition so that [#read] makes the same of it. (One of a single part is written as that part.)
    public static String write(Condition condition) {
        return switch (condition) {
            case Condition.Always() -> "always";
            case Condition.Never() -> "never";
            case Condition.Equals(FieldPath field, String value) -> field + " = " + written(value);
            case Condition.In(FieldPath field, Set<String> values) ->
                    field
                            + " in ["
                            + values.stream()
                                    .map(ConditionText::written)
                                    .collect(Collectors.joining(", "))
                            + "]";
            case Condition.Empty(FieldPath field) -> field + " is empty";
            case Condition.Compare(FieldPath field, Comparison comparison, Operand operand) ->
                    field + " " + comparison.sign() + " " + written(operand);
            case Condition.All(List<Condition> parts) -> joined(parts, " and ", "always");
            case Condition.Any(List<Condition> parts) -> joined(parts, " or ", "never");
            case Condition.Not(Condition.Empty(FieldPath field)) -> field + " is filled";
            case Condition.Not(Condition.Equals(FieldPath field, String value)) ->
                    field + " != " + written(value);
            case Condition.Not(Condition part) -> "not (" + write(part) + ")";
        };
    }

    private static String joined(List<Condition> parts, String by, String none) {
        return parts.isEmpty()
                ? none
                : parts.stream()
                        .map(part -> {
                            boolean inner =
                                    part instanceof Condition.Any || part instanceof Condition.All;
                            return inner ? "(" + write(part) + ")" : write(part);
                        })
                        .collect(Collectors.joining(by));
    }

    private static String written(Operand operand) {
        return switch (operand) {
            case Operand.Value(String value) -> value;
            case Operand.OfField(FieldPath field) -> field.toString();
            case Operand.Day(DateBound.FromToday(int count, ChronoUnit unit)) ->
                    count == 0
                            ? "today"
                            : "today "
                                    + (count < 0 ? "- " : "+ ")
                                    + Math.abs(count)
                                    + " "
                                    + word(unit)
                                    + "s";
        };
    }

    private static String written(String value) {
        return ConditionToken.isPlain(value) ? value : "'" + value.replace("'", "''") + "'";
    }

    private Condition condition(int depth) throws ConditionToken.Wrong {
        List<Condition> parts = new ArrayList<>(List.of(conjunction(depth + 1)));
        while (take("or")) {
            parts.add(conjunction(depth + 1));
        }
        return parts.size() == 1 ? parts.getFirst() : new Condition.Any(parts);
    }

    private Condition conjunction(int depth) throws ConditionToken.Wrong {
        List<Condition> parts = new ArrayList<>(List.of(part(depth + 1)));
        while (take("and")) {
            parts.add(part(depth + 1));
        }
        return parts.size() == 1 ? parts.getFirst() : new Condition.All(parts);
    }

    private Condition part(int depth) throws ConditionToken.Wrong {
        if (depth > MOST_CALLS) {
            throw mistake("less nesting");
        }
        if (take("not")) {
            return new Condition.Not(part(depth + 1));
        }
        if (take("(")) {
            Condition inner = condition(depth);
            expect(")");
            return inner;
        }
        if (take("always")) {
            return Condition.always();
        }
        if (take("never")) {
            return Condition.never();
        }
        return test(field());
    }

    private Condition test(FieldPath field) throws ConditionToken.Wrong {
        if (take("is")) {
            if (take("empty")) {
                return new Condition.Empty(field);
            }
            expect("filled");
            return new Condition.Not(new Condition.Empty(field));
        }
        if (take("=")) {
            return new Condition.Equals(field, value());
        }
        if (take("!=")) {
            return new Condition.Not(new Condition.Equals(field, value()));
        }
        if (take("in")) {
            expect("[");
            Set<String> values = new LinkedHashSet<>(List.of(value()));
            while (take(",")) {
                values.add(value());
            }
            expect("]");
            return new Condition.In(field, values);
        }
        for (Comparison comparison : Comparison.values()) {
            if (take(comparison.sign())) {
                return new Condition.Compare(field, comparison, operand());
            }
        }
        throw mistake("'=', '!=', '<', '<=', '==', '>=', '>', 'in' or 'is' after a field");
    }

    private FieldPath field() throws ConditionToken.Wrong {
        ConditionToken token = peek();
        if (token.isName()) {
            at++;
            return FieldPath.parse(token.text());
        }
        throw mistake("the path of a field");
    }

    private String value() throws ConditionToken.Wrong {
        boolean negative = take("-");
        ConditionToken token = peek();
        if (token.isValue() && (!negative || NUMBER.matcher(token.text()).matches())) {
            at++;
            return negative ? "-" + token.text() : token.text();
        }
        throw mistake("a value");
    }

    private Operand operand() throws ConditionToken.Wrong {
        if (take("today")) {
            return new Operand.Day(distance());
        }
        boolean negative = take("-");
        ConditionToken token = peek();
        if (NUMBER.matcher(token.text()).matches() && token.isValue()) {
            at++;
            return new Operand.Value((negative ? "-" : "") + token.text());
        }
        if (!negative && DATE.matcher(token.text()).matches() && token.isValue()) {
            at++;
            return new Operand.Value(token.text());
        }
        if (!negative && COLON.matcher(token.text()).matches() && token.isValue()) {
            if (!TimeCheck.isCanonical(token.text())) {
                throw mistake("a time of day from 00:00 to 23:59, with two digits each");
            }
            at++;
            return new Operand.Value(token.text());
        }
        if (!negative && token.isName()) {
            return new Operand.OfField(field());
        }
        throw mistake("a number, a date, a time, 'today' or a field");
    }

    private DateBound.FromToday distance() throws ConditionToken.Wrong {
        boolean back = take("-");
        if (!back && !take("+")) {
            return new DateBound.FromToday(0, ChronoUnit.DAYS);
        }
        ConditionToken token = peek();
        if (!COUNT.matcher(token.text()).matches()) {
            throw mistake("how many");
        }
        at++;
        int count = Integer.parseInt(token.text()) * (back ? -1 : 1);
        for (ChronoUnit unit : UNITS) {
            if (take(word(unit)) || take(word(unit) + "s")) {
                return new DateBound.FromToday(count, unit);
            }
        }
        throw mistake("days, weeks, months or years");
    }

    /// `day`, `week`, `month`, `year`.
    private static String word(ChronoUnit unit) {
        String plural = unit.toString().toLowerCase(Locale.ROOT);
        return plural.substring(0, plural.length() - 1);
    }

    private ConditionToken peek() {
        return tokens.get(at);
    }

    private boolean take(String word) {
        if (peek().is(word)) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(String word) throws ConditionToken.Wrong {
        if (!take(word)) {
            throw mistake("'" + word + "'");
        }
    }

    private ConditionToken.Wrong mistake(String expected) {
        return new ConditionToken.Wrong(peek().position(), "expected " + expected);
    }
}
