package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.service.fim.FormPart.FieldPart;
import de.koblenz.kiosk.service.form.Condition.Comparison;
import de.koblenz.kiosk.service.form.Condition.Operand;
import de.koblenz.kiosk.service.form.DateBound;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Days in rule sentences: `31.12.2024`, `heute - 18 Jahre`, `in der Zukunft`, `mindestens 18 Jahre zurück`.
final class RuleDays {
    private static final List<String> MONTHS =
            List.of(
                    "januar",
                    "februar",
                    "maerz",
                    "april",
                    "mai",
                    "juni",
                    "juli",
                    "august",
                    "september",
                    "oktober",
                    "november",
                    "dezember");
    private static final RulePhrases TODAY =
            RulePhrases.of(
                    "dem|das|der|den|am? heutigen|heutige|heutiges|aktuellen|aktuelle|aktuelles|aktuellem|aktueller tag|tage|tages|datum|datums|tagesdatum|tagesdatums",
                    "dem|das|der|den? heute|tagesdatum|tagesdatums|heutedatum|systemdatum");
    private static final RulePhrases MINUS = RulePhrases.of("-", "minus|abzueglich");
    private static final RulePhrases PLUS = RulePhrases.of("+", "plus|zuzueglich");
    private static final RulePhrases BACK =
            RulePhrases.of(
                    "zurueck|zurueckliegen|zurueckliegt",
                    "in der vergangenheit",
                    "vor dem heutigen|aktuellen tag|datum",
                    "vor heute");
    private static final RulePhrases AHEAD =
            RulePhrases.of("in der zukunft", "nach dem heutigen|aktuellen tag|datum", "nach heute");
    private static final RulePhrases FROM_TODAY =
            RulePhrases.of(
                    "heute oder in der zukunft|zukunft",
                    "heute oder spaeter",
                    "am heutigen tag oder spaeter|danach");
    private static final RulePhrases UNTIL_TODAY =
            RulePhrases.of(
                    "in der vergangenheit oder heute",
                    "in der vergangenheit oder am heutigen tag|tage",
                    "heute oder in der vergangenheit",
                    "heute oder frueher");

    private final RuleTokens tokens;

    RuleDays(RuleTokens tokens) {
        this.tokens = tokens;
    }

    /// How a day stands to another.
    record Bound(Comparison comparison, DateBound.FromToday day) {}

    /// A day, or today with a distance.
    Operand day(FieldPart field) throws RuleMisread {
        RuleToken token = tokens.peek();
        if (token.kind() == RuleToken.Kind.DATE || token.kind() == RuleToken.Kind.QUOTED) {
            Optional<LocalDate> day = written(token.text());
            if (day.isEmpty()) {
                throw RuleValues.notAValue(field, tokens);
            }
            tokens.next();
            return new Operand.Value(day.get().toString());
        }
        Optional<LocalDate> inWords = inWords();
        if (inWords.isPresent()) {
            return new Operand.Value(inWords.get().toString());
        }
        int mark = tokens.mark();
        tokens.word(Set.of("dem", "den"));
        if (tokens.is(RuleToken.Kind.DATE)) {
            return day(field);
        }
        tokens.reset(mark);
        if (!tokens.take(TODAY)) {
            throw RuleValues.notAValue(field, tokens);
        }
        boolean back = tokens.take(MINUS);
        if (!back && !tokens.take(PLUS)) {
            return new Operand.Day(new DateBound.FromToday(0, ChronoUnit.DAYS));
        }
        return new Operand.Day(distance(back));
    }

    /// The day that is written in figures.
    static Optional<LocalDate> written(String text) {
        String[] parts = text.split("[.-]", -1);
        if (parts.length != 3 || !text.matches("[0-9.-]{8,10}")) {
            return Optional.empty();
        }
        boolean iso = parts[0].length() == 4;
        try {
            return Optional.of(
                    LocalDate.of(
                            Integer.parseInt(parts[iso ? 0 : 2]),
                            Integer.parseInt(parts[1]),
                            Integer.parseInt(parts[iso ? 2 : 0])));
        } catch (DateTimeException | NumberFormatException _) {
            return Optional.empty();
        }
    }

