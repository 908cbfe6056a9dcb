package de.koblenz.kiosk.service.fim.process;

import de.koblenz.kiosk.service.form.Condition;
import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.service.form.FormDefinition;
import de.koblenz.kiosk.service.form.FormElement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// When fields and pages of a form are there.
final class Conditions {
    private Conditions() {}

    /// What holds for all groups around a field.
    static Conjunction around(FormDefinition form, FieldPath path) {
        return along(form, path, path.segments().size() - 1);
    }

    /// What holds for a field, its groups included.
    static Conjunction of(FormDefinition form, FieldPath path) {
        return along(form, path, path.segments().size());
    }

    private static Conjunction along(FormDefinition form, FieldPath path, int levels) {
        Set<Condition> all = new LinkedHashSet<>();
        for (int length = 1; length <= levels; length++) {
            form.find(new FieldPath(path.segments().subList(0, length)))
                    .map(FormElement::visible)
                    .ifPresent(visible -> all.addAll(Conjunction.of(visible).parts()));
        }
        return new Conjunction(all);
    }

    /// What holds for all fields of a page.
    static Conjunction of(FormDefinition form, List<FieldPath> fields) {
        Conjunction common = of(form, fields.getFirst());
        for (FieldPath field : fields) {
            common = common.common(of(form, field));
        }
        return common;
    }

    /// What holds where a rule is broken; of early ends, which are never more than [Conjunction] allows.
    static Conjunction broken(Condition must) {
        return Conjunction.of(
                must instanceof Condition.Not(Condition inner) ? inner : new Condition.Not(must));
    }

    /// Whether a field is answered wherever the condition holds.
    static boolean answered(Condition condition, FieldPath field) {
        return switch (condition) {
            case Condition.Never() -> true;
            case Condition.Equals(FieldPath at, String _) -> at.equals(field);
            case Condition.In(FieldPath at, Set<String> _) -> at.equals(field);
            // With nothing nothing is compared.
            case Condition.Compare compare -> compare.fields().contains(field);
            case Condition.Not(Condition.Empty(FieldPath at)) -> at.equals(field);
            case Condition.All(List<Condition> parts) ->
                    parts.stream().anyMatch(part -> answered(part, field));
            case Condition.Any(List<Condition> parts) ->
                    parts.stream().allMatch(part -> answered(part, field));
            case Condition.Always _, Condition.Empty _, Condition.Not _ -> false;
        };
    }
}
