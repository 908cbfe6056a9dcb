package de.koblenz.kiosk.service.journey;

import de.koblenz.kiosk.config.ConfigNode;
import de.koblenz.kiosk.service.form.CheckResult;
import de.koblenz.kiosk.service.form.Condition;
import de.koblenz.kiosk.service.form.Condition.Operand;
import de.koblenz.kiosk.service.form.ConditionText;
import de.koblenz.kiosk.service.form.Field;
import de.koblenz.kiosk.service.form.FieldCheck;
import de.koblenz.kiosk.service.form.FieldKind;
import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.service.form.FieldType;
import de.koblenz.kiosk.service.form.FormDefinition;
import de.koblenz.kiosk.service.form.FormElement;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads conditions that people write in files, and checks whether they make sense in their form. Not thread-safe: one
/// reading, one thread.
public final class FormCheck {
    private final FormDefinition form;
    private final Map<FieldPath, FormElement> all;

    /// A condition with its place in form and file.
    ///
    /// @param at the element at which it stands
    /// @param visibility whether it decides if that element is visible
    public record ConditionUse(
            FieldPath at, Condition condition, boolean visibility, ConfigNode node) {}

    /// Who hears what is wrong.
    @FunctionalInterface
    public interface Listener {
        /// @param code `JRN-…`
        void wrong(String message, String code);
    }

    public FormCheck(FormDefinition form) {
        this.form = form;
        this.all = form.all();
    }

    /// The condition that a node writes; reported where it is none.
    public static Optional<Condition> condition(ConfigNode node) {
        return switch (ConditionText.read(node.text())) {
            case ConditionText.Read(Condition condition) -> Optional.of(condition);
            case ConditionText.Mistake(int position, String message) -> {
                node.report(
                        "this is no condition: at character " + position + " " + message,
                        "JRN-CONDITION");
                yield Optional.empty();
            }
        };
    }

    /// Reports fields that are not there, codes that no answer can be, and circles.
    public void check(List<ConditionUse> uses) {
        for (ConditionUse use : uses) {
            check(use.condition(), use.node()::report);
            check(use.at(), use.condition(), use.visibility(), use.node()::report);
        }
    }

    /// Says which fields are not there, and which codes no answer can be.
    public void check(Condition condition, Listener listener) {
        for (FieldPath field : condition.fields()) {
            if (!asked(field)) {
                listener.wrong(unknown(field.toString()), "JRN-FIELD-UNKNOWN");
            }
        }
        codes(condition, listener);
    }

    /// Says what a condition cannot mean at that element: one of several instances, or the element itself.
    ///
    /// @param visibility whether it decides if the element is visible
    public void check(FieldPath at, Condition condition, boolean visibility, Listener listener) {
        for (FieldPath field : condition.fields()) {
            Set<FieldPath> groups = new LinkedHashSet<>(form.repeatedAbove(field));
            form.repeatedAbove(at).forEach(groups::remove);
            if (asked(field) && !groups.isEmpty()) {
                listener.wrong(
                        "'" + field + "' is repeated, so it is not clear which one is meant",
                        "JRN-CONDITION-REPEATED");
            }
        }
        if (visibility && reaches(condition.fields(), at, new HashSet<>())) {
            listener.wrong(
                    "whether '" + at + "' is visible depends on itself", "JRN-CONDITION-CIRCLE");
        }
    }

    private boolean asked(FieldPath path) {
        return all.get(path) instanceof Field field && field.kind() != FieldKind.LABEL;
    }

    /// Message for a path that names no field.
    public String unknown(String path) {
        List<String> fields =
                all.entrySet().stream()
                        .filter(entry -> entry.getValue() instanceof Field)
                        .map(entry -> entry.getKey().toString())
                        .toList();
        return "there is no field '" + path + "'" + ConfigNode.suggestion(path, fields);
    }

    private void codes(Condition condition, Listener listener) {
        switch (condition) {
            case Condition.Equals(FieldPath field, String value) -> code(field, value, listener);
            case Condition.In(FieldPath field, Set<String> values) ->
                    values.forEach(value -> code(field, value, listener));
            case Condition.All(List<Condition> parts) ->
                    parts.forEach(part -> codes(part, listener));
            case Condition.Any(List<Condition> parts) ->
                    parts.forEach(part -> codes(part, listener));
            case Condition.Not(Condition part) -> codes(part, listener);
            case Condition.Compare(FieldPath field, var _, Operand operand) ->
                    compared(field, operand, listener);
            case Condition.Always(), Condition.Never() -> {}
            case Condition.Empty _ -> {}
        }
    }

