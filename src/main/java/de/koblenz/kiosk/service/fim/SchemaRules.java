package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.service.fim.FormPart.FieldPart;
import de.koblenz.kiosk.service.fim.FormPart.GroupPart;
import de.koblenz.kiosk.service.fim.RuleOutcome.Kind;
import de.koblenz.kiosk.service.fim.SchemaElement.SchemaRule;
import de.koblenz.kiosk.service.form.Condition;
import de.koblenz.kiosk.service.form.FieldGroup;
import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.service.form.FormElement;
import de.koblenz.kiosk.service.form.FormRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Puts the rules of a schema to its form: each is enforced, shown as a hint, or neither. Not thread-safe: one form.
final class SchemaRules {
    private final Map<FieldPath, FormPart> all = new LinkedHashMap<>();
    private final List<FormPart> parts;
    private final FormTexts texts;
    private final RuleBook book;
    private final RuleElements elements;
    private final List<RuleOutcome> outcomes = new ArrayList<>();
    private final Map<FieldPath, List<Condition>> required = new HashMap<>();
    private final List<FormRule> rules = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    private SchemaRules(List<FormPart> parts, FormTexts texts) {
        this.parts = parts;
        this.texts = texts;
        FormParts.collect(parts, all);
        this.book = new RuleBook(all);
        this.elements = new RuleElements(all.values());
    }

    /// The rules of the schema and of all its elements.
    static SchemaRules of(Schema schema, List<FormPart> parts, FormTexts texts) {
        SchemaRules made = new SchemaRules(parts, texts);
        schema.rules().forEach(rule -> made.rule(rule, Optional.empty()));
        made.all.forEach((path, part) ->
                part.head().rules().forEach(rule -> made.rule(rule, Optional.of(path))));
        made.book.contested().forEach(made::contest);
        made.book.taken().forEach(made::enforce);
        return made;
    }

    private void rule(SchemaRule rule, Optional<FieldPath> place) {
        RuleScope scope = new RuleScope(elements, place);
        if (rule.text().isEmpty()) {
            String reason =
                    rule.script()
                            ? "it is only a script, which is never run"
                            : "it has no sentence";
            outcome(rule, Kind.NOT_ENFORCED, reason);
            return;
        }
        try {
            List<RuleEffect> effects = RuleReader.read(rule.text(), scope);
            book.take(new RuleTaken(rule, place, effects));
            outcome(rule, Kind.ENFORCED, RuleWords.of(effects));
        } catch (RuleMisread e) {
            Optional<RuleWords.Hint> hint = RuleWords.hint(rule.text(), scope, all);
            hint.ifPresent(shown -> texts.hint(shown.at(), shown.sentence()));
            outcome(rule, hint.isPresent() ? Kind.HINT : Kind.NOT_ENFORCED, e.reason());
        }
    }

    /// Another rule says otherwise when an element is shown.
    private void contest(RuleTaken taken) {
        SchemaRule rule = taken.rule();
        String reason = RuleWords.of(taken.effects());
        for (int i = 0; i < outcomes.size(); i++) {
            RuleOutcome outcome = outcomes.get(i);
            if (outcome.kind() == Kind.ENFORCED
                    && outcome.id().equals(rule.id())
                    && outcome.place().equals(rule.place())
                    && outcome.reason().equals(reason)) {
                outcomes.set(
                        i,
                        new RuleOutcome(
                                rule.id(),
                                rule.name(),
                                rule.text(),
                                Kind.NOT_ENFORCED,
                                "another rule says otherwise when the same element is shown",
                                rule.place()));
            }
        }
    }

    private void outcome(SchemaRule rule, Kind kind, String reason) {
        outcomes.add(
                new RuleOutcome(rule.id(), rule.name(), rule.text(), kind, reason, rule.place()));
    }

    // ---- what is enforced

    private void enforce(RuleTaken taken) {
        for (RuleEffect effect : taken.effects()) {
            switch (effect) {
                case RuleEffect.Required(FieldPath target, Condition when) ->
                        require(target, when, taken.place());
                case RuleEffect.Must must -> must(must, taken);
                case RuleEffect.Count count -> count(count, taken);
                // The book knows these.
                case RuleEffect.Shown _, RuleEffect.Hidden _, RuleEffect.Optional _ -> {}
            }
        }
    }

    /// The element must be answered: a field; of a repeated group at least one entry; of a group in which nothing is required by
    /// itself at least one field, of which the last that is there is named. And so the optional groups around it may not be
    /// left out.
    private void require(FieldPath written, Condition when, Optional<FieldPath> place) {
        FieldPath target = book.outer(written);
        if (book.loose(target)) {
            requireSome(target, when);
        } else {
            demand(target, when);
        }
        for (FieldPath around = target; !around.top(); ) {
            around = around.parent();
            FieldPath group = around;
            boolean own =
                    place.filter(at -> at.within(group)).isPresent()
                            || when.fields().stream().anyMatch(field -> field.within(group));
            if (isOptional(around) && !own) {
                demand(around, when);
            }
        }
    }

