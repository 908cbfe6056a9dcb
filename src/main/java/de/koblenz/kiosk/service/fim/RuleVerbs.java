package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.service.fim.RuleAct.Verb;
import java.util.Optional;
import java.util.Set;

/// What rule sentences do with elements: phrases behind the verb on which an act hangs.
final class RuleVerbs {
    private static final String PARTICIPLE =
            "ausgefuellt|befuellt|gefuellt|angegeben|eingegeben|erfasst|eingetragen|hochgeladen|beigefuegt|belegt|vorhanden"
                    + "|beantwortet|hinterlegt|benannt|genannt|ausgewaehlt|gewaehlt|angekreuzt|markiert|selektiert";
    private static final String ANSWER =
            "angabe|wert|eintrag|eingabe|auswahl|erlaeuterung|begruendung|datum|antwort|eintragung|text|betrag|zahl";
    private static final String ONE_WORDS = "ein|eine|eines|einer|eins|einem|einen";
    private static final String SHOWN_WORDS =
            "angezeigt|eingeblendet|sichtbar|aktiviert|abgefragt|aktiv|dargestellt|freigeschaltet|verfuegbar";
    private static final String GONE_WORDS =
            "ausgeblendet|deaktiviert|unsichtbar|inaktiv|verborgen|unterdrueckt";
    private static final String DUTY_WORDS =
            "pflichtfeld|pflichtfelder|pflichtangabe|pflichtangaben|pflichtgruppe|pflichtfeldgruppe|pflicht|verpflichtend|erforderlich|obligatorisch|pflichteingabe|notwendig|zwingend";

    static final Set<String> ONE = Set.of(ONE_WORDS.split("\\|", -1));

