package de.koblenz.kiosk.service.journey;

import de.koblenz.kiosk.service.form.Condition;
import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.service.form.FieldType;
import de.koblenz.kiosk.service.form.FormView;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A fee that follows from the answers. A field that is not there, or may be left empty and is, counts as 0. Immutable.
///
/// @param table amounts by a choice, where there are such
/// @param formula an amount in €
/// @param exemptions where one of them holds, nothing is paid; the first in the list is named
public record FeeByAnswers(Optional<Table> table, Formula formula, List<Exemption> exemptions) {
    /// A million euros: more is a slip of somebody's keyboard, and no bill is made.
    private static final BigDecimal MOST_CENTS = BigDecimal.valueOf(100_000_000);

    public FeeByAnswers {
        exemptions = List.copyOf(exemptions);
    }

    /// Amounts by the code of a choice.
    ///
    /// @param field not repeated
    /// @param cents for every code of the field
    public record Table(FieldPath field, Map<String, Integer> cents) {
        public Table {
            cents = Map.copyOf(cents);
        }
    }

    /// Who pays nothing.
    ///
    /// @param name for the receipt, German
    public record Exemption(Condition when, String name) {}

    /// Whether a field of that type can be reckoned with.
    public static boolean reckons(FieldType type) {
        return switch (type) {
            case FieldType.WholeNumber _,
                    FieldType.Decimal _,
                    FieldType.Money _,
                    FieldType.Flag _ ->
                    true;
            case FieldType.Text(var _, var _, var _, var letters) ->
                    letters == FieldType.Letters.DIGITS;
            case FieldType.DateValue _,
                    FieldType.TimeValue _,
                    FieldType.Attachment _,
                    FieldType.Choice _,
                    FieldType.Consent _ ->
                    false;
        };
    }

    /// What is to be paid; empty where an answer that it depends on is missing yet, or nobody can pay that much.
    Optional<Bill> bill(String name, FormView view) {
        for (Exemption exemption : exemptions) {
            if (view.holds(exemption.when())) {
                return Optional.of(Bill.of(exemption.name(), 0));
            }
        }
        Optional<BigDecimal> listed =
                table.flatMap(list ->
                        answer(view, list.field())
                                .map(code ->
                                        BigDecimal.valueOf(list.cents().getOrDefault(code, 0), 2)));
        Optional<Bill> each = perEntry(name, view);
        if (each.isPresent()) {
            return each;
        }
        return formula.value(field -> number(view, field), listed)
                .map(euros ->
                        euros.movePointRight(2)
                                .setScale(0, RoundingMode.HALF_UP)
                                .max(BigDecimal.ZERO))
                .filter(cents -> cents.compareTo(MOST_CENTS) <= 0)
                .map(cents -> Bill.of(name, cents.intValueExact()));
    }

    /// A price for each entry, as one position with that many pieces; empty where the fee is no such.
    private Optional<Bill> perEntry(String name, FormView view) {
        if (!(formula instanceof Formula.Product(Formula left, Formula right))) {
            return Optional.empty();
        }
        Formula count = left.counts() ? left : right;
        Formula price = left.counts() ? right : left;
        if (!count.counts()
                || !(price instanceof Formula.Constant(BigDecimal euros, FeeUnit unit))
                || !unit.powers().equals(FeeUnit.EURO.powers())) {
            return Optional.empty();
        }
        BigDecimal cents = euros.multiply(unit.factor()).movePointRight(2).stripTrailingZeros();
        return count.value(field -> number(view, field), Optional.empty())
                .filter(pieces -> pieces.signum() > 0 && cents.scale() <= 0)
                .filter(pieces -> pieces.multiply(cents).compareTo(MOST_CENTS) <= 0)
                .map(pieces ->
                        new Bill(
                                List.of(
                                        new Bill.Position(
                                                name,
                                                pieces.intValueExact(),
                                                cents.intValueExact()))));
    }

    /// The answer; an empty text where none is needed; nothing where one is needed and missing.
    private static Optional<String> answer(FormView view, FieldPath field) {
        return view.value(field)
                .or(() -> view.required(field) ? Optional.empty() : Optional.of(""));
    }

    private static Optional<BigDecimal> number(FormView view, FieldPath field) {
        if (view.repeated(field)) {
            return view.entries(field).map(BigDecimal::valueOf);
        }
        return answer(view, field)
                .map(code ->
                        switch (code) {
                            case "", "false" -> BigDecimal.ZERO;
                            case "true" -> BigDecimal.ONE;
                            default -> new BigDecimal(code);
                        });
    }
}