    private void requireSome(FieldPath target, Condition when) {
        List<FieldPath> fields = asked(target);
        for (int i = 0; i < fields.size(); i++) {
            List<Condition> others = new ArrayList<>(List.of(when));
            for (int j = 0; j < fields.size(); j++) {
                if (j > i) {
                    others.add(Conditions.not(book.there(fields.get(j), fields.get(i))));
                }
                if (j != i) {
                    others.add(new Condition.Empty(fields.get(j)));
                }
            }
            Condition last = Conditions.all(others);
            if (last instanceof Condition.Never) {
                continue;
            }
            demand(fields.get(i), last);
            for (FieldPath at = fields.get(i); !at.equals(target); ) {
                at = at.parent();
                if (isOptional(at)) {
                    demand(at, last);
                }
            }
        }
    }

    private boolean isOptional(FieldPath path) {
        return all.get(path) instanceof GroupPart group && group.occurrence().optional();
    }

    private void demand(FieldPath target, Condition when) {
        required.computeIfAbsent(target, _ -> new ArrayList<>()).add(when);
    }

    private List<FieldPath> asked(FieldPath path) {
        try {
            return book.asked(path);
        } catch (RuleMisread e) {
            // The book has checked it.
            throw new IllegalStateException(e);
        }
    }

    private void must(RuleEffect.Must must, RuleTaken taken) {
        List<Condition> either = new ArrayList<>(List.of(Conditions.not(must.when())));
        must.fields().forEach(field -> either.add(new Condition.Empty(field)));
        either.add(must.what());
        try {
            rule(book.last(must.fields()), Conditions.any(either), taken.rule());
        } catch (RuleMisread e) {
            // The book has checked it.
            throw new IllegalStateException(e);
        }
    }

    private void count(RuleEffect.Count count, RuleTaken taken) {
        List<FieldPath> inOrder = all.keySet().stream().filter(count.of()::contains).toList();
        Condition not = Conditions.not(count.when());
        for (int i = 0; i < inOrder.size(); i++) {
            FieldPath at = inOrder.get(i);
            List<Condition> earlierWithout = new ArrayList<>();
            List<Condition> othersWithout = new ArrayList<>(List.of(count.when()));
            List<Condition> goodYes = new ArrayList<>(List.of(not));
            for (int j = 0; j < inOrder.size(); j++) {
                Condition without = without(inOrder.get(j), count.yes());
                goodYes.add(Conditions.not(without));
                if (j < i) {
                    earlierWithout.add(without);
                }
                if (j != i) {
                    othersWithout.add(without);
                }
                if (j > i) {
                    // What comes later and is there can still be answered.
                    Condition there = book.there(inOrder.get(j), at);
                    othersWithout.add(Conditions.not(there));
                    goodYes.add(there);
                }
            }
            Condition last = Conditions.all(othersWithout);
            if (count.some() && !(last instanceof Condition.Never)) {
                require(at, last, taken.place());
            }
            Condition oneYes = Conditions.any(goodYes);
            if (count.some() && count.yes() && !(oneYes instanceof Condition.Always)) {
                rule(at, oneYes, taken.rule());
            }
            if (count.single() && i > 0) {
                List<Condition> alone =
                        new ArrayList<>(List.of(not, Conditions.all(earlierWithout)));
                if (count.yes()) {
                    alone.add(without(at, true));
                }
                for (FieldPath field : asked(at)) {
                    rule(field, Conditions.any(alone), taken.rule());
                }
            }
        }
    }

    /// Whether nothing is answered at an element, or not yes.
    private Condition without(FieldPath path, boolean yes) {
        if (yes) {
            return new Condition.Not(new Condition.Equals(path, "true"));
        }
        return Conditions.all(asked(path).stream().<Condition>map(Condition.Empty::new).toList());
    }

    private void rule(FieldPath at, Condition must, SchemaRule rule) {
        String plain = rule.id().matches("[A-Za-z][A-Za-z0-9_-]{0,70}") ? rule.id() : "rule";
        String id = plain;
        for (int i = 2; !ids.add(id); i++) {
            id = plain + "-" + i;
        }
        rules.add(new FormRule(id, at, must));
        RuleScope scope = new RuleScope(elements, Optional.of(at));
        texts.put(
                "rule." + id,
                "Bitte prüfen Sie diese Angabe. " + RuleWords.forCitizens(rule.text(), scope));
    }

    // ---- the result

    List<RuleOutcome> outcomes() {
        return List.copyOf(outcomes);
    }

    List<FormRule> rules() {
        return List.copyOf(rules);
    }

    List<FormElement> elements() {
        return parts.stream().map(this::element).toList();
    }

    private FormElement element(FormPart part) {
        List<Condition> duties = required.getOrDefault(part.path(), List.of());
        Condition visible = book.visible(part.path());
        return switch (part) {
            case FieldPart field -> {
                List<Condition> when = new ArrayList<>(duties);
                when.add(field.field().required());
                yield field.field().visibleIf(visible).requiredIf(Conditions.any(when));
            }
            case GroupPart group ->
                    new FieldGroup(
                            group.path().id(),
                            group.occurrence(),
                            group.parts().stream().map(this::element).toList(),
                            visible,
                            Conditions.any(duties));
        };
    }
}
