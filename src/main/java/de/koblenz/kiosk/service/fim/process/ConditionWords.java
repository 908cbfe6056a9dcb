package de.koblenz.kiosk.service.fim.process;

import de.koblenz.kiosk.service.form.CodeList;
import de.koblenz.kiosk.service.form.Condition;
import de.koblenz.kiosk.service.form.Condition.Comparison;
import de.koblenz.kiosk.service.form.Condition.Operand;
import de.koblenz.kiosk.service.form.Field;
import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.service.form.FieldType;
import de.koblenz.kiosk.service.form.FormDefinition;
import de.koblenz.kiosk.service.journey.JourneyTexts;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Words conditions as a question for people who look at a diagram: "Rechtsform: GmbH oder UG?". German, as all of a diagram. Immutable.
final class ConditionWords {
    private final FormDefinition form;
    private final JourneyTexts keys;
    private final Function<String, Optional<String>> texts;

    /// @param texts words by key; an unknown field is called by its path, an unknown code by itself
    ConditionWords(
            FormDefinition form, JourneyTexts keys, Function<String, Optional<String>> texts) {
        this.form = form;
        this.keys = keys;
        this.texts = texts;
    }

    String question(Conjunction conjunction) {
        List<String> parts = conjunction.parts().stream().map(this::inner).toList();
        return parts.isEmpty() ? "immer" : String.join(" und ", parts) + "?";
    }

    private String words(Condition condition) {
        return switch (condition) {
            case Condition.Always() -> "immer";
            case Condition.Never() -> "nie";
            case Condition.Equals(FieldPath field, String value) -> is(field, value, "");
            case Condition.Not(Condition.Equals(FieldPath field, String value)) ->
                    is(field, value, "nicht ");
            case Condition.In(FieldPath field, Set<String> values) ->
                    label(field) + ": " + one(field, values);
            case Condition.Empty(FieldPath field) -> "keine Angabe zu " + label(field);
            case Condition.Not(Condition.Empty(FieldPath field)) -> "Angabe zu " + label(field);
            case Condition.Compare(FieldPath field, Comparison comparison, Operand operand) ->
                    label(field)
                            + " "
                            + (comparison == Comparison.SAME ? "=" : comparison.sign())
                            + " "
                            + operand(operand);
            case Condition.All(List<Condition> parts) -> joined(parts, " und ");
            case Condition.Any(List<Condition> parts) -> joined(parts, " oder ");
            case Condition.Not(Condition part) -> "nicht (" + words(part) + ")";
        };
    }

    private String joined(List<Condition> parts, String by) {
        return String.join(by, parts.stream().map(this::inner).toList());
    }

    private String inner(Condition part) {
        boolean several = part instanceof Condition.Any || part instanceof Condition.All;
        return several ? "(" + words(part) + ")" : words(part);
    }

    private String is(FieldPath field, String value, String not) {
        boolean flag =
                form.field(field).filter(it -> it.type() instanceof FieldType.Flag).isPresent();
        boolean plain = flag && value.equals("true") && not.isEmpty();
        return plain ? label(field) : label(field) + ": " + not + value(field, value);
    }

    private String one(FieldPath field, Set<String> values) {
        List<String> words = new ArrayList<>(values.stream().map(it -> value(field, it)).toList());
        String last = words.removeLast();
        return words.isEmpty() ? last : String.join(", ", words) + " oder " + last;
    }

    /// As a page calls it, without the sign at its end.
    private String label(FieldPath path) {
        return texts.apply(keys.label(path)).orElse(path.toString()).replaceFirst("[?:.]\\s*$", "");
    }

    private String value(FieldPath path, String code) {
        return form.field(path)
                .map(Field::type)
                .flatMap(type ->
                        switch (type) {
                            case FieldType.Choice(CodeList list) ->
                                    list.codes().stream()
                                            .filter(each -> each.code().equals(code))
                                            .findFirst()
                                            .map(each -> keys.option(path, each));
                            case FieldType.Flag(), FieldType.Attachment _, FieldType.Consent() ->
                                    Optional.of(keys.option(path, type, code));
                            case FieldType.Text _,
                                    FieldType.WholeNumber _,
                                    FieldType.Decimal _,
                                    FieldType.Money _,
                                    FieldType.DateValue _,
                                    FieldType.TimeValue _ ->
                                    Optional.empty();
                        })
                .flatMap(texts)
                .orElse(code);
    }

    private String operand(Operand operand) {
        return switch (operand) {
            case Operand.Value(String value) -> value;
            case Operand.OfField(FieldPath field) -> label(field);
            case Operand.Day(var day) ->
                    day.count() == 0
                            ? "heute"
                            : "heute "
                                    + (day.count() < 0 ? "vor " : "in ")
                                    + Math.abs(day.count())
                                    + " "
                                    + unit(day.unit());
        };
    }

    private static String unit(ChronoUnit unit) {
        return unit == ChronoUnit.YEARS
                ? "Jahren"
                : unit == ChronoUnit.MONTHS
                        ? "Monaten"
                        : unit == ChronoUnit.WEEKS ? "Wochen" : "Tagen";
    }
}
