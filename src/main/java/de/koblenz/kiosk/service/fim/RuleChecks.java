package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.service.fim.FormPart.FieldPart;
import de.koblenz.kiosk.service.fim.RuleAct.Check;
import de.koblenz.kiosk.service.fim.RuleComparisons.Compared;
import de.koblenz.kiosk.service.form.Condition;
import de.koblenz.kiosk.service.form.Condition.Comparison;
import de.koblenz.kiosk.service.form.Condition.Operand;
import de.koblenz.kiosk.service.form.DateBound;
import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.service.form.FieldType;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What an answer must be like by a rule sentence, behind its verb: `nach F1 liegen`, `größer als 3 sein`.
final class RuleChecks {
    private static final Set<String> BE =
            Set.of("sein", "werden", "bleiben", "liegen", "betragen", "haben");

    private final RuleTokens tokens;
    private final RuleConditions conditions;

    RuleChecks(RuleTokens tokens, RuleConditions conditions) {
        this.tokens = tokens;
        this.conditions = conditions;
    }

    /// @param not whether the sentence forbids it
    RuleAct check(FieldPart field, boolean not) throws RuleMisread {
        Optional<Compared> tense = tense(field, not);
        if (tense.isPresent()) {
            return new Check(tense.get().fields(), tense.get().what());
        }
        if (tokens.word("zwischen")) {
            Compared least = conditions.comparisons().compared(field, Comparison.AT_LEAST);
            if (not || !tokens.word("und")) {
                throw new RuleMisread("'zwischen' without 'und'");
            }
            Compared most = conditions.comparisons().compared(field, Comparison.AT_MOST);
            tokens.word(BE);
            List<FieldPath> fields = new ArrayList<>(least.fields());
            fields.addAll(most.fields());
            return new Check(
                    fields.stream().distinct().toList(),
                    new Condition.All(List.of(least.what(), most.what())));
        }
        Optional<Comparison> comparison = conditions.comparisons().comparison();
        if (comparison.isPresent()) {
            Comparison real = not ? opposite(comparison.get()) : comparison.get();
            Compared compared = conditions.comparisons().compared(field, real);
            tokens.word(BE);
            return new Check(compared.fields(), compared.what());
        }
        return equal(field, not);
    }

    private RuleAct equal(FieldPart field, boolean not) throws RuleMisread {
        boolean unequal = tokens.sign("<>") || tokens.word("ungleich");
        boolean sign = unequal || tokens.sign("=") || tokens.word("gleich");
        tokens.word("den");
        tokens.word("wert");
        if (conditions.names().isHere()) {
            if (!sign) {
                throw new RuleMisread(tokens.rest() + " is not understood");
            }
            Compared compared = conditions.comparisons().compared(field, Comparison.SAME);
            tokens.word(BE);
            return new Check(
                    compared.fields(),
                    unequal ^ not ? new Condition.Not(compared.what()) : compared.what());
        }
        List<Condition> any = conditions.values().alternatives(field, "oder");
        if (any.size() > 1 && (unequal || not)) {
            throw new RuleMisread("it is not clear what 'nicht' and 'oder' mean together");
        }
        if (!tokens.word(BE) && !sign) {
            throw new RuleMisread(tokens.rest() + " is not understood");
        }
        Condition equal = any.size() == 1 ? any.getFirst() : RuleValues.joined(any);
        return new Check(List.of(field.path()), unequal ^ not ? new Condition.Not(equal) : equal);
    }

    private static Comparison opposite(Comparison comparison) throws RuleMisread {
        return switch (comparison) {
            case LESS -> Comparison.AT_LEAST;
            case AT_MOST -> Comparison.MORE;
            case AT_LEAST -> Comparison.LESS;
            case MORE -> Comparison.AT_MOST;
            case SAME -> throw new RuleMisread("'nicht gleich'");
        };
    }

    /// "in der Zukunft liegen", "mindestens 18 Jahre zurückliegen".
    private Optional<Compared> tense(FieldPart field, boolean not) throws RuleMisread {
        boolean date = field.field().type() instanceof FieldType.DateValue;
        int mark = tokens.mark();
        boolean future = tokens.words("in der zukunft");
        boolean past = !future && tokens.words("in der vergangenheit");
        if ((future || past) && tokens.word("liegen") && date) {
            Comparison comparison = future ? Comparison.MORE : Comparison.LESS;
            return Optional.of(
                    fromToday(
                            field,
                            not ? opposite(comparison) : comparison,
                            new DateBound.FromToday(0, ChronoUnit.DAYS)));
        }
        tokens.reset(mark);
        boolean least = tokens.word("mindestens");
        if ((least || tokens.word("hoechstens")) && date && tokens.is(RuleToken.Kind.NUMBER)) {
            DateBound.FromToday distance = conditions.comparisons().days().distance(true);
            if ((tokens.word("zurueckliegen") || tokens.words("in der vergangenheit liegen"))
                    && !not) {
                return Optional.of(
                        fromToday(
                                field, least ? Comparison.AT_MOST : Comparison.AT_LEAST, distance));
            }
        }
        tokens.reset(mark);
        boolean older = tokens.words("aelter als");
        if (older && date && not && tokens.is(RuleToken.Kind.NUMBER)) {
            DateBound.FromToday distance = conditions.comparisons().days().distance(true);
            if (tokens.word("sein")) {
                return Optional.of(fromToday(field, Comparison.AT_LEAST, distance));
            }
        }
        tokens.reset(mark);
        if ((tokens.words("laenger als") || tokens.words("mehr als"))
                && date
                && tokens.is(RuleToken.Kind.NUMBER)) {
            DateBound.FromToday distance = conditions.comparisons().days().distance(true);
            if (tokens.word("zurueckliegen")) {
                return Optional.of(
                        fromToday(field, not ? Comparison.AT_LEAST : Comparison.LESS, distance));
            }
        }
        tokens.reset(mark);
        return Optional.empty();
    }

    private static Compared fromToday(
            FieldPart field, Comparison comparison, DateBound.FromToday day) {
        return new Compared(
                List.of(field.path()),
                new Condition.Compare(field.path(), comparison, new Operand.Day(day)));
    }
}
