package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.service.fim.FormPart.FieldPart;
import de.koblenz.kiosk.service.fim.RuleComparisons.Compared;
import de.koblenz.kiosk.service.form.Condition.Comparison;
import java.util.Optional;
import java.util.Set;

/// How an answer follows another by a rule sentence: `auf F1 folgen`, `F1 vorausgehen`, `am selben Tag wie F1 oder davor`.
final class RuleSequences {
    private final RuleTokens tokens;
    private final RuleNames names;
    private final RuleComparisons comparisons;

    RuleSequences(RuleTokens tokens, RuleNames names, RuleComparisons comparisons) {
        this.tokens = tokens;
        this.names = names;
        this.comparisons = comparisons;
    }

    private static final RulePhrases SAME_DAY = RulePhrases.of("am selben|gleichen tag|tage wie");
    private static final RulePhrases OR_LATER =
            RulePhrases.of("oder spaeter|danach|groesser|hoeher|nach diesem? datum|tag?");
    private static final RulePhrases OR_EARLIER =
            RulePhrases.of("oder frueher|davor|vorher|kleiner|niedriger");

    /// "am selben Tag wie F1 oder davor", "gleich F1 oder größer"; nothing is taken where that is not said.
    private Optional<Compared> orBeyond(FieldPart field) throws RuleMisread {
        int mark = tokens.mark();
        if (tokens.is(RuleToken.Kind.NUMBER) && RuleComparisons.isNumber(field)) {
            Compared least = comparisons.compared(field, Comparison.AT_LEAST);
            if (tokens.take(RulePredicates.OR_MORE)) {
                return Optional.of(least);
            }
            tokens.reset(mark);
            Compared most = comparisons.compared(field, Comparison.AT_MOST);
            if (tokens.take(RulePredicates.OR_LESS)) {
                return Optional.of(most);
            }
            tokens.reset(mark);
        }
        boolean day = RuleComparisons.isDay(field) && tokens.take(SAME_DAY);
        if (day || tokens.word("gleich")) {
            int named = tokens.mark();
            if (names.isHere()) {
                names.one();
                boolean later = tokens.take(OR_LATER);
                if (later || tokens.take(OR_EARLIER)) {
                    int behind = tokens.mark();
                    tokens.reset(named);
                    Compared compared =
                            comparisons.compared(
                                    field, later ? Comparison.AT_LEAST : Comparison.AT_MOST);
                    tokens.reset(behind);
                    return Optional.of(compared);
                }
            }
        }
        tokens.reset(mark);
        return Optional.empty();
    }

    /// "auf F1 folgen", "F1 vorausgehen", "F1 übersteigen"; nothing is taken where that is not said.
    Optional<Compared> sequence(FieldPart field) throws RuleMisread {
        Optional<Compared> beyond = orBeyond(field);
        if (beyond.isPresent()) {
            return beyond;
        }
        int mark = tokens.mark();
        boolean day = RuleComparisons.isDay(field);
        if (day || RuleComparisons.isNumber(field)) {
            tokens.take(THE_VALUE);
            boolean on = day && tokens.word("auf");
            if (names.isHere()) {
                FormPart other = names.one();
                boolean more =
                        on
                                ? tokens.word("folgen")
                                : tokens.word(
                                        day
                                                ? Set.of("folgen", "nachfolgen")
                                                : Set.of("uebersteigen", "ueberschreiten"));
                boolean less =
                        !on
                                && !more
                                && tokens.word(
                                        day
                                                ? Set.of("vorausgehen", "vorangehen")
                                                : Set.of("unterschreiten"));
                boolean least = !on && !day && !more && !less && tokens.word("erreichen");
                int behind = tokens.mark();
                if ((more || less || least) && other instanceof FieldPart) {
                    tokens.reset(mark);
                    tokens.take(THE_VALUE);
                    if (on) {
                        tokens.next();
                    }
                    Compared compared =
                            comparisons.compared(
                                    field,
                                    more
                                            ? Comparison.MORE
                                            : less ? Comparison.LESS : Comparison.AT_LEAST);
                    tokens.reset(behind);
                    return Optional.of(compared);
                }
            }
        }
        tokens.reset(mark);
        return Optional.empty();
    }

    private static final RulePhrases THE_VALUE =
            RulePhrases.of("den|die|das|dem|der wert|zahl|betrag|datum|hoehe in|von|aus");
}
