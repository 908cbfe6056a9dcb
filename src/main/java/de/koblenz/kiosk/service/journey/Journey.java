package de.koblenz.kiosk.service.journey;

import de.koblenz.kiosk.service.form.Questionnaire;
import java.util.List;
import java.util.Optional;

/// One guided service: what the terminal goes through with a citizen, as data. Immutable.
///
/// @param serviceId id of the service in the catalogue
/// @param charge where its price comes from
/// @param steps in the order of [Step#rank()], each kind at most once, [Step.Finish] last
public record Journey(String serviceId, Charge charge, List<Step> steps) {
    /// Source of a hidden yes/no field: whether the chosen venue asks for contact data.
    public static final String VENUE_ASKS_CONTACT = "venue.contactRequired";

    /// @throws IllegalArgumentException if the steps are out of order
    public Journey {
        steps = List.copyOf(steps);
        for (int i = 1; i < steps.size(); i++) {
            if (steps.get(i).rank() <= steps.get(i - 1).rank()) {
                throw new IllegalArgumentException("steps out of order in " + serviceId);
            }
        }
        if (steps.isEmpty() || !(steps.getLast() instanceof Step.Finish)) {
            throw new IllegalArgumentException("no finish in " + serviceId);
        }
    }

    /// The step of that kind, if the journey has it.
    public <S extends Step> Optional<S> step(Class<S> kind) {
        return steps.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    public boolean has(Class<? extends Step> kind) {
        return step(kind).isPresent();
    }

    /// The same service without a kind of step.
    public Journey without(Class<? extends Step> kind) {
        return new Journey(
                serviceId, charge, steps.stream().filter(step -> !kind.isInstance(step)).toList());
    }

    /// What is asked; [Questionnaire#NONE] where nothing is.
    public Questionnaire questionnaire() {
        return step(Step.Questions.class)
                .map(Step.Questions::questionnaire)
                .orElse(Questionnaire.NONE);
    }
}