    private static final RulePhrases FILLED =
            RulePhrases.of(
                    PARTICIPLE + " worden? sein|werden",
                    "angeben|eingeben|ausfuellen werden",
                    "ausgewaehlt|gewaehlt|angekreuzt|markiert|selektiert sein|werden");
    private static final RulePhrases LAST_FILLED = RulePhrases.of(PARTICIPLE);
    private static final RulePhrases SOMETHING =
            RulePhrases.of(
                    ONE_WORDS
                            + " "
                            + ANSWER
                            + " "
                            + PARTICIPLE
                            + "|gemacht|getroffen|vorgenommen worden? sein|werden",
                    ONE_WORDS
                            + " "
                            + ANSWER
                            + " erfolgen|enthalten|haben|aufweisen|stehen|vorliegen",
                    "angaben gemacht|eingetragen|erfasst werden",
                    "etwas eingetragen|angegeben|eingegeben werden|sein",
                    "angaben enthalten|vorliegen",
                    "gemacht|getroffen|vorgenommen werden",
                    "erfolgen|vorliegen");
    private static final RulePhrases EMPTY =
            RulePhrases.of(
                    "leer|unausgefuellt|unbefuellt sein|bleiben",
                    "leer gelassen werden",
                    "leergelassen werden",
                    "frei bleiben");
    private static final RulePhrases UNEQUAL = RulePhrases.of("<>|ungleich");
    private static final RulePhrases SHOWN =
            RulePhrases.of(
                    SHOWN_WORDS,
                    "anzuzeigen|einzublenden|abzufragen|darzustellen|freizuschalten",
                    "zu aktivieren|zeigen",
                    "sichtbar zu machen|schalten");
    private static final RulePhrases BE_SHOWN = RulePhrases.of(SHOWN_WORDS + " sein|werden");
    private static final RulePhrases GONE =
            RulePhrases.of(
                    GONE_WORDS,
                    "auszublenden",
                    "zu deaktivieren|verbergen|unterdruecken",
                    "leer zu lassen",
                    "freizulassen|leerzulassen");
    private static final RulePhrases BE_GONE = RulePhrases.of(GONE_WORDS + " sein|werden|bleiben");
    private static final RulePhrases TO_FILL =
            RulePhrases.of(
                    "anzugeben|auszufuellen|einzugeben|einzutragen|auszuwaehlen|hochzuladen|beizufuegen|vorzunehmen",
                    "zu machen|befuellen|erfassen|fuellen|benennen|beantworten|belegen|hinterlegen|treffen|taetigen|waehlen");
    private static final RulePhrases DUTY =
            RulePhrases.of(
                    ONE_WORDS + "? " + DUTY_WORDS,
                    "als pflichtfeld|pflichtangabe zu behandeln|kennzeichnen|setzen|fuehren|betrachten");
    private static final RulePhrases BECOME_DUTY =
            RulePhrases.of(
                    "zum|zur|zu " + ONE_WORDS + "? " + DUTY_WORDS,
                    "zwingend|unbedingt|verpflichtend? benoetigt|verlangt|gefordert|vorausgesetzt",
                    ONE_WORDS + "? " + DUTY_WORDS);
    private static final RulePhrases BE_DUTY =
            RulePhrases.of(
                    ONE_WORDS + "? " + DUTY_WORDS + " sein|werden",
                    "als pflichtfeld|pflichtangabe behandelt|gekennzeichnet|gesetzt werden");
    private static final RulePhrases SOME_DUTY =
            RulePhrases.of(
                    ONE_WORDS
                            + " "
                            + ANSWER
                            + " erforderlich|notwendig|verpflichtend|pflicht|anzugeben|einzutragen|einzugeben|vorzunehmen",
                    ONE_WORDS + " " + ANSWER + " zu machen|treffen|taetigen|erfassen|hinterlegen",
                    "angaben zu machen|taetigen|erfassen|hinterlegen",
                    "angaben zwingend|unbedingt? erforderlich|notwendig|verpflichtend|pflicht",
                    "etwas einzutragen|anzugeben|einzugeben");
    private static final RulePhrases NO_DUTY =
            RulePhrases.of(
                    "nicht zwingend|unbedingt? erforderlich|notwendig|noetig|verpflichtend|obligatorisch",
                    "nicht zwingend|unbedingt? benoetigt|verlangt|gefordert",
                    "nicht zwingend",
                    "kein|keine pflichtfeld|pflichtfelder|pflichtangabe|pflichtangaben|pflicht",
                    "kein|keine|keinen angabe|angaben|eintrag|eingabe|wert erforderlich|notwendig|noetig");
    private static final RulePhrases NOTHING =
            RulePhrases.of(
                    "kein|keine|keinen angabe|angaben|wert|werte|eintrag|eintraege|eingabe|auswahl gemacht|getroffen|angegeben|eingetragen|eingegeben|erfasst|vorhanden|vorgenommen werden|sein",
                    "kein|keine|keinen angabe|angaben|wert|werte|eintrag|eintraege|eingabe|auswahl erfolgen|enthalten|haben|stehen|aufweisen",
                    "nichts eingetragen|angegeben|eingegeben werden|sein");
    private static final RulePhrases NONE_ALLOWED =
            RulePhrases.of(
                    "kein|keine|keinen angabe|angaben|wert|werte|eintrag|eintraege|eingabe|auswahl zulaessig|erlaubt|gestattet|moeglich",
                    "nicht zulaessig|erlaubt|gestattet",
                    "unzulaessig");
    private static final RulePhrases ALLOWED = RulePhrases.of("zulaessig|erlaubt|gestattet");
    private static final RulePhrases VOLUNTARY =
            RulePhrases.of(
                    "ein? optionales|freiwilliges feld|datenfeld",
                    "eine? optionale|freiwillige angabe",
                    "optional|freiwillig");
    private static final RulePhrases ADVERB =
            RulePhrases.of(
                    "auch|ebenfalls|jeweils|dann|alle|beide|zusaetzlich|immer|stets|ausserdem|ferner|daher|somit|unbedingt");

    /// Says that it holds besides.
    static final RulePhrases EVEN = RulePhrases.of("auch|selbst dann|nur");

    private final RuleTokens tokens;
    private boolean referring;

