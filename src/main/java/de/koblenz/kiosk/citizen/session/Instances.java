package de.koblenz.kiosk.citizen.session;

import de.koblenz.kiosk.service.form.FieldGroup;
import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.service.form.FormPages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The way through the repeated groups of a form: from the page of a group into an instance, through its questions, and
/// back to the page of the group. Pure.
///
/// @param positions the pages as they are now
public record Instances(Positions positions) {

    /// The repeated group whose page that is.
    public static Optional<FieldPath> group(FormPages pages, FormPages.Page page) {
        return page.fields().stream().filter(path -> repeated(pages, path).isPresent()).findFirst();
    }

    /// The definition of the repeated group at `path`, where there is one that is shown.
    public static Optional<FieldGroup> repeated(FormPages pages, FieldPath path) {
        return pages.view().shown().get(path) instanceof FieldGroup group
                        && group.occurrence().repeated()
                ? Optional.of(group)
                : Optional.empty();
    }

    private Optional<FormPages.Page> page(String key) {
        return positions.question(key);
    }

    /// The group whose page has that key.
    Optional<FieldPath> groupOf(String key) {
        return page(key).flatMap(page -> group(positions.pages(), page));
    }

    /// The position of a group's page; empty where the form has none.
    Optional<String> pageOf(FieldPath group) {
        return positions.pages().of(group).map(page -> Positions.of(page.key()));
    }

    /// Whether all that the page asks lies within an instance.
    boolean within(String key, FieldPath instance) {
        return page(key)
                .filter(page -> page.fields().stream().allMatch(path -> path.within(instance)))
                .isPresent();
    }

    /// The first page of an instance.
    Optional<String> first(FieldPath instance) {
        return positions.keys().stream().filter(key -> within(key, instance)).findFirst();
    }

    /// The instances around a page, outermost first, as far as their groups have pages of their own.
    List<FieldPath> around(String key) {
        return page(key).map(page -> around(page.fields().getFirst())).orElse(List.of());
    }

    private List<FieldPath> around(FieldPath field) {
        List<FieldPath> found = new ArrayList<>();
        for (int length = 1; length < field.segments().size(); length++) {
            FieldPath part = new FieldPath(field.segments().subList(0, length));
            boolean instance = !part.segments().getLast().instance().isEmpty();
            if (instance && pageOf(part.instance("")).isPresent()) {
                found.add(part);
            }
        }
        return found;
    }

    /// The page after that of a group, past everything that lies in it.
    Optional<String> past(String key, FieldPath group) {
        Optional<String> next = positions.after(key);
        while (next.isPresent() && inside(next.get(), group)) {
            next = positions.after(next.get());
        }
        return next;
    }

    private boolean inside(String key, FieldPath group) {
        return around(key).stream().anyMatch(instance -> instance.instance("").equals(group));
    }

    /// The innermost instance around a page, whose questions are gone through where the page is entered.
    Optional<FieldPath> innermost(String key) {
        return around(key).reversed().stream().findFirst();
    }

    /// The page after that of `key`; empty where check-answers is next.
    Optional<String> onward(Guided guided, String key) {
        Optional<FieldPath> group = groupOf(key);
        Optional<String> open = group.flatMap(this::openIn);
        if (open.isPresent()) {
            return open;
        }
        if (guided.reviewing() && guided.walked().isEmpty()) {
            return Optional.empty();
        }
        Optional<String> next = group.isPresent() ? past(key, group.get()) : positions.after(key);
        return guided.walked()
                .filter(instance -> next.filter(page -> within(page, instance)).isEmpty())
                .flatMap(instance -> pageOf(instance.instance("")))
                .or(() -> next);
    }

    /// The first page within a group that is not yet answered rightly.
    private Optional<String> openIn(FieldPath group) {
        return positions.keys().stream()
                .filter(key -> inside(key, group))
                .filter(key ->
                        page(key)
                                .filter(page -> !positions.pages().errors(page).isEmpty())
                                .isPresent())
                .findFirst();
    }

    /// The page to which "Zurück" leads: not into an instance in which `key` is not, but to the page of its group.
    Optional<String> before(String key) {
        Optional<String> before = positions.before(key);
        if (before.isEmpty()) {
            return before;
        }
        return around(before.get()).stream()
                .filter(instance -> !within(key, instance))
                .findFirst()
                .flatMap(instance -> pageOf(instance.instance("")))
                .or(() -> before);
    }
}
