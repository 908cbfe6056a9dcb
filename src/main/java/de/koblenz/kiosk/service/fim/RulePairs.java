package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.service.fim.RuleAct.Choose;
import de.koblenz.kiosk.service.form.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Elements that are answered together or not together: `F1 und F2 sind nur gemeinsam anzugeben`, `schließen sich aus`.
final class RulePairs {
    private static final RulePhrases NOT_TOGETHER =
            RulePhrases.of(
                    "nicht gleichzeitig|beide|zusammen|zugleich|gemeinsam",
                    "nicht beide gleichzeitig|zusammen");
    private static final RulePhrases NOT_EMPTY =
            RulePhrases.of(
                    "nicht alle|beide|gleichzeitig|zugleich gleichzeitig? leer sein|bleiben");
    private static final RulePhrases EXCLUSIVE =
            RulePhrases.of("schliessen sich gegenseitig? aus", "schliessen einander aus");

    private final RuleTokens tokens;
    private final RuleVerbs verbs;
    private final RuleChoices choices;
    private final RuleNames names;
    private final RuleComparisons comparisons;

    RulePairs(RuleTokens tokens, RuleConditions conditions, RuleVerbs verbs, RuleChoices choices) {
        this.tokens = tokens;
        this.names = conditions.names();
        this.comparisons = conditions.comparisons();
        this.verbs = verbs;
        this.choices = choices;
    }

    private static final RulePhrases ALL_OR_NONE =
            RulePhrases.of(
                    "entweder? beide|beides|alle oder kein|keine|keines|keins|keiner|keines von|der? beiden|ihnen|diesen? felder|angaben?");
    private static final String FILLED = "ausgefuellt|befuellt|angegeben|eingetragen|eingegeben";
    private static final RulePhrases NEVER = RulePhrases.of("\"");

    /// "sind entweder beide zu befüllen oder beide leer zu lassen"
    private static final Map<RuleModal, RulePhrases> FILLED_OR_EMPTY =
            Map.of(
                    RuleModal.IS,
                    RulePhrases.of(
                            "entweder beide|alle zu befuellen|fuellen|erfassen|beantworten oder beide|alle? leer zu lassen",
                            "entweder beide|alle zu befuellen|fuellen|erfassen|beantworten oder beide|alle? leerzulassen|freizulassen",
                            "entweder beide|alle auszufuellen|anzugeben|einzutragen|einzugeben oder beide|alle? leer zu lassen",
                            "entweder beide|alle auszufuellen|anzugeben|einzutragen|einzugeben oder beide|alle? leerzulassen|freizulassen",
                            "entweder beide|alle leer zu? lassen? oder beide|alle? auszufuellen|anzugeben|einzutragen|einzugeben"),
                    RuleModal.MUST,
                    RulePhrases.of(
                            "entweder beide|alle "
                                    + FILLED
                                    + " sein|werden? oder beide|alle? leer sein|bleiben",
                            "gemeinsam|zusammen "
                                    + FILLED
                                    + " sein|werden? oder beide|gemeinsam|zusammen leer sein|bleiben|gelassen werden?",
                            "entweder beide|alle "
                                    + FILLED
                                    + " sein|werden? oder beide|alle? leer gelassen werden",
                            "entweder beide|alle leer sein|bleiben? oder beide|alle? "
                                    + FILLED
                                    + " sein|werden"));

    private static final RulePhrases ONLY_TOGETHER =
            RulePhrases.of("nur|stets|immer gemeinsam|zusammen", "nur beide gemeinsam|zusammen?");