    RuleVerbs(RuleTokens tokens) {
        this.tokens = tokens;
    }

    /// Takes words that say nothing of what is done.
    void adverbs() {
        while (!tokens.isAt(EVEN) && tokens.take(ADVERB)) {
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
                            tokens.word("als") && tokens.take(DUTY)
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
        return tokens.take(FILLED);
    }

    boolean toFill() {
        return tokens.take(TO_FILL);
    }

    boolean duty() {
        return tokens.take(DUTY);
    }

    private static final RulePhrases DUTIFULLY = RulePhrases.of("zwingend|verpflichtend|unbedingt");

    private Optional<Verb> must() {
        if (tokens.word("nicht")) {
            tokens.take(DUTIFULLY);
            return filled() ? Optional.of(Verb.MAY) : Optional.empty();
        }
        tokens.word(Set.of("zwingend", "verpflichtend", "obligatorisch"));
        if (filled() || tokens.take(SOMETHING)) {
            return Optional.of(Verb.REQUIRE);
        }
        if (tokens.take(EMPTY) || tokens.take(BE_GONE)) {
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
        if (tokens.take(BE_SHOWN) || shownAndMore(SHOWN)) {
            return Optional.of(Verb.SHOW);
        }
        if (tokens.take(BE_DUTY) || (tokens.take(LAST_FILLED) && ends())) {
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
        boolean unequal = tokens.take(UNEQUAL);
        if ((unequal || tokens.sign("=")) && (tokens.emptyQuotes() || tokens.word("leer"))) {
            return Optional.of(unequal ? Verb.REQUIRE : Verb.HIDE);
        }
        tokens.reset(mark);
        return Optional.empty();
    }

    private Optional<Verb> may() {
        if (tokens.take(ONLY)) {
            if (tokens.take(EMPTY)) {
                return Optional.of(Verb.EMPTY_ONLY);
            }
            return filled() || tokens.take(BE_SHOWN)
                    ? Optional.of(Verb.MAY_ONLY)
                    : Optional.empty();
        }
        if (tokens.take(NOTHING)) {
            return Optional.of(Verb.HIDE);
        }
        if (!tokens.word("nicht")) {
            return filled() || tokens.take(BE_SHOWN) ? Optional.of(Verb.MAY) : Optional.empty();
        }
        return denied();
    }

    /// What must not be done, behind "nicht".
    Optional<Verb> denied() {
        if (tokens.take(EMPTY) || tokens.word("fehlen")) {
            return Optional.of(Verb.REQUIRE);
        }
        return filled() || tokens.take(BE_SHOWN) || tokens.word("erscheinen")
                ? Optional.of(Verb.HIDE)
                : Optional.empty();
    }

    private static final RulePhrases NOT_TO_BE_FILLED =
            RulePhrases.of("nicht " + PARTICIPLE + " zu werden", "keine angabe|angaben");
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
            RulePhrases.of("nur|ausschliesslich|erst dann?", "genau dann");

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
            if (tokens.take(DUTY)) {
                return Optional.of(Verb.REQUIRE_ONLY);
            }
            return tokens.take(SHOWN) || tokens.take(ALLOWED)
                    ? Optional.of(Verb.MAY_ONLY)
                    : Optional.empty();
        }
        if (tokens.take(NONE_ALLOWED)) {
            return Optional.of(Verb.HIDE);
        }
        if (tokens.take(NO_DUTY)) {
            return Optional.of(Verb.MAY);
        }
        if (tokens.word(NOT)) {
            return tokens.take(SHOWN) ? Optional.of(Verb.HIDE) : Optional.empty();
        }
        if (tokens.take(DUTY_SHOWN)) {
            return Optional.of(Verb.SHOW_AND_REQUIRE);
        }
        if (tokens.take(SHOWN)) {
            return Optional.of(Verb.SHOW);
        }
        if (tokens.take(GONE)) {
            return Optional.of(Verb.HIDE);
        }
        if (tokens.word("leer")) {
            return ends() ? Optional.of(Verb.HIDE) : Optional.empty();
        }
        if (tokens.take(VOLUNTARY)) {
            return Optional.of(Verb.MAY);
        }
        if (tokens.take(SOME_DUTY)) {
            return Optional.of(Verb.REQUIRE);
        }
        boolean duty = tokens.word(Set.of("verpflichtend", "zwingend", "obligatorisch"));
        return toFill() || tokens.take(DUTY) || duty ? Optional.of(Verb.REQUIRE) : Optional.empty();
    }

    private Optional<Verb> becomes() {
        if (tokens.take(ONLY)) {
            return tokens.take(SHOWN) ? Optional.of(Verb.MAY_ONLY) : Optional.empty();
        }
        if (tokens.take(NO_DUTY)) {
            return Optional.of(Verb.MAY);
        }
        if (tokens.word(NOT)) {
            return tokens.take(SHOWN) ? Optional.of(Verb.HIDE) : Optional.empty();
        }
        if (tokens.take(DUTY_SHOWN)) {
            return Optional.of(Verb.SHOW_AND_REQUIRE);
        }
        if (tokens.take(SHOWN)) {
            return Optional.of(Verb.SHOW);
        }
        if (tokens.take(GONE)) {
            return Optional.of(Verb.HIDE);
        }
        return tokens.take(BECOME_DUTY) ? Optional.of(Verb.REQUIRE) : Optional.empty();
    }

    private Optional<Verb> can() {
        if (tokens.take(ONLY)) {
            return filled() ? Optional.of(Verb.MAY_ONLY) : Optional.empty();
        }
        tokens.take(VOLUNTARY);
        return filled() || tokens.take(EMPTY) || tokens.word("entfallen")
                ? Optional.of(Verb.MAY)
                : Optional.empty();
    }

    private Optional<Verb> stays() {
        if (tokens.word(Set.of("leer", "frei", "unausgefuellt", "unbefuellt", "unbeantwortet"))
                || tokens.take(GONE)) {
            return Optional.of(Verb.HIDE);
        }
        return tokens.take(VOLUNTARY) ? Optional.of(Verb.MAY) : Optional.empty();
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
                    "=|: ein? " + DUTY_WORDS,
                    "= " + PARTICIPLE,
                    "zwingend|verpflichtend|unbedingt? ausfuellen|angeben|eingeben|eintragen|befuellen|erfassen",
                    "als pflichtfeld|pflichtangabe");
    private static final RulePhrases BARE_GONE =
            RulePhrases.of(
                    "nicht anzeigen|einblenden|sichtbar|angezeigt|eingeblendet|anzuzeigen|einzublenden",
                    "ausblenden|deaktivieren|verbergen|ausgeblendet|unsichtbar|auszublenden",
                    "= nicht sichtbar|angezeigt|eingeblendet|aktiv",
                    "= " + GONE_WORDS,
                    "=? leer lassen?");
    private static final RulePhrases BARE_SHOWN =
            RulePhrases.of("anzeigen|einblenden|aktivieren|abfragen", "=? " + SHOWN_WORDS);

    /// "DANN F2 Pflichtfeld", "DANN F2 <> leer", "DANN F2 einblenden".
    private Optional<Verb> bare() {
        Optional<Verb> empty = empty();
        if (empty.isPresent()) {
            return empty;
        }
        int mark = tokens.mark();
        if (tokens.take(LAST_FILLED) && ends()) {
            return Optional.of(Verb.REQUIRE);
        }
        tokens.reset(mark);
        if (tokens.take(BARE_DUTY) || tokens.take(DUTY)) {
            return Optional.of(Verb.REQUIRE);
        }
        if (tokens.take(VOLUNTARY)) {
            return Optional.of(Verb.MAY);
        }
        if (tokens.take(BARE_GONE)) {
            return Optional.of(Verb.HIDE);
        }
        return tokens.take(BARE_SHOWN) ? Optional.of(Verb.SHOW) : Optional.empty();
    }
}
