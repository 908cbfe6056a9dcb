package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.service.fim.FormPart.FieldPart;
import de.koblenz.kiosk.service.fim.RuleAct.Check;
import de.koblenz.kiosk.service.fim.RuleAct.Choose;
import de.koblenz.kiosk.service.fim.RuleAct.Do;
import de.koblenz.kiosk.service.fim.RuleAct.Verb;
import de.koblenz.kiosk.service.fim.RuleConditions.Compared;
import de.koblenz.kiosk.service.form.Condition;
import de.koblenz.kiosk.service.form.Condition.Comparison;
import de.koblenz.kiosk.service.form.Condition.Operand;
import de.koblenz.kiosk.service.form.DateBound;
import de.koblenz.kiosk.service.form.FieldType;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What rule sentences ask for.
///
/// ```
/// acts   := act { ( "UND" | "," ) act }
/// act    := ( "aktiviere" | "deaktiviere" | … ) elements | "mache" … "zu einer Pflichtangabe"
///         | number "der" elements modal "ausgefüllt" … | modal elements tail | elements modal tail
/// modal  := "muss" | "darf" | "ist" | "wird" | "kann" and their plurals
/// ```
final class RuleActs {
    private static final Set<String> BE =
            Set.of("sein", "werden", "bleiben", "liegen", "betragen", "haben");
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
    private static final Set<String> ONE = Set.of("ein", "eine", "eines", "einer", "eins", "einem");

    /// Verbs on which an act hangs.
    private enum Modal {
        MUST,
        MAY,
        IS,
        BECOMES,
        CAN,
        NONE;

        Set<String> words() {
            return switch (this) {
                case MUST -> Set.of("muss", "muessen");
                case MAY -> Set.of("darf", "duerfen");
                case IS -> Set.of("ist", "sind");
                case BECOMES -> Set.of("wird", "werden");
                case CAN -> Set.of("kann", "koennen");
                case NONE -> Set.of();
            };
        }
    }

    private final RuleTokens tokens;
    private final RuleConditions conditions;
    private List<FormPart> before = List.of();
    private Modal lastModal = Modal.NONE;

    RuleActs(RuleTokens tokens, RuleConditions conditions) {
        this.tokens = tokens;
        this.conditions = conditions;
    }

    /// The acts that stand here.
    ///
    /// @param bare whether the verb may be missing: "DANN F2 Pflichtfeld"
    List<RuleAct> acts(boolean bare) throws RuleMisread {
        List<RuleAct> acts = new ArrayList<>(act(bare, false));
        while (true) {
            int mark = tokens.mark();
            boolean comma = tokens.sign(",");
            boolean and = tokens.word(RuleConditions.AND);
            boolean unless =
                    tokens.isWord("ausser")
                            || (tokens.isWord("es") && tokens.peek(1).plain().equals("sei"));
            boolean more =
                    (and || comma)
                            && !unless
                            && !tokens.isWord(
                                    Set.of(
                                            "wenn",
                                            "falls",
                                            "sofern",
                                            "nur",
                                            "sonst",
                                            "andernfalls",
                                            "ansonsten",
                                            "anderenfalls"));
            if (!more || tokens.ended()) {
                tokens.reset(mark);
                return acts;
            }
            acts.addAll(act(bare, true));
        }
    }

    /// @param further whether an act of the same sentence came before
    private List<RuleAct> act(boolean bare, boolean further) throws RuleMisread {
        Optional<RuleAct> command = command();
        if (command.isPresent()) {
            return List.of(command.get());
        }
        tokens.word("es");
        Optional<RuleAct> count = count();
        if (count.isPresent()) {
            return List.of(count.get());
        }
        Modal modal = modal();
        boolean either = tokens.word("entweder");
        tokens.word(Set.of("auch", "zwingend", "ebenfalls", "zusaetzlich"));
        RuleNames.Named named = named(further || tokens.isWord(Set.of("optional", "freiwillig")));
        if (modal == Modal.NONE) {
            modal = modal();
        }
        if (modal == Modal.NONE && further) {
            // "ist anzuzeigen und auszufüllen"
            modal = lastModal;
        }
        lastModal = modal;
        if (modal == Modal.NONE && !bare && conditions.values().comparison().isEmpty()) {
            throw new RuleMisread(tokens.rest() + " is not understood");
        }
        if (modal == Modal.NONE && !bare) {
            throw new RuleMisread("a sentence without a verb");
        }
        if (named.or() && named.parts().size() > 1) {
            return List.of(someOf(modal, named, either));
        }
        if (either) {
            throw new RuleMisread("'entweder' without 'oder'");
        }
        before = named.parts();
        return tail(modal, named);
    }

