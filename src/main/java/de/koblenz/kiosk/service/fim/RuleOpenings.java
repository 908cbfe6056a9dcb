package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.service.fim.FormPart.FieldPart;
import de.koblenz.kiosk.service.form.Condition;
import de.koblenz.kiosk.service.form.FieldType;
import java.util.Optional;
import java.util.Set;

/// Conditions with which a rule sentence opens without "wenn": `Ist F1 leer, …`, `Bei F1 = 002 …`, `Ohne Angabe in F1 …`,
/// `Wird eine Zuwendung beantragt (F1 ist befüllt), …`, `F1 = ja => …`. Not thread-safe.
final class RuleOpenings {
    private final RuleTokens tokens;
    private final RuleConditions conditions;

    RuleOpenings(RuleTokens tokens, RuleConditions conditions) {
        this.tokens = tokens;
        this.conditions = conditions;
    }

    /// A condition before the acts.
    ///
    /// @param bare whether what follows may do without its verb
    /// @param elliptic whether what follows may do without its elements
    /// @param only whether what follows is so only then
    record Opening(Condition when, boolean bare, boolean elliptic, boolean only) {
        private static Opening of(Condition when, boolean bare) {
            return new Opening(when, bare, false, false);
        }
    }

    private static final RulePhrases WITHOUT =
            RulePhrases.of(
                    "ohne angabe|angaben|eingabe|eintrag|auswahl|befuellung in|im|von|zu|bei|der|des");

    /// The condition that stands here; nothing is taken where none does.
    ///
    /// @param last of the sentence before
    Optional<Opening> opening(Optional<Condition> last) throws RuleMisread {
        if (tokens.take(RuleConnectives.ONLY_AT)) {
            Condition when = conditions.continued(last);
            verbToAct();
            return Optional.of(new Opening(when, false, false, true));
        }
        if (tokens.take(RuleConnectives.UNLESS_AT)) {
            Condition when = RulePredicates.negated(true, at(last));
            verbToAct();
            return Optional.of(Opening.of(when, false));
        }
        if (tokens.take(WITHOUT)) {
            boolean picked = tokens.before(2, RuleChoices.PICKED);
            FormPart part = conditions.names().one();
            if (picked && RuleChoices.flag(part)) {
                throw new RuleMisread("it is not clear whether " + part.path().id() + " is 'nein'");
            }
            return Optional.of(Opening.of(RulePredicates.empty(part), tokens.sign(",")));
        }
        Optional<Opening> spanned = spanned();
        if (spanned.isPresent()) {
            return spanned;
        }
        Optional<Opening> answered = answered();
        if (answered.isPresent()) {
            return answered;
        }
        Optional<Opening> prose = prosaic();
        if (prose.isPresent()) {
            return prose;
        }
        if (tokens.isWord(RuleConnectives.VERBS)) {
            Optional<Opening> verb = ahead(last);
            if (verb.isPresent()) {
                return verb;
            }
        }
        Optional<Opening> formal = formal();
        if (formal.isPresent()) {
            return formal;
        }
        int mark = tokens.mark();
        if (tokens.take(RuleConnectives.AT)) {
            Optional<Opening> at = ahead(last);
            if (at.isPresent()) {
                return at;
            }
            tokens.reset(mark);
        }
        return Optional.empty();
    }

    /// The verb belongs to the act: "bei F1 = 'ja' ist F2 anzugeben".
    private void verbToAct() {
        if (!tokens.sign(",")) {
            tokens.back(RuleAnswers.VERB);
        }
    }

    private Condition at(Optional<Condition> last) throws RuleMisread {
        int mark = tokens.mark();
        try {
            return conditions.continued(last);
        } catch (RuleMisread e) {
            tokens.reset(mark);
            try {
                return conditions.picked();
            } catch (RuleMisread _) {
                throw e;
            }
        }
    }

    private static final RulePhrases AT_A_VALUE =
            RulePhrases.of(
                    "bei einem|einer? wert|werten|betrag|zahl|anzahl|angabe|angaben von?",
                    "ab einem|einer? wert|betrag|zahl|anzahl|angabe von?");
    private static final int MOST_WORDS = 8;

    /// "Ab einem Wert von 3 in F1", "Bei Werten größer als 3 in F1"; nothing is taken where that is not said.
    private Optional<Opening> spanned() {
        int start = tokens.mark();
        boolean from = tokens.isWord("ab");
        if (!tokens.take(AT_A_VALUE)) {
            return Optional.empty();
        }
        int value = tokens.mark();
        try {
            for (int i = 1; i < MOST_WORDS; i++) {
                tokens.reset(value + i);
                if (!tokens.isWord(Set.of("in", "im")) || !conditions.names().isHere()) {
                    continue;
                }
                int end = tokens.mark();
                if (!(conditions.names().one() instanceof FieldPart field)) {
                    break;
                }
                int behind = tokens.mark();
                tokens.reset(value);
                Optional<Condition.Comparison> said =
                        from
                                ? Optional.of(Condition.Comparison.AT_LEAST)
                                : conditions.comparisons().comparison(field);
                if (said.isEmpty()) {
                    break;
                }
                Condition when = conditions.comparisons().compared(field, said.get()).what();
                if (tokens.mark() != end) {
                    break;
                }
                tokens.reset(behind);
                return Optional.of(Opening.of(when, tokens.sign(",")));
            }
        } catch (RuleMisread _) {
            // Then it is something else.
        }
        tokens.reset(start);
        return Optional.empty();
    }

