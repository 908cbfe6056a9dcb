package de.koblenz.kiosk.citizen.session;

import de.koblenz.kiosk.service.form.Field;
import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.service.form.FormPages;
import de.koblenz.kiosk.service.journey.Journey;
import de.koblenz.kiosk.service.journey.Step;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The pages of a journey in order, by key, as they are for the answers of one citizen: steps that ask, then
/// check-answers; after that the order has one page of its own. A position is a key and never an index, so it
/// stays right when answers make pages come and go.
public final class Positions {
    public static final String VENUE = "venue";
    public static final String SLOT = "slot";
    public static final String TARIFFS = "tariffs";
    public static final String IDENTITY = "identity";
    public static final String COPY = "copy";
    public static final String CHECK = "check";
    public static final String ORDER = "order";

    static final String QUESTION = "question:";

    private final List<String> keys = new ArrayList<>();
    private final FormPages pages;

    public Positions(Journey journey, Guided guided, LocalDate today) {
        this.pages = journey.questionnaire().pages(guided.data(), today);
        for (Step step : journey.steps()) {
            switch (step) {
                case Step.Venue() -> keys.add(VENUE);
                case Step.Slot() -> keys.add(SLOT);
                case Step.Tariffs() -> keys.add(TARIFFS);
                case Step.Identification _ -> keys.add(IDENTITY);
                case Step.Questions _ ->
                        pages.visible().stream()
                                .filter(page -> !guided.identity().says(asked(page)))
                                .forEach(page -> keys.add(QUESTION + page.key()));
                case Step.CopyChoice _ -> keys.add(COPY);
                case Step.CheckAnswers() -> keys.add(CHECK);
                case Step.Payment(), Step.Submission _, Step.Printing _, Step.Finish() -> {}
            }
        }
    }

    /// What the citizen would answer on a page; the page itself where that is nothing.
    private List<FieldPath> asked(FormPages.Page page) {
        List<FieldPath> asked =
                page.fields().stream()
                        .filter(path ->
                                pages.view().shown().get(path) instanceof Field field
                                        && field.kind().answered())
                        .toList();
        return asked.isEmpty() ? page.fields() : asked;
    }

    /// The question page of a position; empty for the other steps.
    public Optional<FormPages.Page> question(String key) {
        return key.startsWith(QUESTION)
                ? pages.find(key.substring(QUESTION.length()))
                : Optional.empty();
    }

    /// The position of a question page.
    public static String of(String pageKey) {
        return QUESTION + pageKey;
    }

    public FormPages pages() {
        return pages;
    }

    public List<String> keys() {
        return List.copyOf(keys);
    }

    Optional<String> first() {
        return keys.stream().findFirst();
    }

    Optional<String> after(String key) {
        int at = keys.indexOf(key);
        return at < 0 || at + 1 == keys.size() ? Optional.empty() : Optional.of(keys.get(at + 1));
    }

    Optional<String> before(String key) {
        int at = keys.indexOf(key);
        return at <= 0 ? Optional.empty() : Optional.of(keys.get(at - 1));
    }

    /// "Frage 3 von 7": the place among the pages that ask, from 1; 0 where the page asks nothing.
    public int number(String key) {
        return asks(key) ? keys.stream().filter(Positions::asks).toList().indexOf(key) + 1 : 0;
    }

    /// How many pages ask.
    public int count() {
        return (int) keys.stream().filter(Positions::asks).count();
    }

    private static boolean asks(String key) {
        return !key.equals(CHECK) && !key.equals(IDENTITY);
    }
}
