package de.koblenz.kiosk.service.fim.process;

import de.koblenz.kiosk.service.form.Condition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Conditions that hold together, so that one more is joined only where it is not there already. Immutable.
///
/// @param parts none of them [Condition.Always] or [Condition.All]; empty means always
record Conjunction(Set<Condition> parts) {
    /// Tests of single fields in one condition. Ways that part and meet again double them each time.
    static final int MOST_TESTS = 400;

    static final Conjunction ALWAYS = new Conjunction(Set.of());
    static final Conjunction NEVER = new Conjunction(Set.of(Condition.never()));

    Conjunction {
        parts = Collections.unmodifiableSet(new LinkedHashSet<>(parts));
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

    Conjunction and(Conjunction other) throws TooInvolved {
        Set<Condition> all = new LinkedHashSet<>(parts);
        all.addAll(other.parts);
        requireFew(all);
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

    Condition condition() throws TooInvolved {
        return all(List.copyOf(parts));
    }

    /// Holds where one of several holds.
    static Conjunction any(Collection<Conjunction> alternatives) throws TooInvolved {
        List<Condition> conditions = new ArrayList<>();
        for (Conjunction alternative : new LinkedHashSet<>(alternatives)) {
            if (alternative.always()) {
                return ALWAYS;
            }
            conditions.add(alternative.condition());
        }
        if (conditions.size() == 1) {
            return of(conditions.getFirst());
        }
        requireRoom(conditions);
        return new Conjunction(Set.of(new Condition.Any(conditions)));
    }

    /// Holds where all hold.
    static Condition all(List<Condition> parts) throws TooInvolved {
        if (parts.size() > 1) {
            requireRoom(parts);
        }
        return switch (parts.size()) {
            case 0 -> Condition.always();
            case 1 -> parts.getFirst();
            default -> new Condition.All(parts);
        };
    }

    /// Holds where the condition does not.
    static Condition not(Condition condition) throws TooInvolved {
        if (condition instanceof Condition.Not(Condition inner)) {
            return inner;
        }
        requireRoom(List.of(condition));
        return new Condition.Not(condition);
    }

    private static void requireRoom(Collection<Condition> parts) throws TooInvolved {
        for (Condition part : parts) {
            if (depth(part) >= Condition.MOST_DEPTH) {
                throw new TooInvolved();
            }
        }
        requireFew(parts);
    }

    private static void requireFew(Collection<Condition> parts) throws TooInvolved {
        int tests = 0;
        for (Condition part : parts) {
            tests += tests(part);
            if (tests > MOST_TESTS) {
                throw new TooInvolved();
            }
        }
    }

    private static int depth(Condition condition) {
        return switch (condition) {
            case Condition.All(List<Condition> parts) -> 1 + depth(parts);
            case Condition.Any(List<Condition> parts) -> 1 + depth(parts);
            case Condition.Not(Condition part) -> 1 + depth(part);
            case Condition.Always _,
                    Condition.Never _,
                    Condition.Equals _,
                    Condition.In _,
                    Condition.Empty _,
                    Condition.Compare _ ->
                    1;
        };
    }

    private static int depth(List<Condition> parts) {
        return parts.stream().mapToInt(Conjunction::depth).max().orElse(0);
    }

    private static int tests(Condition condition) {
        return switch (condition) {
            case Condition.All(List<Condition> parts) ->
                    parts.stream().mapToInt(Conjunction::tests).sum();
            case Condition.Any(List<Condition> parts) ->
                    parts.stream().mapToInt(Conjunction::tests).sum();
            case Condition.Not(Condition part) -> tests(part);
            case Condition.Always _,
                    Condition.Never _,
                    Condition.Equals _,
                    Condition.In _,
                    Condition.Empty _,
                    Condition.Compare _ ->
                    1;
        };
    }
}
