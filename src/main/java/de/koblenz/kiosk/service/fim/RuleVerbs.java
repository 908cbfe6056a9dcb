package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.service.fim.RuleAct.Verb;
import java.util.Optional;
import java.util.Set;

/// What rule sentences do with elements: phrases behind the verb on which an act hangs.
final class RuleVerbs {
    private final RuleTokens tokens;
    private boolean referring;

    RuleVerbs(RuleTokens tokens) {
        this.tokens = tokens;
    }

    /// Takes words that say nothing of what is done.
    void adverbs() {
        while (!tokens.isAt(RuleVerbPhrases.EVEN) && tokens.take(RuleVerbPhrases.ADVERB)) {
            // "muss dann auch"
            referring |= tokens.before(1, Set.of("dann"));
        }
    }

    /// Forgets whether a "dann" was passed.
    void begin() {
        referring = false;
    }

    boolean referring() {
        return referring;
    }

    /// What is done with the elements; nothing taken where that is not it.
    Optional<Verb> verb(RuleModal modal) {
        int mark = tokens.mark();
        Optional<Verb> verb =
                switch (modal) {
                    case MUST -> must();
                    case MAY -> may();
                    case IS -> is();
                    case BECOMES -> becomes();
                    case CAN -> can();
                    case STAYS -> stays();
                    case COUNTS ->
                            tokens.word("als") && tokens.take(RuleVerbPhrases.DUTY)
                                    ? Optional.of(Verb.REQUIRE)
                                    : Optional.empty();
                    case DROPS -> ends() ? Optional.of(Verb.HIDE) : Optional.empty();
                    case APPEARS -> appears();
                    case HAS -> has();
                    case FALLS ->
                            tokens.word("weg") && ends()
                                    ? Optional.of(Verb.HIDE)
                                    : Optional.empty();
                    case STANDS -> stands();
                    case NEEDS ->
                            tokens.take(NOT_TO_BE_FILLED)
                                    ? Optional.of(Verb.MAY)
                                    : Optional.empty();
                    case WANTS -> ends() ? Optional.of(Verb.REQUIRE) : Optional.empty();
                    case LIES -> Optional.empty();
                    case NONE -> bare();
                };
        if (verb.isEmpty()) {
            tokens.reset(mark);
        }
        return verb;
    }

    /// Whether nothing of this act follows.
    boolean ends() {
        return tokens.ended()
                || (tokens.is(RuleToken.Kind.SIGN)
                        && Set.of(".", ",", ";", "!").contains(tokens.peek().text()))
                || tokens.isWord(
                        Set.of(
                                "und",
                                "sowie",
                                "wenn",
                                "falls",
                                "sofern",
                                "sonst",
                                "andernfalls",
                                "ansonsten",
                                "anderenfalls"));
    }

    boolean filled() {
        return tokens.take(RuleVerbPhrases.FILLED);
    }

    boolean toFill() {
        return tokens.take(RuleVerbPhrases.TO_FILL);
    }

    boolean duty() {
        return tokens.take(RuleVerbPhrases.DUTY);
    }

    private static final RulePhrases DUTIFULLY = RulePhrases.of("zwingend|verpflichtend|unbedingt");

    private Optional<Verb> must() {
        if (tokens.word("nicht")) {
            tokens.take(DUTIFULLY);
            return filled() ? Optional.of(Verb.MAY) : Optional.empty();
        }
        tokens.word(Set.of("zwingend", "verpflichtend", "obligatorisch"));
        if (filled() || tokens.take(RuleVerbPhrases.SOMETHING)) {
            return Optional.of(Verb.REQUIRE);
        }
        if (tokens.take(RuleVerbPhrases.EMPTY) || tokens.take(RuleVerbPhrases.BE_GONE)) {
            return Optional.of(Verb.HIDE);
        }
        Optional<Verb> empty = empty();
        if (empty.isPresent()) {
            tokens.word("sein");
            return empty;
        }
        if (tokens.take(BE_DUTY_SHOWN) || shownAndMore(DUTY_SHOWN)) {
            return Optional.of(Verb.SHOW_AND_REQUIRE);
        }
        if (tokens.take(RuleVerbPhrases.BE_SHOWN) || shownAndMore(RuleVerbPhrases.SHOWN)) {
            return Optional.of(Verb.SHOW);
        }
        if (tokens.take(RuleVerbPhrases.BE_DUTY)
                || (tokens.take(RuleVerbPhrases.LAST_FILLED) && ends())) {
            return Optional.of(Verb.REQUIRE);
        }
        return Optional.empty();
    }

    /// "muss F2 angezeigt und F3 ausgeblendet werden"
    private boolean shownAndMore(RulePhrases shown) {
        int mark = tokens.mark();
        if (tokens.take(shown) && tokens.isWord("und")) {
            return true;
        }
        tokens.reset(mark);
        return false;
    }

