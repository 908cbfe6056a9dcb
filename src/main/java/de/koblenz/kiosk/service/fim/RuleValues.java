package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.service.fim.FormPart.FieldPart;
import de.koblenz.kiosk.service.fim.RuleConditions.Compared;
import de.koblenz.kiosk.service.fim.SchemaElement.Value;
import de.koblenz.kiosk.service.form.CheckResult;
import de.koblenz.kiosk.service.form.Condition;
import de.koblenz.kiosk.service.form.Condition.Comparison;
import de.koblenz.kiosk.service.form.Condition.Operand;
import de.koblenz.kiosk.service.form.DateBound;
import de.koblenz.kiosk.service.form.FieldCheck;
import de.koblenz.kiosk.service.form.FieldType;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Values in rule sentences, each of a kind that its field can have: codes or wordings of its list, yes and no, numbers
/// and days as people write them.
final class RuleValues {
    private static final Set<String> YES = Set.of("ja", "wahr", "true");
    private static final Set<String> NO = Set.of("nein", "falsch", "false");

    private final RuleTokens tokens;
    private final RuleNames names;

    RuleValues(RuleTokens tokens, RuleNames names) {
        this.tokens = tokens;
        this.names = names;
    }

    // ---- equal to one of several

    /// Conditions that the field has the values named here, one each.
    ///
    /// @param joint word between the last two: "oder", "noch"
    List<Condition> alternatives(FieldPart field, String joint) throws RuleMisread {
        List<Condition> any = new ArrayList<>(List.of(value(field)));
        boolean open = false;
        while (true) {
            int mark = tokens.mark();
            boolean comma = tokens.sign(",");
            boolean word = tokens.word(joint);
            if (word && joint.equals("oder")) {
                tokens.sign("=");
            }
            if (!comma && !word) {
                break;
            }
            try {
                any.add(value(field));
                open = !word;
            } catch (RuleMisread _) {
                tokens.reset(mark);
                break;
            }
        }
        if (open) {
            throw new RuleMisread("it is not clear how the values are joined");
        }
        return any;
    }

    /// One of several values of the same field.
    static Condition joined(List<Condition> any) {
        Set<String> values = new LinkedHashSet<>();
        for (Condition one : any) {
            if (!(one instanceof Condition.Equals(var _, String value))) {
                return new Condition.Any(any);
            }
            values.add(value);
        }
        Condition.Equals first = (Condition.Equals) any.getFirst();
        return new Condition.In(first.field(), values);
    }

    static Condition flag(FieldPart field, boolean yes) {
        return new Condition.Equals(field.path(), Boolean.toString(yes));
    }

    private Condition value(FieldPart field) throws RuleMisread {
        RuleToken token = tokens.peek();
        return switch (field.field().type()) {
            case FieldType.Flag() -> {
                boolean yes = YES.contains(token.plain());
                if (!yes && !NO.contains(token.plain())) {
                    throw notAValue(field);
                }
                tokens.next();
                yield flag(field, yes);
            }
            case FieldType.Choice _ -> new Condition.Equals(field.path(), code(field));
            case FieldType.WholeNumber _, FieldType.Decimal _, FieldType.Money _ ->
                    new Condition.Compare(
                            field.path(), Comparison.SAME, new Operand.Value(number(field)));
            case FieldType.DateValue _ ->
                    new Condition.Compare(field.path(), Comparison.SAME, day(field));
            case FieldType.Text text -> {
                if (token.kind() != RuleToken.Kind.QUOTED) {
                    throw notAValue(field);
                }
                if (!(FieldCheck.check(text, true, token.text(), LocalDate.EPOCH)
                        instanceof CheckResult.Accepted(String canonical))) {
                    throw notAValue(field);
                }
                tokens.next();
                yield new Condition.Equals(field.path(), canonical);
            }
            case FieldType.TimeValue _, FieldType.Attachment _, FieldType.Consent _ ->
                    throw notAValue(field);
        };
    }

    private RuleMisread notAValue(FieldPart field) {
        return new RuleMisread(tokens.rest() + " is no value of " + field.path().id());
    }

