package de.koblenz.kiosk.service.fim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Nouns around the ids of rule sentences: those that stand for any element, and those that describe one.
final class RuleNouns {
    static final Set<String> ARTICLE =
            words(
                    """
                    das die der dem den des ein eine einem im in fuer unter zu zum zur von vom bei beim gemaess
                    laut aus als
                    """);

    /// Behind these an element lies in what was named before: "die Prüfziffer in F1".
    static final Set<String> WITHIN = Set.of("in", "im", "von", "vom", "aus", "bei", "gemaess");

    static final Set<String> FIELDS =
            words(
                    """
                    feld felder felds feldes feldern datenfeld datenfelds datenfelder datenfeldes datenfeldern
                    formularfeld formularfelder eingabefeld eingabefelder eingabefeldes element elemente elementen
                    auswahlfeld textfeld datumsfeld freitextfeld
                    """);

    static final Set<String> GROUPS =
            Set.of(
                    "feldgruppe",
                    "feldgruppen",
                    "datenfeldgruppe",
                    "datenfeldgruppen",
                    "gruppe",
                    "gruppen",
                    "datengruppe",
                    "datengruppen");

    static final Set<String> ANSWERS =
            words(
                    """
                    datumsangabe datumsangaben zeitangabe zeitangaben datumswert auswahlwert eingabewert wahl
                    angabe angaben wert werte wertes eingabe eingaben eintrag eintraege inhalt auswahl frage
                    abfrage antwort datum datums betrag zahl
                    """);

    /// Adjectives that say nothing more.
    private static final Set<String> PLAIN =
            words(
                    """
                    angegebene angegebenen eingetragene eingetragenen eingegebene eingegebenen jeweilige jeweiligen
                    entsprechende entsprechenden genannte genannten zugehoerige zugehoerigen
                    """);

    /// Words that make something else of an answer, or say more than a name.
    private static final Set<String> TELLING =
            words(
                    """
                    summe differenz produkt quotient haelfte doppelte doppelten dreifache vielfache viertel drittel
                    prozent anteil quersumme pruefziffer pruefsumme durchschnitt mittelwert minimum maximum jahr
                    jahre jahres monat monate monats tag tage tages woche wochentag laenge stelle stellen ziffer
                    ziffern zeichen buchstabe buchstaben alter dauer abstand zeitraum unterschied kehrwert rest
                    teil uhrzeit format gueltigkeit halbe halben gesamte gesamten gerundete gerundeten alle allen
                    selten jede jedes jeder keine keiner keines kein keinen andere anderen anderes anderer erste ersten
                    letzte letzten zweite zweiten vorige vorherige naechste naechsten einige mehrere beide beiden
                    optional freiwillig pflicht pflichtfeld falls sofern wenn ausser nur nicht ohne sonst soweit
                    gegebenenfalls bisherige bisherigen aktuelle aktuellen addierte muss muessen darf duerfen soll
                    sollen sollte kann koennen ist sind wird werden leer oder und sowie dann sollten koennte musste
                    hatte hatten weniger wenige wenigen weitere weiteren weder noch mindestens hoechstens genau
                    eines einer welche welcher diese dieser dieses bedingung regel hinweis land laender behoerde
                    """);

    private static final Pattern ADJECTIVE =
            Pattern.compile("[a-z]{2,}(end|t|en|ig|lich|sch)(e|en|er|es|em)");
    private static final Pattern ADVERB = Pattern.compile(".*(lich|falls|haft|sam|weise)");

    /// Words behind which no name goes on.
    private static final Set<String> CLOSING =
            words(
                    """
                    ja nein wahr falsch auswahl wert werte angabe angaben antwort eintrag pflichtangabe
                    pflichtfelder pflichtfeldgruppe pflichtgruppe vorhanden ausgefuellt befuellt angegeben
                    anzugeben auszufuellen anzeigen ausblenden einblenden umgekehrt gleich ungleich groesser
                    kleiner zwischen an aus ein
                    """);

    private RuleNouns() {}

    private static Set<String> words(String list) {
        return Set.of(list.strip().split("\\s+"));
    }

    /// Whether a word denies, even where a name has it.
    static boolean denies(RuleToken word) {
        return Set.of("nicht", "kein", "keine", "keinen", "keines", "ohne", "weder", "noch", "nur")
                .contains(word.plain());
    }

    /// Whether a word belongs to the sentence rather than to a name, even where a name has it.
    static boolean closes(RuleToken word) {
        return CLOSING.contains(word.plain()) || SENTENCE.contains(word.plain());
    }

    /// Keywords, which some write in capitals.
    private static final Set<String> SENTENCE =
            words(
                    """
                    wenn falls sofern dann sonst und oder nicht muss muessen darf duerfen ist sind wird werden leer
                    bei nur ansonsten andernfalls zeige blende aktiviere pflicht pflichtfeld kein keine weder noch
                    soll sollte kann
                    """);

    /// The words of the name and of the label of an element.
    static List<String> words(SchemaElement.Head head) {
        String all = RuleToken.plain(head.name() + " " + head.label());
        return Stream.concat(
                        Stream.of(all.split("[^a-z0-9]+", -1)),
                        Stream.of(all.split("[^a-z0-9-]+", -1))
                                .filter(word -> word.contains("-"))
                                .map(word -> word.replace("-", "")))
                .filter(word -> !word.isEmpty() && !ARTICLE.contains(word))
                .map(RuleNouns::spelledOut)
                .distinct()
                .toList();
    }

