package de.koblenz.kiosk.citizen;

import de.koblenz.kiosk.service.form.Condition;
import de.koblenz.kiosk.service.form.Field;
import de.koblenz.kiosk.service.form.FieldGroup;
import de.koblenz.kiosk.service.form.FormDefinition;
import de.koblenz.kiosk.service.form.FormElement;
import de.koblenz.kiosk.service.form.Questionnaire;
import de.koblenz.kiosk.service.journey.Journey;
import de.koblenz.kiosk.service.journey.Step;
import java.util.List;

/// A journey in which every question is always asked, by hand: all that a form can ever show, at once.
public final class OpenQuestions {
    private OpenQuestions() {}

    /// The questions of a journey without their conditions, and nothing else.
    public static Journey of(Journey journey) {
        Questionnaire asked = journey.questionnaire();
        return new Journey(
                journey.serviceId(),
                journey.charge(),
                List.of(
                        new Step.Questions(
                                new Questionnaire(
                                        new FormDefinition(
                                                asked.form().id(), open(asked.form().elements())),
                                        asked.pages())),
                        new Step.CheckAnswers(),
                        new Step.Finish()));
    }

    private static List<FormElement> open(List<FormElement> elements) {
        return elements.stream().map(OpenQuestions::open).toList();
    }

    private static FormElement open(FormElement element) {
        return switch (element) {
            case Field field -> field.visibleIf(Condition.always());
            case FieldGroup group ->
                    new FieldGroup(
                            group.id(),
                            group.occurrence(),
                            open(group.elements()),
                            Condition.always());
        };
    }
}
