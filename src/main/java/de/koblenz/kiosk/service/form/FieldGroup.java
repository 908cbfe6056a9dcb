package de.koblenz.kiosk.service.form;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Elements that belong together; a repeated group has one instance per child, dog, vehicle …
///
/// @param id unique among its siblings
/// @param occurrence how often
/// @param elements at least one, ids unique among them
/// @param visible when it is there
/// @param required when a group that may be left empty ([Occurrence#optional()]) may not, and a repeated one has at least one
///     instance; says nothing of others
public record FieldGroup(
        String id,
        Occurrence occurrence,
        List<FormElement> elements,
        Condition visible,
        Condition required)
        implements FormElement {

    public FieldGroup {
        FormElement.requireId(id);
        elements = List.copyOf(elements);
        requireUnique(elements);
        if (elements.isEmpty()) {
            throw new IllegalArgumentException("an empty group: " + id);
        }
    }

    public FieldGroup(
            String id, Occurrence occurrence, List<FormElement> elements, Condition visible) {
        this(id, occurrence, elements, visible, Condition.never());
    }

    /// A group that occurs exactly once.
    public static FieldGroup once(String id, FormElement... elements) {
        return new FieldGroup(id, Occurrence.ONCE, List.of(elements), Condition.always());
    }

    static void requireUnique(List<FormElement> elements) {
        Set<String> seen = new HashSet<>();
        for (FormElement element : elements) {
            if (!seen.add(element.id())) {
                throw new IllegalArgumentException("the id stands twice: " + element.id());
            }
        }
    }
}
