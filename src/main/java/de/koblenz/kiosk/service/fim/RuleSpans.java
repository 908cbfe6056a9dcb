package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.service.fim.FormPart.FieldPart;
import de.koblenz.kiosk.service.fim.RuleAct.Check;
import de.koblenz.kiosk.service.fim.RuleComparisons.Compared;
import de.koblenz.kiosk.service.form.Condition;
import de.koblenz.kiosk.service.form.Condition.Comparison;
import de.koblenz.kiosk.service.form.Condition.Operand;
import de.koblenz.kiosk.service.form.DateBound;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which values of a field a rule sentence allows: `nur Werte zwischen 1 und 5 zulässig`, `Werte über 10 sind in F1 unzulässig`,
/// `auf höchstens 5 begrenzt`.
final class RuleSpans {
    private static final RulePhrases ALLOWED =
            RulePhrases.of("zulaessig|erlaubt|gestattet|moeglich|gueltig|auswaehlbar|waehlbar");
    private static final RulePhrases NOT_ALLOWED =
            RulePhrases.of(
                    "nicht zulaessig|erlaubt|gestattet|moeglich|gueltig",
                    "unzulaessig|ungueltig|verboten|ausgeschlossen");
    private static final RulePhrases ONLY = RulePhrases.of("nur|ausschliesslich|lediglich");
    private static final RulePhrases VALUES =
            RulePhrases.of(
                    "die|der|das|den|ein|eine|einen? werte|wert|zahlen|zahl|betraege|betrag|eingaben|eingabe|angaben|angabe"
                            + "|daten|datum|datumswerte|datumsangaben|eintraege|tage|zahlenwerte|mengen|anzahl");
    private static final RulePhrases NEGATIVE =
            RulePhrases.of(
                    "ein|eine|einen? negative|negativer|negativen wert|werte|werten|zahl|zahlen|betrag|betraege|angabe|angaben|eingaben|eintraege|anzahl");
    private static final RulePhrases POSITIVE =
            RulePhrases.of(
                    "ein|eine|einen? positive|positiver|positiven wert|werte|werten|zahl|zahlen|betrag|betraege|angabe|angaben|eingaben|eintraege|anzahl");
    private static final RulePhrases FUTURE =
            RulePhrases.of(
                    "ein? zukuenftiges|kuenftiges datum",
                    "zukuenftige|kuenftige datumsangaben|datumswerte|daten|tage",
                    "ein|eine? datum|tag|zeitpunkt in der zukunft");
    private static final RulePhrases PAST =
            RulePhrases.of(
                    "ein? vergangenes|zurueckliegendes datum",
                    "vergangene|zurueckliegende datumsangaben|datumswerte|daten|tage",
                    "ein|eine? datum|tag|zeitpunkt in der vergangenheit");
    private static final Set<String> BOUNDED = Set.of("begrenzt", "beschraenkt", "limitiert");

    private final RuleTokens tokens;
    private final RuleNames names;
    private final RuleValues values;
    private final RuleComparisons comparisons;

    RuleSpans(RuleTokens tokens, RuleNames names, RuleValues values, RuleComparisons comparisons) {
        this.tokens = tokens;
        this.names = names;
        this.values = values;
        this.comparisons = comparisons;
    }

    /// "negative Werte", "ein zukünftiges Datum"; nothing is taken where that is not said.
    Optional<Compared> kind(FieldPart field) {
        if (RuleComparisons.isNumber(field)) {
            boolean less = tokens.take(NEGATIVE);
            if (less || tokens.take(POSITIVE)) {
                return Optional.of(
                        compared(
                                field,
                                less ? Comparison.LESS : Comparison.MORE,
                                new Operand.Value("0")));
            }
        }
        if (RuleComparisons.isDay(field)) {
            boolean after = tokens.take(FUTURE);
            if (after || tokens.take(PAST)) {
                Operand today = new Operand.Day(new DateBound.FromToday(0, ChronoUnit.DAYS));
                return Optional.of(
                        compared(field, after ? Comparison.MORE : Comparison.LESS, today));
            }
        }
        return Optional.empty();
    }

    private static Compared compared(FieldPart field, Comparison comparison, Operand operand) {
        return new Compared(
                List.of(field.path()), new Condition.Compare(field.path(), comparison, operand));
    }

    /// What may stand behind "F1 ist": "nur Werte von 1 bis 5 zulässig", "003 nicht zulässig", "auf höchstens 5 begrenzt"; nothing
    /// is taken where that is not said.
    Optional<Check> allowed(FieldPart field) {
        int mark = tokens.mark();
        try {
            boolean only = tokens.take(ONLY);
            if (!only && tokens.word("auf")) {
                tokens.take(MOST);
                Compared most = comparisons.compared(field, Comparison.AT_MOST);
                if (tokens.word(BOUNDED)) {
                    return Optional.of(check(most));
                }
                tokens.reset(mark);
                return Optional.empty();
            }
            Optional<Compared> span = span(field);
            if (span.isPresent()) {
                boolean bounded = only || span.get().what() instanceof Condition.All;
                if (bounded && tokens.take(ALLOWED)) {
                    return Optional.of(check(span.get()));
                }
                if (!only && tokens.take(NOT_ALLOWED)) {
                    return Optional.of(check(opposite(span.get())));
                }
                tokens.reset(mark);
                return Optional.empty();
            }
            tokens.take(THE_VALUES);
            RuleValues.Alternatives any = values.alternatives(field, "oder", true);
            if (only && tokens.take(ALLOWED)) {
                return Optional.of(new Check(List.of(field.path()), any.joined()));
            }
            if (!only && any.any().size() == 1 && tokens.take(NOT_ALLOWED)) {
                return Optional.of(
                        new Check(List.of(field.path()), new Condition.Not(any.joined())));
            }
        } catch (RuleMisread _) {
            // Then it is something else.
        }
        tokens.reset(mark);
        return Optional.empty();
    }

