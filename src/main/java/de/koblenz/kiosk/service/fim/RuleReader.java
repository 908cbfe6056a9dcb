package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.service.fim.RuleAct.Check;
import de.koblenz.kiosk.service.fim.RuleAct.Choose;
import de.koblenz.kiosk.service.fim.RuleAct.Do;
import de.koblenz.kiosk.service.form.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads rules of federal schemata: German sentences over the ids of fields.
///
/// ```
/// rule      := statement { ( "." | ";" | "," | "UND" ) statement }
/// statement := "WENN" condition [ "," ] [ "DANN" ] acts [ "SONST" acts ]
///            | acts [ [ "," ] "WENN" condition ]
/// ```
///
/// A sentence is understood when every word of it is: nothing is skipped but articles and nouns for a field. One that is
/// not makes the whole rule not understood. Conditions: [RuleConditions]; acts: [RuleActs]; examples: the corpus in the
/// tests and `docs/fim.md`.
final class RuleReader {
    /// Rules are sentences, not programs.
    private static final int MOST_CHARACTERS = 4_000;

    private static final Set<String> IF = Set.of("wenn", "falls", "sofern");
    private static final Set<String> THEN = Set.of("dann", "so");
    private static final Set<String> ELSE =
            Set.of("sonst", "andernfalls", "ansonsten", "anderenfalls");

    private static final Set<String> VERBS =
            Set.of(
                    "ist",
                    "sind",
                    "wird",
                    "werden",
                    "wurde",
                    "wurden",
                    "gilt",
                    "liegt",
                    "hat",
                    "enthaelt");

    private final RuleTokens tokens;
    private final RuleConditions conditions;
    private final RuleActs acts;
    private final List<RuleEffect> effects = new ArrayList<>();
    private Optional<Condition> last = Optional.empty();

    private RuleReader(RuleTokens tokens, RuleScope scope) {
        this.tokens = tokens;
        this.conditions = new RuleConditions(tokens, scope);
        this.acts = new RuleActs(tokens, conditions);
    }

    /// What the rule does, at least one thing.
    static List<RuleEffect> read(String rule, RuleScope scope) throws RuleMisread {
        if (rule.length() > MOST_CHARACTERS) {
            throw new RuleMisread("the rule is longer than " + MOST_CHARACTERS + " characters");
        }
        RuleReader reader = new RuleReader(new RuleTokens(rule), scope);
        try {
            reader.rule();
        } catch (IllegalArgumentException _) {
            // The one limit that is left: how deep conditions lie in each other.
            throw new RuleMisread("its conditions lie too deep in each other");
        }
        return reader.effects;
    }

    private void rule() throws RuleMisread {
        separators();
        while (!tokens.ended()) {
            statement();
            if (!tokens.ended() && !separators() && !tokens.isWord(IF)) {
                throw new RuleMisread(tokens.rest() + " is not understood");
            }
        }
        if (effects.isEmpty()) {
            throw new RuleMisread("there is no sentence");
        }
        if (effects.stream().allMatch(RuleEffect.Optional.class::isInstance)) {
            throw new RuleMisread("it only allows something");
        }
    }

    private boolean separators() {
        boolean any = false;
        while (tokens.sign(".") || tokens.sign(";") || tokens.sign(",") || tokens.sign("!")) {
            any = true;
        }
        if (tokens.isWord("und")
                && tokens.peek(1).kind() == RuleToken.Kind.WORD
                && IF.contains(tokens.peek(1).plain())) {
            tokens.next();
            any = true;
        }
        return any;
    }

