package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.service.fim.FormPart.FieldPart;
import de.koblenz.kiosk.service.form.Condition;
import java.util.Optional;
import java.util.Set;

/// Conditions of rule sentences that name the value before its element: `'Sonstiges' in F1 ausgewählt wurde`.
final class RuleChosen {
    private static final int MOST_AHEAD = 14;
    private static final RulePhrases IN = RulePhrases.of("in|im|bei|beim|fuer|unter|zu");

    private final RuleTokens tokens;
    private final RuleNames names;
    private final RuleValues values;
    private final RulePredicates predicates;

    RuleChosen(RuleTokens tokens, RuleNames names, RuleValues values, RulePredicates predicates) {
        this.tokens = tokens;
        this.names = names;
        this.values = values;
        this.predicates = predicates;
    }

    /// What is said of which element.
    record Said(FormPart part, Condition condition) {}

    /// "'Sonstiges' in F1 ausgewählt", "der Wert 001 oder 002 im Feld F1 angegeben": the element stands behind.
    ///
    /// @param picked whether the sentence has said before that it is chosen
    Optional<Said> said(boolean picked) throws RuleMisread {
        int start = tokens.mark();
        if (tokens.is(RuleToken.Kind.ID)) {
            return Optional.empty();
        }
        for (int ahead = 1; ahead < MOST_AHEAD; ahead++) {
            RuleToken token = tokens.peek(ahead);
            if (token.kind() == RuleToken.Kind.END || token.kind() == RuleToken.Kind.ID) {
                return Optional.empty();
            }
            tokens.reset(start + ahead);
            if (tokens.isAt(IN) && names.isHere()) {
                RuleNames.Named named = names.elements();
                int end = tokens.mark();
                tokens.reset(start);
                if (named.parts().size() > 1) {
                    return Optional.empty();
                }
                Optional<Condition> said = values(named.parts().getFirst(), start + ahead);
                if (said.isEmpty()) {
                    tokens.reset(start);
                    return Optional.empty();
                }
                tokens.reset(end);
                boolean not = tokens.word("nicht");
                if (!picked) {
                    predicates.verbs();
                }
                boolean participle =
                        picked
                                || tokens.word(RuleAnswers.CHOSEN)
                                || tokens.word(RuleAnswers.FILLED)
                                || tokens.word(Set.of("gemacht", "getroffen", "erfolgt"))
                                || (tokens.before(MOST_AHEAD, Set.of("liegt"))
                                        && tokens.word("vor"));
                if (!participle) {
                    tokens.reset(start);
                    return Optional.empty();
                }
                if (!picked) {
                    predicates.verbs();
                }
                boolean several = said.get() instanceof Condition.In;
                if (not && several) {
                    throw new RuleMisread("it is not clear what 'nicht' and 'oder' mean together");
                }
                return Optional.of(
                        new Said(
                                named.parts().getFirst(), RulePredicates.negated(not, said.get())));
            }
            tokens.reset(start);
        }
        return Optional.empty();
    }

    /// The values before `end`, or that there are none, of an element behind it.
    private Optional<Condition> values(FormPart part, int end) throws RuleMisread {
        if (tokens.word(Set.of("keine", "kein", "keinen"))
                && tokens.word(RuleAnswers.ANSWER)
                && tokens.mark() == end) {
            return Optional.of(RulePredicates.empty(part));
        }
        int start = tokens.mark();
        if (tokens.word(Set.of("eine", "ein", "einen"))
                && tokens.word(RuleAnswers.ANSWER)
                && tokens.mark() == end) {
            return Optional.of(new Condition.Not(RulePredicates.empty(part)));
        }
        tokens.reset(start);
        if (!(part instanceof FieldPart field)) {
            return Optional.empty();
        }
        tokens.word(Set.of("der", "die", "den", "das"));
        tokens.word(RuleNouns.ANSWERS);
        tokens.word(Set.of("option", "auspraegung", "code"));
        try {
            Condition said = values.alternatives(field, "oder", false).joined();
            return tokens.mark() == end ? Optional.of(said) : Optional.empty();
        } catch (RuleMisread _) {
            return Optional.empty();
        }
    }
}
