package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.service.form.Condition;
import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.service.form.FieldType;
import java.util.List;
import java.util.Optional;

/// Conditions of rule sentences that leave out what was said before: `bei 02 und 03 …`, `F1 befüllt ist, aber F2 nicht`.
final class RuleEllipses {
    private final RuleTokens tokens;
    private final RuleNames names;
    private final RuleValues values;
    private final RulePredicates predicates;

    RuleEllipses(RuleTokens tokens, RuleNames names, RuleValues values, RulePredicates predicates) {
        this.tokens = tokens;
        this.names = names;
        this.values = values;
        this.predicates = predicates;
    }

    private static final RulePhrases A_VALUE =
            RulePhrases.of(
                    "der|dem|den|die|einer? wert|werten|code|codes|antwort|auswahl|auspraegung|auspraegungen|option",
                    "wert|werten|code|codes|antwort|auswahl|auspraegung|auspraegungen|option",
                    "der|dem|den|die");

    /// "bei 02 und 03", "wenn nein,": values of the one element that the sentence before spoke of; nothing is taken where that is
    /// not said.
    Optional<Condition> values(Optional<Condition> before) {
        List<FieldPath> paths =
                before.filter(asked -> asked.fields().size() == 1)
                        .map(asked -> List.copyOf(asked.fields()))
                        .orElse(List.of());
        if (paths.isEmpty()
                || !(names.parts(paths).getFirst() instanceof FormPart.FieldPart field)
                || !(field.field().type() instanceof FieldType.Choice
                        || field.field().type() instanceof FieldType.Flag)) {
            return Optional.empty();
        }
        int mark = tokens.mark();
        tokens.take(A_VALUE);
        try {
            Condition said = values.alternatives(field, "oder", true).joined();
            if (tokens.word(RuleAnswers.CHOSEN)) {
                predicates.verbs();
            }
            if (!tokens.isAt(OF_ANOTHER)) {
                return Optional.of(said);
            }
        } catch (RuleMisread _) {
            // Then it is something else.
        }
        tokens.reset(mark);
        return Optional.empty();
    }

    private static final RulePhrases OF_ANOTHER =
            RulePhrases.of("in|im|bei|beim|fuer|unter|zu|und|oder");

    private static final RulePhrases BUT = RulePhrases.of(", aber|jedoch|und", "und");

    /// ", aber F2 nicht" behind "F1 befüllt ist"; nothing is taken where that is not said.
    Optional<Condition> contrary(Condition before) {
        boolean filled =
                before instanceof Condition.Not(Condition inner)
                        && inner instanceof Condition.Empty;
        if (!filled && !(before instanceof Condition.Empty)) {
            return Optional.empty();
        }
        int mark = tokens.mark();
        try {
            if (tokens.take(BUT)) {
                FormPart other = names.one();
                if (tokens.word("nicht") && (tokens.isSign(",") || tokens.ended())) {
                    return Optional.of(
                            RulePredicates.negated(!filled, RulePredicates.empty(other)));
                }
            }
        } catch (RuleMisread _) {
            // Then it is something else.
        }
        tokens.reset(mark);
        return Optional.empty();
    }
}
