package de.koblenz.kiosk.service.form;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A form and the pages on which it is asked. Immutable.
///
/// @param form what is asked
/// @param pages in order, keys unique; fields that no page names are never shown
public record Questionnaire(FormDefinition form, List<QuestionPage> pages) {
    /// Asks nothing.
    public static final Questionnaire NONE =
            new Questionnaire(new FormDefinition("none", List.of()), List.of());

    public Questionnaire {
        pages = List.copyOf(pages);
        Set<String> seen = new HashSet<>();
        for (QuestionPage page : pages) {
            if (!seen.add(page.key())) {
                throw new IllegalArgumentException("the page stands twice: " + page.key());
            }
        }
    }

    /// The form as it is for these answers on this day.
    public FormView view(FormData data, LocalDate today) {
        return new FormView(form, data, today);
    }

    /// The pages as they are for these answers on this day.
    public FormPages pages(FormData data, LocalDate today) {
        return new FormPages(this, data, today);
    }
}
