package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.service.fim.FormPart.FieldPart;
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

/// Orders of numbers and days in rule sentences: `>= 3`, `größer als F1`, `vor dem 01.01.2024`.
final class RuleComparisons {
    private static final RulePhrases AT_LEAST =
            RulePhrases.of(
                    ">=",
                    "=|gleich oder groesser als?",
                    "am selben|gleichen|demselben tag|tage wie? oder nach",
                    "am selben|gleichen|demselben tag|tage oder spaeter als",
                    "am oder nach dem?",
                    "gleich oder nach dem?",
                    "zeitlich? nach dem|der? oder am|gleich dem|der?",
                    "mindestens ebenso|genauso|so gross|hoch|viel|lang sein|ist? wie",
                    "fruehestens am?",
                    "ab dem?",
                    "mindestens|minimal|wenigstens",
                    "groesser|hoeher|spaeter|mehr als|wie? oder =|gleich als|wie?",
                    "groesser|hoeher|spaeter / gleich als?",
                    "groesser|hoeher|spaeter gleich als?");
    private static final RulePhrases AT_MOST =
            RulePhrases.of(
                    "<=",
                    "=|gleich oder kleiner als?",
                    "am selben|gleichen|demselben tag|tage wie? oder vor",
                    "am selben|gleichen|demselben tag|tage oder frueher als",
                    "am oder vor dem?",
                    "gleich oder vor dem?",
                    "zeitlich? vor dem|der? oder am|gleich dem|der?",
                    "hoechstens|maximal ebenso|genauso|so gross|hoch|viel|lang sein|ist? wie",
                    "spaetestens am?",
                    "bis zu|zum|einschliesslich",
                    "hoechstens|maximal",
                    "kleiner|niedriger|geringer|frueher|weniger als|wie? oder =|gleich als|wie?",
                    "kleiner|niedriger|geringer|frueher / gleich als?",
                    "kleiner|niedriger|geringer|frueher gleich als?");
    private static final RulePhrases MORE =
            RulePhrases.of(
                    ">",
                    "zeitlich? nach|hinter dem?",
                    "groesser|hoeher|spaeter|mehr ist|sind|sein? als|wie",
                    "groesser|hoeher",
                    "oberhalb von?",
                    "ueber",
                    "uebersteigt|ueberschreitet");
    private static final RulePhrases LESS =
            RulePhrases.of(
                    "<",
                    "zeitlich? vor dem?",
                    "kleiner|niedriger|geringer|frueher|weniger ist|sind|sein? als|wie",
                    "kleiner|niedriger",
                    "unterhalb von?",
                    "unter",
                    "unterschreitet");
    private static final Set<String> OF_DAYS =
            Set.of(
                    "vor",
                    "nach",
                    "hinter",
                    "zeitlich",
                    "am",
                    "ab",
                    "spaeter",
                    "frueher",
                    "fruehestens",
                    "spaetestens");
    private static final Set<String> OF_NUMBERS =
            Set.of("ueber", "unter", "oberhalb", "unterhalb", "mehr", "weniger");

    private final RuleTokens tokens;
    private final RuleNames names;
    private final RuleValues values;
    private final RuleDays days;

    RuleComparisons(RuleTokens tokens, RuleNames names, RuleValues values, RuleDays days) {
        this.tokens = tokens;
        this.names = names;
        this.values = values;
        this.days = days;
    }

    RuleDays days() {
        return days;
    }

    /// A comparison and the fields that it compares.
    record Compared(List<FieldPath> fields, Condition what) {
        Compared {
            fields = List.copyOf(fields);
        }
    }

