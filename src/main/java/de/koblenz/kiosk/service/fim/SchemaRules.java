package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.service.fim.FormPart.FieldPart;
import de.koblenz.kiosk.service.fim.FormPart.GroupPart;
import de.koblenz.kiosk.service.form.FieldGroup;
import de.koblenz.kiosk.service.form.FormElement;
import de.koblenz.kiosk.service.form.FormRule;
import java.util.List;

/// The rules of a schema put to a form: what is enforced, shown, or not.
record SchemaRules(List<FormElement> elements, List<FormRule> rules, List<RuleOutcome> outcomes) {
    SchemaRules {
        elements = List.copyOf(elements);
        rules = List.copyOf(rules);
        outcomes = List.copyOf(outcomes);
    }

    static SchemaRules of(Schema schema, List<FormPart> parts, FormTexts texts, ImportNotes notes) {
        return new SchemaRules(
                parts.stream().map(SchemaRules::element).toList(), List.of(), List.of());
    }

    private static FormElement element(FormPart part) {
        return switch (part) {
            case FieldPart field -> field.field();
            case GroupPart group ->
                    new FieldGroup(
                            group.path().id(),
                            group.occurrence(),
                            group.parts().stream().map(SchemaRules::element).toList(),
                            group.visible());
        };
    }
}
