package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.service.fim.FormPart.FieldPart;
import de.koblenz.kiosk.service.fim.RuleAct.Check;
import de.koblenz.kiosk.service.fim.RuleComparisons.Compared;
import de.koblenz.kiosk.service.fim.RuleValues.Alternatives;
import de.koblenz.kiosk.service.form.Condition;
import de.koblenz.kiosk.service.form.Condition.Comparison;
import de.koblenz.kiosk.service.form.Condition.Operand;
import de.koblenz.kiosk.service.form.FieldType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What an answer must be like by a rule sentence, behind its verb: `nach F1 liegen`, `größer als 3 sein`.
final class RuleChecks {
    static final Set<String> BE =
            Set.of(
                    "sein",
                    "werden",
                    "bleiben",
                    "liegen",
                    "betragen",
                    "haben",
                    "lauten",
                    "beginnen",
                    "enden",
                    "stehen",
                    "stattfinden",
                    "erfolgen",
                    "annehmen",
                    "enthalten",
                    "aufweisen",
                    "zurueckliegen");
    private static final RulePhrases AND_ALSO =
            RulePhrases.of(", aber|jedoch|und", "und aber|zugleich|gleichzeitig?", ",");
    private static final RulePhrases ONE_OF =
            RulePhrases.of(
                    "einen|einer|eine|eines der|dieser folgenden? werte|werten|auspraegungen|optionen?",
                    "die werte|auspraegungen");
    static final RulePhrases VALUE =
            RulePhrases.of(
                    "mit? den|dem|der|die|auf|als? wert|auspraegung|option|eintrag|code",
                    "mit wert|auspraegung|option|eintrag|code",
                    "den|dem|der|die|auf|als");
    static final RulePhrases SET =
            RulePhrases.of(
                    "ausgewaehlt|gewaehlt|gesetzt|angegeben|eingetragen|belegt|befuellt sein|werden");
    private static final RulePhrases ANSWERED =
            RulePhrases.of("beantwortet|besetzt|markiert sein|werden");
    private static final RulePhrases SAME =
            RulePhrases.of("uebereinstimmen", "identisch sein", "gleich sein", "entsprechen");

    private final RuleTokens tokens;
    private final RuleConditions conditions;
    private final RuleNames names;
    private final RuleValues values;
    private final RuleComparisons comparisons;
    private final RuleSpans spans;
    private final RuleSequences sequences;

    RuleChecks(RuleTokens tokens, RuleConditions conditions) {
        this.tokens = tokens;
        this.conditions = conditions;
        this.names = conditions.names();
        this.values = conditions.values();
        this.comparisons = conditions.comparisons();
        this.sequences = new RuleSequences(tokens, names, comparisons);
        this.spans = new RuleSpans(tokens, names, values, comparisons);
    }

    /// What must hold, each comparison by itself: it is not looked at while a field that it compares is empty.
    ///
    /// @param not whether the sentence forbids it
    List<Check> checks(FieldPart field, boolean not) throws RuleMisread {
        Optional<Compared> first = order(field, not);
        if (first.isEmpty()) {
            return List.of(equal(field, not));
        }
        List<Check> all = new ArrayList<>(List.of(check(first.get())));
        while (true) {
            tokens.word(BE);
            int mark = tokens.mark();
            // "nicht vor F1 und nicht nach F2"; without the second "nicht" it would not be clear
            // what is forbidden
            boolean also =
                    (not && tokens.word("oder"))
                            || (tokens.take(AND_ALSO) && tokens.word("nicht") == not);
            Optional<Compared> next = also ? order(field, not) : Optional.empty();
            if (next.isEmpty()) {
                tokens.reset(mark);
                break;
            }
            all.add(check(next.get()));
        }
        if (first.get().what() instanceof Condition.All) {
            comparisons.included();
        }
        return all;
    }

    /// "weder vor F1 noch in der Zukunft liegen"
    List<Check> neither(FieldPart field) throws RuleMisread {
        List<Check> all = new ArrayList<>();
        do {
            all.add(
                    check(
                            order(field, true)
                                    .orElseThrow(
                                            () -> new RuleMisread("'weder' is not understood"))));
        } while (tokens.word("noch"));
        if (all.size() < 2 || !tokens.word(BE)) {
            throw new RuleMisread("'weder' is not understood");
        }
        return all;
    }

