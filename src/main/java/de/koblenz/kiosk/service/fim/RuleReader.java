package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.service.fim.RuleAct.Do;
import de.koblenz.kiosk.service.form.Condition;
import de.koblenz.kiosk.service.form.FieldPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads rules of federal schemata: German sentences over the ids of fields.
///
/// ```
/// rule      := statement { ( "." | ";" | "," | "UND" ) statement } [ "und umgekehrt" ]
/// statement := [ heading ] ( "WENN" condition [ "," ] [ "DANN" ] acts tail | verb condition "," [ "so" ] acts tail
///            | "bei" condition acts tail | acts [ [ "," ] [ "nur" ] "WENN" condition tail ] | "Gleiches gilt für" elements )
/// tail      := [ "es sei denn" condition ] [ "SONST" acts ]
/// ```
///
/// A sentence is understood when every word of it is: nothing is skipped but articles and nouns for a field. One that is
/// not makes the whole rule not understood. Conditions: [RuleConditions]; acts: [RuleActs]; examples: the corpus in the
/// tests and `docs/fim.md`.
final class RuleReader {
    /// Rules are sentences, not programs.
    private static final int MOST_CHARACTERS = 4_000;

    private static final Pattern STATES =
            Pattern.compile(
                    "(?iu)\\bfür (das|die|alle) ((die )?anderen )?(Bundes)?(Land|Ländern?)\\b");

    private final RuleTokens tokens;
    private final RuleConditions conditions;
    private final RuleActs acts;
    private final RuleCauses causes;
    private final RuleOpenings openings;
    private final RuleConsequences consequences;

    private RuleReader(RuleTokens tokens, RuleScope scope) {
        this.tokens = tokens;
        this.conditions = new RuleConditions(tokens, scope);
        this.acts = new RuleActs(tokens, conditions);
        this.consequences = new RuleConsequences(tokens, conditions, acts);
        this.causes = new RuleCauses(tokens, conditions, this::elements);
        this.openings = new RuleOpenings(tokens, conditions);
    }

    /// What the rule does, at least one thing.
    static List<RuleEffect> read(String rule, RuleScope scope) throws RuleMisread {
        if (rule.length() > MOST_CHARACTERS) {
            throw new RuleMisread("the rule is longer than " + MOST_CHARACTERS + " characters");
        }
        RuleReader reader = new RuleReader(new RuleTokens(rule), scope);
        try {
            reader.rule();
        } catch (RuleMisread e) {
            throw STATES.matcher(rule).find()
                    ? new RuleMisread("it holds in single federal states only")
                    : e;
        } catch (IllegalArgumentException _) {
            // The one limit that is left: how deep conditions lie in each other.
            throw new RuleMisread("its conditions lie too deep in each other");
        }
        return reader.consequences.effects();
    }

    private void rule() throws RuleMisread {
        consequences.separators();
        List<RuleEffect> effects = consequences.effects();
        while (!tokens.ended()) {
            numbered();
            int before = effects.size();
            statement();
            confirmed(effects.subList(before, effects.size()));
            consequences.conversely();
            if (!tokens.ended() && !consequences.separators() && !tokens.isAt(RuleConnectives.IF)) {
                throw new RuleMisread(tokens.rest() + " is not understood");
            }
        }
        if (effects.isEmpty()) {
            throw new RuleMisread("there is no sentence");
        }
        if (effects.stream().allMatch(RuleEffect.Optional.class::isInstance)) {
            throw new RuleMisread("it only allows something");
        }
        RuleSense.check(effects);
    }

    /// "Das Ende darf nicht in der Zukunft liegen (F1)": the id of what was named.
    private void confirmed(List<RuleEffect> done) throws RuleMisread {
        int mark = tokens.mark();
        if (tokens.sign("(") && tokens.is(RuleToken.Kind.ID)) {
            FieldPath path = conditions.names().one().path();
            boolean named =
                    done.stream()
                            .anyMatch(effect ->
                                    (effect instanceof RuleEffect.Must(var fields, var _, var _)
                                                    && fields.contains(path))
                                            || (effect instanceof RuleEffect.Required(var of, var _)
                                                    && of.equals(path)));
            if (named && tokens.sign(")")) {
                return;
            }
        }
        tokens.reset(mark);
    }

