package de.koblenz.kiosk.service.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// When something holds, as data: evaluated by [#holds], never by running code of a configuration.
///
/// Paths name fields without instances; within a repeated group they mean the fields of the same instance. A field
/// that is not visible counts as empty. Depth is at most [#MOST_DEPTH].
public sealed interface Condition {
    int MOST_DEPTH = 32;

    static Condition always() {
        return new Always();
    }

    static Condition never() {
        return new Never();
    }

    record Always() implements Condition {}

    record Never() implements Condition {}

    /// The answer is exactly this canonical value.
    record Equals(FieldPath field, String value) implements Condition {}

    /// The answer is one of these canonical values.
    record In(FieldPath field, Set<String> values) implements Condition {
        public In {
            values = Collections.unmodifiableSet(new TreeSet<>(values));
        }
    }

    /// Nothing is answered.
    record Empty(FieldPath field) implements Condition {}

    /// The answer stands so to the operand; both are numbers, both are dates or both are times of day, else it does not hold. Two
    /// texts can be the same, letter by letter; a number is compared with the year of a day that moves with today.
    record Compare(FieldPath field, Comparison comparison, Operand operand) implements Condition {}

    record All(List<Condition> conditions) implements Condition {
        public All {
            conditions = List.copyOf(conditions);
            requireDepth(conditions);
        }
    }

    record Any(List<Condition> conditions) implements Condition {
        public Any {
            conditions = List.copyOf(conditions);
            requireDepth(conditions);
        }
    }

    record Not(Condition condition) implements Condition {
        public Not {
            requireDepth(List.of(condition));
        }
    }

    /// How two numbers, dates or times stand to each other.
    enum Comparison {
        LESS("<"),
        AT_MOST("<="),
        SAME("=="),
        AT_LEAST(">="),
        MORE(">");

        private final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }

