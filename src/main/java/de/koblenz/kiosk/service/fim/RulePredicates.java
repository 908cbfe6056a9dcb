package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.service.fim.FormPart.FieldPart;
import de.koblenz.kiosk.service.fim.RuleValues.Alternatives;
import de.koblenz.kiosk.service.form.Condition;
import de.koblenz.kiosk.service.form.Condition.Comparison;
import de.koblenz.kiosk.service.form.FieldType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What conditions of rule sentences say of one element: `leer ist`, `den Wert 001 hat`, `größer als 3 ist`.
///
/// ```
/// predicate := { verb } ( "leer" | "ausgefüllt" | "keine Angabe" … | distance from today | comparison value
///            | { "den" | "Wert" | "mit" | sign } value { "oder" value } [ "nicht" ] [ participle ] ) { verb }
/// ```
final class RulePredicates {
    private static final RulePhrases NONE = RulePhrases.of("kein|keine|keinen|keinerlei", "ohne");
    private static final RulePhrases SOME =
            RulePhrases.of(
                    "mindestens|irgendein|irgendeine ein|eine|einen",
                    "irgendein|irgendeine|irgendeinen",
                    "ein|eine|einen");
    private static final Set<String> SAID_OF =
            Set.of(
                    "mit",
                    "auf",
                    "als",
                    "den",
                    "dem",
                    "der",
                    "die",
                    "das",
                    "wert",
                    "werte",
                    "auspraegung",
                    "auspraegungen",
                    "eintrag",
                    "antwort",
                    "option",
                    "optionen",
                    "auswahl",
                    "auswahlwert",
                    "wahl",
                    "angabe",
                    "inhalt",
                    "gleich",
                    "identisch",
                    "folgenden");
    private static final RulePhrases ONE_OF =
            RulePhrases.of(
                    "einen|einer|eine|eines|einem der|dieser|von? beiden|folgenden|genannten? werte|werten|auspraegungen|optionen|codes|antworten|eintraege|schluessel|auswahlmoeglichkeiten?",
                    "in|aus");
    private static final RulePhrases OTHER_THAN =
            RulePhrases.of(
                    "einen|eine anderen|andere wert|eintrag|auspraegung|option|auswahl|antwort|code|angabe als",
                    "einen|eine anderen|andere als den? wert|eintrag|auspraegung|option|antwort|code",
                    "etwas anderes als",
                    "anders als");
    private static final RulePhrases NONE_OF =
            RulePhrases.of(
                    "keinen|keiner|keine|keines|keinem der beiden|folgenden|genannten? werte|werten|auspraegungen|optionen|codes|antworten|eintraege|schluessel?");

    private final RuleTokens tokens;
    private final RuleNames names;
    private final RuleValues values;
    private final RuleComparisons comparisons;

    RulePredicates(
            RuleTokens tokens, RuleNames names, RuleValues values, RuleComparisons comparisons) {
        this.tokens = tokens;
        this.names = names;
        this.values = values;
        this.comparisons = comparisons;
    }

    private Optional<Condition> before = Optional.empty();
    private static final RulePhrases ALL_OTHERS =
            RulePhrases.of(
                    "alle anderen|uebrigen moeglichen? auspraegungen|werte|codes|eintraege|optionen|auswahlmoeglichkeiten der? codeliste|liste|auswahl?");

    /// What the sentence before asked, for "= alle anderen Ausprägungen".
    void follow(Optional<Condition> asked) {
        before = asked;
    }

    /// What is said.
    ///
    /// @param denied whether the sentence says "nicht" or "kein"
    /// @param open whether an "oder" within it could reach further
    record Predicate(Condition condition, boolean denied, boolean open) {}

    private static Predicate closed(Condition condition, boolean denied) {
        return new Predicate(condition, denied, false);
    }

    /// Takes verbs that say nothing by themselves.
    boolean verbs() {
        boolean any = false;
        while (tokens.word(RuleAnswers.VERB)) {
            // "ausgewählt worden ist"
            any = true;
        }
        return any;
    }

    private void adverbs() {
        while (tokens.word(
                Set.of("auch", "jeweils", "bereits", "ebenfalls", "zusaetzlich", "hier"))) {
            // They say nothing of the answer.
        }
    }