    private static final RulePhrases YES =
            RulePhrases.of("bei|mit bejahung|bestaetigung von|der|des");
    private static final RulePhrases NO = RulePhrases.of("bei|mit verneinung von|der|des");

    /// "Bei Bejahung von F1"
    private Optional<Opening> answered() throws RuleMisread {
        int mark = tokens.mark();
        boolean yes = tokens.take(YES);
        if ((yes || tokens.take(NO))
                && conditions.names().isHere()
                && conditions.names().one() instanceof FieldPart field
                && field.field().type() instanceof FieldType.Flag) {
            return Optional.of(Opening.of(RuleValues.flag(field, yes), tokens.sign(",")));
        }
        tokens.reset(mark);
        return Optional.empty();
    }

    private static final Set<String> LEAD =
            Set.of(
                    ("bei ab fuer mit ohne im in wird werden ist sind soll sollen liegt liegen handelt hat haben besteht "
                                    + "bestehen gibt wurde wurden kommt findet fehlt fehlen ueber unter nach vor will")
                            .split(" "));

    /// "Wird eine Zuwendung beantragt (F1 ist befüllt), …", "Ab einer Fläche von 50 m² (F1 >= 50) …"
    private Optional<Opening> prosaic() {
        return tokens.isWord(LEAD)
                ? conditions
                        .prose()
                        .map(when -> {
                            tokens.sign(",");
                            return Opening.of(when, tokens.take(RuleConnectives.THEN));
                        })
                : Optional.empty();
    }

    private static final int MOST_AHEAD = 60;
    private static final RulePhrases ARROW = RulePhrases.of("= >", "- >", ":");

    /// "F1 = ja => F2 Pflicht", "F1 = ja: F2 einblenden"
    private Optional<Opening> formal() {
        if (!tokens.is(RuleToken.Kind.ID) || !arrowAhead()) {
            return Optional.empty();
        }
        int mark = tokens.mark();
        try {
            Condition when = conditions.condition();
            if (tokens.take(ARROW)) {
                return Optional.of(Opening.of(when, true));
            }
        } catch (RuleMisread _) {
            // Then it is no condition.
        }
        tokens.reset(mark);
        return Optional.empty();
    }

    private boolean arrowAhead() {
        for (int i = 1; i < MOST_AHEAD && tokens.peek(i).kind() != RuleToken.Kind.END; i++) {
            String text = tokens.peek(i).text();
            if (text.equals(".")) {
                return false;
            }
            if (i > 1 && (text.equals(":") || text.equals(">"))) {
                return true;
            }
        }
        return false;
    }

    /// A condition behind its verb, or behind "bei".
    private Optional<Opening> ahead(Optional<Condition> last) throws RuleMisread {
        int mark = tokens.mark();
        if (tokens.before(3, Set.of("angabe", "eingabe", "befuellung"))) {
            return Optional.of(given());
        }
        boolean picked = tokens.before(3, Set.of("auswahl"));
        boolean verb = tokens.isWord(RuleConnectives.VERBS);
        Condition when;
        boolean comma;
        try {
            boolean value = !tokens.is(RuleToken.Kind.ID) && tokens.before(1, Set.of("bei"));
            when =
                    picked || (value && valueAhead())
                            ? conditions.picked()
                            : conditions.continued(last);
            comma = tokens.sign(",");
        } catch (RuleMisread _) {
            // Then it is no condition.
            tokens.reset(mark);
            return Optional.empty();
        }
        if (verb && !comma) {
            tokens.reset(mark);
            return Optional.empty();
        }
        if (!comma) {
            tokens.back(RuleAnswers.VERB);
        }
        boolean then = tokens.take(RuleConnectives.THEN);
        // "bei 2 und 3 jedoch ausgeblendet"
        boolean elliptic = conditions.elliptic() && !conditions.names().isHere();
        return Optional.of(new Opening(when, then || elliptic, elliptic, false));
    }

    /// Whether a value of an element stands here: "Bei 003 in F1 …".
    private boolean valueAhead() {
        int mark = tokens.mark();
        try {
            conditions.picked();
            return true;
        } catch (RuleMisread _) {
            return false;
        } finally {
            tokens.reset(mark);
        }
    }

    /// "Mit Angabe der IBAN wird der Kontoinhaber zum Pflichtfeld".
    private Opening given() throws RuleMisread {
        RuleNames.Named named = conditions.names().elements();
        if (named.parts().size() != 1) {
            throw new RuleMisread("it is not clear which of several is given");
        }
        Condition when = new Condition.Not(RulePredicates.empty(named.parts().getFirst()));
        tokens.sign(",");
        return Opening.of(when, false);
    }
}
