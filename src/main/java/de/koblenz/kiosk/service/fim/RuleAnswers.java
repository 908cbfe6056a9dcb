package de.koblenz.kiosk.service.fim;

import java.util.Set;

/// Words of rule sentences that say how an element was answered: `ausgefüllt`, `leer`, `ausgewählt`, `bejaht`.
final class RuleAnswers {
    /// Verbs that say nothing beyond what stands beside them.
    static final Set<String> VERB =
            Set.of(
                    "ist",
                    "sind",
                    "wird",
                    "werden",
                    "wurde",
                    "wurden",
                    "worden",
                    "war",
                    "hat",
                    "haben",
                    "lautet",
                    "lauten",
                    "betraegt",
                    "liegt",
                    "liegen",
                    "enthaelt",
                    "steht",
                    "stehen",
                    "bleibt",
                    "bleiben",
                    "sei",
                    "seien",
                    "aufweist",
                    "annimmt",
                    "entspricht",
                    "besitzt",
                    "gilt",
                    "traegt",
                    "waehlt",
                    "faellt",
                    "fiel");

    static final Set<String> CONTAINS = Set.of("enthaelt", "enthalten");

    static final Set<String> FILLED =
            Set.of(
                    "ausgefuellt",
                    "befuellt",
                    "gefuellt",
                    "angegeben",
                    "eingegeben",
                    "erfasst",
                    "eingetragen",
                    "hochgeladen",
                    "beigefuegt",
                    "belegt",
                    "vorhanden",
                    "beantwortet",
                    "hinterlegt",
                    "vorliegt",
                    "vorliegen",
                    "angibt",
                    "eintraegt",
                    "eingibt",
                    "ausfuellt");
    static final Set<String> EMPTY =
            Set.of("leer", "unausgefuellt", "unbefuellt", "unbeantwortet", "offen");
    static final Set<String> CHOSEN =
            Set.of(
                    "ausgewaehlt",
                    "gewaehlt",
                    "angekreuzt",
                    "markiert",
                    "selektiert",
                    "auswaehlt",
                    "ankreuzt");
    static final Set<String> YES =
            Set.of("bejaht", "wahr", "angehakt", "aktiviert", "zutrifft", "zutreffend");
    static final Set<String> NO = Set.of("verneint", "falsch", "unzutreffend");
    static final Set<String> ANSWER =
            Set.of(
                    "wert",
                    "werte",
                    "angabe",
                    "eintrag",
                    "eingabe",
                    "auswahl",
                    "angaben",
                    "antwort",
                    "eintragung",
                    "eintraege",
                    "inhalt");
    static final Set<String> MADE =
            Set.of("gemacht", "erfolgt", "getroffen", "vorliegt", "vorgenommen");

    private RuleAnswers() {}
}
