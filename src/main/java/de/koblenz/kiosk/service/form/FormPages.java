package de.koblenz.kiosk.service.form;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The pages of a questionnaire as they are for one citizen's answers: which are visible, what comes next. A
/// position is the key of a page, never an index, so it stays right when answers make pages come and go.
///
/// Immutable.
public final class FormPages {
    private final List<Page> all = new ArrayList<>();
    private final FormView view;

    /// A page with the instances of its fields.
    ///
    /// @param key key of the question page; within a repeated group with its instance, `child-name[a1]`
    /// @param page as it was defined
    /// @param fields visible fields (and repeated groups) on it, with instances; empty for a page that is not visible
    public record Page(String key, QuestionPage page, List<FieldPath> fields) {
        public Page {
            fields = List.copyOf(fields);
        }

        boolean visible() {
            return !fields.isEmpty();
        }
    }

    FormPages(Questionnaire questionnaire, FormData data, LocalDate today) {
        this.view = questionnaire.view(data, today);
        expand(questionnaire, data, questionnaire.pages(), List.of());
    }

    /// Adds `pages`, each run that lies in one repeated group once per instance.
    ///
    /// @param around instances of the repeated groups around, outermost first
    private void expand(
            Questionnaire questionnaire,
            FormData data,
            List<QuestionPage> pages,
            List<FieldPath> around) {
        for (int i = 0; i < pages.size(); ) {
            Optional<FieldPath> group = groupOf(questionnaire, pages.get(i), around.size());
            int end = i + 1;
            if (group.isEmpty()) {
                add(pages.get(i), around);
            } else {
                while (end < pages.size()
                        && groupOf(questionnaire, pages.get(end), around.size()).equals(group)) {
                    end++;
                }
                FieldPath place =
                        around.isEmpty() ? group.get() : group.get().near(around.getLast());
                for (String instance : data.instances(place)) {
                    List<FieldPath> deeper = new ArrayList<>(around);
                    deeper.add(place.instance(instance));
                    expand(questionnaire, data, pages.subList(i, end), deeper);
                }
            }
            i = end;
        }
    }

    /// The repeated group at nesting `depth` in which all of a page's fields lie.
    private static Optional<FieldPath> groupOf(
            Questionnaire questionnaire, QuestionPage page, int depth) {
        FieldPath first = page.fields().getFirst();
        List<FieldPath> groups = new ArrayList<>(questionnaire.form().repeatedAbove(first));
        groups.remove(first);
        return depth < groups.size() ? Optional.of(groups.get(depth)) : Optional.empty();
    }

    private void add(QuestionPage page, List<FieldPath> around) {
        List<FieldPath> fields = new ArrayList<>();
        for (FieldPath field : page.fields()) {
            FieldPath placed = around.isEmpty() ? field : field.near(around.getLast());
            FormElement element = view.shown().get(placed);
            boolean hidden = element instanceof Field f && f.kind() == FieldKind.HIDDEN;
            if (element != null && !hidden) {
                fields.add(placed);
            }
        }
        String instances =
                String.join(
                        ".", around.stream().map(p -> p.segments().getLast().instance()).toList());
        String key = around.isEmpty() ? page.key() : page.key() + "[" + instances + "]";
        all.add(new Page(key, page, fields));
    }

    /// The form as it is for the same answers.
    public FormView view() {
        return view;
    }

    /// The visible pages in order.
    public List<Page> visible() {
        return all.stream().filter(Page::visible).toList();
    }

    /// The visible page of that key.
    public Optional<Page> find(String key) {
        return all.stream().filter(page -> page.key().equals(key) && page.visible()).findFirst();
    }

    /// The visible page on which a field is asked.
    public Optional<Page> of(FieldPath field) {
        return all.stream().filter(page -> page.fields().contains(field)).findFirst();
    }

    public Optional<Page> first() {
        return all.stream().filter(Page::visible).findFirst();
    }

    public Optional<Page> last() {
        return visible().reversed().stream().findFirst();
    }

    /// The visible page after that of `key`, which itself may have vanished; empty after the last, and for a key of
    /// a removed instance.
    public Optional<Page> after(String key) {
        int at = indexOf(key);
        return at < 0
                ? Optional.empty()
                : all.subList(at + 1, all.size()).stream().filter(Page::visible).findFirst();
    }

    /// The visible page before that of `key`; empty before the first, and for a key of a removed instance.
    public Optional<Page> before(String key) {
        int at = indexOf(key);
        return at < 0
                ? Optional.empty()
                : all.subList(0, at).reversed().stream().filter(Page::visible).findFirst();
    }

    /// Place among the visible pages from 1 ("Frage 3 von 7"); 0 for a page that is not visible.
    public int number(String key) {
        return visible().stream().map(Page::key).toList().indexOf(key) + 1;
    }

    private int indexOf(String key) {
        return all.stream().map(Page::key).toList().indexOf(key);
    }

    /// What is missing or wrong on one page.
    public List<FormError> errors(Page page) {
        return page.fields().stream().flatMap(field -> view.error(field).stream()).toList();
    }

    /// What is missing or wrong on any visible page, in the order of the pages.
    public List<FormError> errors() {
        return visible().stream().flatMap(page -> errors(page).stream()).toList();
    }

    /// The first page that is not yet answered rightly; empty where all are.
    public Optional<Page> firstIncomplete() {
        return visible().stream().filter(page -> !errors(page).isEmpty()).findFirst();
    }
}
