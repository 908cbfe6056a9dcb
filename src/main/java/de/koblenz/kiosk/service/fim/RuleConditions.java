package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.service.fim.FormPart.FieldPart;
import de.koblenz.kiosk.service.form.Condition;
import de.koblenz.kiosk.service.form.Condition.Comparison;
import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.service.form.FieldType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Conditions of rule sentences.
///
/// ```
/// condition := test { "UND" test } | test { "ODER" test }         mixed only with brackets
/// test      := "(" condition ")" | elements predicate
/// predicate := [ verb ] ( "leer" | "nicht leer" | "ausgefüllt" … | sign value { "oder" value } | "größer als" value …
///            | "den Wert" value | "mit" value "beantwortet" | value "ausgewählt" … ) [ verb ]
/// ```
final class RuleConditions {
    private static final int MOST_CALLS = 20;

    static final Set<String> AND = Set.of("und", "sowie");
    static final Set<String> OR = Set.of("oder");

    /// Verbs that say nothing beyond what stands beside them.
    private static final Set<String> VERB =
            Set.of(
                    "ist",
                    "sind",
                    "wird",
                    "werden",
                    "wurde",
                    "wurden",
                    "worden",
                    "hat",
                    "haben",
                    "lautet",
                    "betraegt",
                    "liegt",
                    "liegen",
                    "enthaelt",
                    "steht",
                    "sei");

    static final Set<String> FILLED =
            Set.of(
                    "ausgefuellt",
                    "befuellt",
                    "gefuellt",
                    "angegeben",
                    "eingegeben",
                    "erfasst",
                    "eingetragen",
                    "hochgeladen",
                    "beigefuegt",
                    "belegt",
                    "vorhanden");
    private static final Set<String> EMPTY = Set.of("leer", "unausgefuellt", "unbefuellt");
    static final Set<String> CHOSEN =
            Set.of("ausgewaehlt", "gewaehlt", "angekreuzt", "markiert", "selektiert");
    private static final Set<String> YES = Set.of("bejaht", "wahr", "angehakt");
    private static final Set<String> NO = Set.of("verneint", "falsch");

    private final RuleTokens tokens;
    private final RuleNames names;
    private final RuleValues values;
    private final RuleComparisons comparisons;
    private int calls;

    RuleConditions(RuleTokens tokens, RuleScope scope) {
        this.tokens = tokens;
        this.names = new RuleNames(tokens, scope);
        RuleDays days = new RuleDays(tokens);
        this.values = new RuleValues(tokens, days);
        this.comparisons = new RuleComparisons(tokens, names, values, days);
    }

    RuleNames names() {
        return names;
    }

    RuleValues values() {
        return values;
    }

    RuleComparisons comparisons() {
        return comparisons;
    }

    Condition condition() throws RuleMisread {
        if (++calls > MOST_CALLS) {
            throw new RuleMisread("its conditions lie too deep in each other");
        }
        List<Condition> parts = new ArrayList<>(List.of(test()));
        Set<String> joint = Set.of();
        while (true) {
            int mark = tokens.mark();
            tokens.sign(",");
            Set<String> here = tokens.isWord(AND) ? AND : tokens.isWord(OR) ? OR : Set.of();
            if (here.isEmpty()) {
                tokens.reset(mark);
                break;
            }
            if (!joint.isEmpty() && !joint.equals(here)) {
                throw new RuleMisread("UND and ODER without brackets");
            }
            joint = here;
            tokens.next();
            tokens.word("wenn");
            parts.add(test());
        }
        calls--;
        unambiguous(parts, joint.equals(AND));
        return parts.size() == 1
                ? parts.getFirst()
                : joint.equals(AND) ? new Condition.All(parts) : new Condition.Any(parts);
    }

    /// "<> 1 oder <> 2" always holds and "= 1 und = 2" never: somebody meant the other.
    private static void unambiguous(List<Condition> parts, boolean and) throws RuleMisread {
        Set<FieldPath> seen = new java.util.HashSet<>();
        for (Condition part : parts) {
            Condition plain = part instanceof Condition.Not(Condition inner) ? inner : part;
            boolean negative = part instanceof Condition.Not;
            boolean value =
                    plain instanceof Condition.Equals
                            || plain instanceof Condition.In
                            || (plain instanceof Condition.Compare(var _, Comparison c, var _)
                                    && c == Comparison.SAME);
            if (value && negative != and && !seen.add(plain.fields().iterator().next())) {
                throw new RuleMisread("it is not clear what 'und' and 'oder' mean for one field");
            }
        }
    }

    private Condition test() throws RuleMisread {
        if (tokens.sign("(")) {
            Condition inner = condition();
            if (!tokens.sign(")")) {
                throw new RuleMisread("a bracket is not closed before " + tokens.rest());
            }
            return inner;
        }
        if (tokens.word("entweder")) {
            throw new RuleMisread("'entweder' in a condition");
        }
        verbs();
        if (tokens.word("weder")) {
            return neither();
        }
        RuleNames.Named named = names.elements();
        verbs();
        Condition condition = predicate(named);
        verbs();
        return condition;
    }

    /// "weder F1 noch F2 ausgefüllt ist"
    private Condition neither() throws RuleMisread {
        List<FormPart> parts = new ArrayList<>(List.of(names.one()));
        while (tokens.word("noch")) {
            parts.add(names.one());
        }
        verbs();
        if (parts.size() < 2 || !tokens.word(FILLED)) {
            throw new RuleMisread("'weder' is not understood before " + tokens.rest());
        }
        verbs();
        List<Condition> none = new ArrayList<>();
        for (FormPart part : parts) {
            none.add(empty(part));
        }
        return Conditions.all(none);
    }