    /// A word without abbreviations at its end: "Hausnr" is "hausnummer".
    static String spelledOut(String plain) {
        String whole = plain.indexOf('-') < 0 ? plain : plain.replace("-", "");
        if (whole.endsWith("nr")) {
            return whole.substring(0, whole.length() - 2) + "nummer";
        }
        if (whole.endsWith("str")) {
            return whole + "asse";
        }
        if (whole.endsWith("dat")) {
            return whole + "um";
        }
        return whole.equals("tel") ? "telefon" : whole;
    }

    /// Whether a word stands for any element: "Feld", "Angabe", "die".
    static boolean general(String plain) {
        return ARTICLE.contains(plain)
                || FIELDS.contains(plain)
                || GROUPS.contains(plain)
                || ANSWERS.contains(plain)
                || PLAIN.contains(plain);
    }

    /// Those words of a name that a description does not have in common with it.
    ///
    /// @param own the words of the name
    static List<RuleToken> foreign(List<RuleToken> description, List<String> own) {
        List<RuleToken> foreign = new ArrayList<>();
        for (RuleToken word : description) {
            if (!akin(own, word.plain())) {
                foreign.add(word);
            }
        }
        return foreign;
    }

    /// Whether each part of a word belongs to a name: "E-Mail".
    static boolean akin(List<String> own, String said) {
        String whole = spelledOut(said);
        return own.stream().anyMatch(name -> akin(name, whole))
                || compound(own, whole)
                || List.of(said.split("-", -1)).stream()
                        .map(RuleNouns::spelledOut)
                        .allMatch(part -> own.stream().anyMatch(name -> akin(name, part)));
    }

    /// Whether a word is made of two words of a name: "Wohnungsart" of "Art der Wohnung".
    private static boolean compound(List<String> own, String said) {
        for (String head : own) {
            if (head.length() > 2 && said.length() > head.length() + 3 && said.endsWith(head)) {
                String first = said.substring(0, said.length() - head.length());
                String bare = first.endsWith("s") ? first.substring(0, first.length() - 1) : first;
                for (String name : own) {
                    if (!name.equals(head) && (akin(name, first) || akin(name, bare))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /// Whether a word is another case of a name's, or a part of it.
    private static boolean akin(String name, String said) {
        if (name.equals(said)) {
            return true;
        }
        if (dated(name, said) || dated(name, EVENTS.getOrDefault(said, said))) {
            return true;
        }
        String big = name.length() > said.length() ? name : said;
        String small = name.length() > said.length() ? said : name;
        if (big.startsWith(small) && small.length() > 2) {
            return Set.of("s", "es", "n", "en", "e", "er", "em", "ens", "r", "m")
                    .contains(big.substring(small.length()));
        }
        if (name.length() > 4 && stem(name).equals(stem(said))) {
            return true;
        }
        return (small.length() > 4 && big.endsWith(small)) || RuleSpelling.slip(name, said);
    }

    /// What happens and how its day is called.
    private static final Map<String, String> EVENTS =
            Map.of("tod", "sterbe", "heirat", "eheschliessung", "hochzeit", "eheschliessung");

    /// Whether a name is that of the day of what is said: "Geburt", "Geburtsdatum".
    private static boolean dated(String name, String event) {
        return event.length() > 2
                && name.startsWith(event)
                && DAY_OF.matcher(name.substring(event.length())).matches();
    }

    private static final Pattern DAY_OF = Pattern.compile("(s|es|n|en)?(datum|tag|zeitpunkt)");

    /// An adjective without its ending.
    private static String stem(String word) {
        for (String ending : List.of("er", "en", "es", "em", "e")) {
            if (word.endsWith(ending)) {
                return word.substring(0, word.length() - ending.length());
            }
        }
        return word;
    }

    /// Whether a word can only describe what it stands beside: a noun, or an adjective before one.
    static boolean harmless(RuleToken word) {
        if (word.kind() != RuleToken.Kind.WORD || TELLING.contains(word.plain())) {
            return false;
        }
        boolean noun = upper(word) && !ADVERB.matcher(word.plain()).matches();
        return noun || adjective(word);
    }

    private static boolean upper(RuleToken word) {
        return Character.isUpperCase(word.text().codePointAt(0));
    }

    private static boolean adjective(RuleToken word) {
        return !upper(word) && ADJECTIVE.matcher(word.plain()).matches();
    }

    /// The words of a name, without those that stand for any element. Those that cannot belong to one where they stand, as
    /// an adverb or an adjective without its noun, come back as signs.
    ///
    /// @param sequence words as they follow each other
    static List<RuleToken> described(List<RuleToken> sequence) {
        List<RuleToken> described = new ArrayList<>();
        for (int i = 0; i < sequence.size(); i++) {
            RuleToken word = sequence.get(i);
            if (!general(word.plain())) {
                described.add(placed(sequence, i) ? word : word.sign());
            }
        }
        return described;
    }

    private static boolean placed(List<RuleToken> sequence, int at) {
        RuleToken word = sequence.get(at);
        String behind = at + 1 < sequence.size() ? sequence.get(at + 1).plain() : "";
        if (upper(word)) {
            return !Set.of("das", "den", "ein", "eine").contains(behind);
        }
        RuleToken before = sequence.get(Math.max(0, at - 1));
        boolean led =
                at == 0
                        || ARTICLE.contains(before.plain())
                        || PLAIN.contains(before.plain())
                        || adjective(before);
        return led && !behind.isEmpty() && !ARTICLE.contains(behind);
    }
}