    /// What is said of an element here.
    Predicate predicate(FormPart part) throws RuleMisread {
        int start = tokens.mark();
        boolean contains = tokens.isWord(RuleAnswers.CONTAINS);
        verbs();
        adverbs();
        Optional<Predicate> anything = anything(part);
        if (anything.isPresent()) {
            return anything.get();
        }
        boolean not = tokens.word("nicht");
        if (tokens.word(RuleAnswers.EMPTY)) {
            return closed(negated(not, empty(part)), not);
        }
        if (tokens.word(RuleAnswers.FILLED)) {
            return closed(negated(!not, empty(part)), not);
        }
        if (!not && (tokens.word(Set.of("fehlt", "fehlen")) || tokens.words("nichts angegeben"))) {
            return closed(empty(part), true);
        }
        if (!(part instanceof FieldPart field)) {
            throw new RuleMisread("a group can only be empty or filled: " + tokens.rest());
        }
        boolean flag = field.field().type() instanceof FieldType.Flag;
        if (flag && flagged()) {
            boolean yes = !tokens.isWord(RuleAnswers.NO);
            tokens.next();
            restated(field, yes ^ not);
            return closed(negated(not, RuleValues.flag(field, yes)), not);
        }
        if (tokens.word(RuleAnswers.CHOSEN)) {
            return closed(negated(!not, empty(part)), not);
        }
        Optional<RuleComparisons.Compared> tense = comparisons.tense(field, false);
        if (tense.isPresent()) {
            return ordered(tense.get(), not);
        }
        Optional<Comparison> comparison = comparisons.comparison(field);
        if (comparison.isPresent()) {
            return ordered(comparisons.compared(field, comparison.get()), not);
        }
        Optional<RuleComparisons.Compared> range = comparisons.range(field, not);
        if (range.isPresent()) {
            return closed(range.get().what(), false);
        }
        Optional<Predicate> beyond = not ? Optional.empty() : beyond(field);
        if (beyond.isPresent()) {
            return beyond.get();
        }
        boolean text = field.field().type() instanceof FieldType.Text;
        if (contains && text && tokens.mark() == start + 1 && tokens.is(RuleToken.Kind.QUOTED)) {
            throw new RuleMisread("it is not clear whether 'enthält' means a part of the text");
        }
        return equal(field, not);
    }

    static final RulePhrases OR_MORE =
            RulePhrases.of("oder|und mehr|groesser|hoeher|darueber", "oder spaeter|danach");
    static final RulePhrases OR_LESS =
            RulePhrases.of("oder|und weniger|kleiner|niedriger|darunter", "oder frueher|davor");

    /// "500 Euro übersteigt"; nothing is taken where that is not said.
    private Optional<Predicate> beyond(FieldPart field) {
        int mark = tokens.mark();
        try {
            Condition more = comparisons.compared(field, Comparison.MORE).what();
            if (tokens.word(Set.of("uebersteigt", "ueberschreitet"))) {
                return Optional.of(closed(more, false));
            }
            tokens.reset(mark);
            Condition least = comparisons.compared(field, Comparison.AT_LEAST).what();
            if (tokens.take(OR_MORE)) {
                return Optional.of(closed(least, false));
            }
            tokens.reset(mark);
            Condition most = comparisons.compared(field, Comparison.AT_MOST).what();
            if (tokens.take(OR_LESS)) {
                return Optional.of(closed(most, false));
            }
            tokens.reset(mark);
            Condition less = comparisons.compared(field, Comparison.LESS).what();
            if (tokens.word("unterschreitet")) {
                return Optional.of(closed(less, false));
            }
        } catch (RuleMisread _) {
            // Then it is something else.
        }
        tokens.reset(mark);
        return Optional.empty();
    }

    private static Predicate ordered(RuleComparisons.Compared compared, boolean not)
            throws RuleMisread {
        if (not) {
            // Of an empty field "not more than 3" may or may not be said.
            throw new RuleMisread("'nicht' before a comparison");
        }
        return closed(compared.what(), false);
    }

    private boolean flagged() {
        // "wahr" behind a verb is a value, and so may have others behind it
        return (tokens.isWord(RuleAnswers.YES)
                        || tokens.isWord(RuleAnswers.NO)
                        || tokens.isWord(RuleAnswers.CHOSEN))
                && !tokens.peek(1).plain().equals("oder");
    }

    /// "verneint wird (= false)"
    private void restated(FieldPart field, boolean yes) throws RuleMisread {
        int mark = tokens.mark();
        verbs();
        if (tokens.sign("(") && tokens.sign("=")) {
            if (!values.value(field).equals(RuleValues.flag(field, yes)) || !tokens.sign(")")) {
                throw new RuleMisread("it says two things of " + field.path().id());
            }
            return;
        }
        tokens.reset(mark);
    }

    /// "kein Wert eingetragen", "eine Angabe gemacht", "mindestens ein Feld ausgefüllt", "ohne Angabe".
    private Optional<Predicate> anything(FormPart part) throws RuleMisread {
        int mark = tokens.mark();
        boolean none = tokens.take(NONE);
        boolean some = !none && tokens.take(SOME);
        boolean noun =
                tokens.word(RuleAnswers.ANSWER)
                        || (!(part instanceof FieldPart) && tokens.words("feld"))
                        || (!(part instanceof FieldPart) && tokens.words("datenfeld"));
        boolean nothing = !none && !some && tokens.word("nichts");
        boolean something = !none && !some && !nothing && tokens.word("etwas");
        boolean plural = !none && !some && tokens.before(1, Set.of("angaben", "eintraege"));
        boolean said = ((none || some || plural) && noun) || nothing || something;
        if (said) {
            said =
                    tokens.word(RuleAnswers.FILLED)
                            || tokens.word(RuleAnswers.CHOSEN)
                            || tokens.word(RuleAnswers.MADE)
                            || tokens.isWord(RuleAnswers.VERB)
                            || tokens.isSign(",");
        }
        if (!said) {
            tokens.reset(mark);
            return Optional.empty();
        }
        boolean empty = none || nothing;
        return Optional.of(closed(negated(!empty, empty(part)), empty));
    }

