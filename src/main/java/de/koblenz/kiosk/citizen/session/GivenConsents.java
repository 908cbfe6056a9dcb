package de.koblenz.kiosk.citizen.session;

import de.koblenz.kiosk.service.fim.pack.Consent;
import de.koblenz.kiosk.service.form.Field;
import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.service.form.FieldType;
import de.koblenz.kiosk.service.form.FormData;
import de.koblenz.kiosk.service.form.FormView;
import de.koblenz.kiosk.service.journey.Journey;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;

/// Writes into an application when its consents were given, and to which words. Pure.
final class GivenConsents {
    private GivenConsents() {}

    /// The answers with what is known of each consent that was given: the words are those of the language in which it was
    /// touched, whatever is spoken since.
    ///
    /// @param at when the application was sent: until then a consent can be taken back
    static FormData in(
            Guided guided,
            Journey journey,
            Map<FieldPath, Consent> consents,
            ConsentWording wording,
            ZonedDateTime at) {
        LocalDate today = at.toLocalDate();
        FormView view = journey.questionnaire().view(guided.data(), today);
        FormData with = guided.data();
        for (Map.Entry<FieldPath, Consent> consent : consents.entrySet()) {
            FieldPath path = consent.getKey();
            Optional<String> given = view.value(path).filter(code -> !code.equals("false"));
            String language = guided.languages().get(path);
            if (given.isPresent()
                    && language != null
                    && journey.questionnaire().form().find(path).orElse(null)
                            instanceof Field field) {
                String hash = wording.sha256(journey, path, field.type(), given.get(), language);
                with = with(with, consent.getValue().wording(), hash);
                with =
                        with(
                                with,
                                consent.getValue().time(),
                                time(journey, consent.getValue().time(), at));
            }
        }
        return with;
    }

    private static FormData with(FormData data, Optional<FieldPath> place, String value) {
        return place.map(path -> data.with(path, value)).orElse(data);
    }

    private static String time(Journey journey, Optional<FieldPath> place, ZonedDateTime at) {
        boolean day =
                place.flatMap(path -> journey.questionnaire().form().find(path))
                        .filter(element ->
                                element instanceof Field field
                                        && field.type() instanceof FieldType.DateValue)
                        .isPresent();
        return day ? at.toLocalDate().toString() : Consent.moment(at);
    }
}