    private void statement() throws RuleMisread {
        if (tokens.words("in diesem fall") && last.isPresent()) {
            add(acts.acts(true), last.get());
            return;
        }
        if (inverted()) {
            return;
        }
        if (tokens.word(IF)) {
            Condition when = conditions.condition();
            last = Optional.of(when);
            tokens.sign(",");
            boolean then = tokens.word(THEN);
            tokens.word("gilt");
            tokens.sign(":");
            List<RuleAct> done = acts.acts(then);
            add(done, when);
            otherwise(when);
            return;
        }
        List<RuleAct> done = acts.acts(false);
        int mark = tokens.mark();
        tokens.sign(",");
        boolean only = tokens.word("nur");
        if (only) {
            tokens.word("dann");
            tokens.sign(",");
        }
        boolean unless = !only && (tokens.words("es sei denn") || tokens.words("ausser wenn"));
        if (unless) {
            tokens.sign(",");
            tokens.word("dass");
            Condition when = conditions.condition();
            unscattered(done);
            last = Optional.of(new Condition.Not(when));
            add(done, new Condition.Not(when));
        } else if (tokens.word(IF)) {
            Condition when = conditions.condition();
            unscattered(done);
            last = Optional.of(when);
            add(only ? done.stream().map(RuleReader::only).toList() : done, when);
            otherwise(when);
        } else {
            tokens.reset(mark);
            add(done, Condition.always());
        }
    }

    /// "F1 muss leer sein und F2 ausgefüllt, wenn …": nobody can tell of which of them that is said.
    private static void unscattered(List<RuleAct> done) throws RuleMisread {
        if (done.size() > 1) {
            throw new RuleMisread("it is not clear to what the condition behind belongs");
        }
    }

    /// "Ist F1 leer, so ist F2 anzugeben": a condition that begins with its verb.
    private boolean inverted() throws RuleMisread {
        int mark = tokens.mark();
        if (!tokens.word(VERBS)) {
            return false;
        }
        try {
            Condition when = conditions.condition();
            if (tokens.sign(",")) {
                tokens.word(THEN);
                List<RuleAct> done = acts.acts(false);
                add(done, when);
                last = Optional.of(when);
                otherwise(when);
                return true;
            }
        } catch (RuleMisread _) {
            // Then it is no condition.
        }
        tokens.reset(mark);
        return false;
    }

    /// "… nur dann, wenn": what is allowed only then.
    private static RuleAct only(RuleAct act) {
        return act instanceof Do(RuleAct.Verb verb, var targets) && verb == RuleAct.Verb.MAY
                ? new Do(RuleAct.Verb.SHOW, targets)
                : act;
    }

    private void otherwise(Condition when) throws RuleMisread {
        int mark = tokens.mark();
        separators();
        if (tokens.word(ELSE)) {
            tokens.sign(",");
            tokens.sign(":");
            add(acts.acts(true), new Condition.Not(when));
        } else {
            tokens.reset(mark);
        }
    }

    private void add(List<RuleAct> done, Condition when) throws RuleMisread {
        for (RuleAct act : done) {
            switch (act) {
                case Do(RuleAct.Verb verb, List<FormPart> targets) -> {
                    for (FormPart target : targets) {
                        effects.add(effect(verb, target, when));
                    }
                }
                case Check(var fields, Condition what) ->
                        effects.add(new RuleEffect.Must(fields, what, when));
                case Choose(List<FormPart> of, boolean some, boolean single) ->
                        effects.add(
                                new RuleEffect.Count(
                                        of.stream().map(FormPart::path).distinct().toList(),
                                        some,
                                        single,
                                        when));
            }
        }
    }

    private static RuleEffect effect(RuleAct.Verb verb, FormPart target, Condition when)
            throws RuleMisread {
        if (when instanceof Condition.Always
                && (verb == RuleAct.Verb.SHOW || verb == RuleAct.Verb.HIDE)) {
            throw new RuleMisread("it does not say when");
        }
        return switch (verb) {
            case REQUIRE -> new RuleEffect.Required(target.path(), when);
            case SHOW -> new RuleEffect.Shown(target.path(), when);
            case HIDE -> new RuleEffect.Hidden(target.path(), when);
            case MAY -> new RuleEffect.Optional(target.path(), when);
            case MAY_ONLY -> {
                if (when instanceof Condition.Always) {
                    throw new RuleMisread("it does not say when");
                }
                yield new RuleEffect.Shown(target.path(), when);
            }
        };
    }
}
