package de.koblenz.kiosk.service.fim.pack;

import de.koblenz.kiosk.config.ConfigNode;
import de.koblenz.kiosk.service.fim.ImportNote;
import de.koblenz.kiosk.service.fim.ImportNote.Weight;
import de.koblenz.kiosk.service.form.Condition;
import de.koblenz.kiosk.service.form.Field;
import de.koblenz.kiosk.service.form.FieldGroup;
import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.service.form.FormDefinition;
import de.koblenz.kiosk.service.form.FormElement;
import de.koblenz.kiosk.service.form.FormRule;
import de.koblenz.kiosk.service.journey.FormCheck;
import de.koblenz.kiosk.service.journey.FormCheck.ConditionUse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// `conditions:` of an overlay, and every other change of the form that it asks for. Not thread-safe: one reading.
final class FormChanges {
    private final FormNames names;
    private final Map<FieldPath, List<UnaryOperator<Field>>> ofFields = new HashMap<>();
    private final Map<FieldPath, Condition> visible = new HashMap<>();
    private final Map<FieldPath, Condition> required = new HashMap<>();
    private final List<FormRule> rules = new ArrayList<>();
    private final List<ConditionUse> uses = new ArrayList<>();
    private final Set<String> enforced = new HashSet<>();
    private final Set<String> own = new HashSet<>();
    private final List<ImportNote> notes = new ArrayList<>();

    FormChanges(FormNames names) {
        this.names = names;
        rules.addAll(names.form().rules());
    }

    /// Changes a field when the form is made.
    void change(FieldPath path, UnaryOperator<Field> change) {
        ofFields.computeIfAbsent(path, _ -> new ArrayList<>()).add(change);
    }

    /// Reads `conditions:`.
    ///
    /// @param known ids of the rules of the schema
    void conditions(ConfigNode list, Set<String> known) {
        for (ConfigNode item : list.items()) {
            Optional<FieldPath> at = names.element(item.at("at"));
            int said = 0;
            Optional<ConfigNode> shown = item.find("visible");
            Optional<ConfigNode> duty = item.find("required");
            Optional<ConfigNode> must = item.find("must");
            if (shown.isPresent()) {
                said++;
                read(shown.get(), at, true).ifPresent(c -> put(visible, at, c, shown.get()));
            }
            if (duty.isPresent()) {
                said++;
                read(duty.get(), at, false).ifPresent(c -> put(required, at, c, duty.get()));
            }
            if (must.isPresent()) {
                said++;
                rule(item, must.get(), at);
            }
            at.ifPresent(path -> weaker(item, path, shown.isPresent(), duty));
            if (said == 0) {
                item.report("expected visible, required or must", "PKG-CONDITION");
            }
            item.find("for")
                    .ifPresent(rule -> {
                        if (!known.contains(rule.text())) {
                            rule.report(
                                    "the schema has no rule '"
                                            + rule.text()
                                            + "'"
                                            + ConfigNode.suggestion(rule.text(), known),
                                    "PKG-RULE");
                        }
                        enforced.add(rule.text());
                    });
            item.noOthers();
        }
    }

    /// What the schema requires is taken away by nobody in silence: that it may be left out under a condition stands in the
    /// report, and that it is never asked for has somebody who says why (`because`), or is how a rule of the schema is enforced
    /// (`for`).
    private void weaker(ConfigNode item, FieldPath path, boolean shown, Optional<ConfigNode> duty) {
        Optional<ConfigNode> because = item.find("because");
        boolean hides =
                shown
                        && !(visible.getOrDefault(path, Condition.always())
                                instanceof Condition.Always)
                        && requires(path);
        Condition now = required.getOrDefault(path, Condition.always());
        Condition before = names.all().get(path) instanceof Field field ? field.required() : now;
        boolean frees =
                duty.isPresent()
                        && !(now instanceof Condition.Always)
                        && !(before instanceof Condition.Never)
                        && !now.equals(before);
        if (!hides && !frees) {
            return;
        }
        boolean said = because.filter(node -> !node.text().isBlank()).isPresent();
        boolean never =
                (hides && visible.get(path) instanceof Condition.Never)
                        || (frees && now instanceof Condition.Never);
        if (never && !said && item.find("for").isEmpty()) {
            because.orElse(item)
                    .report(
                            "the schema requires '"
                                    + path
                                    + "': who decided that it may be left out, and why? (because)",
                            "PKG-WEAKER");
        }
        notes.add(
                new ImportNote(
                        Weight.CHANGED,
                        path.id(),
                        item.place()
                                .problem(
                                        path
                                                + ": the schema requires it, the overlay not, or only under a condition",
                                        "PKG-WEAKER")));
    }

