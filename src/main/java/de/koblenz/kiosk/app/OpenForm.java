package de.koblenz.kiosk.app;

import de.koblenz.kiosk.service.form.Condition;
import de.koblenz.kiosk.service.form.Field;
import de.koblenz.kiosk.service.form.FieldGroup;
import de.koblenz.kiosk.service.form.FormDefinition;
import de.koblenz.kiosk.service.form.FormElement;
import de.koblenz.kiosk.service.form.Questionnaire;
import de.koblenz.kiosk.service.journey.Journey;
import de.koblenz.kiosk.service.journey.Step;
import java.util.List;

/// A service with everything in its form there, whatever was answered, so that a preview shows every page.
final class OpenForm {
    private OpenForm() {}

    static Journey of(Journey journey) {
        List<Step> steps =
                journey.steps().stream()
                        .map(step ->
                                step instanceof Step.Questions(Questionnaire questions)
                                        ? new Step.Questions(open(questions))
                                        : step)
                        .toList();
        return new Journey(journey.serviceId(), journey.charge(), steps);
    }

    private static Questionnaire open(Questionnaire questions) {
        FormDefinition form = questions.form();
        return new Questionnaire(
                new FormDefinition(form.id(), open(form.elements()), form.rules()),
                questions.pages());
    }

    private static List<FormElement> open(List<FormElement> elements) {
        return elements.stream()
                .<FormElement>map(element ->
                        switch (element) {
                            case Field field -> field.visibleIf(Condition.always());
                            case FieldGroup group ->
                                    new FieldGroup(
                                            group.id(),
                                            group.occurrence(),
                                            open(group.elements()),
                                            Condition.always(),
                                            group.required());
                        })
                .toList();
    }
}