    private void verbs() {
        while (tokens.word(VERB)) {
            // "ausgewählt worden ist"
        }
    }

    /// The predicate for each of the elements, joined as they are.
    private Condition predicate(RuleNames.Named named) throws RuleMisread {
        int mark = tokens.mark();
        List<Condition> each = new ArrayList<>();
        for (FormPart part : named.parts()) {
            tokens.reset(mark);
            each.add(predicate(part));
        }
        if (each.size() == 1) {
            return each.getFirst();
        }
        if (named.or() && each.stream().anyMatch(RuleConditions::negative)) {
            throw new RuleMisread("it is not clear what 'oder' and 'nicht' mean together");
        }
        return named.or() ? new Condition.Any(each) : new Condition.All(each);
    }

    /// A negation, apart from "filled", which is no negation in German.
    private static boolean negative(Condition condition) {
        return condition instanceof Condition.Not(Condition inner)
                && !(inner instanceof Condition.Empty);
    }

    /// "kein Wert eingetragen", "eine Angabe gemacht", "mindestens ein Feld ausgefüllt".
    private Optional<Condition> anything(FormPart part) throws RuleMisread {
        int mark = tokens.mark();
        boolean none = tokens.word(Set.of("kein", "keine", "keinen"));
        boolean some =
                !none
                        && (tokens.words("mindestens ein")
                                || tokens.words("mindestens eine")
                                || tokens.word("ein")
                                || tokens.word("eine"));
        boolean noun =
                tokens.word(
                        Set.of(
                                "wert", "angabe", "eintrag", "eingabe", "auswahl", "feld",
                                "angaben", "antwort"));
        boolean said =
                (none || some)
                        && noun
                        && (tokens.word(FILLED)
                                || tokens.word(CHOSEN)
                                || tokens.word(Set.of("gemacht", "erfolgt", "getroffen"))
                                || (none && tokens.isWord(Set.of("hat", "enthaelt", "haben"))));
        if (!said) {
            tokens.reset(mark);
            return Optional.empty();
        }
        return Optional.of(negated(some, empty(part)));
    }

    private Condition predicate(FormPart part) throws RuleMisread {
        Optional<Condition> anything = anything(part);
        if (anything.isPresent()) {
            return anything.get();
        }
        boolean not = tokens.word("nicht");
        if (tokens.word(EMPTY)) {
            return negated(not, empty(part));
        }
        if (tokens.word(FILLED)) {
            return negated(!not, empty(part));
        }
        if (!(part instanceof FieldPart field)) {
            throw new RuleMisread("a group can only be empty or filled: " + tokens.rest());
        }
        boolean flag = field.field().type() instanceof FieldType.Flag;
        if (flag && (tokens.word(YES) || tokens.word(CHOSEN))) {
            return negated(not, RuleValues.flag(field, true));
        }
        if (flag && tokens.word(NO)) {
            return negated(not, RuleValues.flag(field, false));
        }
        if (tokens.word(CHOSEN)) {
            return negated(!not, empty(part));
        }
        Optional<Comparison> comparison = comparisons.comparison();
        if (comparison.isPresent()) {
            if (not) {
                throw new RuleMisread("'nicht' before a comparison");
            }
            return comparisons.compared(field, comparison.get()).what();
        }
        return equal(field, not);
    }

    private Condition equal(FieldPart field, boolean not) throws RuleMisread {
        boolean unequal = tokens.sign("<>") || tokens.sign("!=") || tokens.word("ungleich");
        boolean sign = unequal || tokens.sign("=") || tokens.sign("==") || tokens.word("gleich");
        if (sign) {
            boolean isNot = tokens.word("nicht");
            if (tokens.word(EMPTY) || tokens.emptyQuotes()) {
                return negated(unequal ^ isNot ^ not, empty(field));
            }
            if (isNot) {
                throw new RuleMisread("'nicht' after a sign");
            }
        }
        boolean with = !sign && (tokens.word("mit") || tokens.word("auf"));
        tokens.word("dem");
        boolean one =
                tokens.words("einen der") || tokens.words("einer der") || tokens.words("eine der");
        tokens.word(Set.of("den", "der", "die"));
        tokens.word(
                Set.of(
                        "wert",
                        "werte",
                        "auspraegung",
                        "auspraegungen",
                        "eintrag",
                        "antwort",
                        "option",
                        "code",
                        "auswahl"));
        boolean weder = tokens.word("weder");
        List<Condition> any = values.alternatives(field, weder ? "noch" : "oder");
        if (any.size() > 1 && (unequal || not)) {
            throw new RuleMisread("it is not clear what '<>' and 'oder' mean together");
        }
        if (one && any.size() < 2) {
            throw new RuleMisread("'eine der' with one value");
        }
        boolean said = tokens.word(CHOSEN) || tokens.word(FILLED);
        if (with
                && !said
                && !tokens.word(Set.of("beantwortet", "gesetzt", "bestaetigt", "steht"))) {
            throw new RuleMisread(tokens.rest() + " is not understood");
        }
        Condition equal = any.size() == 1 ? any.getFirst() : RuleValues.joined(any);
        return negated(unequal ^ not ^ weder, equal);
    }

    private static Condition negated(boolean not, Condition condition) {
        return not ? new Condition.Not(condition) : condition;
    }

    /// Whether a field, or every field of a group that citizens answer, is empty.
    static Condition empty(FormPart part) throws RuleMisread {
        List<Condition> all = new ArrayList<>();
        for (FieldPart field : RuleScope.answered(part)) {
            all.add(new Condition.Empty(field.path()));
        }
        if (all.isEmpty() || all.size() > 200) {
            throw new RuleMisread("the group " + part.path().id() + " has no fields, or too many");
        }
        return all.size() == 1 ? all.getFirst() : new Condition.All(all);
    }
}