    /// What can be compared, and with what.
    private enum Order {
        NUMBER("a number", "[-]?[0-9]+(\\.[0-9]+)?", "12"),
        DATE("a date", "[0-9]{4}-[0-9]{2}-[0-9]{2}", "2026-01-31"),
        TIME("a time of day", "[0-9]{2}:[0-9]{2}", "09:30");

        private final String words;

        @SuppressWarnings("ImmutableEnumChecker") // patterns do not change
        private final Pattern pattern;

        private final String example;

        Order(String words, String pattern, String example) {
            this.words = words;
            this.pattern = Pattern.compile(pattern);
            this.example = example;
        }

        static Optional<Order> of(FieldType type) {
            return switch (type) {
                case FieldType.WholeNumber _, FieldType.Decimal _, FieldType.Money _ ->
                        Optional.of(NUMBER);
                case FieldType.DateValue _ -> Optional.of(DATE);
                case FieldType.TimeValue() -> Optional.of(TIME);
                // Digits compare as a number.
                case FieldType.Text text when text.letters() == FieldType.Letters.DIGITS ->
                        Optional.of(NUMBER);
                case FieldType.Text _,
                        FieldType.Attachment _,
                        FieldType.Choice _,
                        FieldType.Flag _,
                        FieldType.Consent _ ->
                        Optional.empty();
            };
        }
    }

    private void compared(FieldPath path, Operand operand, Listener listener) {
        if (!(all.get(path) instanceof Field field)) {
            return;
        }
        Optional<Order> order = Order.of(field.type());
        if (order.isEmpty()) {
            listener.wrong(
                    "'" + path + "' is neither a number nor a date nor a time of day",
                    "JRN-CONDITION-VALUE");
            return;
        }
        boolean fits =
                switch (operand) {
                    case Operand.Value(String value) ->
                            order.get().pattern.matcher(value).matches();
                    case Operand.Day _ -> order.get() == Order.DATE;
                    // A field of a kind that nobody knows is a text here, and reported as such.
                    case Operand.OfField(FieldPath other) ->
                            !(all.get(other) instanceof Field with)
                                    || with.type() instanceof FieldType.Text
                                    || Order.of(with.type()).equals(order);
                };
        if (!fits) {
            listener.wrong(
                    "'"
                            + path
                            + "' is "
                            + order.get().words
                            + ": compare it with another, such as "
                            + order.get().example,
                    "JRN-CONDITION-VALUE");
        }
    }

    private void code(FieldPath path, String value, Listener listener) {
        if (!(all.get(path) instanceof Field field)) {
            return;
        }
        List<String> allowed =
                switch (field.type()) {
                    case FieldType.Choice(var list) ->
                            list.codes().stream().map(code -> code.code()).toList();
                    case FieldType.Flag(), FieldType.Consent() -> List.of("true", "false");
                    case FieldType.Attachment _ -> FieldType.Attachment.WAYS;
                    case FieldType.TimeValue() when !isTime(value) -> List.of();
                    case FieldType.Text _,
                            FieldType.WholeNumber _,
                            FieldType.Decimal _,
                            FieldType.Money _,
                            FieldType.DateValue _,
                            FieldType.TimeValue _ ->
                            List.of(value);
                };
        if (!allowed.contains(value)) {
            listener.wrong(
                    "'"
                            + path
                            + "' can never be '"
                            + value
                            + "'"
                            + ConfigNode.suggestion(value, allowed),
                    "JRN-CONDITION-VALUE");
        }
    }

    private static boolean isTime(String value) {
        return FieldCheck.check(new FieldType.TimeValue(), false, value, LocalDate.EPOCH)
                        instanceof CheckResult.Accepted(String canonical)
                && canonical.equals(value);
    }

    /// Whether the visibility of any of `fields` depends on that of `goal`.
    private boolean reaches(Set<FieldPath> fields, FieldPath goal, Set<FieldPath> seen) {
        for (FieldPath field : fields) {
            FieldPath at = field;
            while (true) {
                if (at.equals(goal)) {
                    return true;
                }
                FormElement element = all.get(at);
                if (element != null
                        && seen.add(at)
                        && reaches(element.visible().fields(), goal, seen)) {
                    return true;
                }
                if (at.top()) {
                    break;
                }
                at = at.parent();
            }
        }
        return false;
    }
}
