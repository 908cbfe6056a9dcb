package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.service.fim.RuleAct.Do;
import de.koblenz.kiosk.service.form.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What follows from the statements of a rule, and what the next one may leave out because this one has said it: `SONST …`,
/// `Gleiches gilt für F3`, `und umgekehrt`. Not thread-safe.
final class RuleConsequences {
    private final RuleTokens tokens;
    private final RuleConditions conditions;
    private final RuleActs acts;
    private final List<RuleEffect> effects = new ArrayList<>();
    private Optional<Condition> last = Optional.empty();
    private List<RuleAct> lastActs = List.of();

    RuleConsequences(RuleTokens tokens, RuleConditions conditions, RuleActs acts) {
        this.tokens = tokens;
        this.conditions = conditions;
        this.acts = acts;
    }

    /// All that the rule does so far, in its order.
    List<RuleEffect> effects() {
        return effects;
    }

    /// The condition of the statement before.
    Optional<Condition> last() {
        return last;
    }

    /// What holds, and what the next statement may speak of.
    void said(List<RuleAct> done, Optional<Condition> when, List<RuleAct> remembered)
            throws RuleMisread {
        add(done, when.orElse(Condition.always()));
        last = when;
        lastActs = remembered;
    }

    /// Acts under a condition, with what may follow: an exception, and what holds otherwise.
    void conditional(List<RuleAct> done, Condition when) throws RuleMisread {
        Condition all = when;
        int mark = tokens.mark();
        tokens.sign(",");
        if (tokens.take(RuleConnectives.UNLESS)) {
            Condition unless = conditions.condition();
            all = new Condition.All(List.of(when, new Condition.Not(unless)));
        } else if (tokens.before(1, Set.of(",")) && tokens.take(RuleConnectives.IF)) {
            // "Wenn F1 = 'ja', ist F2 anzugeben, falls F3 leer ist", but not "Wenn F1 = 'ja', dann
            // zeige F2 an, wenn F1 <> 'ja',
            // dann zeige F2 nicht an"
            Optional<Condition> also = finalCondition();
            if (also.isPresent()) {
                all = new Condition.All(List.of(when, also.get()));
            } else {
                tokens.reset(mark);
            }
        } else {
            tokens.reset(mark);
        }
        last = Optional.of(all);
        add(done, all);
        lastActs = done;
        otherwise(all);
    }

    /// The condition here, if the sentence ends behind it.
    private Optional<Condition> finalCondition() throws RuleMisread {
        try {
            Condition also = conditions.condition();
            int behind = tokens.mark();
            boolean end = tokens.ended() || tokens.isSign(".") || tokens.isSign(";");
            separators();
            if (tokens.isAt(RuleConnectives.ELSE)) {
                throw new RuleMisread("it is not clear to which condition 'sonst' belongs");
            }
            tokens.reset(behind);
            return end ? Optional.of(also) : Optional.empty();
        } catch (RuleMisread e) {
            if (tokens.isAt(RuleConnectives.ELSE)) {
                throw e;
            }
            return Optional.empty();
        }
    }

    void unbroken() throws RuleMisread {
        if (acts.between().isPresent()) {
            throw new RuleMisread("there is a condition within a condition");
        }
    }

    /// "F1 muss leer sein und F2 ausgefüllt, wenn …": nobody can tell of which of them that is said.
    static void unscattered(List<RuleAct> done) throws RuleMisread {
        boolean same =
                done.stream().allMatch(Do.class::isInstance)
                        && done.stream().map(act -> ((Do) act).targets()).distinct().count() == 1;
        if (done.size() > 1 && !same) {
            throw new RuleMisread("it is not clear to what the condition behind belongs");
        }
    }

    boolean separators() {
        boolean any = false;
        while (tokens.sign(".") || tokens.sign(";") || tokens.sign(",") || tokens.sign("!")) {
            any = true;
        }
        int mark = tokens.mark();
        if (tokens.word("und")) {
            if (tokens.isAt(RuleConnectives.IF)) {
                return true;
            }
            tokens.reset(mark);
        }
        return any;
    }

