package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.service.fim.RulePredicates.Predicate;
import de.koblenz.kiosk.service.form.Condition;
import de.koblenz.kiosk.service.form.Condition.Comparison;
import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.service.form.FieldType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Conditions of rule sentences.
///
/// ```
/// condition := test { "UND" test } | test { "ODER" test }         mixed only with brackets
/// test      := [ "nicht" ] "(" condition ")" | [ "nicht" ] elements predicate | value "in" element participle
///            | "weder" element "noch" element predicate | number "der Felder" elements predicate
///            | predicate                                          of the element before
/// ```
///
/// What one element's predicate is: [RulePredicates].
final class RuleConditions {
    private static final int MOST_CALLS = 20;

    static final Set<String> AND = Set.of("und", "sowie");
    static final Set<String> OR = Set.of("oder");

    private static final RulePhrases SOME_OF =
            RulePhrases.of(
                    "mindestens|wenigstens ein|eine|eines|eins|einer der|von|dieser beiden|folgenden?",
                    "ein|eine|eines|eins der beiden|folgenden?");
    private static final RulePhrases NONE_OF =
            RulePhrases.of("kein|keine|keines|keins|keiner der|von|dieser beiden|folgenden?");
    private static final RulePhrases CONJOINED =
            RulePhrases.of(
                    "zugleich|gleichzeitig|zusaetzlich|ausserdem|auch|aber wenn|falls|sofern?",
                    "wenn|falls|sofern");

    private static final RulePhrases SIGNS = RulePhrases.of("<|>|<=|>=|=|<>");
    private static final RulePhrases OWN =
            RulePhrases.of(
                    "<|>|<=|>=|=|<>",
                    "ungleich|gleich|groesser|kleiner|leer|nicht|mindestens|hoechstens|ausgefuellt");

    private final RuleTokens tokens;
    private final RuleNames names;
    private final RuleComparisons comparisons;
    private final RuleValues values;
    private final RulePredicates predicates;
    private final RuleChosen chosen;
    private final RuleAges ages;
    private final RuleProse prose;
    private final RuleEllipses ellipses;
    private final RuleSeveral severals;
    private int calls;
    private boolean elliptic;
    private Optional<FormPart> subject = Optional.empty();

    RuleConditions(RuleTokens tokens, RuleScope scope) {
        this.tokens = tokens;
        this.names = new RuleNames(tokens, scope);
        RuleDays days = new RuleDays(tokens);
        this.values = new RuleValues(tokens, days);
        this.comparisons = new RuleComparisons(tokens, names, values, days);
        this.predicates = new RulePredicates(tokens, names, values, comparisons);
        this.chosen = new RuleChosen(tokens, names, values, predicates);
        this.ages = new RuleAges(tokens, names, this::condition);
        this.severals = new RuleSeveral(tokens, names, predicates);
        this.ellipses = new RuleEllipses(tokens, names, values, predicates);
        this.prose = new RuleProse(tokens, names, this::condition, this::picked);
    }

