package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.service.fim.FormPart.FieldPart;
import de.koblenz.kiosk.service.fim.RuleAct.Check;
import de.koblenz.kiosk.service.form.Condition;
import de.koblenz.kiosk.service.form.Condition.Comparison;
import de.koblenz.kiosk.service.form.Condition.Operand;
import de.koblenz.kiosk.service.form.DateBound;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Ages in rule sentences: `das Alter (F60000000235) < 18`. Completed years are meant, so that only "less than" and "at least"
/// are clear.
final class RuleAges {
    private static final RulePhrases AGE = RulePhrases.of("das|dem? alter|lebensalter");
    private static final RulePhrases WHOSE =
            RulePhrases.of(
                    "der|des antragstellenden? person|antragstellers|antragstellerin|kindes|betroffenen|bewerbers",
                    "der|des person|antragstellers|antragstellerin|kindes|betroffenen|bewerbers");
    private static final RulePhrases LED = RulePhrases.of("gemaess|laut|aus|in|nach|von feld?");
    private static final RulePhrases WHEN =
            RulePhrases.of(
                    "zum zeitpunkt der|des antragstellung|antrags", "bei antragstellung",
                    "heute",
                    "am heutigen tag|tage",
                    "zum heutigen zeitpunkt|tag|datum");
    private static final RulePhrases LESS =
            RulePhrases.of("<", "unter", "kleiner|geringer|niedriger|weniger als");
    private static final RulePhrases AT_LEAST =
            RulePhrases.of(
                    ">=",
                    "mindestens|wenigstens",
                    "groesser|hoeher oder gleich als?",
                    "groesser gleich");
    private static final Set<String> BE =
            Set.of("ist", "liegt", "betraegt", "sein", "betragen", "liegen", "haben", "alt");

    private final RuleTokens tokens;
    private final RuleNames names;

    RuleAges(RuleTokens tokens, RuleNames names) {
        this.tokens = tokens;
        this.names = names;
    }

    /// "Alter (F1) < 18"; nothing is taken where that is not said.
    Optional<Condition> condition() throws RuleMisread {
        int mark = tokens.mark();
        Optional<FieldPart> field = aged();
        if (field.isEmpty()) {
            tokens.reset(mark);
            return Optional.empty();
        }
        tokens.word(BE);
        return Optional.of(compared(field.get()));
    }

    /// "Das Alter (F1) muss mindestens 16 Jahre betragen", "F1: Das Alter muss …"; nothing is taken where that is not said.
    Optional<Check> check() throws RuleMisread {
        int mark = tokens.mark();
        Optional<FieldPart> field = Optional.empty();
        if (tokens.is(RuleToken.Kind.ID) && tokens.peek(1).text().equals(":")) {
            FormPart part = names.one();
            tokens.next();
            if (part instanceof FieldPart date && RuleComparisons.isDay(date) && tokens.take(AGE)) {
                tokens.take(WHOSE);
                field = Optional.of(date);
            }
        } else {
            field = aged();
        }
        if (field.isEmpty() || RuleModal.taken(tokens) != RuleModal.MUST) {
            tokens.reset(mark);
            return Optional.empty();
        }
        return Optional.of(new Check(List.of(field.get().path()), compared(field.get())));
    }

    /// The day of birth of whose age is spoken.
    private Optional<FieldPart> aged() throws RuleMisread {
        if (!tokens.take(AGE)) {
            return Optional.empty();
        }
        tokens.take(WHOSE);
        boolean bracket = tokens.sign("(");
        if (!bracket && !tokens.take(LED)) {
            return Optional.empty();
        }
        FormPart part = names.one();
        if ((bracket && !tokens.sign(")"))
                || !(part instanceof FieldPart field)
                || !RuleComparisons.isDay(field)) {
            return Optional.empty();
        }
        return Optional.of(field);
    }

    private Condition compared(FieldPart field) throws RuleMisread {
        tokens.take(WHEN);
        boolean less = tokens.take(LESS);
        if (!less && !tokens.take(AT_LEAST)) {
            throw new RuleMisread("of an age only 'less than' and 'at least' are clear");
        }
        int years =
                RuleValues.count(tokens.peek())
                        .orElseThrow(() -> new RuleMisread("expected how many years"));
        tokens.next();
        tokens.word(Set.of("volle", "vollendete"));
        tokens.word(Set.of("jahr", "jahre", "jahren"));
        while (tokens.word(BE)) {
            // "alt ist"
        }
        return new Condition.Compare(
                field.path(),
                less ? Comparison.MORE : Comparison.AT_MOST,
                new Operand.Day(new DateBound.FromToday(-years, ChronoUnit.YEARS)));
    }
}