    /// "F1 und F2 sind nur gemeinsam anzugeben", "entweder beide oder keines von beiden".
    Optional<RuleAct> together(RuleModal modal, RuleNames.Named named) throws RuleMisread {
        if (named.parts().size() < 2 || named.or()) {
            return Optional.empty();
        }
        int mark = tokens.mark();
        if (modal == RuleModal.NONE && !tokens.sign(":")) {
            return Optional.empty();
        }
        if (tokens.take(FILLED_OR_EMPTY.getOrDefault(modal, NEVER)) && verbs.ends()) {
            return Optional.of(new RuleAct.Together(named.parts()));
        }
        boolean all = tokens.take(ALL_OR_NONE);
        boolean only = !all && tokens.take(ONLY_TOGETHER);
        boolean said =
                switch (modal) {
                    case MUST, MAY, CAN -> (all || only) && choices.filled(named.parts());
                    case IS -> (all || only) && verbs.toFill();
                    case NONE -> all && verbs.ends();
                    case BECOMES,
                            STAYS,
                            COUNTS,
                            DROPS,
                            APPEARS,
                            HAS,
                            FALLS,
                            STANDS,
                            NEEDS,
                            WANTS,
                            LIES ->
                            false;
                };
        if (!said) {
            tokens.reset(mark);
            return Optional.empty();
        }
        return Optional.of(new RuleAct.Together(named.parts()));
    }

    private static final RulePhrases AT_ONCE =
            RulePhrases.of(
                    "die|eine gleichzeitige|gemeinsame angabe|befuellung|auswahl|eingabe|ausfuellung|nutzung von|der|in|des");
    private static final RulePhrases NOT_ALLOWED =
            RulePhrases.of(
                    "ist|sind nicht zulaessig|erlaubt|gestattet|moeglich",
                    "ist|sind unzulaessig|ausgeschlossen|verboten");
    private static final RulePhrases ANSWER_OF =
            RulePhrases.of(
                    "die|eine angabe|befuellung|auswahl|eingabe|ausfuellung von|der|in|des|zu");

    /// "Eine gleichzeitige Angabe von F1 und F2 ist nicht zulässig", "Die Angabe von F1 schließt die von F2 aus"; nothing is taken
    /// where that is not said.
    Optional<RuleAct> exclusion() {
        int mark = tokens.mark();
        try {
            if (tokens.take(AT_ONCE)) {
                boolean picked = tokens.before(2, RuleChoices.PICKED);
                RuleNames.Named named = names.elements();
                boolean several = named.parts().size() > 1 && named.said() && !named.or();
                boolean clear = !picked || named.parts().stream().noneMatch(RuleChoices::flag);
                if (several && clear && tokens.take(NOT_ALLOWED)) {
                    return Optional.of(new Choose(named.parts(), false, true, false));
                }
            } else if (excludes()) {
                boolean answer = tokens.take(ANSWER_OF) && !tokens.before(2, RuleChoices.PICKED);
                FormPart one = names.one();
                if ((answer || !RuleChoices.flag(one)) && tokens.word("schliesst")) {
                    tokens.take(ANSWER_OF);
                    FormPart other = names.one();
                    boolean two = !one.path().equals(other.path());
                    if (two && tokens.word("aus") && verbs.ends()) {
                        return Optional.of(new Choose(List.of(one, other), false, true, false));
                    }
                }
            }
        } catch (RuleMisread _) {
            // Then it is something else.
        }
        tokens.reset(mark);
        return Optional.empty();
    }

    private boolean excludes() {
        for (int i = 1; i < 30 && tokens.peek(i).kind() != RuleToken.Kind.END; i++) {
            if (tokens.peek(i).plain().equals("schliesst")) {
                return true;
            }
        }
        return false;
    }

    private static final RulePhrases ALIKE =
            RulePhrases.of(
                    "identisch|gleich|dieselben|gleichlautend|deckungsgleich sein",
                    "miteinander? uebereinstimmen",
                    "den? denselben|dieselbe|gleichen|identischen wert|inhalt|eintrag haben|enthalten|aufweisen",
                    "dieselbe|denselben angabe|wert|inhalt enthalten|haben|aufweisen",
                    "dieselben|die|den gleichen? werte|angaben|inhalt haben|enthalten|aufweisen");
    private static final RulePhrases UNLIKE =
            RulePhrases.of(
                    "sich voneinander? unterscheiden",
                    "verschieden|unterschiedlich|ungleich sein",
                    "voneinander abweichen",
                    "verschiedene|unterschiedliche werte|angaben|eintraege haben|enthalten|aufweisen");