    private Modal modal() {
        for (Modal modal : Modal.values()) {
            if (tokens.word(modal.words())) {
                return modal;
            }
        }
        return Modal.NONE;
    }

    /// The elements named here, or those of the act before ("es", "dieses Feld").
    private RuleNames.Named named(boolean mayBeLeftOut) throws RuleMisread {
        if (conditions.names().isHere()) {
            return conditions.names().elements();
        }
        if (mayBeLeftOut && !before.isEmpty()) {
            return new RuleNames.Named(before, false, false);
        }
        boolean pronoun =
                tokens.words("dieses feld")
                        || tokens.words("diese felder")
                        || tokens.words("diese feldgruppe")
                        || tokens.word(Set.of("es", "dieses", "diese"));
        if (pronoun && !before.isEmpty()) {
            return new RuleNames.Named(before, false, false);
        }
        // Says what is wrong.
        return conditions.names().elements();
    }

    // ---- commands

    private Optional<RuleAct> command() throws RuleMisread {
        boolean show = tokens.word(Set.of("aktiviere", "zeige"));
        boolean hide = !show && tokens.word(Set.of("deaktiviere", "verberge"));
        if (show || hide) {
            RuleNames.Named named = plainly(named(false));
            if (show) {
                tokens.word("an");
            }
            before = named.parts();
            return Optional.of(new Do(show ? Verb.SHOW : Verb.HIDE, before));
        }
        if (tokens.word("blende")) {
            RuleNames.Named named = plainly(named(false));
            before = named.parts();
            boolean in = tokens.word("ein");
            if (!in && !tokens.word("aus")) {
                throw new RuleMisread("'blende' without 'ein' or 'aus'");
            }
            return Optional.of(new Do(in ? Verb.SHOW : Verb.HIDE, before));
        }
        if (tokens.word("mache")) {
            RuleNames.Named named = plainly(named(false));
            before = named.parts();
            boolean duty =
                    tokens.words("zu einer pflichtangabe")
                            || tokens.words("zu einem pflichtfeld")
                            || tokens.words("zur pflichtangabe")
                            || tokens.words("zum pflichtfeld")
                            || tokens.words("zu pflichtangaben")
                            || tokens.words("zu pflichtfeldern");
            if (!duty) {
                throw new RuleMisread("'mache' without 'zur Pflichtangabe'");
            }
            return Optional.of(new Do(Verb.REQUIRE, before));
        }
        return Optional.empty();
    }

    private static RuleNames.Named plainly(RuleNames.Named named) throws RuleMisread {
        if (named.or()) {
            throw new RuleMisread("'oder' between what is asked for");
        }
        return named;
    }

    // ---- so many of several

    private Optional<RuleAct> count() throws RuleMisread {
        int mark = tokens.mark();
        List<FormPart> of = List.of();
        if (tokens.word("von") || tokens.word("aus")) {
            tokens.word(Set.of("den", "der"));
            tokens.word(Set.of("folgenden", "beiden", "drei"));
            if (!conditions.names().isHere()) {
                tokens.reset(mark);
                return Optional.empty();
            }
            of = conditions.names().elements().parts();
        }
        Modal modal = modal();
        boolean onlyOne = (modal == Modal.MAY || modal == Modal.NONE) && tokens.word("nur");
        boolean exactly = tokens.word("genau") || tokens.word("exakt");
        boolean least = !exactly && (tokens.word("mindestens") || tokens.word("wenigstens"));
        boolean most =
                onlyOne
                        || (!exactly
                                && !least
                                && (tokens.word("hoechstens") || tokens.word("maximal")));
        boolean one = (exactly || least || most) && (tokens.word(ONE) || numberOne());
        if (!one) {
            tokens.reset(mark);
            return Optional.empty();
        }
        if (of.isEmpty()) {
            if (!tokens.word(Set.of("der", "von", "aus"))) {
                tokens.word(Set.of("feld", "angabe", "datenfeld"));
                if (!tokens.word(Set.of("der", "von", "aus"))) {
                    tokens.reset(mark);
                    return Optional.empty();
                }
            }
            tokens.word("den");
            tokens.word(Set.of("folgenden", "beiden", "drei"));
            tokens.word(
                    Set.of(
                            "felder",
                            "feldern",
                            "angaben",
                            "datenfelder",
                            "datenfeldern",
                            "feldgruppen",
                            "datenfeldgruppen"));
            tokens.sign(":");
            of = conditions.names().elements().parts();
        }
        if (modal == Modal.NONE) {
            modal = modal();
        }
        boolean may = modal == Modal.MAY;
        boolean said =
                modal == Modal.IS ? toFill() : (modal == Modal.MUST || (may && most)) && filled();
        if (!said || of.size() < 2) {
            throw new RuleMisread(
                    "so many of several, but " + tokens.rest() + " is not understood");
        }
        before = List.of();
        return Optional.of(new Choose(of, exactly || least, exactly || most));
    }