    private static final Set<String> OTHERS =
            Set.of(
                    "werten",
                    "angaben",
                    "antworten",
                    "auspraegungen",
                    "codes",
                    "auswahl",
                    "angabe",
                    "antwort");

    private void otherwise(Condition when) throws RuleMisread {
        int mark = tokens.mark();
        separators();
        boolean before = tokens.isWord("vorher") && tokens.peek(1).plain().equals("nicht");
        if (before) {
            tokens.next();
        }
        if (!before && !tokens.take(RuleConnectives.ELSE) && !others(when)) {
            tokens.reset(mark);
            return;
        }
        boolean ofOne = when.fields().size() == 1;
        if (tokens.before(2, OTHERS) && !ofOne) {
            throw new RuleMisread("it is not clear of which field other values are meant");
        }
        boolean same =
                lastActs.stream().allMatch(Do.class::isInstance)
                        && lastActs.stream().map(act -> ((Do) act).targets()).distinct().count()
                                == 1;
        if (!same) {
            acts.forget();
        }
        boolean shown =
                same
                        && lastActs.stream()
                                .map(act -> ((Do) act).verb())
                                .allMatch(verb ->
                                        verb == RuleAct.Verb.SHOW
                                                || verb == RuleAct.Verb.SHOW_AND_REQUIRE);
        int behind = tokens.mark();
        boolean not = shown && tokens.word(Set.of("nicht", "aus"));
        if (not && (tokens.ended() || tokens.isSign("."))) {
            // What is shown under a condition is not shown otherwise.
            return;
        }
        tokens.reset(behind);
        List<RuleAct> done = acts.acts(true, same);
        unbroken();
        add(done, new Condition.Not(when));
        lastActs = List.of();
    }

    private static final RulePhrases AT_OTHERS =
            RulePhrases.of("bei|in allen? anderen|uebrigen", "bei|in einer|einem anderen");

    /// "bei anderen Einleitungen", where the condition asked for the kind of "Einleitung".
    private boolean others(Condition when) {
        int mark = tokens.mark();
        boolean said =
                tokens.take(AT_OTHERS)
                        && when.fields().size() == 1
                        && conditions.names().isOf(when.fields().iterator().next(), tokens.peek());
        if (said) {
            tokens.next();
        } else {
            tokens.reset(mark);
        }
        return said;
    }

    /// "Gleiches gilt für F3": what was said before.
    void likewise() throws RuleMisread {
        RuleNames.Named named = conditions.names().elements();
        if (lastActs.size() != 1
                || !(lastActs.getFirst() instanceof Do(RuleAct.Verb verb, var _))
                || named.or()
                || last.filter(when ->
                                named.parts().stream()
                                        .anyMatch(part -> when.fields().contains(part.path())))
                        .isPresent()) {
            throw new RuleMisread("it is not clear what holds likewise");
        }
        add(List.of(new Do(verb, named.parts())), last.orElse(Condition.always()));
    }

    /// "… und umgekehrt": of two fields that one is required when the other is filled.
    void conversely() throws RuleMisread {
        int mark = tokens.mark();
        if (!tokens.take(RuleConnectives.CONVERSELY)) {
            return;
        }
        if (effects.size() == 1
                && effects.getFirst() instanceof RuleEffect.Required(var target, Condition when)
                && when instanceof Condition.Not(Condition inner)
                && inner instanceof Condition.Empty(var other)
                && conditions.names().isField(target)) {
            effects.add(
                    new RuleEffect.Required(other, new Condition.Not(new Condition.Empty(target))));
            return;
        }
        tokens.reset(mark);
        throw new RuleMisread("'umgekehrt' is not understood");
    }

    void add(List<RuleAct> done, Condition when) throws RuleMisread {
        effects.addAll(RuleEffects.of(done, when));
    }
}
