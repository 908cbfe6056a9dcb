package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.service.fim.RuleAct.Verb;
import java.util.Optional;
import java.util.Set;

/// What rule sentences do with elements: phrases behind the verb on which an act hangs.
final class RuleVerbs {
    private static final Set<String> TO_FILL =
            Set.of(
                    "anzugeben",
                    "auszufuellen",
                    "einzugeben",
                    "einzutragen",
                    "auszuwaehlen",
                    "hochzuladen",
                    "beizufuegen");
    private static final Set<String> DUTY =
            Set.of(
                    "pflichtfeld",
                    "pflichtfelder",
                    "pflichtangabe",
                    "pflichtangaben",
                    "pflicht",
                    "verpflichtend",
                    "erforderlich",
                    "obligatorisch");
    private static final Set<String> SHOWN =
            Set.of(
                    "angezeigt",
                    "eingeblendet",
                    "sichtbar",
                    "aktiviert",
                    "abgefragt",
                    "anzuzeigen",
                    "einzublenden");
    private static final Set<String> GONE =
            Set.of("ausgeblendet", "auszublenden", "deaktiviert", "unsichtbar");
    static final Set<String> ONE = Set.of("ein", "eine", "eines", "einer", "eins", "einem");

    private final RuleTokens tokens;

    RuleVerbs(RuleTokens tokens) {
        this.tokens = tokens;
    }

    /// What is done with the elements; nothing taken where that is not it.
    Optional<Verb> verb(RuleModal modal) {
        int mark = tokens.mark();
        Optional<Verb> verb =
                modal == RuleModal.MUST
                        ? must()
                        : modal == RuleModal.MAY
                                ? may()
                                : modal == RuleModal.IS
                                        ? is()
                                        : modal == RuleModal.BECOMES
                                                ? becomes()
                                                : modal == RuleModal.CAN ? can() : bare();
        if (verb.isEmpty()) {
            tokens.reset(mark);
        }
        return verb;
    }

    boolean filled() {
        int mark = tokens.mark();
        boolean said =
                (tokens.word(RuleConditions.FILLED) || tokens.word(RuleConditions.CHOSEN))
                        && tokens.word(Set.of("sein", "werden"));
        if (!said) {
            tokens.reset(mark);
        }
        return said;
    }

    /// "eine Angabe gemacht werden", "ein Wert eingetragen sein"
    private boolean something() {
        int mark = tokens.mark();
        boolean said =
                tokens.word(ONE)
                        && tokens.word(
                                Set.of(
                                        "angabe",
                                        "wert",
                                        "eintrag",
                                        "eingabe",
                                        "auswahl",
                                        "erlaeuterung",
                                        "begruendung",
                                        "datum"))
                        && (filled()
                                || tokens.word("erfolgen")
                                || tokens.words("gemacht werden")
                                || tokens.words("getroffen werden"));
        if (!said) {
            tokens.reset(mark);
        }
        return said;
    }

    boolean toFill() {
        return tokens.word(TO_FILL)
                || tokens.words("zu machen")
                || tokens.words("zu befuellen")
                || tokens.words("zu erfassen");
    }

    private Optional<Verb> must() {
        boolean not = tokens.word("nicht");
        if (not) {
            return Optional.empty();
        }
        if (filled() || something() || tokens.words("gemacht werden")) {
            return Optional.of(Verb.REQUIRE);
        }
        if (tokens.word("leer") && tokens.word(Set.of("sein", "bleiben"))) {
            return Optional.of(Verb.HIDE);
        }
        if (tokens.word(SHOWN) && tokens.word(Set.of("sein", "werden"))) {
            return Optional.of(Verb.SHOW);
        }
        if (tokens.word(GONE) && tokens.word(Set.of("sein", "werden"))) {
            return Optional.of(Verb.HIDE);
        }
        tokens.word(ONE);
        return tokens.word(DUTY) && tokens.word("sein")
                ? Optional.of(Verb.REQUIRE)
                : Optional.empty();
    }

