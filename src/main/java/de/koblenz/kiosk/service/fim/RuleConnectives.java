package de.koblenz.kiosk.service.fim;

import java.util.Set;

/// Words that join the parts of rule sentences: `wenn`, `dann`, `sonst`, `es sei denn`, `Gleiches gilt für`.
final class RuleConnectives {
    static final RulePhrases IF =
            RulePhrases.of(
                    "immer dann , wenn",
                    "sobald|wenn|sofern und solange|soweit|sofern|sobald",
                    "immer? wenn|falls|sofern|soweit|sobald|solange",
                    "im fall|falle , dass",
                    "fuer den fall , dass",
                    "unter der voraussetzung|bedingung , dass",
                    "vorausgesetzt , dass?");
    static final RulePhrases AT =
            RulePhrases.of(
                    "bei auswahl von|der|des?",
                    "bei|mit angabe|eingabe|befuellung von|der|des",
                    "bei",
                    "im fall|falle von?");
    static final RulePhrases ONLY_IF = RulePhrases.of("nur|erst dann? ,? wenn|falls|sofern|sobald");
    static final RulePhrases ONLY_AT = RulePhrases.of("nur|ausschliesslich bei|beim");
    static final RulePhrases ONLY =
            RulePhrases.of("nur|ausschliesslich dann? ,?", "genau dann ,?", "dann und nur dann ,?");
    static final RulePhrases ALWAYS_THEN = RulePhrases.of("immer? dann ,?");
    static final RulePhrases UNLESS_AT =
            RulePhrases.of("ausser|ausgenommen bei|fuer|im", "mit ausnahme von|der|des");
    static final RulePhrases UNLESS =
            RulePhrases.of(
                    "es sei denn ,? dass?",
                    "ausser ,? wenn?",
                    "ausgenommen ,? wenn?",
                    "mit ausnahme des falles , dass");
    static final RulePhrases THEN =
            RulePhrases.of(
                    ":",
                    "dann|so gilt :?",
                    "dann|so :?",
                    "gilt :?",
                    "gilt folgendes :",
                    "- >",
                    "= >");
    static final RulePhrases ELSE =
            RulePhrases.of(
                    "sonst|andernfalls|ansonsten|anderenfalls ,|:? gilt :",
                    "sonst|andernfalls|ansonsten|anderenfalls ,|:?",
                    "in den? allen? anderen|uebrigen faellen",
                    "bei allen? anderen|uebrigen werten|angaben|antworten|auspraegungen|codes",
                    "bei jeder anderen auswahl|angabe|antwort",
                    "im anderen|gegenteiligen fall|falle",
                    "ist dies|das nicht der fall , dann|so?",
                    "trifft dies|das nicht zu , dann|so?",
                    "wenn|falls|sofern dies|das nicht zutrifft , dann|so?",
                    "wenn|falls|sofern dies|das nicht der fall ist , dann|so?",
                    "wenn|falls|sofern nicht , dann|so?");
    static final RulePhrases LIKEWISE =
            RulePhrases.of(
                    "gleiches|dasselbe|entsprechendes|dies|selbiges gilt auch|ebenso|entsprechend|ebenfalls? fuer",
                    "das gleiche|selbe gilt auch|ebenso|entsprechend? fuer");
    static final RulePhrases CONVERSELY = RulePhrases.of(",? und? umgekehrt", "und andersherum");
    static final RulePhrases HEADING =
            RulePhrases.of(
                    "es gilt folgendes|folgende? regel? :?",
                    "dabei|hierbei|umgekehrt|ebenso|ausserdem|zudem|ferner|weiterhin|zusaetzlich gilt auch? :?",
                    "regel|pruefung|pruefregel|plausibilitaetspruefung|plausibilitaet|bedingung|pflichtfeldpruefung|pflichtfeldregel|abhaengigkeit|sichtbarkeit|sichtbarkeitsregel|validierung :");
    static final Set<String> VERBS =
            Set.of(
                    "ist",
                    "sind",
                    "bleibt",
                    "bleiben",
                    "wird",
                    "werden",
                    "wurde",
                    "wurden",
                    "gilt",
                    "liegt",
                    "hat",
                    "haben",
                    "enthaelt",
                    "betraegt",
                    "lautet",
                    "steht",
                    "entspricht",
                    "fehlt",
                    "fehlen",
                    "trifft",
                    "waehlt",
                    "faellt",
                    "beginnt",
                    "endet",
                    "weist",
                    "weicht",
                    "uebersteigt",
                    "ueberschreitet",
                    "unterschreitet");

    private RuleConnectives() {}
}