    private static final RulePhrases MOST = RulePhrases.of("hoechstens|maximal");
    private static final RulePhrases THE_VALUES =
            RulePhrases.of(
                    "die|der|das|den? werte|wert|codes|code|auspraegungen|auspraegung|optionen|option|eintraege|eintrag|antwort|auswahl");

    private Optional<Compared> span(FieldPart field) throws RuleMisread {
        Optional<Compared> kind = kind(field);
        if (kind.isPresent()) {
            return kind;
        }
        int mark = tokens.mark();
        if (!RuleComparisons.isDay(field) && !RuleComparisons.isNumber(field)) {
            return Optional.empty();
        }
        Optional<Compared> range = comparisons.range(field, false);
        if (range.isPresent()) {
            return range;
        }
        tokens.take(VALUES);
        range = comparisons.range(field, false);
        if (range.isPresent()) {
            return range;
        }
        Optional<Compared> tense = comparisons.tense(field, false);
        if (tense.isPresent()) {
            return tense;
        }
        Optional<Comparison> comparison = comparisons.comparison(field);
        if (comparison.isPresent()) {
            return Optional.of(comparisons.compared(field, comparison.get()));
        }
        tokens.reset(mark);
        return Optional.empty();
    }

    private static Compared opposite(Compared compared) throws RuleMisread {
        if (!(compared.what()
                instanceof Condition.Compare(var field, Comparison how, Operand with))) {
            throw new RuleMisread("it is not clear what lies beyond a range");
        }
        return new Compared(
                compared.fields(),
                new Condition.Compare(field, RuleComparisons.opposite(how), with));
    }

    private static Check check(Compared compared) {
        return new Check(compared.fields().stream().distinct().toList(), compared.what());
    }

    private static final int MOST_WORDS = 14;
    private static final RulePhrases ARE_IN = RulePhrases.of("sind|ist in|im|fuer|bei|beim");

    private static final RulePhrases ALLOWED_ARE =
            RulePhrases.of("zulaessig|erlaubt|gestattet sind|ist in|im|fuer|bei");
    private static final RulePhrases ALLOWED_VALUES =
            RulePhrases.of(
                    "die? zulaessige|zulaessigen|erlaubte|erlaubten|zulaessiger|gueltige|gueltigen werte|wert|wertebereich|codes|bereich|eingaben|angaben in|im|fuer|von|bei");

    /// "Zulässig sind in F1 nur Werte von 1 bis 10", "Zulässige Werte für F1: 1 bis 10"; nothing is taken where that is not said.
    Optional<Check> named() {
        int mark = tokens.mark();
        boolean values = tokens.take(ALLOWED_VALUES);
        if (!values && !tokens.take(ALLOWED_ARE)) {
            return Optional.empty();
        }
        try {
            if (names.one() instanceof FieldPart field) {
                boolean colon = values && tokens.sign(":");
                boolean are = values && !colon && tokens.word(Set.of("sind", "ist"));
                boolean only = tokens.take(ONLY);
                if (values ? colon || are : only) {
                    Optional<Compared> span = span(field);
                    if (span.isEmpty() && values && RuleComparisons.isNumber(field)) {
                        span = bare(field);
                    }
                    if (span.isPresent()) {
                        return Optional.of(check(span.get()));
                    }
                    tokens.take(THE_VALUES);
                    RuleValues.Alternatives any = this.values.alternatives(field, "oder", true);
                    return Optional.of(new Check(List.of(field.path()), any.joined()));
                }
            }
        } catch (RuleMisread _) {
            // Then it is something else.
        }
        tokens.reset(mark);
        return Optional.empty();
    }

    /// "1 bis 10"
    private Optional<Compared> bare(FieldPart field) throws RuleMisread {
        int mark = tokens.mark();
        Compared least = comparisons.compared(field, Comparison.AT_LEAST);
        if (!tokens.word("bis")) {
            tokens.reset(mark);
            return Optional.empty();
        }
        Compared most = comparisons.compared(field, Comparison.AT_MOST);
        return Optional.of(
                new Compared(
                        List.of(field.path()),
                        new Condition.All(List.of(least.what(), most.what()))));
    }

    /// "Werte größer als 10 sind in F1 unzulässig"; nothing is taken where that is not said.
    Optional<Check> first() {
        int start = tokens.mark();
        if (!tokens.isAt(VALUES) && !tokens.isAt(NEGATIVE) && !tokens.isAt(FUTURE_OR_PAST)) {
            return Optional.empty();
        }
        try {
            for (int i = 1; i < MOST_WORDS; i++) {
                tokens.reset(start + i);
                if (tokens.is(RuleToken.Kind.ID) || tokens.ended()) {
                    break;
                }
                int end = tokens.mark();
                if (!tokens.isAt(ARE_IN)) {
                    continue;
                }
                tokens.next();
                if (!names.isHere() || !(names.one() instanceof FieldPart field)) {
                    break;
                }
                if (!tokens.take(NOT_ALLOWED)) {
                    break;
                }
                int behind = tokens.mark();
                tokens.reset(start);
                Optional<Compared> span = span(field);
                if (span.isEmpty() || tokens.mark() != end) {
                    break;
                }
                tokens.reset(behind);
                return Optional.of(check(opposite(span.get())));
            }
        } catch (RuleMisread _) {
            // Then it is something else.
        }
        tokens.reset(start);
        return Optional.empty();
    }

    private static final RulePhrases FUTURE_OR_PAST =
            RulePhrases.of("zukuenftige|kuenftige|vergangene|zurueckliegende");
}
