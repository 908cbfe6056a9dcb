package de.koblenz.kiosk.service.fim;

import java.util.Set;

/// Phrases by which rule sentences say what is done with elements, behind the verb on which they hang.
final class RuleVerbPhrases {
    static final String PARTICIPLE =
            "ausgefuellt|befuellt|gefuellt|angegeben|eingegeben|erfasst|eingetragen|hochgeladen|beigefuegt|belegt|vorhanden"
                    + "|beantwortet|hinterlegt|benannt|genannt|ausgewaehlt|gewaehlt|angekreuzt|markiert|selektiert";
    static final String ANSWER =
            "angabe|wert|eintrag|eingabe|auswahl|erlaeuterung|begruendung|datum|antwort|eintragung|text|betrag|zahl";
    static final String ONE_WORDS = "ein|eine|eines|einer|eins|einem|einen";
    static final String SHOWN_WORDS =
            "angezeigt|eingeblendet|sichtbar|aktiviert|abgefragt|aktiv|dargestellt|freigeschaltet|verfuegbar";
    static final String GONE_WORDS =
            "ausgeblendet|deaktiviert|unsichtbar|inaktiv|verborgen|unterdrueckt";
    static final String DUTY_WORDS =
            "pflichtfeld|pflichtfelder|pflichtangabe|pflichtangaben|pflichtgruppe|pflichtfeldgruppe|pflicht|verpflichtend|erforderlich|obligatorisch|pflichteingabe|notwendig|zwingend";

    static final Set<String> ONE = Set.of(ONE_WORDS.split("\\|", -1));

    static final RulePhrases FILLED =
            RulePhrases.of(
                    PARTICIPLE + " worden? sein|werden",
                    "angeben|eingeben|ausfuellen werden",
                    "ausgewaehlt|gewaehlt|angekreuzt|markiert|selektiert sein|werden");
    static final RulePhrases LAST_FILLED = RulePhrases.of(PARTICIPLE);
    static final RulePhrases SOMETHING =
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
    static final RulePhrases EMPTY =
            RulePhrases.of(
                    "leer|unausgefuellt|unbefuellt sein|bleiben",
                    "leer gelassen werden",
                    "leergelassen werden",
                    "frei bleiben");
    static final RulePhrases UNEQUAL = RulePhrases.of("<>|ungleich");
    static final RulePhrases SHOWN =
            RulePhrases.of(
                    SHOWN_WORDS,
                    "anzuzeigen|einzublenden|abzufragen|darzustellen|freizuschalten",
                    "zu aktivieren|zeigen",
                    "sichtbar zu machen|schalten");
    static final RulePhrases BE_SHOWN = RulePhrases.of(SHOWN_WORDS + " sein|werden");
    static final RulePhrases GONE =
            RulePhrases.of(
                    GONE_WORDS,
                    "auszublenden",
                    "zu deaktivieren|verbergen|unterdruecken",
                    "leer zu lassen",
                    "freizulassen|leerzulassen");
    static final RulePhrases BE_GONE = RulePhrases.of(GONE_WORDS + " sein|werden|bleiben");
    static final RulePhrases TO_FILL =
            RulePhrases.of(
                    "anzugeben|auszufuellen|einzugeben|einzutragen|auszuwaehlen|hochzuladen|beizufuegen|vorzunehmen",
                    "zu machen|befuellen|erfassen|fuellen|benennen|beantworten|belegen|hinterlegen|treffen|taetigen|waehlen");
    static final RulePhrases DUTY =
            RulePhrases.of(
                    ONE_WORDS + "? " + DUTY_WORDS,
                    "als pflichtfeld|pflichtangabe zu behandeln|kennzeichnen|setzen|fuehren|betrachten");
    static final RulePhrases BECOME_DUTY =
            RulePhrases.of(
                    "zum|zur|zu " + ONE_WORDS + "? " + DUTY_WORDS,
                    "zwingend|unbedingt|verpflichtend? benoetigt|verlangt|gefordert|vorausgesetzt",
                    ONE_WORDS + "? " + DUTY_WORDS);
    static final RulePhrases BE_DUTY =
            RulePhrases.of(
                    ONE_WORDS + "? " + DUTY_WORDS + " sein|werden",
                    "als pflichtfeld|pflichtangabe behandelt|gekennzeichnet|gesetzt werden");
    static final RulePhrases SOME_DUTY =
            RulePhrases.of(
                    ONE_WORDS
                            + " "
                            + ANSWER
                            + " erforderlich|notwendig|verpflichtend|pflicht|anzugeben|einzutragen|einzugeben|vorzunehmen",
                    ONE_WORDS + " " + ANSWER + " zu machen|treffen|taetigen|erfassen|hinterlegen",
                    "angaben zu machen|taetigen|erfassen|hinterlegen",
                    "angaben zwingend|unbedingt? erforderlich|notwendig|verpflichtend|pflicht",
                    "etwas einzutragen|anzugeben|einzugeben");
    static final RulePhrases NO_DUTY =
            RulePhrases.of(
                    "nicht zwingend|unbedingt? erforderlich|notwendig|noetig|verpflichtend|obligatorisch",
                    "nicht zwingend|unbedingt? benoetigt|verlangt|gefordert",
                    "nicht zwingend",
                    "kein|keine pflichtfeld|pflichtfelder|pflichtangabe|pflichtangaben|pflicht",
                    "kein|keine|keinen angabe|angaben|eintrag|eingabe|wert erforderlich|notwendig|noetig");
    static final RulePhrases NOTHING =
            RulePhrases.of(
                    "kein|keine|keinen angabe|angaben|wert|werte|eintrag|eintraege|eingabe|auswahl gemacht|getroffen|angegeben|eingetragen|eingegeben|erfasst|vorhanden|vorgenommen werden|sein",
                    "kein|keine|keinen angabe|angaben|wert|werte|eintrag|eintraege|eingabe|auswahl erfolgen|enthalten|haben|stehen|aufweisen",
                    "nichts eingetragen|angegeben|eingegeben werden|sein");
    static final RulePhrases NONE_ALLOWED =
            RulePhrases.of(
                    "kein|keine|keinen angabe|angaben|wert|werte|eintrag|eintraege|eingabe|auswahl zulaessig|erlaubt|gestattet|moeglich",
                    "nicht zulaessig|erlaubt|gestattet",
                    "unzulaessig");
    static final RulePhrases ALLOWED = RulePhrases.of("zulaessig|erlaubt|gestattet");
    static final RulePhrases VOLUNTARY =
            RulePhrases.of(
                    "ein? optionales|freiwilliges feld|datenfeld",
                    "eine? optionale|freiwillige angabe",
                    "optional|freiwillig");
    static final RulePhrases ADVERB =
            RulePhrases.of(
                    "auch|ebenfalls|jeweils|dann|alle|beide|zusaetzlich|immer|stets|ausserdem|ferner|daher|somit|unbedingt");

    /// Says that it holds besides.
    static final RulePhrases EVEN = RulePhrases.of("auch|selbst dann|nur", "dann und nur");

    private RuleVerbPhrases() {}
}