    /// The comparison that is written here, if there is one for a field of this kind.
    Optional<Comparison> comparison(FormPart part) {
        boolean date = part instanceof FieldPart field && isDay(field);
        if (tokens.isWord(date ? OF_NUMBERS : OF_DAYS)) {
            return Optional.empty();
        }
        if (tokens.take(AT_LEAST)) {
            return Optional.of(Comparison.AT_LEAST);
        }
        if (tokens.take(AT_MOST)) {
            return Optional.of(Comparison.AT_MOST);
        }
        if (tokens.take(MORE)) {
            return Optional.of(Comparison.MORE);
        }
        return tokens.take(LESS) ? Optional.of(Comparison.LESS) : Optional.empty();
    }

    /// The field compared with what is named here.
    Compared compared(FieldPart field, Comparison comparison) throws RuleMisread {
        theValue();
        tokens.word(Set.of("dem", "den", "der", "die", "das"));
        boolean date = isDay(field);
        if (comparison == Comparison.SAME && names.isHere()) {
            if (!(names.one() instanceof FieldPart second)) {
                throw new RuleMisread("a comparison with a group");
            }
            return same(field, second);
        }
        if (!date && !isNumber(field)) {
            throw new RuleMisread(field.path().id() + " is neither a number nor a date");
        }
        if (names.isHere()) {
            FormPart other = names.one();
            if (!(other instanceof FieldPart second)
                    || (date ? !isDay(second) : !isNumber(second))) {
                throw new RuleMisread(
                        other.path().id() + " cannot be compared with " + field.path().id());
            }
            if (second.path().equals(field.path())) {
                throw new RuleMisread(field.path().id() + " is compared with itself");
            }
            return new Compared(
                    List.of(field.path(), second.path()),
                    new Condition.Compare(
                            field.path(), comparison, new Operand.OfField(second.path())));
        }
        if (!date && isYear(field) && tokens.take(THIS_YEAR)) {
            Operand today = new Operand.Day(new DateBound.FromToday(0, ChronoUnit.DAYS));
            return new Compared(
                    List.of(field.path()), new Condition.Compare(field.path(), comparison, today));
        }
        Operand operand = date ? days.day(field) : new Operand.Value(values.number(field));
        return new Compared(
                List.of(field.path()), new Condition.Compare(field.path(), comparison, operand));
    }

    private static final RulePhrases THIS_YEAR =
            RulePhrases.of(
                    "aktuelle|aktuellen|aktuelles|aktuellem|laufende|laufenden|heutige|heutigen|gegenwaertige|gegenwaertigen|jetzige|jetzigen jahr|jahres|kalenderjahr|kalenderjahres|jahreszahl");

    /// Whether a number is that of a year, which can be compared with this one.
    private static boolean isYear(FieldPart field) {
        return field.field().type() instanceof FieldType.WholeNumber
                && RuleToken.plain(field.head().label() + field.head().name()).contains("jahr");
    }

    private static final RulePhrases THE_VALUE =
            RulePhrases.of("den|dem|der|die|ein|einen|einem? wert|betrag|zahl von?");

    /// "den Wert 150": nothing is taken where no value follows.
    private void theValue() {
        int mark = tokens.mark();
        boolean value =
                tokens.take(THE_VALUE)
                        && (tokens.is(RuleToken.Kind.NUMBER)
                                || tokens.is(RuleToken.Kind.QUOTED)
                                || tokens.is(RuleToken.Kind.DATE));
        if (!value) {
            tokens.reset(mark);
        }
    }

    private static final RulePhrases BETWEEN =
            RulePhrases.of("zwischen", "ein|eine|einen? wert|werte|zahl|zahlen|datum|tag zwischen");
    private static final RulePhrases FROM =
            RulePhrases.of(
                    "im bereich? von", "ein|eine|einen? wert|werte|zahl|zahlen|datum|tag? von");

