package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.service.fim.FormPart.FieldPart;
import de.koblenz.kiosk.service.form.CheckResult;
import de.koblenz.kiosk.service.form.Condition;
import de.koblenz.kiosk.service.form.Condition.Comparison;
import de.koblenz.kiosk.service.form.Condition.Operand;
import de.koblenz.kiosk.service.form.FieldCheck;
import de.koblenz.kiosk.service.form.FieldType;
import java.math.BigDecimal;
import java.time.LocalDate;
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
    private static final List<String> COUNTS =
            List.of(
                    "eins", "zwei", "drei", "vier", "fuenf", "sechs", "sieben", "acht", "neun",
                    "zehn", "elf", "zwoelf");
    private static final Set<String> NOUN =
            Set.of("wert", "code", "option", "auspraegung", "antwort", "eintrag", "schluessel");

    private final RuleTokens tokens;
    private final RuleCodes codes;
    private final RuleDays days;

    RuleValues(RuleTokens tokens, RuleDays days) {
        this.tokens = tokens;
        this.days = days;
        this.codes = new RuleCodes(tokens);
    }

    /// Conditions that the field has the values named here, one each.
    ///
    /// @param any one for each value
    /// @param open whether what follows could belong to the last of several alone
    /// @param all whether "und" joins them, and the sentence does not say that it lists values
    record Alternatives(List<Condition> any, boolean open, boolean all) {
        Alternatives {
            any = List.copyOf(any);
        }

        Condition joined() {
            return any.size() == 1 ? any.getFirst() : RuleValues.joined(any);
        }
    }

    /// The values named here.
    ///
    /// @param joint word between the last two: "oder", "noch"
    /// @param list whether the sentence says that it lists values, so that "und" or commas alone may join them
    Alternatives alternatives(FieldPart field, String joint, boolean list) throws RuleMisread {
        boolean bracket = bracket();
        List<Condition> any = new ArrayList<>(range(field));
        boolean commas = false;
        boolean and = false;
        boolean or = false;
        while (true) {
            int mark = tokens.mark();
            boolean comma = tokens.sign(",") || (bracket && (tokens.sign(";") || tokens.sign("|")));
            boolean joined = tokens.word(joint);
            boolean also = !joined && (list || bracket) && tokens.word("und");
            boolean word = joined || also;
            if (!comma && !word) {
                break;
            }
            if (word) {
                // "= 'a' oder = 'b'", "den Wert 1 oder den Wert 2"
                boolean again = tokens.word(Set.of("den", "der", "die", "dem"));
                boolean noun = tokens.word(NOUN);
                if (!again && !noun && joint.equals("oder")) {
                    tokens.sign("=");
                }
            }
            try {
                any.addAll(range(field));
                commas = !word;
                and |= also;
                or |= joined;
            } catch (RuleMisread _) {
                tokens.reset(mark);
                break;
            }
        }
        if (bracket && !tokens.sign(")") && !tokens.sign("]") && !tokens.sign("}")) {
            throw new RuleMisread("a bracket is not closed before " + tokens.rest());
        }
        if (commas && !list && !bracket) {
            throw new RuleMisread("it is not clear how the values are joined");
        }
        if (and && or) {
            throw new RuleMisread("'und' and 'oder' between values");
        }
        return new Alternatives(any, any.size() > 1 && !bracket, and && !list);
    }

    private boolean bracket() {
        return tokens.sign("(") || tokens.sign("[") || tokens.sign("{");
    }

    /// "001 bis 003": the codes from one to the other, in the order of a list of numbers.
    private List<Condition> range(FieldPart field) throws RuleMisread {
        Condition first = value(field);
        int mark = tokens.mark();
        if (!(field.field().type() instanceof FieldType.Choice) || !tokens.word("bis")) {
            return List.of(first);
        }
        Condition last = value(field);
        List<String> all = field.values().stream().map(SchemaElement.Value::code).toList();
        if (!(first instanceof Condition.Equals(var _, String from))
                || !(last instanceof Condition.Equals(var _, String to))
                || all.indexOf(from) >= all.indexOf(to)
                || !all.stream().allMatch(code -> code.matches("[0-9]{1,6}"))
                || !all.equals(all.stream().sorted().toList())) {
            tokens.reset(mark);
            throw new RuleMisread("it is not clear what lies " + tokens.rest());
        }
        List<Condition> between = new ArrayList<>();
        for (String code : all.subList(all.indexOf(from), all.indexOf(to) + 1)) {
            between.add(new Condition.Equals(field.path(), code));
        }
        return between;
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

    /// The value that is named here.
    Condition value(FieldPart field) throws RuleMisread {
        RuleToken token = tokens.peek();
        return switch (field.field().type()) {
            case FieldType.Flag() -> {
                boolean yes = yes(field);
                int mark = tokens.mark();
                if (tokens.sign("(")) {
                    // "ja (true)"
                    boolean again = flagHere() && yes(field) == yes && tokens.sign(")");
                    if (!again) {
                        tokens.reset(mark);
                        throw new RuleMisread("it is not clear what is meant by " + tokens.rest());
                    }
                }
                yield flag(field, yes);
            }
            case FieldType.Choice _ -> new Condition.Equals(field.path(), codes.code(field));
            case FieldType.WholeNumber _, FieldType.Decimal _, FieldType.Money _ ->
                    new Condition.Compare(
                            field.path(), Comparison.SAME, new Operand.Value(number(field)));
            case FieldType.DateValue _ ->
                    new Condition.Compare(field.path(), Comparison.SAME, days.day(field));
            case FieldType.Text text -> {
                if (token.kind() != RuleToken.Kind.QUOTED) {
                    throw notAValue(field, tokens);
                }
                if (!(FieldCheck.check(text, true, token.text(), LocalDate.EPOCH)
                        instanceof CheckResult.Accepted(String canonical))) {
                    throw notAValue(field, tokens);
                }
                tokens.next();
                yield new Condition.Equals(field.path(), canonical);
            }
            case FieldType.TimeValue _, FieldType.Attachment _, FieldType.Consent _ ->
                    throw notAValue(field, tokens);
        };
    }

    private boolean flagHere() {
        return YES.contains(tokens.peek().plain()) || NO.contains(tokens.peek().plain());
    }

    private boolean yes(FieldPart field) throws RuleMisread {
        if (!flagHere()) {
            throw notAValue(field, tokens);
        }
        return YES.contains(tokens.next().plain());
    }

    static RuleMisread notAValue(FieldPart field, RuleTokens tokens) {
        return new RuleMisread(tokens.rest() + " is no value of " + field.path().id());
    }

    /// A whole number in figures or, up to twelve, in words.
    static Optional<Integer> count(RuleToken token) {
        if (token.kind() == RuleToken.Kind.NUMBER && token.text().matches("[0-9]{1,4}")) {
            return Optional.of(Integer.parseInt(token.text()));
        }
        String plain = token.plain().replaceAll("^(einen|eine|ein)$", "eins");
        return token.kind() == RuleToken.Kind.WORD && COUNTS.contains(plain)
                ? Optional.of(COUNTS.indexOf(plain) + 1)
                : Optional.empty();
    }

    /// A number as Germans write it: `5`, `1.000`, `0,5`; euros behind an amount.
    String number(FieldPart field) throws RuleMisread {
        boolean negative = tokens.sign("-");
        RuleToken token = tokens.peek();
        if (token.kind() == RuleToken.Kind.WORD && COUNTS.contains(token.plain())) {
            tokens.next();
            return Integer.toString(COUNTS.indexOf(token.plain()) + 1);
        }
        boolean number =
                token.kind() == RuleToken.Kind.NUMBER || token.kind() == RuleToken.Kind.QUOTED;
        if (!number
                || !token.text()
                        .matches(
                                "[0-9]{1,12}(,[0-9]{1,6})?|[0-9]{1,3}(\\.[0-9]{3}){1,3}(,[0-9]{1,6})?")) {
            throw notAValue(field, tokens);
        }
        tokens.next();
        if (field.field().type() instanceof FieldType.Money
                && !tokens.word(Set.of("euro", "eur"))) {
            tokens.sign("€");
        }
        BigDecimal value = new BigDecimal(token.text().replace(".", "").replace(',', '.'));
        return (negative ? value.negate() : value).toPlainString();
    }
}