    /// Whether the schema requires the element, or something in it.
    private boolean requires(FieldPath path) {
        return names.all().entrySet().stream()
                .filter(entry -> entry.getKey().equals(path) || entry.getKey().within(path))
                .anyMatch(entry ->
                        entry.getValue() instanceof Field field
                                && field.kind().answered()
                                && !(field.required() instanceof Condition.Never));
    }

    /// What was changed against the schema.
    List<ImportNote> notes() {
        return List.copyOf(notes);
    }

    private Optional<Condition> read(ConfigNode node, Optional<FieldPath> at, boolean visibility) {
        Optional<Condition> condition = FormCheck.condition(node).map(names::paths);
        if (at.isPresent()) {
            condition.ifPresent(it -> uses.add(new ConditionUse(at.get(), it, visibility, node)));
        }
        return condition;
    }

    private static void put(
            Map<FieldPath, Condition> into,
            Optional<FieldPath> at,
            Condition condition,
            ConfigNode node) {
        if (at.isPresent() && into.putIfAbsent(at.get(), condition) != null) {
            node.report("'" + at.get() + "' has such a condition already", "PKG-CONDITION");
        }
    }

    private void rule(ConfigNode item, ConfigNode must, Optional<FieldPath> at) {
        ConfigNode idNode = item.at("rule");
        String id =
                idNode.text(
                        FormElement.ID.pattern(),
                        "an id of letters, digits, _ and - (a letter first)");
        Optional<Condition> condition = read(must, at, false);
        if (at.isPresent() && !(names.all().get(at.get()) instanceof Field)) {
            must.report("a rule stands at a field", "PKG-CONDITION");
        } else if (rules.stream().anyMatch(rule -> rule.id().equals(id))) {
            idNode.report("there is a rule '" + id + "' already", "PKG-RULE");
        } else if (FormElement.ID.matcher(id).matches()
                && at.isPresent()
                && condition.isPresent()) {
            rules.add(new FormRule(id, at.get(), condition.get()));
            own.add(id);
        }
    }

    /// Ids of the rules of the schema for which a condition stands.
    Set<String> enforced() {
        return Set.copyOf(enforced);
    }

    /// Ids of the rules that the overlay wrote, which need words.
    Set<String> own() {
        return Set.copyOf(own);
    }

    /// The form with all changes.
    FormDefinition made() {
        FormDefinition form = names.form();
        FormDefinition made =
                new FormDefinition(form.id(), elements(form.elements(), Optional.empty()), rules);
        new FormCheck(made).check(uses);
        return made;
    }

    private List<FormElement> elements(List<FormElement> level, Optional<FieldPath> around) {
        List<FormElement> elements = new ArrayList<>();
        for (FormElement element : level) {
            FieldPath path =
                    around.map(group -> group.child(element.id()))
                            .orElseGet(() -> FieldPath.of(element.id()));
            Condition shown =
                    both(element.visible(), visible.getOrDefault(path, Condition.always()), path);
            elements.add(
                    switch (element) {
                        case Field field -> {
                            Field changed =
                                    field.visibleIf(shown)
                                            .requiredIf(
                                                    required.getOrDefault(path, field.required()));
                            for (UnaryOperator<Field> change :
                                    ofFields.getOrDefault(path, List.of())) {
                                changed = change.apply(changed);
                            }
                            yield changed;
                        }
                        case FieldGroup group ->
                                new FieldGroup(
                                        group.id(),
                                        group.occurrence(),
                                        elements(group.elements(), Optional.of(path)),
                                        shown,
                                        required.getOrDefault(path, group.required()));
                    });
        }
        return elements;
    }

    private Condition both(Condition schema, Condition overlay, FieldPath path) {
        if (overlay instanceof Condition.Always) {
            return schema;
        }
        if (schema instanceof Condition.Always) {
            return overlay;
        }
        try {
            return new Condition.All(List.of(schema, overlay));
        } catch (IllegalArgumentException _) {
            uses.stream()
                    .filter(use -> use.visibility() && use.at().equals(path))
                    .forEach(use ->
                            use.node()
                                    .report(
                                            "with what the schema says it lies too deep",
                                            "PKG-CONDITION"));
            return schema;
        }
    }
}