    RuleAges ages() {
        return ages;
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

    /// One part of a condition.
    ///
    /// @param joint what joins the parts within it without brackets; empty where nothing does
    /// @param not whether it begins with "nicht", which could reach further
    private record Test(Condition condition, Set<String> joint, boolean not) {
        Test {
            joint = Set.copyOf(joint);
        }

        static Test of(Condition condition) {
            return new Test(condition, Set.of(), false);
        }
    }

    /// A condition that may leave out its element where one before spoke of one alone: "… wenn <> 'ja', dann …".
    Condition continued(Optional<Condition> before) throws RuleMisread {
        predicates.follow(before);
        Optional<Condition> again = ellipses.values(before);
        elliptic = again.isPresent();
        if (elliptic) {
            return again.get();
        }
        boolean one = before.filter(condition -> condition.fields().size() == 1).isPresent();
        return condition(one && tokens.isAt(SIGNS));
    }

    Condition condition() throws RuleMisread {
        return condition(false);
    }

    /// Whether the last condition was no more than values of the element before: "bei 02 und 03".
    boolean elliptic() {
        return elliptic;
    }

    /// Everyday words and what they mean in brackets; nothing is taken where that is not said.
    Optional<Condition> prose() {
        return prose.condition();
    }

    private Condition condition(boolean continued) throws RuleMisread {
        if (++calls > MOST_CALLS) {
            throw new RuleMisread("its conditions lie too deep in each other");
        }
        List<Test> tests = new ArrayList<>(List.of(test(continued)));
        Set<String> joint = Set.of();
        while (true) {
            Optional<Condition> contrary = ellipses.contrary(tests.getLast().condition());
            if (contrary.isPresent()) {
                if (joint.equals(OR)) {
                    throw new RuleMisread("UND and ODER without brackets");
                }
                joint = AND;
                tests.add(Test.of(contrary.get()));
                continue;
            }
            int mark = tokens.mark();
            tokens.sign(",");
            Set<String> here = tokens.isWord(AND) ? AND : tokens.isWord(OR) ? OR : Set.of();
            if (here.isEmpty() || (here.equals(AND) && another())) {
                tokens.reset(mark);
                break;
            }
            if (!joint.isEmpty() && !joint.equals(here)) {
                throw new RuleMisread("UND and ODER without brackets");
            }
            joint = here;
            tokens.next();
            tokens.take(CONJOINED);
            tests.add(test(true));
        }
        calls--;
        for (int i = 0; i < tests.size(); i++) {
            Test test = tests.get(i);
            boolean mixed = !test.joint().isEmpty() && !test.joint().equals(joint);
            if (tests.size() > 1 && mixed) {
                throw new RuleMisread("UND and ODER without brackets");
            }
            if (test.not() && i < tests.size() - 1) {
                throw new RuleMisread("it is not clear how far 'nicht' reaches");
            }
        }
        List<Condition> parts = tests.stream().map(Test::condition).toList();
        unambiguous(parts, joint.equals(AND));
        return parts.size() == 1
                ? parts.getFirst()
                : joint.equals(AND) ? new Condition.All(parts) : new Condition.Any(parts);
    }

    /// Whether "und" begins another sentence: "… und wenn F2 = 'nein', dann …" or "und umgekehrt".
    private boolean another() {
        return tokens.peek(1).plain().equals("umgekehrt");
    }

    /// "<> 1 oder <> 2" always holds and "= 1 und = 2" never: somebody meant the other.
    private static void unambiguous(List<Condition> parts, boolean and) throws RuleMisread {
        Set<FieldPath> seen = new HashSet<>();
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

    private Test test(boolean further) throws RuleMisread {
        if (tokens.sign("(")) {
            return Test.of(bracketed());
        }
        if (tokens.isWord("nicht") && tokens.peek(1).text().equals("(")) {
            tokens.next();
            tokens.next();
            return Test.of(new Condition.Not(bracketed()));
        }
        if (tokens.word("entweder")) {
            throw new RuleMisread("'entweder' in a condition");
        }
        Optional<Test> again = further ? again() : Optional.empty();
        if (again.isPresent()) {
            return again.get();
        }
        Optional<Condition> age = ages.condition();
        if (age.isPresent()) {
            return Test.of(age.get());
        }
        Optional<Condition> inWords = prose.condition();
        if (inWords.isPresent()) {
            subject = Optional.empty();
            return Test.of(inWords.get());
        }
        Optional<Test> verbFirst = verbFirst();
        if (verbFirst.isPresent()) {
            return verbFirst.get();
        }
        int es = tokens.mark();
        if (tokens.word("es") && !predicates.verbs()) {
            tokens.reset(es);
        }
        predicates.verbs();
        tokens.word(Set.of("hingegen", "dagegen", "jedoch", "aber", "allerdings"));
        person();
        if (tokens.word("weder")) {
            subject = Optional.empty();
            return Test.of(severals.neither());
        }
        boolean not = tokens.word("nicht");
        boolean some = !not && tokens.take(SOME_OF);
        boolean none = !not && !some && tokens.take(NONE_OF);
        if (some || none) {
            subject = Optional.empty();
            return Test.of(severals.counted(some));
        }
        if (!not) {
            Optional<RuleChosen.Said> chosen = this.chosen.said(false);
            if (chosen.isPresent()) {
                subject = Optional.of(chosen.get().part());
                return Test.of(chosen.get().condition());
            }
        }
        RuleNames.Named named = names.elements();
        boolean several = named.parts().size() > 1;
        if (not && several) {
            throw new RuleMisread("it is not clear how far 'nicht' reaches");
        }
        Predicate said = severals.predicate(named);
        predicates.verbs();
        if (not && said.denied()) {
            throw new RuleMisread("it is denied twice");
        }
        subject = several ? Optional.empty() : Optional.of(named.parts().getFirst());
        Set<String> joint = several ? (named.or() ? OR : AND) : said.open() ? OR : Set.of();
        return new Test(RulePredicates.negated(not, said.condition()), joint, not);
    }

    private static final RulePhrases PERSON =
            RulePhrases.of(
                    "die|der antragstellende? person|antragsteller|antragstellerin|nutzer|nutzerin in|im|bei|unter|zu");

    /// "der Antragsteller in F1 …": who answers.
    private void person() {
        int mark = tokens.mark();
        boolean said = tokens.take(PERSON);
        tokens.reset(mark);
        while (said && !tokens.isWord(Set.of("in", "im", "bei", "unter", "zu"))) {
            tokens.next();
        }
        if (said && !names.isHere()) {
            tokens.reset(mark);
        }
    }

    /// "Fehlt F1", "Übersteigt F1 500 Euro".
    private Optional<Test> verbFirst() throws RuleMisread {
        int mark = tokens.mark();
        if (tokens.word("trifft")) {
            if (names.one() instanceof FormPart.FieldPart field
                    && field.field().type() instanceof FieldType.Flag) {
                boolean not = tokens.word("nicht");
                if (tokens.word("zu")) {
                    return Optional.of(
                            Test.of(RulePredicates.negated(not, RuleValues.flag(field, true))));
                }
            }
            tokens.reset(mark);
            throw new RuleMisread("'trifft' without 'zu'");
        }
        if (tokens.word("weist")) {
            Predicate said = predicates.predicate(names.one());
            if (said.open() || !tokens.word("auf")) {
                throw new RuleMisread("'weist' without 'auf'");
            }
            return Optional.of(Test.of(said.condition()));
        }
        if (tokens.word("weicht")) {
            if (!(names.one() instanceof FormPart.FieldPart field) || !tokens.word("von")) {
                throw new RuleMisread("'weicht' without 'von'");
            }
            Condition value = values.value(field);
            if (!tokens.word("ab")) {
                throw new RuleMisread("'weicht' without 'ab'");
            }
            return Optional.of(Test.of(new Condition.Not(value)));
        }
        if (tokens.word(Set.of("fehlt", "fehlen"))) {
            RuleNames.Named named = names.elements();
            List<Condition> empty = new ArrayList<>();
            for (FormPart part : named.parts()) {
                empty.add(RulePredicates.empty(part));
            }
            if (named.or() || !named.said()) {
                throw new RuleMisread("it is not clear which of several is missing");
            }
            return Optional.of(
                    new Test(Conditions.all(empty), empty.size() > 1 ? AND : Set.of(), false));
        }
        boolean more = tokens.word(Set.of("uebersteigt", "ueberschreitet"));
        if (!more && !tokens.word("unterschreitet")) {
            return Optional.empty();
        }
        if (!(names.one() instanceof FormPart.FieldPart field)) {
            throw new RuleMisread("a comparison of a group");
        }
        return Optional.of(
                Test.of(
                        comparisons
                                .compared(field, more ? Comparison.MORE : Comparison.LESS)
                                .what()));
    }

    /// "Auswahl von 'Sonstiges' in F1": the value that is chosen and its element, without a verb.
    Condition picked() throws RuleMisread {
        return chosen.said(true)
                .map(RuleChosen.Said::condition)
                .orElseThrow(() -> new RuleMisread(tokens.rest() + " is not understood"));
    }

    private Condition bracketed() throws RuleMisread {
        Condition inner = condition();
        subject = Optional.empty();
        if (!tokens.sign(")")) {
            throw new RuleMisread("a bracket is not closed before " + tokens.rest());
        }
        return inner;
    }

    /// "… und ungleich 004", "… oder leer": a predicate of the element before, which must say by itself that it is one.
    private Optional<Test> again() throws RuleMisread {
        int mark = tokens.mark();
        boolean verb = predicates.verbs();
        boolean own = tokens.isAt(OWN);
        boolean spoken =
                own
                        && !names.isHere()
                        && !tokens.isAt(SOME_OF)
                        && !(tokens.isWord("nicht") && namedBehindNot());
        if (subject.isEmpty() || !spoken) {
            tokens.reset(mark);
            return Optional.empty();
        }
        Predicate said = predicates.predicate(subject.get());
        boolean closed = predicates.verbs() || verb;
        return Optional.of(
                new Test(said.condition(), said.open() && !closed ? OR : Set.of(), false));
    }

    private boolean namedBehindNot() {
        int mark = tokens.mark();
        tokens.next();
        boolean here = names.isHere();
        tokens.reset(mark);
        return here;
    }
}