    /// The code that is written here by itself, by its wording, or by both, which then must belong together.
    private String code(FieldPart field) throws RuleMisread {
        RuleToken token = tokens.peek();
        for (Value value : field.values()) {
            boolean whole =
                    token.kind() == RuleToken.Kind.QUOTED
                            && Set.of(
                                            RuleToken.plain(value.code() + " " + value.name()),
                                            RuleToken.plain(value.code() + " - " + value.name()))
                                    .contains(token.plain());
            if (whole) {
                tokens.next();
                return value.code();
            }
        }
        for (Value value : field.values()) {
            if (token.kind() != RuleToken.Kind.ID && token.text().equals(value.code())) {
                boolean other =
                        field.values().stream()
                                .anyMatch(v ->
                                        !v.equals(value)
                                                && RuleToken.plain(v.name()).equals(token.plain()));
                tokens.next();
                if (!wording(field, value) && other) {
                    throw new RuleMisread(
                            value.code()
                                    + " is a code of "
                                    + field.path().id()
                                    + " and the wording of another");
                }
                return value.code();
            }
        }
        List<Value> said = new ArrayList<>();
        int longest = 0;
        int mark = tokens.mark();
        int end = mark;
        for (Value value : field.values()) {
            tokens.reset(mark);
            if (tokens.label(value.name())) {
                if (value.name().length() > longest) {
                    said.clear();
                    longest = value.name().length();
                    end = tokens.mark();
                }
                if (value.name().length() == longest) {
                    said.add(value);
                }
            }
        }
        tokens.reset(mark);
        if (said.size() != 1) {
            throw notAValue(field);
        }
        tokens.reset(end);
        numbered(field, said.getFirst());
        return said.getFirst().code();
    }

    /// "'Sonstiges' (Code 099)"
    private void numbered(FieldPart field, Value value) throws RuleMisread {
        int mark = tokens.mark();
        if (!tokens.sign("(")) {
            return;
        }
        tokens.word(Set.of("code", "schluessel", "wert"));
        if (!tokens.next().text().equals(value.code()) || !tokens.sign(")")) {
            tokens.reset(mark);
            throw new RuleMisread(
                    "the code of '" + value.name() + "' of " + field.path().id() + " is another");
        }
    }

    /// The wording behind a code; false where there is none.
    private boolean wording(FieldPart field, Value value) throws RuleMisread {
        int mark = tokens.mark();
        if (!tokens.sign("-") && !tokens.sign("=")) {
            tokens.sign(":");
        }
        if (tokens.label(value.name())) {
            return true;
        }
        tokens.reset(mark);
        if (tokens.is(RuleToken.Kind.QUOTED)) {
            throw new RuleMisread(
                    "the code "
                            + value.code()
                            + " of "
                            + field.path().id()
                            + " is not called "
                            + tokens.rest());
        }
        return false;
    }

    // ---- comparisons

    /// The comparison that is written here, if there is one.
    Optional<Comparison> comparison() {
        if (tokens.sign("<")) {
            return Optional.of(Comparison.LESS);
        }
        if (tokens.sign("<=")) {
            return Optional.of(Comparison.AT_MOST);
        }
        if (tokens.sign(">")) {
            return Optional.of(Comparison.MORE);
        }
        if (tokens.sign(">=")) {
            return Optional.of(Comparison.AT_LEAST);
        }
        int mark = tokens.mark();
        tokens.word("zeitlich");
        if (tokens.words("am selben tag wie oder nach")
                || tokens.words("am selben tag oder nach")
                || tokens.words("am gleichen tag wie oder nach")
                || tokens.words("am gleichen tag oder nach")) {
            return Optional.of(Comparison.AT_LEAST);
        }
        if (tokens.word(Set.of("mindestens", "minimal"))) {
            return Optional.of(Comparison.AT_LEAST);
        }
        if (tokens.word(Set.of("hoechstens", "maximal"))) {
            return Optional.of(Comparison.AT_MOST);
        }
        if (tokens.words("fruehestens am") || tokens.words("am oder nach")) {
            return Optional.of(Comparison.AT_LEAST);
        }
        if (tokens.words("spaetestens am") || tokens.words("am oder vor")) {
            return Optional.of(Comparison.AT_MOST);
        }
        if (tokens.word(Set.of("uebersteigt", "ueberschreitet"))) {
            return Optional.of(Comparison.MORE);
        }
        if (tokens.word("unterschreitet")) {
            return Optional.of(Comparison.LESS);
        }
        if (tokens.word("vor")) {
            return Optional.of(Comparison.LESS);
        }
        if (tokens.word("nach")) {
            return Optional.of(Comparison.MORE);
        }
        boolean more = tokens.word(Set.of("groesser", "hoeher", "spaeter", "mehr"));
        boolean less =
                !more
                        && tokens.word(
                                Set.of("kleiner", "niedriger", "geringer", "frueher", "weniger"));
        if (more || less) {
            boolean same =
                    tokens.words("oder gleich")
                            || tokens.word("gleich")
                            || tokens.words("als oder gleich");
            boolean said =
                    tokens.word("als")
                            || tokens.word("wie")
                            || same
                            || tokens.is(RuleToken.Kind.NUMBER);
            if (said) {
                tokens.words("oder gleich");
                return Optional.of(
                        more
                                ? same ? Comparison.AT_LEAST : Comparison.MORE
                                : same ? Comparison.AT_MOST : Comparison.LESS);
            }
        }
        tokens.reset(mark);
        return Optional.empty();
    }

