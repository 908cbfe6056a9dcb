package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.service.fim.RulePredicates.Predicate;
import de.koblenz.kiosk.service.form.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Conditions of rule sentences on several elements: `weder F1 noch F2 ausgefüllt`, `mindestens eines der Felder F1, F2 leer`,
/// `F1 und F2 beide leer`.
final class RuleSeveral {
    private final RuleTokens tokens;
    private final RuleNames names;
    private final RulePredicates predicates;

    RuleSeveral(RuleTokens tokens, RuleNames names, RulePredicates predicates) {
        this.tokens = tokens;
        this.names = names;
        this.predicates = predicates;
    }

    /// "weder F1 noch F2 ausgefüllt ist"
    Condition neither() throws RuleMisread {
        List<FormPart> parts = new ArrayList<>(List.of(names.one()));
        while (tokens.word("noch")) {
            parts.add(names.one());
        }
        if (parts.size() < 2) {
            throw new RuleMisread("'weder' is not understood before " + tokens.rest());
        }
        return Conditions.all(denied(parts));
    }

    private List<Condition> denied(List<FormPart> parts) throws RuleMisread {
        List<Condition> none = new ArrayList<>();
        int mark = tokens.mark();
        for (FormPart part : parts) {
            tokens.reset(mark);
            Predicate said = predicates.predicate(part);
            if (said.denied() || said.open()) {
                throw new RuleMisread("it is denied twice");
            }
            none.add(Conditions.not(said.condition()));
        }
        predicates.verbs();
        return none;
    }

    /// "mindestens eines der Felder F1, F2 ausgefüllt", "keines der Felder …"
    Condition counted(boolean some) throws RuleMisread {
        tokens.word(RuleNouns.FIELDS);
        tokens.sign(":");
        List<FormPart> parts = names.elements().parts();
        if (parts.size() < 2) {
            throw new RuleMisread("one of several, but there is only one");
        }
        if (!some) {
            return Conditions.all(denied(parts));
        }
        List<Condition> any = new ArrayList<>();
        int mark = tokens.mark();
        for (FormPart part : parts) {
            tokens.reset(mark);
            Predicate said = predicates.predicate(part);
            if (said.open()) {
                throw new RuleMisread("it is not clear how the values are joined");
            }
            any.add(said.condition());
        }
        predicates.verbs();
        return new Condition.Any(any);
    }

    /// The predicate for each of the elements, joined as they are.
    Predicate predicate(RuleNames.Named named) throws RuleMisread {
        predicates.verbs();
        boolean both = tokens.word(Set.of("beide", "alle")) && named.parts().size() > 1;
        int mark = tokens.mark();
        List<Condition> each = new ArrayList<>();
        boolean denied = false;
        boolean open = false;
        for (FormPart part : named.parts()) {
            tokens.reset(mark);
            Predicate said = predicates.predicate(part);
            each.add(said.condition());
            denied |= said.denied();
            open |= said.open();
        }
        if (each.size() == 1) {
            return new Predicate(each.getFirst(), denied, open);
        }
        boolean filled =
                each.stream()
                        .allMatch(one ->
                                one instanceof Condition.Not(Condition inner)
                                        && inner instanceof Condition.Empty);
        if (!named.said() || open || (named.or() && (denied || both))) {
            throw new RuleMisread("it is not clear what 'oder' and 'nicht' mean together");
        }
        boolean value = denied && !filled && each.stream().noneMatch(RuleSeveral::onlyEmpty);
        if (!named.or() && (value || (both && denied && !filled))) {
            throw new RuleMisread("it is not clear what 'und' and 'nicht' mean together");
        }
        return new Predicate(
                named.or() ? new Condition.Any(each) : new Condition.All(each), denied, false);
    }

    private static boolean onlyEmpty(Condition condition) {
        return condition instanceof Condition.Empty
                || (condition instanceof Condition.All(List<Condition> parts)
                        && parts.stream().allMatch(RuleSeveral::onlyEmpty));
    }
}
