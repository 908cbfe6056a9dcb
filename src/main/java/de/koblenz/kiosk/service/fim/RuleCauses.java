package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.service.fim.RuleAct.Do;
import de.koblenz.kiosk.service.fim.RuleAct.Verb;
import de.koblenz.kiosk.service.form.Condition;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Rule sentences whose subject is the condition: `Die Auswahl von 002 in F1 erfordert die Angabe von F2`, `F1 = ja macht F2 zum
/// Pflichtfeld`, `Eine Angabe in F1 setzt voraus, dass F2 ausgefüllt ist`.
final class RuleCauses {
    private static final RulePhrases CHOICE =
            RulePhrases.of(
                    "die|der|das auswahl|wahl|angabe|eingabe|antwort|wert|code|option|auspraegung|eintrag von|der|des?",
                    "die|der|das");
    private static final RulePhrases ANSWER =
            RulePhrases.of(
                    "eine|die|der|ein|jede angabe|eingabe|eintrag|eintragung|wert|befuellung|auswahl in|im|von|zu|bei|des|der|unter");
    private static final RulePhrases DUTIFULLY =
            RulePhrases.of("zwingend|unbedingt|immer|stets|auch|ebenfalls|zusaetzlich");
    private static final RulePhrases DEMANDED =
            RulePhrases.of(
                    "die|eine|einen|auch angabe|angaben|eingabe|befuellung|eintrag|eintragung|auswahl|ausfuellung in|im|von|zu|bei|des|der|fuer",
                    "das ausfuellen|befuellen|hochladen von|der|des",
                    "die|eine|einen angabe|angaben|eingabe|befuellung|auswahl");
    private static final RulePhrases TO_DUTY =
            RulePhrases.of(
                    "zu einer|einem? pflichtangabe|pflichtfeld|pflichtangaben|pflichtfeldern",
                    "zur|zum pflichtangabe|pflichtfeld|pflicht",
                    "erforderlich|notwendig|verpflichtend|obligatorisch");
    private static final RulePhrases SHOWING =
            RulePhrases.of("zur|zum anzeige|einblendung|anzeigen|einblenden von|der|des");
    private static final RulePhrases HIDING =
            RulePhrases.of("zur|zum ausblendung|ausblenden von|der|des");
    private static final RulePhrases THAT =
            RulePhrases.of("dazu|voraus , dass", "zur folge , dass", "voraus ,");
    private static final RulePhrases MUST_BE_FILLED =
            RulePhrases.of(
                    "ausgefuellt|befuellt|angegeben|eingegeben|eingetragen|gefuellt werden muss|muessen",
                    "ausgefuellt|befuellt|angegeben|eingegeben|eingetragen|gefuellt sein muss|muessen",
                    "auszufuellen|anzugeben|einzugeben|einzutragen ist|sind",
                    "zu befuellen|erfassen|beantworten ist|sind",
                    "ein|eine|zum|zur? pflichtfeld|pflichtangabe|pflicht|verpflichtend|erforderlich ist|sind|wird|werden");
    private static final RulePhrases IS_FILLED =
            RulePhrases.of(
                    "ausgefuellt|befuellt|angegeben|eingegeben|eingetragen|gefuellt ist|sind|wird|werden|wurde|wurden");
    private static final RulePhrases IS_SHOWN =
            RulePhrases.of(
                    "angezeigt|eingeblendet|sichtbar|aktiviert wird|werden|ist|sind",
                    "anzuzeigen|einzublenden ist|sind");
    private static final RulePhrases IS_GONE =
            RulePhrases.of(
                    "nicht angezeigt|eingeblendet wird|werden",
                    "ausgeblendet|deaktiviert wird|werden|ist|sind",
                    "leer bleibt|bleiben|ist|sind",
                    "auszublenden ist|sind",
                    "entfaellt|entfallen");
    private static final Set<String> DEMANDS = Set.of("erfordert", "bedingt", "verlangt");

    private final RuleTokens tokens;
    private final RuleConditions conditions;
    private final RuleCommands.Elements elements;

    RuleCauses(RuleTokens tokens, RuleConditions conditions, RuleCommands.Elements elements) {
        this.tokens = tokens;
        this.conditions = conditions;
        this.elements = elements;
    }

    /// What follows from a condition.
    record Cause(Condition when, Do done) {}

    /// Such a sentence; nothing is taken where it is none.
    Optional<Cause> cause() {
        int mark = tokens.mark();
        if (!verbAhead()) {
            return Optional.empty();
        }
        try {
            Optional<Condition> when = subject();
            if (when.isPresent()) {
                Optional<Do> done = predicate();
                if (done.isPresent()) {
                    return Optional.of(new Cause(when.get(), done.get()));
                }
            }
        } catch (RuleMisread _) {
            // Then it is something else.
        }
        tokens.reset(mark);
        return Optional.empty();
    }

