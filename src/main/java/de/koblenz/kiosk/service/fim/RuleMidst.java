package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.service.form.Condition;
import java.util.Optional;
import java.util.Set;

/// Conditions in the midst of an act of a rule sentence: "F2 ist, sofern F1 = 'ja', anzugeben". Not thread-safe.
final class RuleMidst {
    private static final RulePhrases PICKED = RulePhrases.of("bei auswahl von|der|des?");
    private static final RulePhrases AS_FAR_AS_SHOWN =
            RulePhrases.of(
                    "wenn|falls|sofern|sobald|soweit es|sie|er|dieses|diese angezeigt|eingeblendet|sichtbar|abgefragt wird|werden|ist|sind");

    private final RuleTokens tokens;
    private final RuleConditions conditions;
    private Optional<Condition> condition = Optional.empty();
    private boolean onlyThen;

    RuleMidst(RuleTokens tokens, RuleConditions conditions) {
        this.tokens = tokens;
        this.conditions = conditions;
    }

    /// Forgets the condition of the act before.
    void begin() {
        condition = Optional.empty();
        onlyThen = false;
    }

    /// The condition, if there was one.
    Optional<Condition> condition() {
        return condition;
    }

    /// Whether "nur" stood before it.
    boolean only() {
        return onlyThen;
    }

    /// "F1 = 'ja'", "Code 01 oder 03 in F1"
    private Condition at() throws RuleMisread {
        int mark = tokens.mark();
        try {
            return conditions.condition();
        } catch (RuleMisread e) {
            tokens.reset(mark);
            try {
                return conditions.picked();
            } catch (RuleMisread _) {
                throw e;
            }
        }
    }

    /// A condition before the end of the act: ", sofern F1 = 'ja'," or "nur bei F1 = 'ja'".
    void read() {
        int mark = tokens.mark();
        boolean only = tokens.word(Set.of("nur", "ausschliesslich"));
        boolean comma = tokens.sign(",");
        if (comma && tokens.take(AS_FAR_AS_SHOWN) && tokens.sign(",") && condition.isEmpty()) {
            // What is not shown is not required anyway.
            condition = Optional.of(Condition.always());
            return;
        }
        boolean when = comma && tokens.take(RuleConnectives.IF);
        boolean picked = !when && tokens.take(PICKED);
        boolean except = !when && !picked && tokens.take(RuleConnectives.UNLESS_AT);
        boolean at = except || (!when && !picked && tokens.word("bei"));
        try {
            if (when || at || picked) {
                Condition said = picked ? conditions.picked() : at ? at() : conditions.condition();
                said = RulePredicates.negated(except, said);
                boolean closed = comma == tokens.sign(",");
                if (closed && condition.isEmpty()) {
                    condition = Optional.of(said);
                    onlyThen = only;
                    return;
                }
            }
        } catch (RuleMisread _) {
            // Then it is something else.
        }
        tokens.reset(mark);
    }
}
