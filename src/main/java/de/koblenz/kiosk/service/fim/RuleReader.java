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
    private final List<RuleEffect> effects = new ArrayList<>();
    private Optional<Condition> last = Optional.empty();
    private List<RuleAct> lastActs = List.of();

    private RuleReader(RuleTokens tokens, RuleScope scope) {
        this.tokens = tokens;
        this.conditions = new RuleConditions(tokens, scope);
        this.acts = new RuleActs(tokens, conditions);
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
        return reader.effects;
    }

    private void rule() throws RuleMisread {
        separators();
        while (!tokens.ended()) {
            numbered();
            int before = effects.size();
            statement();
            confirmed(effects.subList(before, effects.size()));
            conversely();
            if (!tokens.ended() && !separators() && !tokens.isAt(RuleConnectives.IF)) {
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

    private boolean separators() {
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
        if (tokens.words("in diesem fall") && last.isPresent()) {
            add(acts.acts(true, false), last.get());
            return;
        }
        if (tokens.take(RuleConnectives.LIKEWISE)) {
            likewise();
            return;
        }
        if (!tokens.isAt(RuleConnectives.UNLESS_AT) && tokens.take(RuleConnectives.UNLESS)) {
            Condition unless = new Condition.Not(conditions.condition());
            if (!tokens.sign(",")) {
                throw new RuleMisread("it is not clear where the exception ends");
            }
            List<RuleAct> done = acts.acts(false, false);
            unbroken();
            conditional(done, unless);
            return;
        }
        if (tokens.take(RuleConnectives.ONLY_IF)) {
            Condition when = conditions.condition();
            then();
            List<RuleAct> done = acts.acts(false, false);
            unbroken();
            conditional(only(done), when);
            return;
        }
        if (tokens.take(RuleConnectives.IF)) {
            Condition when = conditions.continued(last);
            boolean then = then();
            if (eachOther(when)) {
                return;
            }
            List<RuleAct> done = acts.acts(then, false);
            unbroken();
            conditional(done, when);
            return;
        }
        if (caused() || presupposed() || following()) {
            return;
        }
        Optional<RuleOpenings.Opening> opening = openings.opening(last);
        if (opening.isPresent()) {
            RuleOpenings.Opening first = opening.get();
            List<RuleAct> done = acts.acts(first.bare(), first.elliptic());
            unbroken();
            conditional(first.only() ? only(done) : done, first.when());
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
        conditional(List.of(new Do(RuleAct.Verb.MAY_ONLY, parts)), conditions.condition());
        return true;
    }

    private static final RulePhrases FOLLOWING =
            RulePhrases.of("die? folgende|folgenden felder|angaben|datenfelder|feldgruppen");

    /// "Folgende Felder sind anzugeben, wenn F1 = ja: F2, F3"; nothing is taken where that is not said.
    private boolean following() {
        int mark = tokens.mark();
        try {
            if (tokens.take(FOLLOWING)) {
                Optional<RuleAct.Verb> verb = acts.verb();
                if (verb.isPresent() && tokens.sign(",") && tokens.take(RuleConnectives.IF)) {
                    Condition when = conditions.condition();
                    if (tokens.sign(":")) {
                        List<FormPart> parts = conditions.names().list();
                        conditional(List.of(new Do(verb.get(), parts)), when);
                        return true;
                    }
                }
            }
        } catch (RuleMisread _) {
            // Then it is something else.
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
        add(List.of(new RuleAct.Together(conditions.names().parts(filled))), Condition.always());
        last = Optional.empty();
        lastActs = List.of();
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
            conditional(List.of(cause.get().done()), cause.get().when());
        }
        return cause.isPresent();
    }

    private boolean then() {
        tokens.sign(",");
        return tokens.take(RuleConnectives.THEN);
    }

    /// Acts under a condition, with what may follow: an exception, and what holds otherwise.
    private void conditional(List<RuleAct> done, Condition when) throws RuleMisread {
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

    private void unbroken() throws RuleMisread {
        if (acts.between().isPresent()) {
            throw new RuleMisread("there is a condition within a condition");
        }
    }

    private void actFirst(boolean headed) throws RuleMisread {
        List<RuleAct> done = acts.acts(headed, false);
        Optional<Condition> between = acts.between();
        if (between.isPresent()) {
            unscattered(done);
            conditional(acts.betweenOnly() ? only(done) : done, between.get());
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
            unscattered(done);
            if (done.stream()
                    .anyMatch(act ->
                            act instanceof Do(RuleAct.Verb verb, var _)
                                    && verb == RuleAct.Verb.MAY_ONLY)) {
                throw new RuleMisread("'nur' and 'es sei denn' together");
            }
            last = Optional.of(new Condition.Not(when));
            add(done, new Condition.Not(when));
            lastActs = done;
        } else if (tokens.take(RuleConnectives.IF) || tokens.take(RuleConnectives.AT)) {
            Condition when = conditions.condition();
            unscattered(done);
            conditional(only || exactly ? only(done) : done, when);
        } else {
            tokens.reset(mark);
            if (acts.referring()) {
                // "Wenn F1 = 'ja', ist F2 anzugeben. F3 ist dann leer."
                add(done, last.orElseThrow(() -> new RuleMisread("'dann' without a condition")));
                lastActs = List.of();
                return;
            }
            add(done, Condition.always());
            last = Optional.empty();
            lastActs = done;
        }
    }

    /// "F1 muss leer sein und F2 ausgefüllt, wenn …": nobody can tell of which of them that is said.
    private static void unscattered(List<RuleAct> done) throws RuleMisread {
        boolean same =
                done.stream().allMatch(Do.class::isInstance)
                        && done.stream().map(act -> ((Do) act).targets()).distinct().count() == 1;
        if (done.size() > 1 && !same) {
            throw new RuleMisread("it is not clear to what the condition behind belongs");
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
    private void likewise() throws RuleMisread {
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
    private void conversely() throws RuleMisread {
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

    private void add(List<RuleAct> done, Condition when) throws RuleMisread {
        effects.addAll(RuleEffects.of(done, when));
    }
}