    private static final Set<String> VERBS =
            Set.of(
                    "erfordert",
                    "bedingt",
                    "verlangt",
                    "setzt",
                    "macht",
                    "fuehrt",
                    "blendet",
                    "aktiviert",
                    "hat");

    private boolean verbAhead() {
        for (int i = 1; i < 40 && tokens.peek(i).kind() != RuleToken.Kind.END; i++) {
            RuleToken token = tokens.peek(i);
            if (token.kind() == RuleToken.Kind.WORD && VERBS.contains(token.plain())) {
                return true;
            }
            if (token.text().equals(",") || token.text().equals(".")) {
                return false;
            }
        }
        return false;
    }

    private boolean verbHere() {
        return tokens.isWord(VERBS);
    }

    private Optional<Condition> subject() {
        int mark = tokens.mark();
        try {
            if (tokens.take(ANSWER)) {
                boolean picked = tokens.before(2, RuleChoices.PICKED);
                FormPart part = conditions.names().one();
                if (verbHere() && !(picked && RuleChoices.flag(part))) {
                    return Optional.of(new Condition.Not(RulePredicates.empty(part)));
                }
            }
        } catch (RuleMisread _) {
            // Then something else is the subject.
        }
        tokens.reset(mark);
        Optional<Condition> prose = conditions.prose();
        if (prose.isPresent() && verbHere()) {
            return prose;
        }
        tokens.reset(mark);
        try {
            tokens.take(CHOICE);
            Condition picked = conditions.picked();
            if (verbHere()) {
                return Optional.of(picked);
            }
        } catch (RuleMisread _) {
            // Then something else is the subject.
        }
        tokens.reset(mark);
        try {
            if (tokens.is(RuleToken.Kind.ID)) {
                Condition formal = conditions.condition();
                if (verbHere()) {
                    return Optional.of(formal);
                }
            }
        } catch (RuleMisread _) {
            // Then it is no condition.
        }
        tokens.reset(mark);
        return Optional.empty();
    }

    private Optional<Do> predicate() throws RuleMisread {
        boolean sets = tokens.word("setzt");
        if (sets || tokens.word(DEMANDS)) {
            tokens.take(DUTIFULLY);
            if (sets && tokens.take(THAT)) {
                List<FormPart> parts = elements.named();
                return tokens.take(MUST_BE_FILLED) || tokens.take(IS_FILLED)
                        ? Optional.of(new Do(Verb.REQUIRE, parts))
                        : Optional.empty();
            }
            if (!tokens.take(DEMANDED)) {
                return Optional.empty();
            }
            List<FormPart> parts = elements.named();
            return !sets || tokens.word("voraus")
                    ? Optional.of(new Do(Verb.REQUIRE, parts))
                    : Optional.empty();
        }
        if (tokens.word("macht")) {
            int mark = tokens.mark();
            if (!tokens.take(DEMANDED)) {
                tokens.reset(mark);
            }
            List<FormPart> parts = elements.named();
            tokens.take(DUTIFULLY);
            return tokens.take(TO_DUTY)
                    ? Optional.of(new Do(Verb.REQUIRE, parts))
                    : Optional.empty();
        }
        if (tokens.word("blendet")) {
            List<FormPart> parts = elements.named();
            boolean in = tokens.word("ein");
            return in || tokens.word("aus")
                    ? Optional.of(new Do(in ? Verb.SHOW : Verb.HIDE, parts))
                    : Optional.empty();
        }
        if (tokens.word("aktiviert")) {
            return Optional.of(new Do(Verb.SHOW, elements.named()));
        }
        if (!tokens.word(Set.of("fuehrt", "hat"))) {
            return Optional.empty();
        }
        boolean shows = tokens.take(SHOWING);
        if (shows || tokens.take(HIDING)) {
            return Optional.of(new Do(shows ? Verb.SHOW : Verb.HIDE, elements.named()));
        }
        return tokens.take(THAT) ? subordinate() : Optional.empty();
    }

    /// "dass F2 ausgefüllt werden muss"
    private Optional<Do> subordinate() throws RuleMisread {
        tokens.take(DUTIFULLY);
        List<FormPart> parts = elements.named();
        tokens.take(DUTIFULLY);
        if (tokens.take(MUST_BE_FILLED)) {
            return Optional.of(new Do(Verb.REQUIRE, parts));
        }
        if (tokens.take(IS_SHOWN)) {
            return Optional.of(new Do(Verb.SHOW, parts));
        }
        return tokens.take(IS_GONE) ? Optional.of(new Do(Verb.HIDE, parts)) : Optional.empty();
    }
}