    /// "dürfen nicht identisch sein", "müssen sich unterscheiden"; nothing is taken where that is not said.
    private Optional<RuleAct> alike(RuleModal modal, List<FormPart> parts) throws RuleMisread {
        int mark = tokens.mark();
        if (parts.size() != 2
                || !(parts.getFirst() instanceof FormPart.FieldPart one)
                || !(parts.getLast() instanceof FormPart.FieldPart other)
                || (modal != RuleModal.MAY && modal != RuleModal.MUST)) {
            return Optional.empty();
        }
        verbs.adverbs();
        boolean denied = modal == RuleModal.MAY && tokens.word("nicht");
        boolean unlike = !denied && modal == RuleModal.MUST && tokens.take(UNLIKE);
        boolean same = !unlike && (denied || modal == RuleModal.MUST) && tokens.take(ALIKE);
        if (!unlike && !same) {
            tokens.reset(mark);
            return Optional.empty();
        }
        RuleComparisons.Compared compared = comparisons.same(one, other);
        return Optional.of(
                new RuleAct.Check(
                        compared.fields(),
                        RulePredicates.negated(unlike || denied, compared.what())));
    }

    private static final RulePhrases NOT_BOTH_ARE =
            RulePhrases.of("nicht beide|alle|gleichzeitig|zugleich|beides jeweils?");
    private static final RulePhrases ANSWERED_YES =
            RulePhrases.of(
                    "mit ja beantwortet|angegeben|ausgewaehlt werden|sein",
                    "den? wert? ja|wahr haben|aufweisen|sein|enthalten",
                    "auf? ja|wahr gesetzt werden|sein",
                    "bejaht werden|sein");
    private static final RulePhrases ANSWERED_NO =
            RulePhrases.of(
                    "mit nein beantwortet|angegeben|ausgewaehlt werden|sein",
                    "den? wert? nein|falsch haben|aufweisen|sein|enthalten",
                    "auf? nein|falsch gesetzt werden|sein",
                    "verneint werden|sein");

    /// "dürfen nicht beide mit 'Nein' beantwortet sein"; nothing is taken where that is not said.
    private Optional<RuleAct> bothAnswered(RuleModal modal, List<FormPart> of) {
        int mark = tokens.mark();
        if (modal == RuleModal.MAY
                && of.stream().allMatch(RuleChoices::flag)
                && tokens.take(NOT_BOTH_ARE)) {
            boolean yes = tokens.takeUnquoted(ANSWERED_YES);
            if (yes || tokens.takeUnquoted(ANSWERED_NO)) {
                List<Condition> all = new ArrayList<>();
                for (FormPart part : of) {
                    all.add(new Condition.Equals(part.path(), Boolean.toString(yes)));
                }
                return Optional.of(
                        new RuleAct.Check(
                                of.stream().map(FormPart::path).distinct().toList(),
                                new Condition.Not(new Condition.All(all))));
            }
        }
        tokens.reset(mark);
        return Optional.empty();
    }

    /// "F1 und F2 dürfen nicht gleichzeitig ausgefüllt sein", "F1 und F2 schließen sich aus".
    Optional<RuleAct> apart(RuleModal modal, RuleNames.Named named) throws RuleMisread {
        if (named.parts().size() < 2 || named.or()) {
            return Optional.empty();
        }
        int mark = tokens.mark();
        if (modal == RuleModal.MAY && tokens.take(NOT_EMPTY)) {
            return Optional.of(new Choose(named.parts(), true, false, false));
        }
        Optional<RuleAct> alike = alike(modal, named.parts());
        if (alike.isPresent()) {
            return alike;
        }
        Optional<RuleAct> answer = bothAnswered(modal, named.parts());
        if (answer.isPresent()) {
            return answer;
        }
        boolean said =
                modal == RuleModal.MAY
                        ? tokens.take(NOT_TOGETHER) && choices.filled(named.parts())
                        : modal == RuleModal.NONE && tokens.take(EXCLUSIVE);
        if (!said) {
            tokens.reset(mark);
            return Optional.empty();
        }
        return Optional.of(new Choose(named.parts(), false, true, false));
    }
}
