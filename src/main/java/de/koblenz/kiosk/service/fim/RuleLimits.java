package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.service.fim.FormPart.FieldPart;
import de.koblenz.kiosk.service.fim.RuleAct.Check;
import de.koblenz.kiosk.service.fim.RuleComparisons.Compared;
import de.koblenz.kiosk.service.fim.RuleValues.Alternatives;
import de.koblenz.kiosk.service.form.Condition;
import de.koblenz.kiosk.service.form.Condition.Comparison;
import de.koblenz.kiosk.service.form.Condition.Operand;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What an answer must not be or pass by a rule sentence: `darf 500 Euro nicht übersteigen`, `kein späteres Datum als F1 enthalten`,
/// `weder 001 noch 003 sein`.
final class RuleLimits {
    private static final RulePhrases NOT_MORE = RulePhrases.of("nicht uebersteigen|ueberschreiten");
    private static final RulePhrases NOT_LESS = RulePhrases.of("nicht unterschreiten");

    private final RuleTokens tokens;
    private final RuleConditions conditions;
    private final RuleValues values;
    private final RuleComparisons comparisons;

    RuleLimits(RuleTokens tokens, RuleConditions conditions) {
        this.tokens = tokens;
        this.conditions = conditions;
        this.values = conditions.values();
        this.comparisons = conditions.comparisons();
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
        return Optional.of(RuleChecks.check(compared));
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
        tokens.take(RuleChecks.VALUE);
        Alternatives any = values.alternatives(field, "noch", false);
        if (any.any().size() < 2 || !(tokens.take(RuleChecks.SET) || tokens.word(RuleChecks.BE))) {
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
        boolean ahead = tokens.isAt(FEWEST) || tokens.isWord("mindestens");
        if (ahead || tokens.take(IT_IS)) {
            boolean most = tokens.take(FEWEST);
            boolean least = !most && tokens.word(Set.of("mindestens", "wenigstens"));
            Optional<Integer> count = RuleValues.count(tokens.peek());
            if ((most || least) && count.isPresent()) {
                tokens.next();
                if (RuleNouns.harmless(tokens.peek())) {
                    tokens.next();
                }
                if ((!ahead || tokens.word(Set.of("sind", "ist")))
                        && tokens.take(most ? ALLOWED : NEEDED)
                        && tokens.sign("(")) {
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
                    return Optional.of(RuleChecks.check(most));
                }
            } catch (RuleMisread _) {
                // Then it is something else.
            }
        }
        tokens.reset(mark);
        return Optional.empty();
    }
}
