package de.koblenz.kiosk.service.fim.process;

import de.koblenz.kiosk.service.form.Condition;
import de.koblenz.kiosk.service.form.FieldPath;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Writes conditions in FEEL (DMN 1.3, clause 10.3), which says everything that a condition can be, so that [FlowCondition] reads the same.
final class FeelText {
    private FeelText() {}

    /// What reads as the same condition.
    static String written(Conjunction conjunction) {
        List<String> parts =
                conjunction.parts().stream()
                        .map(part -> conjunction.parts().size() == 1 ? feel(part) : inner(part))
                        .toList();
        return "=" + (parts.isEmpty() ? "true" : String.join(" and ", parts));
    }

    static String feel(Condition condition) {
        return switch (condition) {
            case Condition.Always() -> "true";
            case Condition.Never() -> "false";
            case Condition.Equals(FieldPath field, String value) -> field + " = " + code(value);
            case Condition.In(FieldPath field, Set<String> values) ->
                    field
                            + " in ("
                            + String.join(", ", values.stream().map(FeelText::code).toList())
                            + ")";
            case Condition.Empty(FieldPath field) -> field + " = null";
            case Condition.Compare(FieldPath field, var comparison, var operand) ->
                    field
                            + " "
                            + (comparison == Condition.Comparison.SAME ? "=" : comparison.sign())
                            + " "
                            + operand(operand);
            case Condition.All(List<Condition> parts) -> joined(parts, " and ", "true");
            case Condition.Any(List<Condition> parts) -> joined(parts, " or ", "false");
            case Condition.Not(Condition.Empty(FieldPath field)) -> field + " != null";
            case Condition.Not(Condition.Equals(FieldPath field, String value)) ->
                    field + " != " + code(value);
            case Condition.Not(Condition part) -> "not(" + feel(part) + ")";
        };
    }

    private static String joined(List<Condition> parts, String by, String none) {
        return parts.isEmpty()
                ? none
                : String.join(by, parts.stream().map(FeelText::inner).toList());
    }

    private static String inner(Condition part) {
        boolean several = part instanceof Condition.Any || part instanceof Condition.All;
        return several ? "(" + feel(part) + ")" : feel(part);
    }

    private static String code(String value) {
        return value.equals("true") || value.equals("false")
                ? value
                : "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static String operand(Condition.Operand operand) {
        return switch (operand) {
            case Condition.Operand.Value(String value) ->
                    value.matches("-?[0-9]+(\\.[0-9]+)?")
                            ? value
                            : value.indexOf(':') > 0
                                    ? "time(\"" + value + ":00\")"
                                    : "date(\"" + value + "\")";
            case Condition.Operand.OfField(FieldPath field) -> field.toString();
            case Condition.Operand.Day(var day) ->
                    day.count() == 0
                            ? "today()"
                            : "today() "
                                    + (day.count() < 0 ? "- " : "+ ")
                                    + "duration(\"P"
                                    + Math.abs(day.count())
                                    + day.unit().toString().toUpperCase(Locale.ROOT).charAt(0)
                                    + "\")";
        };
    }
}