    RuleSpans spans() {
        return spans;
    }

    /// What must hold of each of several: "F1 und F2 dürfen nicht negativ sein".
    ///
    /// @param said whether "und" joins them
    /// @param apart whether the sentence says that each is meant by itself, so that a number is no limit of their sum
    List<Check> each(List<FormPart> parts, boolean not, boolean said, boolean apart)
            throws RuleMisread {
        if (!said || parts.size() < 2) {
            throw new RuleMisread("a comparison of several elements");
        }
        List<Check> all = new ArrayList<>();
        int mark = tokens.mark();
        int end = mark;
        for (FormPart part : parts) {
            tokens.reset(mark);
            if (!(part instanceof FieldPart field)) {
                throw new RuleMisread("a comparison of several elements");
            }
            List<Check> checks = checks(field, not);
            for (Check check : checks) {
                boolean ordered =
                        check.what() instanceof Condition.Compare(var _, var how, var with)
                                && how != Comparison.SAME
                                && (apart
                                        || RuleComparisons.isDay(field)
                                        || with.equals(new Operand.Value("0")));
                boolean value = !not && !(check.what() instanceof Condition.Compare);
                if (!ordered && !value) {
                    throw new RuleMisread("a comparison of several elements");
                }
            }
            if (!all.isEmpty() && tokens.mark() != end) {
                throw new RuleMisread("a comparison of several elements");
            }
            end = tokens.mark();
            all.addAll(checks);
        }
        return all;
    }

    /// "nur ein Datum nach F1", "nur der Code 11".
    Check allowed(FieldPart field) throws RuleMisread {
        Optional<Compared> order = order(field, false);
        if (order.isPresent()) {
            return check(order.get());
        }
        Alternatives any = values.alternatives(field, "oder", true);
        return new Check(List.of(field.path()), any.joined());
    }

    static Check check(Compared compared) {
        return new Check(compared.fields().stream().distinct().toList(), compared.what());
    }

    /// How the answer stands to another or to a value; nothing is taken where that is not said.
    private Optional<Compared> order(FieldPart field, boolean not) throws RuleMisread {
        Optional<Compared> tense = comparisons.tense(field, not);
        if (tense.isPresent()) {
            return tense;
        }
        if (RuleComparisons.isNumber(field) && tokens.word("positiv")) {
            return Optional.of(toNothing(field, not ? Comparison.AT_MOST : Comparison.MORE));
        }
        if (RuleComparisons.isNumber(field) && tokens.word("negativ")) {
            return Optional.of(toNothing(field, not ? Comparison.AT_LEAST : Comparison.LESS));
        }
        Optional<Compared> kind = spans.kind(field);
        if (kind.isPresent()) {
            return not ? Optional.of(opposite(kind.get())) : kind;
        }
        if (!not) {
            Optional<Compared> sequence = sequences.sequence(field);
            if (sequence.isPresent()) {
                return sequence;
            }
        }
        int mark = tokens.mark();
        Optional<Compared> range = comparisons.range(field, not);
        if (range.isPresent()) {
            return range;
        }
        Optional<Comparison> comparison = comparisons.comparison(field);
        if (comparison.isPresent()) {
            Compared compared =
                    comparisons.compared(
                            field,
                            not ? RuleComparisons.opposite(comparison.get()) : comparison.get());
            return Optional.of(not ? compared : widened(compared));
        }
        tokens.reset(mark);
        return Optional.empty();
    }

    private static Compared opposite(Compared compared) throws RuleMisread {
        if (!(compared.what()
                instanceof Condition.Compare(var field, Comparison how, Operand with))) {
            throw new RuleMisread("it is not clear what is forbidden");
        }
        return new Compared(
                compared.fields(),
                new Condition.Compare(field, RuleComparisons.opposite(how), with));
    }

    private static final RulePhrases OR_SAME =
            RulePhrases.of(
                    "liegen|sein? oder mit diesem|diesen|dieser|ihm|ihr identisch|gleich",
                    "liegen|sein? oder diesem|dieser|ihm gleich|entsprechen",
                    "liegen|sein? oder gleich|identisch");

