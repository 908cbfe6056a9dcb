package de.koblenz.kiosk.service.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The answers of one citizen so far, as canonical codes by path; personal. Immutable; equal by value.
///
/// What does not pass its check is not in here: it stays with the entry where it was typed.
public final class FormData {
    public static final FormData EMPTY = new FormData(Map.of(), Map.of(), Map.of());

    private final Map<FieldPath, String> values;
    private final Map<FieldPath, List<String>> instances;

    /// Last number given to an instance of a group: ids are never used twice.
    private final Map<FieldPath, Integer> last;

    private FormData(
            Map<FieldPath, String> values,
            Map<FieldPath, List<String>> instances,
            Map<FieldPath, Integer> last) {
        this.values = values;
        this.instances = instances;
        this.last = last;
    }

    /// The answer at `path`, canonical and not empty.
    public Optional<String> value(FieldPath path) {
        return Optional.ofNullable(values.get(path));
    }

    public Optional<String> value(String path) {
        return value(FieldPath.parse(path));
    }

    /// These answers with `code` at `path`; an empty code takes the answer away.
    public FormData with(FieldPath path, String code) {
        Map<FieldPath, String> changed = new HashMap<>(values);
        if (code.isEmpty()) {
            changed.remove(path);
        } else {
            changed.put(path, code);
        }
        return new FormData(changed, instances, last);
    }

    public FormData with(String path, String code) {
        return with(FieldPath.parse(path), code);
    }

    public FormData without(FieldPath path) {
        return with(path, "");
    }

    /// Ids of the instances of the repeated group at `group`, oldest first. The instances of groups within are
    /// asked for by the way through theirs: `households[a1].children`.
    public List<String> instances(FieldPath group) {
        return instances.getOrDefault(group, List.of());
    }

    /// One instance more at the end of the group; its id is the last of [#instances(FieldPath)].
    public FormData addInstance(FieldPath group) {
        int number = last.getOrDefault(group, 0) + 1;
        Map<FieldPath, Integer> numbers = new HashMap<>(last);
        numbers.put(group, number);
        List<String> longer = new ArrayList<>(instances(group));
        longer.add("a" + number);
        Map<FieldPath, List<String>> changed = new HashMap<>(instances);
        changed.put(group, List.copyOf(longer));
        return new FormData(values, changed, numbers);
    }

    /// Without one instance and every answer in it; the others keep their ids.
    public FormData removeInstance(FieldPath group, String instance) {
        FieldPath gone = group.instance(instance);
        Map<FieldPath, String> left = new HashMap<>(values);
        left.keySet().removeIf(path -> path.within(gone));
        Map<FieldPath, List<String>> changed = new HashMap<>(instances);
        changed.keySet().removeIf(path -> path.within(gone));
        changed.computeIfPresent(
                group,
                (_, ids) -> {
                    List<String> rest = ids.stream().filter(id -> !id.equals(instance)).toList();
                    return rest.isEmpty() ? null : rest;
                });
        return new FormData(left, changed, last);
    }

    /// Whether anything is answered at `group` or within.
    boolean answeredWithin(FieldPath group, java.util.function.Predicate<FieldPath> counts) {
        return values.keySet().stream().anyMatch(path -> path.within(group) && counts.test(path));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FormData data
                && values.equals(data.values)
                && instances.equals(data.instances)
                && last.equals(data.last);
    }

    @Override
    public int hashCode() {
        return Objects.hash(values, instances, last);
    }

    /// Answers are personal.
    @Override
    public String toString() {
        return "FormData[" + values.size() + " values]";
    }
}
