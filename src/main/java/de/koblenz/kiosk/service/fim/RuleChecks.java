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
    private static final Set<String> BE =
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
    private static final RulePhrases NOT_MORE = RulePhrases.of("nicht uebersteigen|ueberschreiten");
    private static final RulePhrases NOT_LESS = RulePhrases.of("nicht unterschreiten");
    private static final RulePhrases AND_ALSO =
            RulePhrases.of(", aber|jedoch|und", "und aber|zugleich|gleichzeitig?", ",");
    private static final RulePhrases ONE_OF =
            RulePhrases.of(
                    "einen|einer|eine|eines der|dieser folgenden? werte|werten|auspraegungen|optionen?",
                    "die werte|auspraegungen");
    private static final RulePhrases VALUE =
            RulePhrases.of(
                    "mit? den|dem|der|die|auf|als? wert|auspraegung|option|eintrag|code",
                    "mit wert|auspraegung|option|eintrag|code",
                    "den|dem|der|die|auf|als");
    private static final RulePhrases SET =
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

    RuleChecks(RuleTokens tokens, RuleConditions conditions) {
        this.tokens = tokens;
        this.conditions = conditions;
        this.names = conditions.names();
        this.values = conditions.values();
        this.comparisons = conditions.comparisons();
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

    private static Check check(Compared compared) {
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
            Optional<Compared> sequence = sequence(field);
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

    private static final RulePhrases SAME_DAY = RulePhrases.of("am selben|gleichen tag|tage wie");
    private static final RulePhrases OR_LATER =
            RulePhrases.of("oder spaeter|danach|groesser|hoeher|nach diesem? datum|tag?");
    private static final RulePhrases OR_EARLIER =
            RulePhrases.of("oder frueher|davor|vorher|kleiner|niedriger");

    /// "am selben Tag wie F1 oder davor", "gleich F1 oder größer"; nothing is taken where that is not said.
    private Optional<Compared> orBeyond(FieldPart field) throws RuleMisread {
        int mark = tokens.mark();
        boolean day = RuleComparisons.isDay(field) && tokens.take(SAME_DAY);
        if (day || tokens.word("gleich")) {
            int named = tokens.mark();
            if (conditions.names().isHere()) {
                conditions.names().one();
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
    private Optional<Compared> sequence(FieldPart field) throws RuleMisread {
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

    /// "darf 2.500 Euro nicht übersteigen"; nothing is taken where that is not said.
    Optional<Check> limit(FieldPart field) {
        int mark = tokens.mark();
        try {
            Compared most = comparisons.compared(field, Comparison.AT_MOST);
            if (tokens.take(NOT_MORE)) {
                return Optional.of(new Check(most.fields(), most.what()));
            }
            tokens.reset(mark);
            Compared least = comparisons.compared(field, Comparison.AT_LEAST);
            if (tokens.take(NOT_LESS)) {
                return Optional.of(new Check(least.fields(), least.what()));
            }
        } catch (RuleMisread _) {
            // Then it is something else.
        }
        tokens.reset(mark);
        return Optional.empty();
    }

    private static final String NO = "kein|keine|keinen ";
    private static final String AMOUNT =
            " zahl|wert|betrag|anzahl|menge|angabe|eintrag|eingabe stehen|enthalten|haben|aufweisen?";
    private static final String DAY =
            " datum|tag|zeitpunkt|wert|angabe|eintrag|eingabe stehen|enthalten|haben|aufweisen?";
    private static final RulePhrases NO_BIGGER =
            RulePhrases.of(
                    NO
                            + "groessere|groesserer|groesseren|hoehere|hoeherer|hoeheren"
                            + AMOUNT
                            + " als");
    private static final RulePhrases NO_SMALLER =
            RulePhrases.of(
                    NO
                            + "kleinere|kleinerer|kleineren|geringere|geringerer|geringeren|niedrigere|niedrigerer|niedrigeren"
                            + AMOUNT
                            + " als");
    private static final RulePhrases NO_LATER =
            RulePhrases.of(NO + "spaeteres|spaeterer|spaeteren|spaetere" + DAY + " als");
    private static final RulePhrases NO_EARLIER =
            RulePhrases.of(NO + "frueheres|frueherer|frueheren|fruehere" + DAY + " als");
    private static final RulePhrases STAND =
            RulePhrases.of(
                    "stehen|enthalten|haben|aufweisen",
                    "angegeben|eingetragen|eingegeben|erfasst werden|sein");

    /// "darf keine größere Zahl stehen als in F2", "darf kein späteres Datum als F2 enthalten"; nothing is taken where that is
    /// not said.
    Optional<Check> none(FieldPart field) throws RuleMisread {
        boolean day = RuleComparisons.isDay(field);
        int mark = tokens.mark();
        boolean most = tokens.take(day ? NO_LATER : NO_BIGGER);
        if (!most && !tokens.take(day ? NO_EARLIER : NO_SMALLER)) {
            return Optional.empty();
        }
        boolean stands = tokens.before(2, Set.of("stehen", "enthalten", "haben", "aufweisen"));
        Compared compared =
                comparisons.compared(field, most ? Comparison.AT_MOST : Comparison.AT_LEAST);
        if (!tokens.take(STAND) && !stands) {
            tokens.reset(mark);
            return Optional.empty();
        }
        return Optional.of(check(compared));
    }

    private static final RulePhrases PICKED =
            RulePhrases.of(
                    "ausgewaehlt|gewaehlt|gesetzt|angegeben|eingetragen|angekreuzt|verwendet sein|werden",
                    "stehen|erscheinen|vorkommen");
    private static final RulePhrases THE_VALUE_OF =
            RulePhrases.of(
                    "der|die|das|den? wert|werte|code|codes|option|optionen|auspraegung|auspraegungen|auswahl|antwort|eintrag",
                    "der|die|das|den");

    /// "weder 001 noch 003 sein"
    Check neither(FieldPart field) throws RuleMisread {
        tokens.take(VALUE);
        Alternatives any = values.alternatives(field, "noch", false);
        if (any.any().size() < 2 || !(tokens.take(SET) || tokens.word(BE))) {
            throw new RuleMisread("'weder' is not understood");
        }
        return new Check(List.of(field.path()), new Condition.Not(any.joined()));
    }

    /// "darf in F1 der Code 001 nicht ausgewählt werden"; nothing is taken where that is not said.
    Optional<Check> notPicked(FieldPart field) {
        int mark = tokens.mark();
        try {
            tokens.take(THE_VALUE_OF);
            Alternatives any = values.alternatives(field, "oder", true);
            if (tokens.word("nicht") && tokens.take(PICKED)) {
                return Optional.of(
                        new Check(List.of(field.path()), new Condition.Not(any.joined())));
            }
        } catch (RuleMisread _) {
            // Then it is something else.
        }
        tokens.reset(mark);
        return Optional.empty();
    }

    private static final RulePhrases IT_IS = RulePhrases.of("es sind|ist");
    private static final RulePhrases NEEDED = RulePhrases.of("erforderlich|notwendig");

    /// "Es sind maximal 4 Behälter zulässig (F1 <= 4)": understood only where the brackets say the same; nothing is taken where
    /// that is not said.
    Optional<Check> restated() throws RuleMisread {
        int mark = tokens.mark();
        if (tokens.take(IT_IS)) {
            boolean most = tokens.take(FEWEST);
            boolean least = !most && tokens.word(Set.of("mindestens", "wenigstens"));
            Optional<Integer> count = RuleValues.count(tokens.peek());
            if ((most || least) && count.isPresent()) {
                tokens.next();
                if (RuleNouns.harmless(tokens.peek())) {
                    tokens.next();
                }
                if (tokens.take(most ? ALLOWED : NEEDED) && tokens.sign("(")) {
                    Condition inner = conditions.condition();
                    Operand operand = new Operand.Value(Integer.toString(count.get()));
                    Comparison comparison = most ? Comparison.AT_MOST : Comparison.AT_LEAST;
                    if (!(inner instanceof Condition.Compare(var path, var how, var with))
                            || how != comparison
                            || !with.equals(operand)
                            || !tokens.sign(")")) {
                        throw new RuleMisread("something else stands in brackets");
                    }
                    return Optional.of(new Check(List.of(path), inner));
                }
            }
        }
        tokens.reset(mark);
        return Optional.empty();
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

    private static final RulePhrases FEWEST = RulePhrases.of("hoechstens|maximal", "bis zu");
    private static final RulePhrases ALLOWED =
            RulePhrases.of("zulaessig|erlaubt|gestattet|moeglich");

    /// "sind höchstens 5 Personen zulässig"; nothing is taken where that is not said.
    Optional<Check> admitted(FieldPart field) {
        int mark = tokens.mark();
        if (RuleComparisons.isNumber(field) && tokens.take(FEWEST)) {
            try {
                Compared most = comparisons.compared(field, Comparison.AT_MOST);
                boolean unit =
                        most.fields().size() == 1
                                && tokens.is(RuleToken.Kind.WORD)
                                && Character.isUpperCase(tokens.peek().text().codePointAt(0))
                                && RuleNouns.harmless(tokens.peek());
                if (unit) {
                    tokens.next();
                }
                if (tokens.take(ALLOWED)) {
                    return Optional.of(check(most));
                }
            } catch (RuleMisread _) {
                // Then it is something else.
            }
        }
        tokens.reset(mark);
        return Optional.empty();
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
