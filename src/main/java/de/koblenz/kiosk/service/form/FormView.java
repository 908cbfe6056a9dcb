package de.koblenz.kiosk.service.form;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A form as it is for one citizen's answers on one day: what is visible, what is required, what is wrong.
///
/// Immutable once made; all of it follows from form, answers and day.
public final class FormView {
    private final FormDefinition form;
    private final FormData data;
    private final LocalDate today;
    private final Map<FieldPath, Boolean> visible = new HashMap<>();
    private final Set<FieldPath> deciding = new HashSet<>();
    private final Map<FieldPath, FormElement> shown = new LinkedHashMap<>();
    private final Map<FieldPath, Field> fields = new LinkedHashMap<>();

    FormView(FormDefinition form, FormData data, LocalDate today) {
        this.form = form;
        this.data = data;
        this.today = today;
        form.elements().forEach(element -> walk(FieldPath.of(element.id()), element));
    }

    private void walk(FieldPath path, FormElement element) {
        if (!visible(path)) {
            return;
        }
        shown.put(path, element);
        switch (element) {
            case Field field -> fields.put(path, field);
            case FieldGroup group -> {
                for (FieldPath place : places(path, group)) {
                    group.elements().forEach(child -> walk(place.child(child.id()), child));
                }
            }
        }
    }

    private List<FieldPath> places(FieldPath path, FieldGroup group) {
        return group.occurrence().repeated()
                ? data.instances(path).stream().map(path::instance).toList()
                : List.of(path);
    }

    /// Whether there is a field or group at `path` that is visible, with all groups around it. `path` names the
    /// instances of the repeated groups around.
    public boolean visible(FieldPath path) {
        Boolean known = visible.get(path);
        if (known != null) {
            return known;
        }
        if (!deciding.add(path)) {
            // Conditions in a circle: readers refuse such forms; here the field counts as empty.
            return false;
        }
        boolean decided = decide(path);
        deciding.remove(path);
        visible.put(path, decided);
        return decided;
    }

    private boolean decide(FieldPath path) {
        Optional<FormElement> element = form.find(path);
        if (element.isEmpty() || (!path.top() && !visible(path.parent()))) {
            return false;
        }
        String instance = path.segments().getLast().instance();
        if (!instance.isEmpty()) {
            return data.instances(path.instance("")).contains(instance)
                    && holds(element.get().visible(), path);
        }
        return parentPlaced(path) && holds(element.get().visible(), path);
    }

    /// Whether the group around is a place where fields can be: a single group, or an instance.
    private boolean parentPlaced(FieldPath path) {
        if (path.top()) {
            return true;
        }
        FieldPath parent = path.parent();
        boolean named = !parent.segments().getLast().instance().isEmpty();
        return form.find(parent).orElse(null) instanceof FieldGroup group
                && group.occurrence().repeated() == named;
    }

    /// Whether a condition on fields outside repeated groups holds.
    public boolean holds(Condition condition) {
        return condition.holds(this::value, today);
    }

    private boolean holds(Condition condition, FieldPath place) {
        return condition.holds(field -> value(field.near(place)), today);
    }

    /// The value at `path` as it counts: empty where the field is not visible; the form's own content where a field
    /// has one and nothing else was answered.
    public Optional<String> value(FieldPath path) {
        Optional<Field> field = form.field(path);
        if (field.isEmpty() || field.get().kind() == FieldKind.LABEL || !visible(path)) {
            return Optional.empty();
        }
        return data.value(path)
                .or(() -> Optional.of(field.get().content()).filter(content -> !content.isEmpty()));
    }

    /// The visible elements with their instances, in the order of the form. A repeated group stands there once,
    /// followed by the fields of its instances.
    public Map<FieldPath, FormElement> shown() {
        return Collections.unmodifiableMap(shown);
    }

    /// The visible fields with their instances, in the order of the form.
    public Map<FieldPath, Field> fields() {
        return Collections.unmodifiableMap(fields);
    }

    /// Whether the field at `path` is visible and must be answered.
    public boolean required(FieldPath path) {
        return shown.get(path) instanceof Field field
                && field.kind().answered()
                && holds(field.required(), path)
                && !leftOut(path);
    }

    /// Whether an optional group around is left empty as a whole.
    private boolean leftOut(FieldPath path) {
        for (FieldPath around = path; !around.top(); ) {
            around = around.parent();
            if (form.find(around).orElse(null) instanceof FieldGroup group
                    && group.occurrence().optional()
                    && !holds(group.required(), around)
                    && !data.answeredWithin(around, this::answeredByCitizen)) {
                return true;
            }
        }
        return false;
    }

    private boolean answeredByCitizen(FieldPath path) {
        return form.field(path).filter(field -> field.kind().answered()).isPresent();
    }

    /// Checks what was typed or chosen at `path`, with the rules of the form that stand there. The answer itself is
    /// kept by the caller: `data.with(path, accepted.canonical())`.
    ///
    /// @param raw as [FieldCheck] takes it
    /// @throws IllegalArgumentException if no visible field that is answered lies there
    public CheckResult check(FieldPath path, String raw) {
        if (!(shown.get(path) instanceof Field field) || !field.kind().answered()) {
            throw new IllegalArgumentException("nothing to answer at " + path);
        }
        CheckResult result = FieldCheck.check(field.type(), required(path), raw, today);
        if (result instanceof CheckResult.Accepted(String canonical) && !canonical.isEmpty()) {
            FormView changed = new FormView(form, data.with(path, canonical), today);
            return changed.broken(path).<CheckResult>map(broken -> broken).orElse(result);
        }
        return result;
    }