    /// "<> leer", "= ''"
    private Optional<Verb> empty() {
        int mark = tokens.mark();
        boolean unequal = tokens.take(RuleVerbPhrases.UNEQUAL);
        if ((unequal || tokens.sign("=")) && (tokens.emptyQuotes() || tokens.word("leer"))) {
            return Optional.of(unequal ? Verb.REQUIRE : Verb.HIDE);
        }
        tokens.reset(mark);
        return Optional.empty();
    }

    private Optional<Verb> may() {
        if (tokens.take(ONLY)) {
            if (tokens.take(RuleVerbPhrases.EMPTY)) {
                return Optional.of(Verb.EMPTY_ONLY);
            }
            return filled() || tokens.take(RuleVerbPhrases.BE_SHOWN)
                    ? Optional.of(Verb.MAY_ONLY)
                    : Optional.empty();
        }
        if (tokens.take(RuleVerbPhrases.NOTHING)) {
            return Optional.of(Verb.HIDE);
        }
        if (!tokens.word("nicht")) {
            // "darf angezeigt werden" does not say whether it is there otherwise
            return filled() ? Optional.of(Verb.MAY) : Optional.empty();
        }
        return denied();
    }

    /// What must not be done, behind "nicht".
    Optional<Verb> denied() {
        if (tokens.take(RuleVerbPhrases.EMPTY) || tokens.word("fehlen")) {
            return Optional.of(Verb.REQUIRE);
        }
        return filled() || tokens.take(RuleVerbPhrases.BE_SHOWN) || tokens.word("erscheinen")
                ? Optional.of(Verb.HIDE)
                : Optional.empty();
    }

    private static final RulePhrases NOT_TO_BE_FILLED =
            RulePhrases.of(
                    "nicht " + RuleVerbPhrases.PARTICIPLE + " zu werden", "keine angabe|angaben");
    private static final RulePhrases TO_STAY_EMPTY = RulePhrases.of("leer zu bleiben|sein");

    private Optional<Verb> has() {
        if (tokens.take(TO_STAY_EMPTY)) {
            return Optional.of(Verb.HIDE);
        }
        return toFill() && ends() ? Optional.of(Verb.REQUIRE) : Optional.empty();
    }

    private static final RulePhrases AT_HAND = RulePhrases.of("zur verfuegung|auswahl");

    private Optional<Verb> stands() {
        boolean not = tokens.word(NOT);
        boolean only = !not && tokens.take(ONLY);
        if (!tokens.take(AT_HAND)) {
            return Optional.empty();
        }
        return Optional.of(not ? Verb.HIDE : only ? Verb.MAY_ONLY : Verb.SHOW);
    }

    private static final RulePhrases ONLY =
            RulePhrases.of("nur|ausschliesslich|erst dann?", "genau dann", "dann und nur dann");

    private static final String AS_DUTY =
            "als pflicht|pflichtfeld|pflichtfelder|pflichtangabe|pflichtangaben|pflichtfeldgruppe|pflichtgruppe|pflichtfeldgruppen ";
    private static final RulePhrases AS_A_DUTY =
            RulePhrases.of("als pflicht|pflichtfeld|pflichtfelder|pflichtangabe|pflichtangaben");
    private static final RulePhrases DUTY_SHOWN =
            RulePhrases.of(
                    AS_DUTY
                            + "anzuzeigen|einzublenden|abzufragen|angezeigt|eingeblendet|abgefragt");
    private static final RulePhrases BE_DUTY_SHOWN =
            RulePhrases.of(AS_DUTY + "angezeigt|eingeblendet|abgefragt werden|sein");

    private static final Set<String> NOT = Set.of("nicht", "nie", "niemals", "keinesfalls");

    private Optional<Verb> is() {
        if (tokens.take(ONLY)) {
            if (tokens.take(RuleVerbPhrases.DUTY)) {
                return Optional.of(Verb.REQUIRE_ONLY);
            }
            return tokens.take(RuleVerbPhrases.SHOWN) || tokens.take(RuleVerbPhrases.ALLOWED)
                    ? Optional.of(Verb.MAY_ONLY)
                    : Optional.empty();
        }
        if (tokens.take(RuleVerbPhrases.NONE_ALLOWED)) {
            return Optional.of(Verb.HIDE);
        }
        if (tokens.take(RuleVerbPhrases.NO_DUTY)) {
            return Optional.of(Verb.MAY);
        }
        if (tokens.word(NOT)) {
            return tokens.take(RuleVerbPhrases.SHOWN) ? Optional.of(Verb.HIDE) : Optional.empty();
        }
        if (tokens.take(DUTY_SHOWN)) {
            return Optional.of(Verb.SHOW_AND_REQUIRE);
        }
        if (tokens.take(RuleVerbPhrases.SHOWN)) {
            return Optional.of(Verb.SHOW);
        }
        if (tokens.take(RuleVerbPhrases.GONE)) {
            return Optional.of(Verb.HIDE);
        }
        if (tokens.word("leer")) {
            return ends() ? Optional.of(Verb.HIDE) : Optional.empty();
        }
        if (tokens.take(RuleVerbPhrases.VOLUNTARY)) {
            return Optional.of(Verb.MAY);
        }
        if (tokens.take(RuleVerbPhrases.SOME_DUTY)) {
            return Optional.of(Verb.REQUIRE);
        }
        boolean duty = tokens.word(Set.of("verpflichtend", "zwingend", "obligatorisch"));
        return toFill() || tokens.take(RuleVerbPhrases.DUTY) || duty
                ? Optional.of(Verb.REQUIRE)
                : Optional.empty();
    }

