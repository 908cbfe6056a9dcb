package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.service.fim.FormPart.FieldPart;
import de.koblenz.kiosk.service.form.Condition;
import de.koblenz.kiosk.service.form.Condition.Comparison;
import de.koblenz.kiosk.service.form.Condition.Operand;
import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.service.form.FieldType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Orders of numbers and days in rule sentences: `>= 3`, `größer als F1`, `vor dem 01.01.2024`.
final class RuleComparisons {
    private final RuleTokens tokens;
    private final RuleNames names;
    private final RuleValues values;
    private final RuleDays days;

    RuleComparisons(RuleTokens tokens, RuleNames names, RuleValues values, RuleDays days) {
        this.tokens = tokens;
        this.names = names;
        this.values = values;
        this.days = days;
    }

    RuleDays days() {
        return days;
    }

    /// A comparison and the fields that it compares.
    record Compared(List<FieldPath> fields, Condition what) {
        Compared {
            fields = List.copyOf(fields);
        }
    }

    /// The comparison that is written here, if there is one.
    Optional<Comparison> comparison() {
        if (tokens.sign("<")) {
            return Optional.of(Comparison.LESS);
        }
        if (tokens.sign("<=")) {
            return Optional.of(Comparison.AT_MOST);
        }
        if (tokens.sign(">")) {
            return Optional.of(Comparison.MORE);
        }
        if (tokens.sign(">=")) {
            return Optional.of(Comparison.AT_LEAST);
        }
        int mark = tokens.mark();
        tokens.word("zeitlich");
        if (tokens.words("am selben tag wie oder nach")
                || tokens.words("am selben tag oder nach")
                || tokens.words("am gleichen tag wie oder nach")
                || tokens.words("am gleichen tag oder nach")) {
            return Optional.of(Comparison.AT_LEAST);
        }
        if (tokens.word(Set.of("mindestens", "minimal"))) {
            return Optional.of(Comparison.AT_LEAST);
        }
        if (tokens.word(Set.of("hoechstens", "maximal"))) {
            return Optional.of(Comparison.AT_MOST);
        }
        if (tokens.words("fruehestens am") || tokens.words("am oder nach")) {
            return Optional.of(Comparison.AT_LEAST);
        }
        if (tokens.words("spaetestens am") || tokens.words("am oder vor")) {
            return Optional.of(Comparison.AT_MOST);
        }
        if (tokens.word(Set.of("uebersteigt", "ueberschreitet"))) {
            return Optional.of(Comparison.MORE);
        }
        if (tokens.word("unterschreitet")) {
            return Optional.of(Comparison.LESS);
        }
        if (tokens.word("vor")) {
            return Optional.of(Comparison.LESS);
        }
        if (tokens.word("nach")) {
            return Optional.of(Comparison.MORE);
        }
        boolean more = tokens.word(Set.of("groesser", "hoeher", "spaeter", "mehr"));
        boolean less =
                !more
                        && tokens.word(
                                Set.of("kleiner", "niedriger", "geringer", "frueher", "weniger"));
        if (more || less) {
            boolean same =
                    tokens.words("oder gleich")
                            || tokens.word("gleich")
                            || tokens.words("als oder gleich");
            boolean said =
                    tokens.word("als")
                            || tokens.word("wie")
                            || same
                            || tokens.is(RuleToken.Kind.NUMBER);
            if (said) {
                tokens.words("oder gleich");
                return Optional.of(
                        more
                                ? same ? Comparison.AT_LEAST : Comparison.MORE
                                : same ? Comparison.AT_MOST : Comparison.LESS);
            }
        }
        tokens.reset(mark);
        return Optional.empty();
    }

    /// The field compared with what is named here.
    Compared compared(FieldPart field, Comparison comparison) throws RuleMisread {
        tokens.word("dem");
        boolean date = field.field().type() instanceof FieldType.DateValue;
        if (!date && !isNumber(field)) {
            throw new RuleMisread(field.path().id() + " is neither a number nor a date");
        }
        if (names.isHere()) {
            FormPart other = names.one();
            if (!(other instanceof FieldPart second)
                    || (date
                            ? !(second.field().type() instanceof FieldType.DateValue)
                            : !isNumber(second))) {
                throw new RuleMisread(
                        other.path().id() + " cannot be compared with " + field.path().id());
            }
            if (second.path().equals(field.path())) {
                throw new RuleMisread(field.path().id() + " is compared with itself");
            }
            return new Compared(
                    List.of(field.path(), second.path()),
                    new Condition.Compare(
                            field.path(), comparison, new Operand.OfField(second.path())));
        }
        Operand operand = date ? days.day(field) : new Operand.Value(values.number(field));
        return new Compared(
                List.of(field.path()), new Condition.Compare(field.path(), comparison, operand));
    }

    static boolean isNumber(FieldPart field) {
        return switch (field.field().type()) {
            case FieldType.WholeNumber _, FieldType.Decimal _, FieldType.Money _ -> true;
            case FieldType.Text _,
                    FieldType.DateValue _,
                    FieldType.TimeValue _,
                    FieldType.Attachment _,
                    FieldType.Choice _,
                    FieldType.Flag _,
                    FieldType.Consent _ ->
                    false;
        };
    }
}