    private Predicate equal(FieldPart field, boolean not) throws RuleMisread {
        boolean unequal = false;
        boolean sign = false;
        boolean list = false;
        boolean none = false;
        boolean either = false;
        boolean with = false;
        boolean more = true;
        while (more) {
            boolean un = tokens.sign("<>") || tokens.word("ungleich");
            if (un || tokens.sign("=")) {
                if (sign) {
                    throw new RuleMisread("two signs before " + tokens.rest());
                }
                sign = true;
                unequal = un;
            } else if (!sign && tokens.take(OTHER_THAN)) {
                sign = true;
                unequal = true;
            } else if (tokens.word("entweder")) {
                either = true;
            } else if (tokens.take(NONE_OF)) {
                none = true;
            } else if (tokens.take(ONE_OF)) {
                list = true;
            } else {
                with |= tokens.isWord(Set.of("mit", "auf", "als"));
                sign |= tokens.isWord("gleich");
                boolean as = tokens.isWord("als");
                more = tokens.word(SAID_OF) || (!sign && verbs());
                if (as && kindOf(field)) {
                    tokens.next();
                }
            }
        }
        if (sign && !unequal && !not && tokens.take(ALL_OTHERS)) {
            Condition other =
                    before.filter(asked ->
                                    asked instanceof Condition.Equals
                                            || asked instanceof Condition.In)
                            .filter(asked -> asked.fields().equals(Set.of(field.path())))
                            .orElseThrow(() -> new RuleMisread("it is not clear which others"));
            return closed(new Condition.Not(other), true);
        }
        if (sign && !unequal && !not && names.isHere()) {
            return closed(comparisons.compared(field, Comparison.SAME).what(), false);
        }
        if (tokens.word(Set.of("leer", "leerwert")) || tokens.emptyQuotes()) {
            return closed(negated(unequal ^ not, empty(field)), unequal ^ not);
        }
        if (tokens.words("nicht leer") && !not) {
            return closed(negated(!unequal, empty(field)), !unequal);
        }
        boolean neither = tokens.word("weder");
        boolean apart = !sign && tokens.word("von");
        unequal |= apart;
        Alternatives said = values.alternatives(field, neither ? "noch" : "oder", list || none);
        boolean several = said.any().size() > 1;
        boolean behind = tokens.words("nicht");
        if (apart && !tokens.word(Set.of("abweicht", "verschieden"))) {
            throw new RuleMisread(tokens.rest() + " is not understood");
        }
        boolean participle =
                tokens.word(RuleAnswers.CHOSEN)
                        || tokens.word(RuleAnswers.FILLED)
                        || tokens.word(
                                Set.of("gesetzt", "bestaetigt", "gestellt", "getroffen", "belegt"));
        int denials =
                (unequal ? 1 : 0)
                        + (not ? 1 : 0)
                        + (neither ? 1 : 0)
                        + (none ? 1 : 0)
                        + (behind ? 1 : 0);
        if (either && (denials > 0 || !several)) {
            throw new RuleMisread("it is not clear what 'entweder' means");
        }
        if (denials > 1 || (behind && !participle)) {
            throw new RuleMisread("it is denied twice, or not clearly");
        }
        boolean denied = unequal || not || behind;
        if (said.all() && !denied) {
            throw new RuleMisread("one field cannot have all of several values");
        }
        if (several && denied && !list && !said.all()) {
            throw new RuleMisread("it is not clear what '<>' and 'oder' mean together");
        }
        if ((list || none) && !several && !tokens.word("enthalten")) {
            throw new RuleMisread("'eine der' with one value");
        }
        Set<String> stands = Set.of("steht", "stehen", "lautet", "faellt", "fiel");
        if (with && !participle && !tokens.isWord(stands) && !tokens.before(16, stands)) {
            throw new RuleMisread(tokens.rest() + " is not understood");
        }
        boolean verb = tokens.isWord(RuleAnswers.VERB);
        return new Predicate(
                negated(denials == 1, said.joined()),
                denials == 1,
                said.open() && !participle && !verb && !list && !none && !neither && !either);
    }

    /// Whether the next word says what kind of thing the field asks for: "als Wohnungsart 002".
    private boolean kindOf(FieldPart field) {
        RuleToken word = tokens.peek();
        return word.kind() == RuleToken.Kind.WORD
                && !RuleNouns.general(word.plain())
                && RuleNouns.akin(names.words(field), word.plain())
                && field.values().stream()
                        .noneMatch(value -> RuleToken.plain(value.name()).equals(word.plain()));
    }

    static Condition negated(boolean not, Condition condition) {
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