    private Optional<Verb> becomes() {
        if (tokens.take(ONLY)) {
            return tokens.take(RuleVerbPhrases.SHOWN)
                    ? Optional.of(Verb.MAY_ONLY)
                    : Optional.empty();
        }
        if (tokens.take(RuleVerbPhrases.NO_DUTY)) {
            return Optional.of(Verb.MAY);
        }
        if (tokens.word(NOT)) {
            return tokens.take(RuleVerbPhrases.SHOWN) ? Optional.of(Verb.HIDE) : Optional.empty();
        }
        if (tokens.take(DUTY_SHOWN)) {
            return Optional.of(Verb.SHOW_AND_REQUIRE);
        }
        if (tokens.take(RuleVerbPhrases.SHOWN)) {
            return Optional.of(Verb.SHOW);
        }
        if (tokens.take(RuleVerbPhrases.GONE)) {
            return Optional.of(Verb.HIDE);
        }
        return tokens.take(RuleVerbPhrases.BECOME_DUTY)
                ? Optional.of(Verb.REQUIRE)
                : Optional.empty();
    }

    private Optional<Verb> can() {
        if (tokens.take(ONLY)) {
            return filled() ? Optional.of(Verb.MAY_ONLY) : Optional.empty();
        }
        tokens.take(RuleVerbPhrases.VOLUNTARY);
        return filled() || tokens.take(RuleVerbPhrases.EMPTY) || tokens.word("entfallen")
                ? Optional.of(Verb.MAY)
                : Optional.empty();
    }

    private Optional<Verb> stays() {
        if (tokens.word(Set.of("leer", "frei", "unausgefuellt", "unbefuellt", "unbeantwortet"))
                || tokens.take(RuleVerbPhrases.GONE)) {
            return Optional.of(Verb.HIDE);
        }
        return tokens.take(RuleVerbPhrases.VOLUNTARY) ? Optional.of(Verb.MAY) : Optional.empty();
    }

    private Optional<Verb> appears() {
        if (tokens.take(ONLY)) {
            return Optional.of(Verb.MAY_ONLY);
        }
        boolean not = tokens.word(NOT);
        if (!not && tokens.take(AS_A_DUTY)) {
            return Optional.of(Verb.SHOW_AND_REQUIRE);
        }
        return ends() ? Optional.of(not ? Verb.HIDE : Verb.SHOW) : Optional.empty();
    }

    private static final RulePhrases BARE_DUTY =
            RulePhrases.of(
                    "nicht leer",
                    "<> leer",
                    "=|: ein? " + RuleVerbPhrases.DUTY_WORDS,
                    "= " + RuleVerbPhrases.PARTICIPLE,
                    "zwingend|verpflichtend|unbedingt? ausfuellen|angeben|eingeben|eintragen|befuellen|erfassen",
                    "als pflichtfeld|pflichtangabe");
    private static final RulePhrases BARE_GONE =
            RulePhrases.of(
                    "nicht anzeigen|einblenden|sichtbar|angezeigt|eingeblendet|anzuzeigen|einzublenden",
                    "ausblenden|deaktivieren|verbergen|ausgeblendet|unsichtbar|auszublenden",
                    "= nicht sichtbar|angezeigt|eingeblendet|aktiv",
                    "= " + RuleVerbPhrases.GONE_WORDS,
                    "=? leer lassen?");
    private static final RulePhrases BARE_SHOWN =
            RulePhrases.of(
                    "anzeigen|einblenden|aktivieren|abfragen", "=? " + RuleVerbPhrases.SHOWN_WORDS);

    /// "DANN F2 Pflichtfeld", "DANN F2 <> leer", "DANN F2 einblenden".
    private Optional<Verb> bare() {
        Optional<Verb> empty = empty();
        if (empty.isPresent()) {
            return empty;
        }
        int mark = tokens.mark();
        if (tokens.take(RuleVerbPhrases.LAST_FILLED) && ends()) {
            return Optional.of(Verb.REQUIRE);
        }
        tokens.reset(mark);
        if (tokens.take(BARE_DUTY) || tokens.take(RuleVerbPhrases.DUTY)) {
            return Optional.of(Verb.REQUIRE);
        }
        if (tokens.take(RuleVerbPhrases.VOLUNTARY)) {
            return Optional.of(Verb.MAY);
        }
        if (tokens.take(BARE_GONE)) {
            return Optional.of(Verb.HIDE);
        }
        return tokens.take(BARE_SHOWN) ? Optional.of(Verb.SHOW) : Optional.empty();
    }
}