    /// The field compared with what is named here.
    Compared compared(FieldPart field, Comparison comparison) throws RuleMisread {
        tokens.word("dem");
        boolean date = field.field().type() instanceof FieldType.DateValue;
        if (!date && !isNumber(field)) {
            throw new RuleMisread(field.path().id() + " is neither a number nor a date");
        }
        if (names.isHere()) {
            FormPart other = names.one();
            if (!(other instanceof FieldPart second)
                    || (date
                            ? !(second.field().type() instanceof FieldType.DateValue)
                            : !isNumber(second))) {
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
        Operand operand = date ? day(field) : new Operand.Value(number(field));
        return new Compared(
                List.of(field.path()), new Condition.Compare(field.path(), comparison, operand));
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

    /// A number as Germans write it: `5`, `1.000`, `0,5`; euros behind an amount.
    private String number(FieldPart field) throws RuleMisread {
        boolean negative = tokens.sign("-");
        RuleToken token = tokens.peek();
        boolean number =
                token.kind() == RuleToken.Kind.NUMBER || token.kind() == RuleToken.Kind.QUOTED;
        if (!number
                || !token.text()
                        .matches(
                                "[0-9]{1,12}(,[0-9]{1,6})?|[0-9]{1,3}(\\.[0-9]{3}){1,3}(,[0-9]{1,6})?")) {
            throw notAValue(field);
        }
        tokens.next();
        if (field.field().type() instanceof FieldType.Money
                && !tokens.word(Set.of("euro", "eur"))) {
            tokens.sign("€");
        }
        BigDecimal value = new BigDecimal(token.text().replace(".", "").replace(',', '.'));
        return (negative ? value.negate() : value).toPlainString();
    }

    /// A day, or today with a distance.
    private Operand day(FieldPart field) throws RuleMisread {
        RuleToken token = tokens.peek();
        if (token.kind() == RuleToken.Kind.DATE || token.kind() == RuleToken.Kind.QUOTED) {
            String[] parts = token.text().split("[.-]", -1);
            try {
                if (parts.length == 3 && token.text().matches("[0-9.-]{8,10}")) {
                    boolean iso = parts[0].length() == 4;
                    LocalDate day =
                            LocalDate.of(
                                    Integer.parseInt(parts[iso ? 0 : 2]),
                                    Integer.parseInt(parts[1]),
                                    Integer.parseInt(parts[iso ? 2 : 0]));
                    tokens.next();
                    return new Operand.Value(day.toString());
                }
            } catch (DateTimeException | NumberFormatException _) {
                // Said below.
            }
            throw notAValue(field);
        }
        if (!today()) {
            throw notAValue(field);
        }
        boolean back = tokens.sign("-") || tokens.word("minus") || tokens.word("abzueglich");
        if (!back && !tokens.sign("+") && !tokens.word("plus") && !tokens.word("zuzueglich")) {
            return new Operand.Day(new DateBound.FromToday(0, ChronoUnit.DAYS));
        }
        return new Operand.Day(distance(back));
    }

    /// How many days, weeks, months or years.
    DateBound.FromToday distance(boolean back) throws RuleMisread {
        RuleToken count = tokens.next();
        if (count.kind() != RuleToken.Kind.NUMBER || !count.text().matches("[0-9]{1,4}")) {
            throw new RuleMisread("expected how many days, months or years");
        }
        ChronoUnit unit = unit();
        int signed = Integer.parseInt(count.text()) * (back ? -1 : 1);
        return new DateBound.FromToday(signed, unit);
    }

    private ChronoUnit unit() throws RuleMisread {
        if (tokens.word(Set.of("tag", "tage", "tagen"))) {
            return ChronoUnit.DAYS;
        }
        if (tokens.word(Set.of("woche", "wochen"))) {
            return ChronoUnit.WEEKS;
        }
        if (tokens.word(Set.of("monat", "monate", "monaten"))) {
            return ChronoUnit.MONTHS;
        }
        if (tokens.word(Set.of("jahr", "jahre", "jahren"))) {
            return ChronoUnit.YEARS;
        }
        throw new RuleMisread("expected days, weeks, months or years instead of " + tokens.rest());
    }

    private boolean today() {
        int mark = tokens.mark();
        tokens.word(Set.of("dem", "das", "der", "den"));
        boolean day =
                tokens.word(Set.of("heute", "tagesdatum", "heutedatum"))
                        || tokens.words("heutigen tag")
                        || tokens.words("heutigen tage")
                        || tokens.words("heutigen datum")
                        || tokens.words("heutige datum")
                        || tokens.words("aktuellen datum")
                        || tokens.words("aktuelle datum")
                        || tokens.words("aktuelles datum")
                        || tokens.words("aktuellen tagesdatum");
        if (!day) {
            tokens.reset(mark);
        }
        return day;
    }
}
