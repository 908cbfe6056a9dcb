package de.koblenz.kiosk.service.fim.process;

import de.koblenz.kiosk.service.form.Condition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Conditions that hold together, so that one more is joined only where it is not there already. Immutable.
///
/// @param parts none of them [Condition.Always] or [Condition.All]; empty means always
record Conjunction(Set<Condition> parts) {
    static final Conjunction ALWAYS = new Conjunction(Set.of());

    Conjunction {
        parts = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(parts));
    }

    static Conjunction of(Condition condition) {
        Set<Condition> parts = new LinkedHashSet<>();
        collect(condition, parts);
        return new Conjunction(parts);
    }

    private static void collect(Condition condition, Set<Condition> parts) {
        switch (condition) {
            case Condition.Always() -> {}
            case Condition.All(List<Condition> inner) ->
                    inner.forEach(part -> collect(part, parts));
            case Condition.Never _,
                    Condition.Equals _,
                    Condition.In _,
                    Condition.Empty _,
                    Condition.Compare _,
                    Condition.Any _,
                    Condition.Not _ ->
                    parts.add(condition);
        }
    }

    Conjunction and(Condition condition) {
        return and(of(condition));
    }

    Conjunction and(Conjunction other) {
        Set<Condition> all = new LinkedHashSet<>(parts);
        all.addAll(other.parts);
        return new Conjunction(all);
    }

    /// What is left of this where `known` holds anyway.
    Conjunction without(Conjunction known) {
        Set<Condition> left = new LinkedHashSet<>(parts);
        left.removeAll(known.parts);
        return new Conjunction(left);
    }

    /// What this and the other have in common, in the order of this.
    Conjunction common(Conjunction other) {
        Set<Condition> both = new LinkedHashSet<>(parts);
        both.retainAll(other.parts);
        return new Conjunction(both);
    }

    boolean always() {
        return parts.isEmpty();
    }

    Condition condition() {
        return switch (parts.size()) {
            case 0 -> Condition.always();
            case 1 -> parts.iterator().next();
            default -> new Condition.All(List.copyOf(parts));
        };
    }

    /// Holds where one of several holds.
    static Conjunction any(Collection<Conjunction> alternatives) {
        List<Condition> conditions = new ArrayList<>();
        for (Conjunction alternative : new LinkedHashSet<>(alternatives)) {
            if (alternative.always()) {
                return ALWAYS;
            }
            conditions.add(alternative.condition());
        }
        return conditions.size() == 1
                ? of(conditions.getFirst())
                : of(new Condition.Any(conditions));
    }
}