    /// "1. Wenn …", "a) …", "Prüfung: …"
    private void numbered() {
        int mark = tokens.mark();
        boolean number = tokens.is(RuleToken.Kind.NUMBER) || tokens.peek().plain().length() == 1;
        if (number && Set.of(")", ".").contains(tokens.peek(1).text()) && !tokens.isSign("(")) {
            tokens.next();
            tokens.next();
        }
        if (tokens.ended()) {
            tokens.reset(mark);
        }
    }

    private void statement() throws RuleMisread {
        boolean headed = tokens.take(RuleConnectives.HEADING);
        if (tokens.words("in diesem fall") && consequences.last().isPresent()) {
            consequences.add(acts.acts(true, false), consequences.last().get());
            return;
        }
        if (tokens.take(RuleConnectives.LIKEWISE)) {
            consequences.likewise();
            return;
        }
        if (!tokens.isAt(RuleConnectives.UNLESS_AT) && tokens.take(RuleConnectives.UNLESS)) {
            Condition unless = new Condition.Not(conditions.condition());
            if (!tokens.sign(",")) {
                throw new RuleMisread("it is not clear where the exception ends");
            }
            List<RuleAct> done = acts.acts(false, false);
            consequences.unbroken();
            consequences.conditional(done, unless);
            return;
        }
        if (tokens.take(RuleConnectives.ONLY_IF)) {
            Condition when = conditions.condition();
            then();
            List<RuleAct> done = acts.acts(false, false);
            consequences.unbroken();
            consequences.conditional(only(done), when);
            return;
        }
        if (tokens.take(RuleConnectives.IF)) {
            Condition when = conditions.continued(consequences.last());
            boolean then = then();
            if (eachOther(when)) {
                return;
            }
            List<RuleAct> done = acts.acts(then, false);
            consequences.unbroken();
            consequences.conditional(done, when);
            return;
        }
        if (caused() || presupposed() || following()) {
            return;
        }
        Optional<RuleOpenings.Opening> opening = openings.opening(consequences.last());
        if (opening.isPresent()) {
            RuleOpenings.Opening first = opening.get();
            List<RuleAct> done = acts.acts(first.bare(), first.elliptic());
            consequences.unbroken();
            consequences.conditional(first.only() ? only(done) : done, first.when());
            return;
        }
        actFirst(headed);
    }

    private static final RulePhrases PRESUPPOSED =
            RulePhrases.of(
                    "die? voraussetzung|bedingung fuer die? anzeige|einblendung|sichtbarkeit von|der|des");

    /// "Voraussetzung für die Anzeige von F2 ist, dass F1 = ja"
    private boolean presupposed() throws RuleMisread {
        if (!tokens.take(PRESUPPOSED)) {
            return false;
        }
        List<FormPart> parts = elements();
        if (!tokens.word("ist") || !tokens.sign(",") || !tokens.word("dass")) {
            throw new RuleMisread(tokens.rest() + " is not understood");
        }
        consequences.conditional(
                List.of(new Do(RuleAct.Verb.MAY_ONLY, parts)), conditions.condition());
        return true;
    }

    private static final RulePhrases FOLLOWING =
            RulePhrases.of("die? folgende|folgenden felder|angaben|datenfelder|feldgruppen");

    /// "Folgende Felder sind anzugeben, wenn F1 = ja: F2, F3"; nothing is taken where that is not said.
    private boolean following() throws RuleMisread {
        int mark = tokens.mark();
        Optional<Condition> condition = Optional.empty();
        List<RuleAct> done = List.of();
        try {
            if (tokens.take(FOLLOWING)) {
                Optional<RuleAct.Verb> verb = acts.verb();
                if (verb.isPresent() && tokens.sign(",") && tokens.take(RuleConnectives.IF)) {
                    Condition when = conditions.condition();
                    if (tokens.sign(":")) {
                        List<FormPart> parts = conditions.names().list();
                        done = List.of(new Do(verb.get(), parts));
                        condition = Optional.of(when);
                    }
                }
            }
        } catch (RuleMisread _) {
            // Then it is something else.
        }
        if (condition.isPresent()) {
            consequences.conditional(done, condition.get());
            return true;
        }
        tokens.reset(mark);
        return false;
    }

    private static final RulePhrases THE_OTHER =
            RulePhrases.of(
                    "das|die|der|dem jeweils|jeweilige? andere|anderen feld|datenfeld|angabe|datum?");

