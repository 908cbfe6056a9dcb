package de.koblenz.kiosk.citizen.ui;

import de.koblenz.kiosk.citizen.session.Guided;
import de.koblenz.kiosk.service.journey.Journey;
import de.koblenz.kiosk.service.journey.JourneyTexts;
import de.koblenz.kiosk.text.Formats;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What is wrong on a page, in words: once at the place it is about, once in the reading zone.
///
/// @param words language
/// @param journey whose rules have words of their own
/// @param guided holds the error
/// @param alert failure code of what could not be had, empty where all is well
record PageErrors(Words words, Journey journey, Guided guided, String alert) {
    /// The message, wherever it belongs.
    Optional<String> any() {
        return guided.error().map(this::text);
    }

    /// The message where it is about `target`, else nothing.
    String at(String target) {
        return guided.error().filter(e -> e.target().equals(target)).map(this::text).orElse("");
    }

    private String text(Guided.PageError error) {
        String key = new JourneyTexts(journey).error(error.code(), error.parameters());
        Map<String, String> limits = new HashMap<>();
        error.parameters().forEach((name, value) -> limits.put(name, limit(name, value)));
        String text =
                words.texts().has(key)
                        ? words.of(key, limits)
                        : Alerts.text(words, error.code(), limits);
        // A number without a unit leaves a gap.
        return text.replaceAll(" {2,}", " ");
    }

    /// Limits come as codes ([de.koblenz.kiosk.service.form.CheckCode]).
    private String limit(String name, String value) {
        return switch (name) {
            case "earliest", "latest" -> words.formats().date(LocalDate.parse(value));
            case "least", "most" -> Formats.code(value.replace('.', ','));
            default -> value;
        };
    }
}
