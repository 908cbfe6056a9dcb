package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.service.fim.RuleAct.Check;
import de.koblenz.kiosk.service.fim.RuleAct.Choose;
import de.koblenz.kiosk.service.fim.RuleAct.Do;
import de.koblenz.kiosk.service.form.Condition;
import de.koblenz.kiosk.service.form.FieldPath;
import java.util.ArrayList;
import java.util.List;

/// Makes effects of what the parts of a sentence say and of when they say it.
final class RuleEffects {
    private RuleEffects() {}

    /// What acts do under a condition.
    static List<RuleEffect> of(List<RuleAct> done, Condition when) throws RuleMisread {
        List<RuleEffect> effects = new ArrayList<>();
        for (RuleAct act : done) {
            switch (act) {
                case Do(RuleAct.Verb verb, List<FormPart> targets) -> {
                    for (FormPart target : targets) {
                        effects.addAll(effects(verb, target, when));
                    }
                }
                case Check(var fields, Condition what) ->
                        effects.add(new RuleEffect.Must(fields, what, when));
                case Choose(List<FormPart> of, boolean some, boolean single, boolean yes) ->
                        effects.add(
                                new RuleEffect.Count(
                                        of.stream().map(FormPart::path).distinct().toList(),
                                        some,
                                        single,
                                        yes,
                                        when));
                case RuleAct.Together(List<FormPart> of) -> effects.addAll(together(of, when));
                case RuleAct.Forbid() -> effects.addAll(RuleForbidden.effects(when));
            }
        }
        return effects;
    }

    /// Each is required as soon as another is answered.
    private static List<RuleEffect> together(List<FormPart> of, Condition when) throws RuleMisread {
        List<RuleEffect> effects = new ArrayList<>();
        for (FormPart target : of) {
            List<Condition> others = new ArrayList<>();
            for (FormPart other : of) {
                if (!other.path().equals(target.path())) {
                    others.add(new Condition.Not(RulePredicates.empty(other)));
                }
            }
            effects.add(
                    new RuleEffect.Required(
                            target.path(), Conditions.all(List.of(when, Conditions.any(others)))));
        }
        return effects;
    }

    private static List<RuleEffect> effects(RuleAct.Verb verb, FormPart target, Condition when)
            throws RuleMisread {
        FieldPath path = target.path();
        if (when instanceof Condition.Always
                && verb != RuleAct.Verb.REQUIRE
                && verb != RuleAct.Verb.MAY) {
            throw new RuleMisread("it does not say when");
        }
        return switch (verb) {
            case REQUIRE -> List.of(new RuleEffect.Required(path, when));
            case REQUIRE_ONLY ->
                    List.of(
                            new RuleEffect.Required(path, when),
                            new RuleEffect.Optional(path, Conditions.not(when)));
            case EMPTY_ONLY -> List.of(new RuleEffect.Required(path, Conditions.not(when)));
            case SHOW, MAY_ONLY -> List.of(new RuleEffect.Shown(path, when));
            case SHOW_AND_REQUIRE -> {
                // A note or a value that is only shown is no duty.
                boolean note =
                        target instanceof FormPart.FieldPart field
                                && !field.field().kind().answered();
                RuleEffect shown = new RuleEffect.Shown(path, when);
                yield note ? List.of(shown) : List.of(shown, new RuleEffect.Required(path, when));
            }
            case HIDE -> List.of(new RuleEffect.Hidden(path, when));
            case MAY -> List.of(new RuleEffect.Optional(path, when));
        };
    }
}
