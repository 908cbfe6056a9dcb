package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.service.form.Condition;
import de.koblenz.kiosk.service.form.Condition.Comparison;
import de.koblenz.kiosk.service.form.FieldPath;
import java.util.ArrayList;
import java.util.List;

/// What follows from a combination of answers that must not be: what is empty in it is required then, what is answered is
/// refused.
final class RuleForbidden {
    private static final int MOST_CASES = 20;

    private RuleForbidden() {}

    /// @throws RuleMisread if it is not clear, as with "not equal", which also holds where nothing is answered
    static List<RuleEffect> effects(Condition when) throws RuleMisread {
        List<RuleEffect> effects = new ArrayList<>();
        for (List<Condition> one : cases(when)) {
            List<FieldPath> empty = new ArrayList<>();
            List<Condition> rest = new ArrayList<>();
            for (Condition literal : one) {
                if (literal instanceof Condition.Empty(FieldPath field)) {
                    empty.add(field);
                } else {
                    rest.add(literal);
                }
            }
            Condition all = Conditions.all(rest);
            if (empty.isEmpty()) {
                List<FieldPath> fields = List.copyOf(all.fields());
                Condition must =
                        all instanceof Condition.Compare(var field, Comparison c, var operand)
                                        && c != Comparison.SAME
                                ? new Condition.Compare(field, RuleComparisons.opposite(c), operand)
                                : Conditions.not(all);
                effects.add(new RuleEffect.Must(fields, must, Condition.always()));
            } else if (empty.size() == 1) {
                effects.add(new RuleEffect.Required(empty.getFirst(), all));
            } else {
                effects.add(new RuleEffect.Count(empty, true, false, false, all));
            }
        }
        return effects;
    }

    /// The combinations, any of which makes the condition hold.
    private static List<List<Condition>> cases(Condition when) throws RuleMisread {
        List<List<Condition>> cases = new ArrayList<>();
        switch (when) {
            case Condition.Any(List<Condition> parts) -> {
                for (Condition part : parts) {
                    cases.addAll(cases(part));
                }
            }
            case Condition.All(List<Condition> parts) -> {
                cases.add(List.of());
                for (Condition part : parts) {
                    List<List<Condition>> longer = new ArrayList<>();
                    for (List<Condition> before : cases) {
                        for (List<Condition> more : cases(part)) {
                            List<Condition> both = new ArrayList<>(before);
                            both.addAll(more);
                            longer.add(both);
                        }
                    }
                    cases = longer;
                }
            }
            case Condition.Not(Condition inner) when !(inner instanceof Condition.Empty) ->
                    throw new RuleMisread("it is not clear what of an empty field is an error");
            case Condition.Always(), Condition.Never() ->
                    throw new RuleMisread("it does not say when");
            case Condition.Not _,
                    Condition.Empty _,
                    Condition.Equals _,
                    Condition.In _,
                    Condition.Compare _ ->
                    cases.add(List.of(when));
        }
        if (cases.size() > MOST_CASES) {
            throw new RuleMisread("too many combinations");
        }
        return cases;
    }
}
