package de.koblenz.kiosk.service.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A form: what is asked, in which structure, under which conditions. Immutable.
///
/// @param id of the service, or of the federal schema that it was made from
/// @param elements in the order of the questions, ids unique among them; at most [#MOST_DEPTH] deep
/// @param rules what must hold beyond single fields; each at a field of this form
public record FormDefinition(String id, List<FormElement> elements, List<FormRule> rules) {
    /// Groups within groups; published federal schemata stay below.
    public static final int MOST_DEPTH = 12;

    /// @throws IllegalArgumentException if an id or rule stands twice, or groups lie too deep
    public FormDefinition {
        elements = List.copyOf(elements);
        rules = List.copyOf(rules);
        FieldGroup.requireUnique(elements);
        if (depth(elements) > MOST_DEPTH) {
            throw new IllegalArgumentException("groups too deep in form " + id);
        }
        Set<String> seen = new HashSet<>();
        for (FormRule rule : rules) {
            if (!seen.add(rule.id())) {
                throw new IllegalArgumentException("the rule stands twice: " + rule.id());
            }
        }
    }

    public FormDefinition(String id, List<FormElement> elements) {
        this(id, elements, List.of());
    }

    private static int depth(List<FormElement> elements) {
        int deepest = 0;
        for (FormElement element : elements) {
            if (element instanceof FieldGroup group) {
                deepest = Math.max(deepest, depth(group.elements()));
            }
        }
        return deepest + 1;
    }

    /// The element at `path`, with or without instances.
    public Optional<FormElement> find(FieldPath path) {
        List<FormElement> level = elements;
        Optional<FormElement> found = Optional.empty();
        for (FieldPath.Segment segment : path.segments()) {
            found = level.stream().filter(e -> e.id().equals(segment.id())).findFirst();
            level = found.orElse(null) instanceof FieldGroup group ? group.elements() : List.of();
        }
        return found;
    }

    /// The field at `path`, with or without instances.
    public Optional<Field> field(FieldPath path) {
        return find(path).filter(Field.class::isInstance).map(Field.class::cast);
    }

    /// All elements by their path without instances, in the order of the form.
    public Map<FieldPath, FormElement> all() {
        Map<FieldPath, FormElement> all = new LinkedHashMap<>();
        for (FormElement element : elements) {
            collect(FieldPath.of(element.id()), element, all);
        }
        return all;
    }

    private static void collect(
            FieldPath path, FormElement element, Map<FieldPath, FormElement> all) {
        all.put(path, element);
        if (element instanceof FieldGroup group) {
            for (FormElement child : group.elements()) {
                collect(path.child(child.id()), child, all);
            }
        }
    }

    /// The repeated groups on the way to `path` and at its end, outermost first, without instances.
    public List<FieldPath> repeatedAbove(FieldPath path) {
        List<FieldPath> found = new ArrayList<>();
        for (int length = 1; length <= path.segments().size(); length++) {
            FieldPath part = new FieldPath(path.segments().subList(0, length)).definition();
            if (find(part).orElse(null) instanceof FieldGroup group
                    && group.occurrence().repeated()) {
                found.add(part);
            }
        }
        return found;
    }
}