    private Optional<Verb> may() {
        if (tokens.word("nur")) {
            tokens.word("dann");
            boolean said =
                    filled() || (tokens.word(SHOWN) && tokens.word(Set.of("sein", "werden")));
            return said ? Optional.of(Verb.MAY_ONLY) : Optional.empty();
        }
        if (tokens.word(Set.of("kein", "keine"))) {
            boolean noun = tokens.word(Set.of("angabe", "angaben", "wert", "werte", "eintrag"));
            boolean made = tokens.words("gemacht werden") || tokens.words("erfolgen") || filled();
            return noun && made ? Optional.of(Verb.HIDE) : Optional.empty();
        }
        if (!tokens.word("nicht")) {
            return Optional.empty();
        }
        if (tokens.word("leer") && tokens.word(Set.of("sein", "bleiben"))) {
            return Optional.of(Verb.REQUIRE);
        }
        boolean said = filled() || (tokens.word(SHOWN) && tokens.word(Set.of("sein", "werden")));
        return said ? Optional.of(Verb.HIDE) : Optional.empty();
    }

    private Optional<Verb> is() {
        if (tokens.word("nur")) {
            tokens.word("dann");
            return tokens.word(SHOWN) ? Optional.of(Verb.MAY_ONLY) : Optional.empty();
        }
        if (tokens.word("nicht")) {
            return tokens.word(SHOWN) ? Optional.of(Verb.HIDE) : Optional.empty();
        }
        if (tokens.word(SHOWN)) {
            return Optional.of(Verb.SHOW);
        }
        if (tokens.word(GONE) || tokens.words("leer zu lassen")) {
            return Optional.of(Verb.HIDE);
        }
        if (tokens.word(Set.of("optional", "freiwillig"))) {
            return Optional.of(Verb.MAY);
        }
        boolean duty = tokens.word("verpflichtend");
        if (!duty) {
            tokens.word("zwingend");
        }
        if (toFill()) {
            return Optional.of(Verb.REQUIRE);
        }
        tokens.word(ONE);
        return tokens.word(DUTY) || duty ? Optional.of(Verb.REQUIRE) : Optional.empty();
    }

    private Optional<Verb> becomes() {
        if (tokens.word("nur")) {
            tokens.word("dann");
            return tokens.word(SHOWN) ? Optional.of(Verb.MAY_ONLY) : Optional.empty();
        }
        if (tokens.word("nicht")) {
            return tokens.word(SHOWN) ? Optional.of(Verb.HIDE) : Optional.empty();
        }
        if (tokens.word(SHOWN)) {
            return Optional.of(Verb.SHOW);
        }
        if (tokens.word(GONE)) {
            return Optional.of(Verb.HIDE);
        }
        if (!tokens.word(Set.of("zum", "zur", "zu"))) {
            tokens.word(ONE);
        }
        return tokens.word(DUTY) ? Optional.of(Verb.REQUIRE) : Optional.empty();
    }

    private Optional<Verb> can() {
        if (tokens.word("nur")) {
            tokens.word("dann");
            return filled() ? Optional.of(Verb.MAY_ONLY) : Optional.empty();
        }
        tokens.word(Set.of("optional", "freiwillig"));
        return filled() ? Optional.of(Verb.MAY) : Optional.empty();
    }

    /// "DANN F2 Pflichtfeld", "DANN F2 <> leer", "DANN F2 einblenden".
    private Optional<Verb> bare() {
        if (tokens.word(DUTY) || tokens.words("nicht leer")) {
            return Optional.of(Verb.REQUIRE);
        }
        if ((tokens.sign("<>") || tokens.sign("!=")) && tokens.word("leer")) {
            return Optional.of(Verb.REQUIRE);
        }
        if (tokens.word(Set.of("optional", "freiwillig"))) {
            return Optional.of(Verb.MAY);
        }
        if (tokens.word(Set.of("anzeigen", "einblenden", "aktivieren"))) {
            return Optional.of(Verb.SHOW);
        }
        if (tokens.words("nicht anzeigen") || tokens.word(Set.of("ausblenden", "deaktivieren"))) {
            return Optional.of(Verb.HIDE);
        }
        return Optional.empty();
    }
}
