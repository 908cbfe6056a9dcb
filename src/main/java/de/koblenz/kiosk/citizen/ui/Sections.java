package de.koblenz.kiosk.citizen.ui;

import de.koblenz.kiosk.citizen.session.Guided;
import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.service.form.FormPages;
import de.koblenz.kiosk.service.journey.Journey;
import de.koblenz.kiosk.service.journey.JourneyTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a question belongs to: the groups around it, by the names and hints that the form has for them.
///
/// @param pages of the form
record Sections(Words words, Journey journey, Guided guided, FormPages pages) {
    /// What stands above the title of a page: the innermost group with a name, "Hund 2" within a repeated one; else empty.
    String of(FormPages.Page page) {
        return of(page.fields().getFirst());
    }

    String of(FieldPath field) {
        List<String> names = new ArrayList<>();
        for (FieldPath around : around(field)) {
            boolean instance = !around.segments().getLast().instance().isEmpty();
            if (instance) {
                names.add(name(around));
            } else if (words.texts().has(keys().label(around))) {
                names.add(words.of(keys().label(around)));
            }
        }
        return names.isEmpty() ? "" : names.getLast();
    }

    /// "Hund 2": an instance of a repeated group by its place.
    String name(FieldPath instance) {
        String id = instance.segments().getLast().instance();
        int number = guided.data().instances(instance.instance("")).indexOf(id) + 1;
        return words.of(
                "group.instance",
                Map.of(
                        "name", words.of(keys().label(instance)),
                        "number", Integer.toString(number)));
    }

    private JourneyTexts keys() {
        return new JourneyTexts(journey);
    }

    /// The groups around a field, outermost first.
    private static List<FieldPath> around(FieldPath field) {
        List<FieldPath> found = new ArrayList<>();
        for (int length = 1; length < field.segments().size(); length++) {
            found.add(new FieldPath(field.segments().subList(0, length)));
        }
        return found;
    }

    /// The hints of the groups that begin with a page, outermost first.
    List<String> beginning(FormPages.Page page) {
        List<String> hints = new ArrayList<>();
        Optional<FieldPath> before =
                pages.before(page.key()).map(earlier -> earlier.fields().getLast());
        for (FieldPath around : around(page.fields().getFirst())) {
            String hint = keys().hint(around);
            if (words.texts().has(hint) && before.filter(path -> path.within(around)).isEmpty()) {
                hints.add(words.of(hint));
            }
        }
        return hints;
    }
}