    /// "vor F1 liegen oder mit diesem identisch sein"
    private Compared widened(Compared compared) {
        if (!(compared.what()
                        instanceof Condition.Compare(var field, Comparison c, Operand operand))
                || (c != Comparison.LESS && c != Comparison.MORE)
                || !tokens.take(OR_SAME)) {
            return compared;
        }
        Comparison wider = c == Comparison.LESS ? Comparison.AT_MOST : Comparison.AT_LEAST;
        return new Compared(compared.fields(), new Condition.Compare(field, wider, operand));
    }

    private static Compared toNothing(FieldPart field, Comparison comparison) {
        return new Compared(
                List.of(field.path()),
                new Condition.Compare(field.path(), comparison, new Operand.Value("0")));
    }

    private static final RulePhrases BEING = RulePhrases.of("sein|gelten");

    /// "muss F1 = 'nein' oder F2 < 20 sein"; nothing is taken where that is not said.
    Optional<Check> either() {
        if (!tokens.is(RuleToken.Kind.ID) || !orAhead()) {
            return Optional.empty();
        }
        int mark = tokens.mark();
        try {
            Condition said = conditions.condition();
            boolean plain =
                    said instanceof Condition.Any(List<Condition> parts)
                            && parts.stream()
                                    .allMatch(part ->
                                            part instanceof Condition.Equals
                                                    || part instanceof Condition.In
                                                    || part instanceof Condition.Compare);
            if (plain && said.fields().size() > 1 && tokens.take(BEING)) {
                return Optional.of(new Check(List.copyOf(said.fields()), said));
            }
        } catch (RuleMisread _) {
            // Then it is something else.
        }
        tokens.reset(mark);
        return Optional.empty();
    }

    private boolean orAhead() {
        for (int i = 1; i < 60 && tokens.peek(i).kind() != RuleToken.Kind.END; i++) {
            if (tokens.peek(i).plain().equals("oder")) {
                return true;
            }
        }
        return false;
    }

    private Check equal(FieldPart field, boolean not) throws RuleMisread {
        boolean unequal = tokens.sign("<>") || tokens.word("ungleich");
        boolean sign =
                unequal
                        || tokens.sign("=")
                        || tokens.word("gleich")
                        || tokens.words("identisch mit");
        boolean list = tokens.take(ONE_OF);
        if (!not && !unequal && !list) {
            tokens.word(Set.of("genau", "exakt"));
        }
        boolean value = !list && tokens.take(VALUE);
        boolean with = !sign && !value && tokens.word("mit");
        if (names.isHere()) {
            Compared compared = comparisons.compared(field, Comparison.SAME);
            // "F1 = F2" of texts may want one to be filled in from the other.
            boolean ordered = RuleComparisons.isDay(field) || RuleComparisons.isNumber(field);
            boolean same = tokens.take(SAME) || (sign && (ordered ? ends() : tokens.word(BE)));
            if (!same) {
                throw new RuleMisread(tokens.rest() + " is not understood");
            }
            return new Check(
                    compared.fields(), RulePredicates.negated(unequal ^ not, compared.what()));
        }
        Alternatives any = values.alternatives(field, "oder", list);
        boolean several = any.any().size() > 1;
        if ((several && unequal && !list) || (list && !several)) {
            throw new RuleMisread("it is not clear what 'nicht' and 'oder' mean together");
        }
        boolean text = field.field().type() instanceof FieldType.Text;
        boolean said =
                tokens.take(SET)
                        || (with && tokens.take(ANSWERED))
                        || (!with && tokens.word(BE))
                        || ((!text || value) && tokens.word("enthalten"))
                        || (value && tokens.word("entsprechen"))
                        || sign;
        if (!said) {
            throw new RuleMisread(tokens.rest() + " is not understood");
        }
        return new Check(
                List.of(field.path()), RulePredicates.negated(unequal ^ not, any.joined()));
    }

    private boolean ends() {
        return tokens.word(BE) || tokens.ended() || tokens.isSign(".") || tokens.isSign(",");
    }
}