    /// Checks the value alone, as [#check] does, without what depends on other answers: rules, and whether it must be answered.
    ///
    /// @throws IllegalArgumentException if no visible field that is answered lies there
    public CheckResult checkAlone(FieldPath path, String raw) {
        if (!(shown.get(path) instanceof Field field) || !field.kind().answered()) {
            throw new IllegalArgumentException("nothing to answer at " + path);
        }
        return FieldCheck.check(field.type(), false, raw, today);
    }

    /// The form as it is with other answers on the same day.
    public FormView with(FormData answers) {
        return new FormView(form, answers, today);
    }

    /// What is wrong with an answer beside others.
    private Optional<CheckResult.Rejected> broken(FieldPath path) {
        return brokenRule(path).or(() -> brokenDate(path));
    }

    /// A birth in parts is looked at as one date, at the last part that is answered.
    private Optional<CheckResult.Rejected> brokenDate(FieldPath path) {
        List<FieldPath> answered =
                BirthDate.around(path, fields::containsKey).stream()
                        .filter(part -> value(part).isPresent())
                        .toList();
        return !answered.isEmpty() && last(answered).equals(path)
                ? BirthDate.wrong(answered, this::value, today)
                : Optional.empty();
    }

    /// The last of several fields in the order of the form.
    private FieldPath last(List<FieldPath> some) {
        List<FieldPath> order = List.copyOf(fields.keySet());
        return some.stream()
                .max(Comparator.comparingInt(order::indexOf))
                .orElseThrow(IllegalArgumentException::new);
    }

    private Optional<CheckResult.Rejected> brokenRule(FieldPath path) {
        FieldPath definition = path.definition();
        for (FormRule rule : form.rules()) {
            if (rule.at().equals(definition)
                    && value(path).isPresent()
                    && !holds(rule.must(), path)) {
                return Optional.of(
                        new CheckResult.Rejected(CheckCode.RULE, Map.of("rule", rule.id())));
            }
        }
        return Optional.empty();
    }

    /// Everything that is missing or wrong, in the order of the form.
    public List<FormError> errors() {
        List<FormError> errors = new ArrayList<>();
        shown.keySet().forEach(path -> error(path).ifPresent(errors::add));
        return errors;
    }

    /// Whether `path` is a repeated group.
    public boolean repeated(FieldPath path) {
        return form.find(path).orElse(null) instanceof FieldGroup group
                && group.occurrence().repeated();
    }

    /// How many entries a repeated group has: 0 where it is not visible, nothing where it needs more or has too many.
    public Optional<Integer> entries(FieldPath path) {
        if (!visible(path)) {
            return Optional.of(0);
        }
        return error(path).isPresent()
                ? Optional.empty()
                : Optional.of(data.instances(path).size());
    }

    /// What is missing or wrong at one field or repeated group.
    public Optional<FormError> error(FieldPath path) {
        return switch (shown.get(path)) {
            case null -> Optional.empty();
            case FieldGroup group -> countError(path, group);
            case Field field when field.kind().answered() -> {
                String raw = FieldInput.raw(field.type(), data.value(path).orElse(""));
                CheckResult result = FieldCheck.check(field.type(), required(path), raw, today);
                Optional<CheckResult.Rejected> rejected =
                        result instanceof CheckResult.Rejected wrong
                                ? Optional.of(wrong)
                                : broken(path);
                yield rejected.map(wrong -> new FormError(path, wrong.code(), wrong.parameters()));
            }
            case Field _ -> Optional.empty();
        };
    }

    private Optional<FormError> countError(FieldPath path, FieldGroup group) {
        Occurrence occurrence = group.occurrence();
        int count = data.instances(path).size();
        if (!occurrence.repeated()) {
            return Optional.empty();
        }
        int fewest = Math.max(occurrence.least(), holds(group.required(), path) ? 1 : 0);
        if (count < fewest && !leftOut(path)) {
            Map<String, String> least = Map.of("least", Integer.toString(fewest));
            return Optional.of(new FormError(path, CheckCode.TOO_FEW, least));
        }
        if (count > occurrence.most()) {
            Map<String, String> most = Map.of("most", Integer.toString(occurrence.most()));
            return Optional.of(new FormError(path, CheckCode.TOO_MANY, most));
        }
        return Optional.empty();
    }

    /// These answers with what is known from elsewhere filled in: what is locked or hidden always, what the citizen
    /// answers only where it is empty. Fields in repeated groups are left alone.
    ///
    /// @param known canonical values by source ([Field#prefill()])
    public static FormData prefilled(
            FormDefinition form, FormData data, Map<String, String> known) {
        FormData filled = data;
        for (Map.Entry<FieldPath, FormElement> entry : form.all().entrySet()) {
            FieldPath path = entry.getKey();
            if (entry.getValue() instanceof Field field
                    && known.containsKey(field.prefill())
                    && form.repeatedAbove(path).isEmpty()
                    && (!field.kind().answered() || filled.value(path).isEmpty())) {
                filled = filled.with(path, known.getOrDefault(field.prefill(), ""));
            }
        }
        return filled;
    }
}
