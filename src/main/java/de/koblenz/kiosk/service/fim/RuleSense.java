package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.service.form.Condition;
import de.koblenz.kiosk.service.form.Condition.Operand;
import de.koblenz.kiosk.service.form.DateBound;
import de.koblenz.kiosk.service.form.FieldPath;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Whether a rule can be meant: a condition that always or never holds, or two things that contradict each other, were
/// written by mistake. Tried with the values around those that the rule names.
final class RuleSense {
    /// Beyond this a rule is taken as it is.
    private static final int MOST_TRIES = 20_000;

    private static final LocalDate ANY_DAY = LocalDate.of(2026, 1, 15);

    private final List<FieldPath> fields;
    private final List<List<String>> values = new ArrayList<>();
    private final Set<FieldPath> ordered = new LinkedHashSet<>();
    private final boolean feasible;

    private RuleSense(List<Condition> conditions) {
        Map<FieldPath, Set<String>> named = new LinkedHashMap<>();
        conditions.forEach(condition -> collect(condition, named, ordered));
        this.fields = List.copyOf(named.keySet());
        long tries = 1;
        for (Set<String> some : named.values()) {
            some.add("");
            some.add("another");
            values.add(List.copyOf(some));
            tries = Math.min(MOST_TRIES + 1L, tries * some.size());
        }
        this.feasible = tries <= MOST_TRIES;
    }

    /// Refuses effects that cannot be meant.
    static void check(List<RuleEffect> effects) throws RuleMisread {
        for (RuleEffect effect : effects) {
            sometimes(effect.when(), "it says when, but that");
            if (effect instanceof RuleEffect.Must(var _, Condition what, var _)) {
                sometimes(what, "what it asks for");
            }
            for (RuleEffect other : effects) {
                apart(effect, other);
                agreed(effect, other);
            }
        }
    }

    /// Whether both can hold at once; false where that is not known.
    static boolean overlap(Condition one, Condition other) {
        RuleSense sense = new RuleSense(List.of(one, other));
        return sense.any(answers -> holds(one, answers) && holds(other, answers));
    }

    private static void sometimes(Condition condition, String what) throws RuleMisread {
        if (condition instanceof Condition.Always) {
            return;
        }
        RuleSense sense = new RuleSense(List.of(condition));
        if (sense.feasible && !sense.any(answers -> holds(condition, answers))) {
            throw new RuleMisread(what + " never holds");
        }
        boolean always =
                !sense.any(answers -> sense.inOrder(answers) && !holds(condition, answers));
        if (sense.feasible && always) {
            throw new RuleMisread(what + " always holds");
        }
    }

    /// Of the same answers of the same elements nobody says both that something is there and that it is not.
    private static void agreed(RuleEffect one, RuleEffect other) throws RuleMisread {
        if (one instanceof RuleEffect.Shown(FieldPath there, Condition shown)
                && other instanceof RuleEffect.Hidden(FieldPath gone, Condition hidden)
                && there.equals(gone)
                && shown.fields().equals(hidden.fields())
                && overlap(shown, hidden)) {
            throw new RuleMisread("it shows and hides " + there.id() + " at once");
        }
        if (one instanceof RuleEffect.Required(FieldPath needed, Condition must)
                && other instanceof RuleEffect.Optional(FieldPath free, Condition may)
                && needed.equals(free)
                && must.fields().equals(may.fields())
                && overlap(must, may)) {
            throw new RuleMisread("it requires " + needed.id() + " and does not");
        }
    }