    /// "zwischen 1 und 5", "Werte von 1 bis 5": both ends belong to it; nothing is taken where that is not said.
    Optional<Compared> range(FieldPart field, boolean not) throws RuleMisread {
        int mark = tokens.mark();
        boolean between = tokens.take(BETWEEN);
        boolean from = !between && (isDay(field) || isNumber(field)) && tokens.take(FROM);
        if (!between && !from) {
            return Optional.empty();
        }
        Compared least;
        try {
            least = compared(field, Comparison.AT_LEAST);
        } catch (RuleMisread e) {
            if (between) {
                throw e;
            }
            tokens.reset(mark);
            return Optional.empty();
        }
        if (not || !tokens.word(between ? "und" : "bis")) {
            throw new RuleMisread("a range without its end");
        }
        tokens.word(Set.of("einschliesslich", "zu", "zum"));
        Compared most = compared(field, Comparison.AT_MOST);
        included();
        List<FieldPath> fields = new ArrayList<>(least.fields());
        fields.addAll(most.fields());
        return Optional.of(
                new Compared(fields, new Condition.All(List.of(least.what(), most.what()))));
    }

    /// "(jeweils einschließlich)" behind a range, whose ends belong to it anyway.
    void included() {
        tokens.take(INCLUDED);
    }

    /// Whether two answers of the same kind are the same.
    Compared same(FieldPart field, FieldPart other) throws RuleMisread {
        boolean alike =
                (isDay(field) && isDay(other))
                        || (isNumber(field) && isNumber(other))
                        || (field.field().type() instanceof FieldType.Text
                                && other.field().type() instanceof FieldType.Text)
                        || (field.field().type() instanceof FieldType.Choice
                                && other.field().type() instanceof FieldType.Choice
                                && field.values().equals(other.values()));
        if (!alike || field.path().equals(other.path())) {
            throw new RuleMisread(
                    other.path().id() + " cannot be compared with " + field.path().id());
        }
        return new Compared(
                List.of(field.path(), other.path()),
                new Condition.Compare(
                        field.path(), Comparison.SAME, new Operand.OfField(other.path())));
    }

    private static final RulePhrases INCLUDED =
            RulePhrases.of(
                    "( jeweils|beide|beides|grenzen? einschliesslich|inklusive|eingeschlossen|inkl )",
                    "( die? beide|beiden? grenzen|grenzwerte|werte? eingeschlossen|einschliesslich|inklusive )",
                    "( einschliesslich|inklusive der? beider? grenzen|grenzwerte )",
                    "( inkl . )",
                    ", jeweils|beide|beides? einschliesslich|inklusive|eingeschlossen ,?",
                    "jeweils? einschliesslich|inklusive");

    /// A day in words that stands to today: "in der Zukunft".
    Optional<Compared> tense(FieldPart field, boolean not) throws RuleMisread {
        if (!isDay(field)) {
            return Optional.empty();
        }
        Optional<RuleDays.Bound> bound = days.bound();
        if (bound.isEmpty()) {
            return Optional.empty();
        }
        Comparison comparison = bound.get().comparison();
        return Optional.of(
                new Compared(
                        List.of(field.path()),
                        new Condition.Compare(
                                field.path(),
                                not ? opposite(comparison) : comparison,
                                new Operand.Day(bound.get().day()))));
    }

    static Comparison opposite(Comparison comparison) throws RuleMisread {
        return switch (comparison) {
            case LESS -> Comparison.AT_LEAST;
            case AT_MOST -> Comparison.MORE;
            case AT_LEAST -> Comparison.LESS;
            case MORE -> Comparison.AT_MOST;
            case SAME -> throw new RuleMisread("'nicht gleich'");
        };
    }

    static boolean isDay(FieldPart field) {
        return field.field().type() instanceof FieldType.DateValue;
    }

    static boolean isNumber(FieldPart field) {
        return switch (field.field().type()) {
            case FieldType.WholeNumber _, FieldType.Decimal _, FieldType.Money _ -> true;
            case FieldType.Text _,
                    FieldType.DateValue _,
                    FieldType.TimeValue _,
                    FieldType.Attachment _,
                    FieldType.Choice _,
                    FieldType.Flag _,
                    FieldType.Consent _ ->
                    false;
        };
    }
}