    /// "Wenn eines der Felder F1, F2 ausgefüllt ist, muss auch das andere ausgefüllt sein"; nothing is taken where that is not said.
    private boolean eachOther(Condition when) throws RuleMisread {
        int mark = tokens.mark();
        RuleModal modal = RuleModal.taken(tokens);
        tokens.word("auch");
        if (!tokens.take(THE_OTHER)
                || !(when instanceof Condition.Any(List<Condition> two))
                || two.size() != 2
                || !acts.asked(modal)) {
            tokens.reset(mark);
            return false;
        }
        List<FieldPath> filled = new ArrayList<>();
        for (Condition one : two) {
            if (one instanceof Condition.Not(Condition inner)
                    && inner instanceof Condition.Empty(FieldPath field)) {
                filled.add(field);
            }
        }
        if (filled.size() != 2) {
            throw new RuleMisread("it is not clear what the other is");
        }
        consequences.said(
                List.of(new RuleAct.Together(conditions.names().parts(filled))),
                Optional.empty(),
                List.of());
        return true;
    }

    private List<FormPart> elements() throws RuleMisread {
        RuleNames.Named named = conditions.names().elements();
        if (named.or()) {
            throw new RuleMisread("'oder' between what is asked for");
        }
        return named.parts();
    }

    /// "Die Auswahl von 002 in F1 erfordert die Angabe von F2".
    private boolean caused() throws RuleMisread {
        Optional<RuleCauses.Cause> cause = causes.cause();
        if (cause.isPresent()) {
            acts.forget();
            consequences.conditional(List.of(cause.get().done()), cause.get().when());
        }
        return cause.isPresent();
    }

    private boolean then() {
        tokens.sign(",");
        return tokens.take(RuleConnectives.THEN);
    }

    private void actFirst(boolean headed) throws RuleMisread {
        List<RuleAct> done = acts.acts(headed, false);
        Optional<Condition> between = acts.between();
        if (between.isPresent()) {
            RuleConsequences.unscattered(done);
            consequences.conditional(acts.betweenOnly() ? only(done) : done, between.get());
            return;
        }
        int mark = tokens.mark();
        tokens.sign(",");
        boolean only = tokens.take(RuleConnectives.ONLY);
        boolean exactly = only && tokens.before(3, Set.of("genau"));
        if (!only) {
            tokens.take(RuleConnectives.ALWAYS_THEN);
        }
        if (!only && tokens.take(RuleConnectives.UNLESS)) {
            Condition when = conditions.condition();
            RuleConsequences.unscattered(done);
            if (done.stream()
                    .anyMatch(act ->
                            act instanceof Do(RuleAct.Verb verb, var _)
                                    && verb == RuleAct.Verb.MAY_ONLY)) {
                throw new RuleMisread("'nur' and 'es sei denn' together");
            }
            consequences.said(done, Optional.of(new Condition.Not(when)), done);
        } else if (tokens.take(RuleConnectives.IF) || tokens.take(RuleConnectives.AT)) {
            Condition when = conditions.condition();
            RuleConsequences.unscattered(done);
            consequences.conditional(only || exactly ? only(done) : done, when);
        } else {
            tokens.reset(mark);
            if (acts.referring()) {
                // "Wenn F1 = 'ja', ist F2 anzugeben. F3 ist dann leer."
                Condition before =
                        consequences
                                .last()
                                .orElseThrow(() -> new RuleMisread("'dann' without a condition"));
                consequences.said(done, Optional.of(before), List.of());
                return;
            }
            consequences.said(done, Optional.empty(), done);
        }
    }

    /// "… nur dann, wenn": what is allowed or shown only then. What is required only then might be hidden else, or not.
    private static List<RuleAct> only(List<RuleAct> acts) throws RuleMisread {
        List<RuleAct> only = new ArrayList<>();
        for (RuleAct act : acts) {
            if (!(act instanceof Do(RuleAct.Verb verb, var targets))
                    || verb == RuleAct.Verb.REQUIRE
                    || verb == RuleAct.Verb.HIDE) {
                throw new RuleMisread("it is not clear what holds where 'nur' does not");
            }
            boolean both = verb == RuleAct.Verb.SHOW_AND_REQUIRE;
            only.add(new Do(both ? verb : RuleAct.Verb.MAY_ONLY, targets));
        }
        return only;
    }
}
