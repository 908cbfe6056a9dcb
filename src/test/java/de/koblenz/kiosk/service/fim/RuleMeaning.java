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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What a rule means, apart from how it is written: per target when it is required and visible, and what must hold.
///
/// @param required by target
/// @param visible by target
/// @param must all of it
record RuleMeaning(
        Map<FieldPath, Condition> required, Map<FieldPath, Condition> visible, Condition must) {
    static final LocalDate TODAY = LocalDate.of(2026, 6, 6);

    /// Collects effects to one meaning.
    static final class Collector {
        private final Map<FieldPath, List<Condition>> required = new LinkedHashMap<>();
        private final Map<FieldPath, List<Condition>> shown = new LinkedHashMap<>();
        private final Map<FieldPath, List<Condition>> limited = new LinkedHashMap<>();
        private final List<Condition> must = new ArrayList<>();

        void required(FieldPath target, Condition when) {
            required.computeIfAbsent(target, _ -> new ArrayList<>()).add(when);
        }

        /// One of those that are said so is enough.
        void shown(FieldPath target, Condition when) {
            shown.computeIfAbsent(target, _ -> new ArrayList<>()).add(when);
        }

        /// Each of those that are said so is needed.
        void limited(FieldPath target, Condition when) {
            limited.computeIfAbsent(target, _ -> new ArrayList<>()).add(when);
        }

        void must(Condition what, Condition when) {
            List<Condition> either = new ArrayList<>(List.of(Conditions.not(when), what));
            compared(what).forEach(field -> either.add(new Condition.Empty(field)));
            must.add(Conditions.any(either));
        }

        RuleMeaning meaning() {
            Map<FieldPath, Condition> when = new HashMap<>();
            required.forEach((target, any) -> when.put(target, Conditions.any(any)));
            Map<FieldPath, Condition> visible = new HashMap<>();
            shown.forEach((target, any) -> visible.put(target, Conditions.any(any)));
            limited.forEach((target, all) -> {
                List<Condition> both = new ArrayList<>(all);
                both.add(visible.getOrDefault(target, Condition.always()));
                visible.put(target, Conditions.all(both));
            });
            return new RuleMeaning(when, visible, Conditions.all(must));
        }
    }

    /// The fields that a condition compares, rather than only asking whether they are empty.
    private static Set<FieldPath> compared(Condition condition) {
        Set<FieldPath> fields = new java.util.LinkedHashSet<>();
        switch (condition) {
            case Condition.Always(), Condition.Never() -> {}
            case Condition.Empty _ -> {}
            case Condition.Equals _, Condition.In _, Condition.Compare _ ->
                    fields.addAll(condition.fields());
            case Condition.All(List<Condition> parts) ->
                    parts.forEach(part -> fields.addAll(compared(part)));
            case Condition.Any(List<Condition> parts) ->
                    parts.forEach(part -> fields.addAll(compared(part)));
            case Condition.Not(Condition part) -> fields.addAll(compared(part));
        }
        return fields;
    }

    static RuleMeaning of(List<RuleEffect> effects) {
        Collector collector = new Collector();
        for (RuleEffect effect : effects) {
            switch (effect) {
                case RuleEffect.Required(FieldPath target, Condition when) ->
                        collector.required(target, when);
                case RuleEffect.Shown(FieldPath target, Condition when) ->
                        collector.shown(target, when);
                case RuleEffect.Hidden(FieldPath target, Condition when) ->
                        collector.limited(target, Conditions.not(when));
                case RuleEffect.Optional _ -> {}
                case RuleEffect.Must(var _, Condition what, Condition when) ->
                        collector.must(what, when);
                case RuleEffect.Count(
                                List<FieldPath> of,
                                boolean some,
                                boolean single,
                                boolean yes,
                                Condition when) ->
                        collector.must(counted(of, some, single, yes), when);
            }
        }
        return collector.meaning();
    }

    private static Condition counted(
            List<FieldPath> of, boolean some, boolean single, boolean yes) {
        List<Condition> all = new ArrayList<>();
        List<Condition> without =
                of.stream()
                        .<Condition>map(field ->
                                yes
                                        ? new Condition.Not(new Condition.Equals(field, "true"))
                                        : new Condition.Empty(field))
                        .toList();
        if (some) {
            all.add(Conditions.not(Conditions.all(without)));
        }
        for (int i = 0; single && i < of.size(); i++) {
            for (int j = 0; j < i; j++) {
                all.add(Conditions.any(List.of(without.get(i), without.get(j))));
            }
        }
        return Conditions.all(all);
    }

    /// Whether both mean the same.
    boolean same(RuleMeaning other) {
        return sameTargets(required, other.required)
                && sameTargets(visible, other.visible)
                && same(must, other.must);
    }

    private static boolean sameTargets(
            Map<FieldPath, Condition> one, Map<FieldPath, Condition> other) {
        return one.keySet().equals(other.keySet())
                && one.entrySet().stream()
                        .allMatch(entry ->
                                same(
                                        entry.getValue(),
                                        other.getOrDefault(entry.getKey(), Condition.never())));
    }

    /// Whether both hold for the same answers: tried with all interesting ones.
    static boolean same(Condition one, Condition other) {
        Condition both = new Condition.All(List.of(one, other));
        List<FieldPath> fields = List.copyOf(both.fields());
        Set<String> values = new TreeSet<>(List.of("", "true", "false", "x"));
        constants(both, values);
        return tried(one, other, fields, 0, List.copyOf(values), new HashMap<>());
    }

    private static void constants(Condition condition, Set<String> values) {
        switch (condition) {
            case Condition.Always(), Condition.Never() -> {}
            case Condition.Empty _ -> {}
            case Condition.Equals(var _, String value) -> values.add(value);
            case Condition.In(var _, Set<String> in) -> values.addAll(in);
            case Condition.Compare(var _, var _, Operand operand) ->
                    around(
                            switch (operand) {
                                case Operand.Value(String value) -> value;
                                case Operand.OfField _ -> "7";
                                case Operand.Day(DateBound.FromToday day) ->
                                        day.on(TODAY).toString();
                            },
                            operand instanceof Operand.OfField,
                            values);
            case Condition.All(List<Condition> parts) ->
                    parts.forEach(part -> constants(part, values));
            case Condition.Any(List<Condition> parts) ->
                    parts.forEach(part -> constants(part, values));
            case Condition.Not(Condition part) -> constants(part, values);
        }
    }

    private static void around(String value, boolean alsoDays, Set<String> values) {
        if (value.matches("[0-9]{4}-.*")) {
            LocalDate day = LocalDate.parse(value);
            values.addAll(List.of(day.minusDays(1).toString(), value, day.plusDays(1).toString()));
        } else {
            BigDecimal number = new BigDecimal(value);
            values.addAll(
                    List.of(
                            number.subtract(BigDecimal.ONE).toPlainString(),
                            number.toPlainString(),
                            number.add(BigDecimal.ONE).toPlainString()));
        }
        if (alsoDays) {
            around(TODAY.toString(), false, values);
        }
    }

    private static boolean tried(
            Condition one,
            Condition other,
            List<FieldPath> fields,
            int at,
            List<String> values,
            Map<FieldPath, String> answers) {
        if (at == fields.size()) {
            return holds(one, answers) == holds(other, answers);
        }
        for (String value : values) {
            answers.put(fields.get(at), value);
            if (!tried(one, other, fields, at + 1, values, answers)) {
                return false;
            }
        }
        return true;
    }

    private static boolean holds(Condition condition, Map<FieldPath, String> answers) {
        return condition.holds(
                field ->
                        Optional.of(answers.getOrDefault(field, ""))
                                .filter(value -> !value.isEmpty()),
                TODAY);
    }
}
