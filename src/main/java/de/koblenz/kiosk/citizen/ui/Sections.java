package de.koblenz.kiosk.citizen.ui;

import de.koblenz.kiosk.citizen.session.Guided;
import de.koblenz.kiosk.service.form.FieldKind;
import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.service.form.FormPages;
import de.koblenz.kiosk.service.journey.Journey;
import de.koblenz.kiosk.service.journey.JourneyTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// What a question belongs to: the groups around it, by the names and hints that the form has for them.
///
/// @param pages of the form
record Sections(Words words, Journey journey, Guided guided, FormPages pages) {
    /// Names in a heading; the way to a question deeper in a form keeps its beginning and its end.
    private static final int MOST_NAMES = 3;

    /// What stands above the title of a page: the groups around it that have a name, "Hund 2" within a repeated one; else empty.
    /// A group of which the page asks everything is what the title says.
    String of(FormPages.Page page) {
        return heading(page.fields().getFirst(), around -> whole(around, page));
    }

    /// What an answer belongs to.
    String of(FieldPath field) {
        return heading(field, _ -> false);
    }

    private String heading(FieldPath field, Predicate<FieldPath> said) {
        List<String> names = new ArrayList<>();
        for (FieldPath around : around(field)) {
            boolean instance = !around.segments().getLast().instance().isEmpty();
            String name =
                    instance
                            ? name(around)
                            : words.texts().has(keys().label(around)) && !said.test(around)
                                    ? words.of(keys().label(around))
                                    : "";
            if (!name.isEmpty() && !names.contains(name)) {
                names.add(name);
            }
        }
        while (names.size() > MOST_NAMES) {
            names.remove(1);
        }
        return String.join(" – ", names);
    }

    /// The name of the innermost group of which a page asks everything, if it has one.
    Optional<String> whole(FormPages.Page page) {
        return around(page.fields().getFirst()).reversed().stream()
                .filter(group -> group.segments().getLast().instance().isEmpty())
                .filter(group -> whole(group, page))
                .map(group -> keys().label(group))
                .filter(words.texts()::has)
                .map(words::of)
                .findFirst();
    }

    private boolean whole(FieldPath group, FormPages.Page page) {
        return pages.view().fields().entrySet().stream()
                .filter(entry -> entry.getKey().within(group))
                .filter(entry -> entry.getValue().kind() != FieldKind.HIDDEN)
                .allMatch(entry -> page.fields().contains(entry.getKey()));
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