    private boolean numberOne() {
        if (tokens.is(RuleToken.Kind.NUMBER) && tokens.peek().text().equals("1")) {
            tokens.next();
            return true;
        }
        return false;
    }

    private boolean filled() {
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

    private boolean toFill() {
        return tokens.word(TO_FILL)
                || tokens.words("zu machen")
                || tokens.words("zu befuellen")
                || tokens.words("zu erfassen");
    }

    /// "F1 oder F2 muss ausgefüllt sein".
    private RuleAct someOf(Modal modal, RuleNames.Named named, boolean either) throws RuleMisread {
        boolean said = modal == Modal.MUST ? filled() : modal == Modal.IS && toFill();
        if (!said) {
            throw new RuleMisread("'oder' between what is asked for");
        }
        before = List.of();
        int mark = tokens.mark();
        tokens.sign(",");
        tokens.word("aber");
        boolean notBoth = tokens.words("nicht beides") || tokens.words("nicht beide");
        if (!notBoth) {
            tokens.reset(mark);
        }
        return new Choose(named.parts(), true, notBoth || (either && !named.bothOr()));
    }

    // ---- one act

    private List<RuleAct> tail(Modal modal, RuleNames.Named named) throws RuleMisread {
        List<FormPart> parts = named.parts();
        if (modal == Modal.MAY && parts.size() > 1) {
            int mark = tokens.mark();
            boolean both =
                    tokens.words("nicht gleichzeitig")
                            || tokens.words("nicht beide")
                            || tokens.words("nicht zusammen");
            if (both && filled()) {
                return List.of(new Choose(parts, false, true));
            }
            tokens.reset(mark);
        }
        tokens.word(Set.of("auch", "zwingend", "ebenfalls", "jeweils", "dann", "alle", "beide"));
        Optional<Verb> verb = verb(modal);
        if (verb.isPresent()) {
            return List.of(new Do(verb.get(), parts));
        }
        if (modal == Modal.MUST || modal == Modal.MAY || modal == Modal.NONE) {
            boolean not = tokens.word("nicht");
            boolean limit = modal == Modal.MAY && tokens.isWord(Set.of("hoechstens", "maximal"));
            if ((not != (modal == Modal.MAY) && !limit) || modal == Modal.NONE) {
                throw new RuleMisread(tokens.rest() + " is not understood");
            }
            if (parts.size() != 1 || !(parts.getFirst() instanceof FieldPart field)) {
                throw new RuleMisread("a comparison of several elements");
            }
            return List.of(check(field, not));
        }
        throw new RuleMisread(tokens.rest() + " is not understood");
    }

    /// What is done with the elements; nothing taken where that is not it.
    private Optional<Verb> verb(Modal modal) throws RuleMisread {
        int mark = tokens.mark();
        Optional<Verb> verb =
                modal == Modal.MUST
                        ? must()
                        : modal == Modal.MAY
                                ? may()
                                : modal == Modal.IS
                                        ? is()
                                        : modal == Modal.BECOMES
                                                ? becomes()
                                                : modal == Modal.CAN ? can() : bare();
        if (verb.isEmpty()) {
            tokens.reset(mark);
        }
        return verb;
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

    // ---- what must hold

    private RuleAct check(FieldPart field, boolean not) throws RuleMisread {
        Optional<Compared> tense = tense(field, not);
        if (tense.isPresent()) {
            return new Check(tense.get().fields(), tense.get().what());
        }
        if (tokens.word("zwischen")) {
            Compared least = conditions.values().compared(field, Comparison.AT_LEAST);
            if (not || !tokens.word("und")) {
                throw new RuleMisread("'zwischen' without 'und'");
            }
            Compared most = conditions.values().compared(field, Comparison.AT_MOST);
            tokens.word(BE);
            List<de.koblenz.kiosk.service.form.FieldPath> fields = new ArrayList<>(least.fields());
            fields.addAll(most.fields());
            return new Check(
                    fields.stream().distinct().toList(),
                    new Condition.All(List.of(least.what(), most.what())));
        }
        Optional<Comparison> comparison = conditions.values().comparison();
        if (comparison.isPresent()) {
            Comparison real = not ? opposite(comparison.get()) : comparison.get();
            Compared compared = conditions.values().compared(field, real);
            tokens.word(BE);
            return new Check(compared.fields(), compared.what());
        }
        return equal(field, not);
    }

    private RuleAct equal(FieldPart field, boolean not) throws RuleMisread {
        boolean unequal = tokens.sign("<>") || tokens.word("ungleich");
        boolean sign = unequal || tokens.sign("=") || tokens.word("gleich");
        tokens.word("den");
        tokens.word("wert");
        if (conditions.names().isHere()) {
            if (!sign) {
                throw new RuleMisread(tokens.rest() + " is not understood");
            }
            Compared compared = conditions.values().compared(field, Comparison.SAME);
            tokens.word(BE);
            return new Check(
                    compared.fields(),
                    unequal ^ not ? new Condition.Not(compared.what()) : compared.what());
        }
        List<Condition> any = conditions.values().alternatives(field, "oder");
        if (any.size() > 1 && (unequal || not)) {
            throw new RuleMisread("it is not clear what 'nicht' and 'oder' mean together");
        }
        if (!tokens.word(BE) && !sign) {
            throw new RuleMisread(tokens.rest() + " is not understood");
        }
        Condition equal = any.size() == 1 ? any.getFirst() : RuleValues.joined(any);
        return new Check(List.of(field.path()), unequal ^ not ? new Condition.Not(equal) : equal);
    }

    private static Comparison opposite(Comparison comparison) throws RuleMisread {
        return switch (comparison) {
            case LESS -> Comparison.AT_LEAST;
            case AT_MOST -> Comparison.MORE;
            case AT_LEAST -> Comparison.LESS;
            case MORE -> Comparison.AT_MOST;
            case SAME -> throw new RuleMisread("'nicht gleich'");
        };
    }

    /// "in der Zukunft liegen", "mindestens 18 Jahre zurückliegen".
    private Optional<Compared> tense(FieldPart field, boolean not) throws RuleMisread {
        boolean date = field.field().type() instanceof FieldType.DateValue;
        int mark = tokens.mark();
        boolean future = tokens.words("in der zukunft");
        boolean past = !future && tokens.words("in der vergangenheit");
        if ((future || past) && tokens.word("liegen") && date) {
            Comparison comparison = future ? Comparison.MORE : Comparison.LESS;
            return Optional.of(
                    fromToday(
                            field,
                            not ? opposite(comparison) : comparison,
                            new DateBound.FromToday(0, ChronoUnit.DAYS)));
        }
        tokens.reset(mark);
        boolean least = tokens.word("mindestens");
        if ((least || tokens.word("hoechstens")) && date && tokens.is(RuleToken.Kind.NUMBER)) {
            DateBound.FromToday distance = conditions.values().distance(true);
            if ((tokens.word("zurueckliegen") || tokens.words("in der vergangenheit liegen"))
                    && !not) {
                return Optional.of(
                        fromToday(
                                field, least ? Comparison.AT_MOST : Comparison.AT_LEAST, distance));
            }
        }
        tokens.reset(mark);
        boolean older = tokens.words("aelter als");
        if (older && date && not && tokens.is(RuleToken.Kind.NUMBER)) {
            DateBound.FromToday distance = conditions.values().distance(true);
            if (tokens.word("sein")) {
                return Optional.of(fromToday(field, Comparison.AT_LEAST, distance));
            }
        }
        tokens.reset(mark);
        if ((tokens.words("laenger als") || tokens.words("mehr als"))
                && date
                && tokens.is(RuleToken.Kind.NUMBER)) {
            DateBound.FromToday distance = conditions.values().distance(true);
            if (tokens.word("zurueckliegen")) {
                return Optional.of(
                        fromToday(field, not ? Comparison.AT_LEAST : Comparison.LESS, distance));
            }
        }
        tokens.reset(mark);
        return Optional.empty();
    }

    private static Compared fromToday(
            FieldPart field, Comparison comparison, DateBound.FromToday day) {
        return new Compared(
                List.of(field.path()),
                new Condition.Compare(field.path(), comparison, new Operand.Day(day)));
    }
}
