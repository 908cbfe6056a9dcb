package de.koblenz.kiosk.service.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// A list of the size and shape of the federal service catalogue of 2019: 5,251 names of administrative
/// German, from one compound to a whole clause (there: median 49 characters, ours about the same),
/// many of them differing in their last word only. The same seed gives the same list.
final class LeikaLikeList {
    static final int SIZE = 5_251;

    private static final String[] FRONTS = {
        "Abfall",
        "Abwasser",
        "Arbeitnehmer",
        "Arzneimittel",
        "Aufenthalts",
        "Ausbildungs",
        "Bau",
        "Berufs",
        "Bestattungs",
        "Betriebs",
        "Bodenschutz",
        "Brandschutz",
        "Denkmal",
        "Einfuhr",
        "Energie",
        "Fahrlehrer",
        "Familien",
        "Fischerei",
        "Futtermittel",
        "Gefahrgut",
        "Gesundheits",
        "Gewässer",
        "Grundstücks",
        "Güterkraft",
        "Handwerks",
        "Immissionsschutz",
        "Jugend",
        "Kraftfahrzeug",
        "Krankenhaus",
        "Landwirtschafts",
        "Lebensmittel",
        "Luftverkehrs",
        "Markt",
        "Naturschutz",
        "Personen",
        "Pflanzenschutz",
        "Rettungsdienst",
        "Schiffs",
        "Schul",
        "Schwerbehinderten",
        "Sozial",
        "Sprengstoff",
        "Steuer",
        "Strahlenschutz",
        "Straßenverkehrs",
        "Tierschutz",
        "Veranstaltungs",
        "Vereins",
        "Versicherungs",
        "Vormundschafts",
        "Waffen",
        "Wald",
        "Wasser",
        "Wohnungs",
        "Zoll"
    };
    private static final String[] BACKS = {
        "abgabe",
        "anlage",
        "anzeige",
        "aufsicht",
        "ausweis",
        "beförderung",
        "beihilfe",
        "berechtigung",
        "bescheinigung",
        "betrieb",
        "bezeichnung",
        "eignung",
        "erlaubnis",
        "förderung",
        "genehmigung",
        "gesellschaft",
        "gewerbe",
        "handel",
        "kennzeichnung",
        "kontrolle",
        "leistung",
        "meldung",
        "nachweis",
        "nutzung",
        "ordnung",
        "plan",
        "prüfung",
        "register",
        "sachverständiger",
        "schein",
        "schutz",
        "stelle",
        "überwachung",
        "unterhaltung",
        "untersuchung",
        "verfahren",
        "vermittlung",
        "verzeichnis",
        "wesen",
        "zulassung",
        "zuschuss"
    };
    private static final String[] DEEDS = {
        "Erteilung",
        "Verlängerung",
        "Änderung",
        "Anerkennung",
        "Anzeige",
        "Auskunft",
        "Ausstellung",
        "Befreiung",
        "Bestellung",
        "Bewilligung",
        "Eintragung",
        "Entgegennahme",
        "Ersatz",
        "Festsetzung",
        "Genehmigung",
        "Gewährung",
        "Löschung",
        "Registrierung",
        "Überwachung",
        "Umschreibung",
        "Widerruf",
        "Zulassung"
    };
    private static final String[] DETAILS = {
        "für Abschlüsse aus Drittstaaten",
        "für ausländische Staatsangehörige",
        "bei Umzug",
        "wegen Verlust",
        "nach dem Recht der Europäischen Union",
        "im vereinfachten Verfahren",
        "für Minderjährige",
        "zum vorübergehenden Aufenthalt",
        "durch beliehene Unternehmer",
        "in Naturschutzgebieten",
        "auf öffentlichen Straßen und Wegen",
        "erstmalig",
        "erneut"
    };

    private LeikaLikeList() {}

    static List<LeikaName> of(long seed) {
        Random random = new Random(seed);
        List<LeikaName> names = new ArrayList<>();
        for (int number = 0; number < SIZE; number++) {
            String key = String.format(Locale.ROOT, "99%012d", 900_000_000_000L + number);
            names.add(
                    new LeikaName(new LeikaKey(key), name(random), Responsible.LAND_ODER_KOMMUNE));
        }
        return List.copyOf(names);
    }

    private static String name(Random random) {
        StringBuilder name = new StringBuilder(compound(random));
        if (random.nextInt(3) == 0) {
            name.append(" und ").append(compound(random));
        }
        if (random.nextInt(4) > 0) {
            name.append(' ').append(any(DEEDS, random));
        }
        if (random.nextInt(3) == 0) {
            name.append(' ').append(any(DETAILS, random));
        }
        return name.toString();
    }

    private static String compound(Random random) {
        String front = any(FRONTS, random);
        // Some hundred names have three parts, which is what makes the dictionary as large as the
        // real one.
        String middle =
                random.nextInt(4) == 0 ? any(FRONTS, random).toLowerCase(Locale.GERMAN) : "";
        return front + middle + any(BACKS, random);
    }

    private static String any(String[] words, Random random) {
        return words[random.nextInt(words.length)];
    }
}