        boolean holds(int order) {
            return switch (this) {
                case LESS -> order < 0;
                case AT_MOST -> order <= 0;
                case SAME -> order == 0;
                case AT_LEAST -> order >= 0;
                case MORE -> order > 0;
            };
        }
    }

    /// What an answer is compared with.
    sealed interface Operand {
        /// A canonical number, date or time.
        record Value(String value) implements Operand {}

        /// The answer of another field.
        record OfField(FieldPath field) implements Operand {}

        /// A day that moves with today.
        record Day(DateBound.FromToday day) implements Operand {}
    }

    private static void requireDepth(List<Condition> parts) {
        for (Condition part : parts) {
            if (part.depth() >= MOST_DEPTH) {
                throw new IllegalArgumentException("a condition deeper than " + MOST_DEPTH);
            }
        }
    }

    private int depth() {
        return switch (this) {
            case Always(), Never() -> 1;
            case Equals _, In _, Empty _, Compare _ -> 1;
            case All(List<Condition> parts) -> 1 + deepest(parts);
            case Any(List<Condition> parts) -> 1 + deepest(parts);
            case Not(Condition part) -> 1 + part.depth();
        };
    }

    private static int deepest(List<Condition> parts) {
        return parts.stream().mapToInt(Condition::depth).max().orElse(0);
    }

    /// Whether the condition holds.
    ///
    /// @param values the visible answers by path without instances
    /// @param today the day of the session
    default boolean holds(Function<FieldPath, Optional<String>> values, LocalDate today) {
        return switch (this) {
            case Always() -> true;
            case Never() -> false;
            case Equals(FieldPath field, String value) ->
                    values.apply(field).filter(value::equals).isPresent();
            case In(FieldPath field, Set<String> allowed) ->
                    values.apply(field).filter(allowed::contains).isPresent();
            case Empty(FieldPath field) -> values.apply(field).isEmpty();
            case Compare(FieldPath field, Comparison comparison, Operand operand) -> {
                Optional<String> right =
                        switch (operand) {
                            case Operand.Value(String value) -> Optional.of(value);
                            case Operand.OfField(FieldPath other) -> values.apply(other);
                            case Operand.Day(DateBound.FromToday day) ->
                                    values.apply(field).filter(Condition::isYear).isPresent()
                                            ? Optional.of(Integer.toString(day.on(today).getYear()))
                                            : Optional.of(day.on(today).toString());
                        };
                Optional<String> left = values.apply(field);
                boolean same = left.isPresent() && left.equals(right);
                boolean alike = comparison == Comparison.SAME && operand instanceof Operand.OfField;
                boolean texts = alike && !(isCanonical(left) && isCanonical(right));
                yield (same && comparison == Comparison.SAME)
                        || (!texts && compare(left, right).filter(comparison::holds).isPresent());
            }
            case All(List<Condition> parts) ->
                    parts.stream().allMatch(part -> part.holds(values, today));
            case Any(List<Condition> parts) ->
                    parts.stream().anyMatch(part -> part.holds(values, today));
            case Not(Condition part) -> !part.holds(values, today);
        };
    }

    /// Whether a number can be that of a year.
    private static boolean isYear(String text) {
        return text.length() <= 4 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static Optional<Integer> compare(Optional<String> left, Optional<String> right) {
        if (left.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        Optional<BigDecimal> number = number(left.get());
        Optional<BigDecimal> otherNumber = number(right.get());
        if (number.isPresent() && otherNumber.isPresent()) {
            return Optional.of(number.get().compareTo(otherNumber.get()));
        }
        Optional<LocalDate> date = date(left.get());
        Optional<LocalDate> otherDate = date(right.get());
        if (date.isPresent() && otherDate.isPresent()) {
            return Optional.of(date.get().compareTo(otherDate.get()));
        }
        if (TimeCheck.isCanonical(left.get()) && TimeCheck.isCanonical(right.get())) {
            // Two digits each: the order of the letters is that of the times.
            return Optional.of(left.get().compareTo(right.get()));
        }
        return Optional.empty();
    }

    /// A number as the answer of a field of numbers or amounts is kept. Of two texts, 007 is not 7, nor is 1.0 the same as 1.00.
    private static boolean isCanonical(Optional<String> answer) {
        return answer.filter(text ->
                        text.length() <= 40
                                && text.matches("-?(0|[1-9][0-9]*)(\\.[0-9]*[1-9]|\\.[0-9]{2})?"))
                .isPresent();
    }

    private static Optional<BigDecimal> number(String text) {
        return text.length() <= 40 && text.matches("-?[0-9]+(\\.[0-9]+)?")
                ? Optional.of(new BigDecimal(text))
                : Optional.empty();
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /// Every field that the condition looks at, without instances.
    default Set<FieldPath> fields() {
        Set<FieldPath> found = new java.util.LinkedHashSet<>();
        collect(found);
        return found;
    }

    private void collect(Set<FieldPath> found) {
        switch (this) {
            case Always(), Never() -> {}
            case Equals(FieldPath field, String _) -> found.add(field);
            case In(FieldPath field, Set<String> _) -> found.add(field);
            case Empty(FieldPath field) -> found.add(field);
            case Compare(FieldPath field, Comparison _, Operand operand) -> {
                found.add(field);
                if (operand instanceof Operand.OfField(FieldPath other)) {
                    found.add(other);
                }
            }
            case All(List<Condition> parts) -> parts.forEach(part -> part.collect(found));
            case Any(List<Condition> parts) -> parts.forEach(part -> part.collect(found));
            case Not(Condition part) -> part.collect(found);
        }
    }

    /// The same condition on other fields.
    default Condition renamed(UnaryOperator<FieldPath> names) {
        return switch (this) {
            case Always(), Never() -> this;
            case Equals(FieldPath field, String value) -> new Equals(names.apply(field), value);
            case In(FieldPath field, Set<String> values) -> new In(names.apply(field), values);
            case Empty(FieldPath field) -> new Empty(names.apply(field));
            case Compare(FieldPath field, Comparison comparison, Operand operand) ->
                    new Compare(
                            names.apply(field),
                            comparison,
                            operand instanceof Operand.OfField(FieldPath other)
                                    ? new Operand.OfField(names.apply(other))
                                    : operand);
            case All(List<Condition> parts) ->
                    new All(parts.stream().map(part -> part.renamed(names)).toList());
            case Any(List<Condition> parts) ->
                    new Any(parts.stream().map(part -> part.renamed(names)).toList());
            case Not(Condition part) -> new Not(part.renamed(names));
        };
    }
}
