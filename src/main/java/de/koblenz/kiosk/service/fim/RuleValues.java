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
import java.util.Set;

/// Values in rule sentences, each of a kind that its field can have: codes or wordings of its list, yes and no, numbers
/// and days as people write them.
final class RuleValues {
    private static final Set<String> YES = Set.of("ja", "wahr", "true");
    private static final Set<String> NO = Set.of("nein", "falsch", "false");

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
                    throw notAValue(field, tokens);
                }
                tokens.next();
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

    static RuleMisread notAValue(FieldPart field, RuleTokens tokens) {
        return new RuleMisread(tokens.rest() + " is no value of " + field.path().id());
    }

    /// A number as Germans write it: `5`, `1.000`, `0,5`; euros behind an amount.
    String number(FieldPart field) throws RuleMisread {
        boolean negative = tokens.sign("-");
        RuleToken token = tokens.peek();
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
