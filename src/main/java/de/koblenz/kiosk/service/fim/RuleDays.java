package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.service.fim.FormPart.FieldPart;
import de.koblenz.kiosk.service.form.Condition.Operand;
import de.koblenz.kiosk.service.form.DateBound;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/// Days in rule sentences: `31.12.2024`, `heute - 18 Jahre`.
final class RuleDays {
    private final RuleTokens tokens;

    RuleDays(RuleTokens tokens) {
        this.tokens = tokens;
    }

    /// A day, or today with a distance.
    Operand day(FieldPart field) throws RuleMisread {
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
            throw RuleValues.notAValue(field, tokens);
        }
        if (!today()) {
            throw RuleValues.notAValue(field, tokens);
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