    /// What is required whenever it is hidden, or must be two things at once.
    private static void apart(RuleEffect one, RuleEffect other) throws RuleMisread {
        Condition first = one.when();
        Condition second = other.when();
        boolean opposed =
                other instanceof RuleEffect.Hidden(FieldPath gone, var _)
                        && switch (one) {
                            case RuleEffect.Required(FieldPath target, var _) ->
                                    target.equals(gone);
                            case RuleEffect.Shown(FieldPath target, var _) -> target.equals(gone);
                            case RuleEffect.Optional _,
                                    RuleEffect.Hidden _,
                                    RuleEffect.Must _,
                                    RuleEffect.Count _ ->
                                    false;
                        };
        if (opposed) {
            RuleSense sense = new RuleSense(List.of(first, second));
            boolean ever = sense.any(a -> holds(first, a) && !holds(second, a));
            if (sense.feasible && !ever) {
                throw new RuleMisread("it asks for what it takes away");
            }
        }
        if (one instanceof RuleEffect.Must(var _, Condition what, var _)
                && other instanceof RuleEffect.Must(var _, Condition also, var _)
                && first.equals(second)) {
            RuleSense sense = new RuleSense(List.of(what, also));
            if (sense.feasible && !sense.any(a -> holds(what, a) && holds(also, a))) {
                throw new RuleMisread("what it asks for contradicts itself");
            }
        }
    }

    private static boolean holds(Condition condition, Map<FieldPath, String> answers) {
        return condition.holds(
                field -> Optional.ofNullable(answers.get(field)).filter(value -> !value.isEmpty()),
                ANY_DAY);
    }

    /// Whether fields that are compared have a value that can be.
    private boolean inOrder(Map<FieldPath, String> answers) {
        return ordered.stream()
                .noneMatch(
                        field -> Set.of("", "another").contains(answers.getOrDefault(field, "")));
    }

    private boolean any(Predicate<Map<FieldPath, String>> test) {
        return feasible && any(test, 0, new HashMap<>());
    }

    private boolean any(
            Predicate<Map<FieldPath, String>> test, int at, Map<FieldPath, String> answers) {
        if (at == fields.size()) {
            return test.test(answers);
        }
        for (String value : values.get(at)) {
            answers.put(fields.get(at), value);
            if (any(test, at + 1, answers)) {
                return true;
            }
        }
        return false;
    }

    // ---- values that make a difference

    private static void collect(
            Condition condition, Map<FieldPath, Set<String>> named, Set<FieldPath> ordered) {
        switch (condition) {
            case Condition.Always(), Condition.Never() -> {}
            case Condition.Empty(FieldPath field) -> of(field, named);
            case Condition.Equals(FieldPath field, String value) -> of(field, named).add(value);
            case Condition.In(FieldPath field, Set<String> in) -> of(field, named).addAll(in);
            case Condition.Compare(FieldPath field, var _, Operand operand) -> {
                ordered.add(field);
                switch (operand) {
                    case Operand.Value(String value) -> of(field, named).addAll(around(value));
                    case Operand.Day(DateBound.FromToday day) ->
                            of(field, named).addAll(around(day.on(ANY_DAY).toString()));
                    case Operand.OfField(FieldPath other) -> {
                        // Both may be numbers or days.
                        for (String value : List.of("7", ANY_DAY.toString())) {
                            of(field, named).addAll(around(value));
                            of(other, named).addAll(around(value));
                        }
                    }
                }
            }
            case Condition.All(List<Condition> parts) ->
                    parts.forEach(part -> collect(part, named, ordered));
            case Condition.Any(List<Condition> parts) ->
                    parts.forEach(part -> collect(part, named, ordered));
            case Condition.Not(Condition part) -> collect(part, named, ordered);
        }
    }

    private static Set<String> of(FieldPath field, Map<FieldPath, Set<String>> named) {
        return named.computeIfAbsent(field, _ -> new LinkedHashSet<>());
    }

    private static List<String> around(String value) {
        if (value.matches("[0-9]{4}-.*")) {
            LocalDate day = LocalDate.parse(value);
            return List.of(
                    day.minusYears(90).toString(),
                    day.minusDays(1).toString(),
                    value,
                    day.plusDays(1).toString(),
                    day.plusYears(90).toString());
        }
        BigDecimal number = new BigDecimal(value);
        BigDecimal step = new BigDecimal("0.5");
        return List.of(
                number.subtract(new BigDecimal(1_000_000)).toPlainString(),
                number.subtract(step).toPlainString(),
                number.toPlainString(),
                number.add(step).toPlainString(),
                number.add(new BigDecimal(1_000_000)).toPlainString());
    }
}
