package de.koblenz.kiosk.service.journey;

import de.koblenz.kiosk.service.form.FieldPath;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/// How an amount follows from answers, as data: evaluated by [#value], never by running code of a configuration. Values are
/// in base units ([FeeUnit]). What [FormulaText] reads adds only what has the same unit.
public sealed interface Formula {
    MathContext PRECISION = MathContext.DECIMAL128;

    /// A number with its unit.
    record Constant(BigDecimal number, FeeUnit unit) implements Formula {}

    /// The answer of a field, in that unit.
    record OfField(FieldPath field, FeeUnit unit) implements Formula {}

    /// How many entries a repeated group has.
    ///
    /// @param group in no other repeated group
    record Entries(FieldPath group) implements Formula {}

    /// The amount of the table beside.
    record OfTable() implements Formula {}

    record Sum(Formula left, Formula right) implements Formula {}

    record Difference(Formula left, Formula right) implements Formula {}

    record Product(Formula left, Formula right) implements Formula {}

    record Quotient(Formula left, Formula right) implements Formula {}

    /// The smallest of at least one.
    record Least(List<Formula> parts) implements Formula {
        public Least {
            parts = List.copyOf(parts);
        }
    }

    /// The largest of at least one.
    record Most(List<Formula> parts) implements Formula {
        public Most {
            parts = List.copyOf(parts);
        }
    }

    /// Rounded up to a multiple of a step: every week begun.
    record Begun(Formula part, Formula step) implements Formula {}

    /// The value in base units; empty where an answer is missing, or a divisor or step is 0.
    ///
    /// @param answers the number that a field holds, or of the entries of a repeated group; empty where it is not answered yet
    /// @param table amount of the table in €
    default Optional<BigDecimal> value(
            Function<FieldPath, Optional<BigDecimal>> answers, Optional<BigDecimal> table) {
        return switch (this) {
            case Constant(BigDecimal number, FeeUnit unit) ->
                    Optional.of(number.multiply(unit.factor(), PRECISION));
            case OfField(FieldPath field, FeeUnit unit) ->
                    answers.apply(field).map(it -> it.multiply(unit.factor(), PRECISION));
            case Entries(FieldPath group) -> answers.apply(group);
            case OfTable() -> table;
            case Sum(Formula left, Formula right) ->
                    both(left, right, answers, table, (a, b) -> a.add(b, PRECISION));
            case Difference(Formula left, Formula right) ->
                    both(left, right, answers, table, (a, b) -> a.subtract(b, PRECISION));
            case Product(Formula left, Formula right) ->
                    both(left, right, answers, table, (a, b) -> a.multiply(b, PRECISION));
            case Quotient(Formula left, Formula right) ->
                    right.value(answers, table).filter(by -> by.signum() != 0).isEmpty()
                            ? Optional.empty()
                            : both(left, right, answers, table, (a, b) -> a.divide(b, PRECISION));
            case Least(List<Formula> parts) ->
                    all(parts, answers, table)
                            .map(all -> all.stream().reduce(BigDecimal::min).orElseThrow());
            case Most(List<Formula> parts) ->
                    all(parts, answers, table)
                            .map(all -> all.stream().reduce(BigDecimal::max).orElseThrow());
            case Begun(Formula part, Formula step) ->
                    step.value(answers, table).filter(by -> by.signum() > 0).isEmpty()
                            ? Optional.empty()
                            : both(part, step, answers, table, Formula::begun);
        };
    }

    /// Whether its value is a number of entries, within limits or less some: a whole one without a unit.
    default boolean counts() {
        return switch (this) {
            case Entries _ -> true;
            case Least(List<Formula> parts) -> countAmong(parts);
            case Most(List<Formula> parts) -> countAmong(parts);
            case Sum(Formula left, Formula right) -> countAmong(List.of(left, right));
            case Difference(Formula left, Formula right) -> countAmong(List.of(left, right));
            case Constant _, OfField _, OfTable(), Product _, Quotient _, Begun _ -> false;
        };
    }

    private static boolean countAmong(List<Formula> parts) {
        return parts.stream().anyMatch(Formula::counts)
                && parts.stream()
                        .allMatch(part ->
                                part.counts()
                                        || (part
                                                        instanceof
                                                        Constant(BigDecimal number, FeeUnit unit)
                                                && unit.powers().isEmpty()
                                                && number.stripTrailingZeros().scale() <= 0));
    }

    private static BigDecimal begun(BigDecimal value, BigDecimal step) {
        return value.divide(step, PRECISION)
                .setScale(0, RoundingMode.CEILING)
                .multiply(step, PRECISION);
    }

    private static Optional<BigDecimal> both(
            Formula left,
            Formula right,
            Function<FieldPath, Optional<BigDecimal>> answers,
            Optional<BigDecimal> table,
            BinaryOperator<BigDecimal> joined) {
        return left.value(answers, table)
                .flatMap(a -> right.value(answers, table).map(b -> joined.apply(a, b)));
    }

    private static Optional<List<BigDecimal>> all(
            List<Formula> parts,
            Function<FieldPath, Optional<BigDecimal>> answers,
            Optional<BigDecimal> table) {
        List<BigDecimal> values = new ArrayList<>();
        for (Formula part : parts) {
            Optional<BigDecimal> value = part.value(answers, table);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values.add(value.get());
        }
        return Optional.of(values);
    }

    /// Powers of the base units of its value.
    default Map<String, Integer> powers() {
        return switch (this) {
            case Constant(var _, FeeUnit unit) -> unit.powers();
            case OfField(var _, FeeUnit unit) -> unit.powers();
            case Entries _ -> FeeUnit.NONE.powers();
            case OfTable() -> FeeUnit.EURO.powers();
            case Sum(Formula left, var _) -> left.powers();
            case Difference(Formula left, var _) -> left.powers();
            case Product(Formula left, Formula right) ->
                    FeeUnit.joined(left.powers(), right.powers(), 1);
            case Quotient(Formula left, Formula right) ->
                    FeeUnit.joined(left.powers(), right.powers(), -1);
            case Least(List<Formula> parts) -> parts.getFirst().powers();
            case Most(List<Formula> parts) -> parts.getFirst().powers();
            case Begun(Formula part, var _) -> part.powers();
        };
    }
}