    /// "1. Januar 2024"
    private Optional<LocalDate> inWords() {
        int month = MONTHS.indexOf(tokens.peek(2).plain()) + 1;
        boolean here =
                tokens.is(RuleToken.Kind.NUMBER)
                        && tokens.peek(1).text().equals(".")
                        && month > 0
                        && tokens.peek(3).text().matches("[12][0-9]{3}");
        if (!here) {
            return Optional.empty();
        }
        Optional<LocalDate> day =
                written(tokens.peek().text() + "." + month + "." + tokens.peek(3).text());
        for (int i = 0; day.isPresent() && i < 4; i++) {
            tokens.next();
        }
        return day;
    }

    /// How many days, weeks, months or years.
    DateBound.FromToday distance(boolean back) throws RuleMisread {
        Optional<Integer> count = RuleValues.count(tokens.peek());
        if (count.isEmpty()) {
            throw new RuleMisread("expected how many days, months or years");
        }
        tokens.next();
        tokens.word("volle");
        return new DateBound.FromToday(count.get() * (back ? -1 : 1), unit());
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

    // ---- how a day stands to today

    /// "in der Zukunft", "mindestens 18 Jahre zurück", "jünger als 16 Jahre"; nothing is taken where that is not it.
    Optional<Bound> bound() {
        int mark = tokens.mark();
        DateBound.FromToday today = new DateBound.FromToday(0, ChronoUnit.DAYS);
        if (tokens.take(FROM_TODAY)) {
            return Optional.of(new Bound(Comparison.AT_LEAST, today));
        }
        if (tokens.take(UNTIL_TODAY)) {
            return Optional.of(new Bound(Comparison.AT_MOST, today));
        }
        if (tokens.take(AHEAD)) {
            return Optional.of(new Bound(Comparison.MORE, today));
        }
        if (tokens.take(BACK)) {
            return Optional.of(new Bound(Comparison.LESS, today));
        }
        try {
            Optional<Bound> far = far();
            if (far.isPresent()) {
                return far;
            }
        } catch (RuleMisread _) {
            // Then it is no distance.
        }
        tokens.reset(mark);
        return Optional.empty();
    }

    private Optional<Bound> far() throws RuleMisread {
        if (tokens.word("minderjaehrig")) {
            return Optional.of(new Bound(Comparison.MORE, ofAge()));
        }
        if (tokens.word("volljaehrig")) {
            return Optional.of(new Bound(Comparison.AT_MOST, ofAge()));
        }
        if (tokens.word("unter")) {
            DateBound.FromToday age = distance(true);
            return tokens.word("alt")
                    ? Optional.of(new Bound(Comparison.MORE, age))
                    : Optional.empty();
        }
        if (tokens.words("aelter als")) {
            return Optional.of(new Bound(Comparison.LESS, distance(true)));
        }
        if (tokens.words("juenger als")) {
            return Optional.of(new Bound(Comparison.MORE, distance(true)));
        }
        boolean least = tokens.word(Set.of("mindestens", "wenigstens"));
        boolean most = !least && tokens.word(Set.of("hoechstens", "maximal"));
        boolean more = !least && !most && (tokens.words("mehr als") || tokens.words("laenger als"));
        boolean less = !least && !most && !more && tokens.words("weniger als");
        if (!least && !most && !more && !less) {
            return Optional.empty();
        }
        DateBound.FromToday back = distance(true);
        Comparison further =
                least
                        ? Comparison.AT_LEAST
                        : most ? Comparison.AT_MOST : more ? Comparison.MORE : Comparison.LESS;
        boolean old = (least || most) && tokens.word("alt");
        if (old || tokens.take(BACK)) {
            return Optional.of(new Bound(mirrored(further), back));
        }
        return tokens.take(AHEAD)
                ? Optional.of(
                        new Bound(further, new DateBound.FromToday(-back.count(), back.unit())))
                : Optional.empty();
    }

    private static DateBound.FromToday ofAge() {
        return new DateBound.FromToday(-18, ChronoUnit.YEARS);
    }

    private static Comparison mirrored(Comparison comparison) {
        return switch (comparison) {
            case LESS -> Comparison.MORE;
            case AT_MOST -> Comparison.AT_LEAST;
            case SAME -> Comparison.SAME;
            case AT_LEAST -> Comparison.AT_MOST;
            case MORE -> Comparison.LESS;
        };
    }
}
