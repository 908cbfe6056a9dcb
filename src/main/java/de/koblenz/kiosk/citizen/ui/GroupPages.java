package de.koblenz.kiosk.citizen.ui;

import de.koblenz.kiosk.citizen.session.Guided;
import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.service.form.FieldGroup;
import de.koblenz.kiosk.service.form.FieldKind;
import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.service.form.FormPages;
import de.koblenz.kiosk.service.form.Occurrence;
import de.koblenz.kiosk.service.journey.Answer;
import de.koblenz.kiosk.service.journey.Journey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The page of a repeated group: what was entered so far, to be changed, taken away or added to.
///
/// @param journey the service
/// @param pages of its form
record GroupPages(Words words, ScreenLook look, Journey journey, Guided guided, FormPages pages) {
    /// How many answers tell one instance from another.
    private static final int TELLING = 2;

    /// Answers longer than this tell little at a glance.
    private static final int MOST_TOLD = 40;

    /// The page of a group, or the question whether an instance of it is to go.
    Draft page(Draft page, FieldPath path, FieldGroup group, PageErrors errors) {
        if (guided.sight().leaving().isPresent()) {
            return removal(guided.sight().leaving().get());
        }
        Occurrence often = group.occurrence();
        List<String> ids = guided.data().instances(path);
        int fitting = PageCapacity.instances(look);
        List<Screen.Instance> shown = new ArrayList<>();
        for (String id : PageCapacity.part(ids, fitting, guided.part())) {
            shown.add(row(path, id));
        }
        boolean full = ids.size() >= often.most();
        String state = "";
        if (ids.isEmpty()) {
            state = words.of(often.least() > 0 ? "group.begin" : "group.none");
        } else if (full) {
            state = words.of("group.full", "most", Integer.toString(often.most()));
        }
        return page.hint((page.hint() + " " + state).strip())
                .body(
                        new Screen.Instances(
                                shown,
                                full ? Optional.empty() : Optional.of(add(path)),
                                CatalogPages.more(words, ids.size(), fitting, guided.part()),
                                errors.at(path.toString())));
    }

    private Screen.Control add(FieldPath path) {
        return new Screen.Control(
                "add",
                words.of("group.add", "name", label(path)),
                Symbol.PLUS,
                new SessionEvent.InstanceAdded());
    }

    private String label(FieldPath path) {
        return new AnswerWords(words, journey).label(path);
    }

    private String name(FieldPath instance) {
        return new Sections(words, journey, guided, pages).name(instance);
    }

    private Screen.Instance row(FieldPath group, String id) {
        FieldPath instance = group.instance(id);
        return new Screen.Instance(
                name(instance),
                told(instance),
                new Screen.Control(
                        "open." + id,
                        words.of("button.change"),
                        Symbol.EDIT,
                        new SessionEvent.InstanceOpened(id)),
                new Screen.Control(
                        "remove." + id,
                        words.of("button.remove"),
                        Symbol.MINUS,
                        new SessionEvent.RemovalAsked(id)));
    }

    /// The first answers of an instance, or that some are missing.
    private String told(FieldPath instance) {
        List<FormPages.Page> within =
                pages.visible().stream()
                        .filter(page ->
                                page.fields().stream().allMatch(path -> path.within(instance)))
                        .toList();
        if (within.stream().anyMatch(page -> !pages.errors(page).isEmpty())) {
            return words.of("group.open");
        }
        AnswerWords said = new AnswerWords(words, journey);
        return String.join(
                " · ",
                pages.view().fields().entrySet().stream()
                        .filter(field -> isOwn(field.getKey(), instance))
                        .filter(field -> field.getValue().kind() != FieldKind.HIDDEN)
                        .map(field ->
                                new Answer(
                                        "",
                                        field.getKey(),
                                        field.getValue(),
                                        pages.view().value(field.getKey()).orElse("")))
                        .filter(answer -> !answer.canonical().isEmpty())
                        .map(said::value)
                        .filter(value -> value.length() <= MOST_TOLD)
                        .limit(TELLING)
                        .toList());
    }

    /// Whether a field lies in the instance itself and in no instance within.
    private static boolean isOwn(FieldPath field, FieldPath instance) {
        return field.within(instance)
                && field.segments().stream()
                        .skip(instance.segments().size())
                        .allMatch(segment -> segment.instance().isEmpty());
    }

    private Draft removal(FieldPath instance) {
        return Draft.of(
                        "group.removal",
                        words.of("group.removal.title", "name", name(instance)),
                        "",
                        Screen.Message.of(
                                Symbol.DELETE,
                                List.of(words.of("group.removal.text"), told(instance))))
                .back(words.of("group.removal.no"), new SessionEvent.BackPressed())
                .next(words.of("group.removal.yes"), new SessionEvent.NextPressed());
    }
}
