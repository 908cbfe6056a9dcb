package de.koblenz.kiosk.service.fim.process;

import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.service.form.FormDefinition;
import de.koblenz.kiosk.service.form.FormElement;
import java.util.List;

/// When fields and pages of a form are there.
final class Conditions {
    private Conditions() {}

    /// What holds for all groups around a field.
    static Conjunction around(FormDefinition form, FieldPath path) {
        Conjunction all = Conjunction.ALWAYS;
        List<FieldPath.Segment> segments = path.segments();
        for (int length = 1; length < segments.size(); length++) {
            all =
                    all.and(
                            form.find(new FieldPath(segments.subList(0, length)))
                                    .map(FormElement::visible)
                                    .map(Conjunction::of)
                                    .orElse(Conjunction.ALWAYS));
        }
        return all;
    }

    /// What holds for a field, its groups included.
    static Conjunction of(FormDefinition form, FieldPath path) {
        return around(form, path)
                .and(
                        form.find(path)
                                .map(FormElement::visible)
                                .map(Conjunction::of)
                                .orElse(Conjunction.ALWAYS));
    }

    /// What holds for all fields of a page.
    static Conjunction of(FormDefinition form, List<FieldPath> fields) {
        Conjunction common = of(form, fields.getFirst());
        for (FieldPath field : fields) {
            common = common.common(of(form, field));
        }
        return common;
    }
}
