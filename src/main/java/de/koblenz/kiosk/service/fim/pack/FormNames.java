package de.koblenz.kiosk.service.fim.pack;

import de.koblenz.kiosk.config.ConfigNode;
import de.koblenz.kiosk.service.form.Condition;
import de.koblenz.kiosk.service.form.Field;
import de.koblenz.kiosk.service.form.FieldGroup;
import de.koblenz.kiosk.service.form.FieldKind;
import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.service.form.FormDefinition;
import de.koblenz.kiosk.service.form.FormElement;
import de.koblenz.kiosk.service.form.PageRoom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What names in an overlay mean in a form: the path of an element, or its id alone where only one has it. Immutable.
final class FormNames {
    /// Entries that a page has room for.
    static final int MOST_ENTRIES = PageRoom.MOST_ENTRIES;

    private final FormDefinition form;
    private final Map<FieldPath, FormElement> all;
    private final Map<String, List<FieldPath>> byId = new HashMap<>();

    FormNames(FormDefinition form) {
        this.form = form;
        this.all = form.all();
        all.keySet()
                .forEach(path -> byId.computeIfAbsent(path.id(), _ -> new ArrayList<>()).add(path));
    }

    FormDefinition form() {
        return form;
    }

    /// The elements by path, in the order of the form.
    Map<FieldPath, FormElement> all() {
        return all;
    }

    /// The element that a name means; nothing where none or several are.
    Optional<FieldPath> find(FieldPath name) {
        if (all.containsKey(name)) {
            return Optional.of(name);
        }
        List<FieldPath> meant = name.top() ? byId.getOrDefault(name.id(), List.of()) : List.of();
        return meant.size() == 1 ? Optional.of(meant.getFirst()) : Optional.empty();
    }

    Optional<FieldPath> find(String name) {
        try {
            return find(FieldPath.parse(name));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// The element that a node names; reported where there is none.
    Optional<FieldPath> element(ConfigNode node) {
        return element(node.present() ? node.text() : "", node);
    }

    /// The element of a name that stands at a node.
    Optional<FieldPath> element(String name, ConfigNode node) {
        Optional<FieldPath> found = find(name);
        if (found.isEmpty() && node.present()) {
            List<FieldPath> several = byId.getOrDefault(name, List.of());
            Set<String> known = new LinkedHashSet<>(byId.keySet());
            all.keySet().forEach(path -> known.add(path.toString()));
            node.report(
                    several.isEmpty()
                            ? "the form has no '" + name + "'" + ConfigNode.suggestion(name, known)
                            : "several have that id: write one of "
                                    + String.join(
                                            ", ",
                                            several.stream()
                                                    .limit(5)
                                                    .map(FieldPath::toString)
                                                    .toList()),
                    "PKG-FIELD");
        }
        return found;
    }

    /// The field that a node names; reported where there is none.
    Optional<FieldPath> field(String name, ConfigNode node) {
        Optional<FieldPath> found = element(name, node);
        if (found.isPresent() && !(all.get(found.get()) instanceof Field)) {
            node.report("'" + name + "' is a group, not a field", "PKG-FIELD");
            return Optional.empty();
        }
        return found;
    }

    /// A condition with the ids in it as paths.
    Condition paths(Condition condition) {
        return condition.renamed(name -> find(name).orElse(name));
    }

    /// Whether a page with these fields can be shown: one to choose, or a few to type.
    boolean fit(List<FieldPath> fields) {
        return PageRoom.holds(all, fields);
    }

    /// Whether citizens see it on a page: a field that is not hidden, or a repeated group.
    boolean asked(FieldPath path) {
        return switch (all.get(path)) {
            case Field field -> field.kind() != FieldKind.HIDDEN;
            case FieldGroup group -> group.occurrence().repeated();
            case null -> false;
        };
    }
}
