package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.service.fim.FormPart.FieldPart;
import de.koblenz.kiosk.service.fim.RuleAct.Check;
import de.koblenz.kiosk.service.fim.RuleAct.Do;
import de.koblenz.kiosk.service.fim.RuleAct.Verb;
import de.koblenz.kiosk.service.form.Condition;
import de.koblenz.kiosk.service.form.FieldType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a rule sentence demands of the elements that it has named, behind their verb: that something is done with them, or that
/// something holds. Not thread-safe.
final class RuleDemands {
    private static final RulePhrases ONLY_A =
            RulePhrases.of(
                    "nur|ausschliesslich ein|eine|der|die|das|folgende datum|wert|werte|code|codes|zahl|angabe|auspraegung|auspraegungen|option|optionen|auswahl");
    private static final RulePhrases NO_VALUE = RulePhrases.of("kein|keinen datum|wert");
    private static final RulePhrases NO_SUCH =
            RulePhrases.of(
                    "kein|keine|keinen negative|negativer|negativen|zukuenftiges|kuenftiges|vergangenes|zurueckliegendes");
    private static final RulePhrases ALLOWED =
            RulePhrases.of("zulaessig|erlaubt|gestattet|moeglich");

    private static final RulePhrases LIMIT =
            RulePhrases.of("hoechstens|maximal|fruehestens|spaetestens|bis");

    /// What may stand behind "DANN" without a verb: "DANN F2 <> 'L'".
    private static final RulePhrases EQUAL = RulePhrases.of("=|<>");

    /// What may stand without a verb: "F1 <= F2".
    private static final RulePhrases BARE =
            RulePhrases.of("<|<=|>|>=", "mindestens|hoechstens|maximal");

    private final RuleTokens tokens;
    private final RuleConditions conditions;
    private final RuleTargets targets;
    private final RuleVerbs verbs;
    private final RuleChecks checks;
    private final RuleLimits limits;

    RuleDemands(
            RuleTokens tokens,
            RuleConditions conditions,
            RuleTargets targets,
            RuleVerbs verbs,
            RuleChecks checks,
            RuleLimits limits) {
        this.tokens = tokens;
        this.conditions = conditions;
        this.targets = targets;
        this.verbs = verbs;
        this.checks = checks;
        this.limits = limits;
    }

    /// Whether a formula without a verb goes on here: "F1 <= F2".
    boolean isFormula() {
        return tokens.isAt(BARE);
    }

    /// What is demanded.
    ///
    /// @param bare whether the verb may be missing
    /// @param again what was done before, where the sentence may leave that out: "muss F2 ausgefüllt sein, sonst F3"
    List<RuleAct> demand(RuleModal modal, RuleNames.Named named, boolean bare, Optional<Verb> again)
            throws RuleMisread {
        List<FormPart> parts = named.parts();
        verbs.adverbs();
        boolean each = tokens.before(2, Set.of("jeweils", "beide", "alle"));
        boolean ticked =
                tokens.isWord(RuleAnswers.CHOSEN) && parts.stream().anyMatch(RuleDemands::flag);
        Optional<Verb> verb = verbs.verb(modal);
        if (verb.isPresent()) {
            if (ticked) {
                throw new RuleMisread("it is not clear whether an answer is asked for or a yes");
            }
            return List.of(new Do(verb.get(), parts));
        }
        if (again.isPresent() && (tokens.ended() || tokens.isSign("."))) {
            // "muss F2 ausgefüllt sein, sonst F3"
            return List.of(new Do(again.get(), parts));
        }
        if (modal == RuleModal.IS
                && parts.size() == 1
                && parts.getFirst() instanceof FieldPart field
                && tokens.take(ONLY_A)) {
            Check allowed = checks.allowed(field);
            if (!tokens.take(ALLOWED)) {
                throw new RuleMisread(tokens.rest() + " is not understood");
            }
            return List.of(allowed);
        }
        if (modal == RuleModal.IS
                && parts.size() == 1
                && parts.getFirst() instanceof FieldPart field) {
            Optional<Check> admitted =
                    limits.admitted(field).or(() -> checks.spans().allowed(field));
            if (admitted.isPresent()) {
                return List.of(admitted.get());
            }
        }
        if (modal == RuleModal.CAN
                && parts.size() == 1
                && parts.getFirst() instanceof FieldPart field
                && tokens.isWord(Set.of("nur", "ausschliesslich"))) {
            // "kann in F1 nur 001 gewählt werden"
            tokens.next();
            return List.copyOf(checks.checks(field, false));
        }
        if (modal == RuleModal.LIES || modal == RuleModal.IS) {
            return List.copyOf(stated(modal, parts));
        }
        if (modal == RuleModal.CAN
                && (tokens.isWord("nicht") || tokens.isWord(Set.of("hoechstens", "maximal")))) {
            // "kann nicht vor F1 liegen"
            return demand(RuleModal.MAY, named, bare, again);
        }
        if (modal != RuleModal.MUST && modal != RuleModal.MAY && modal != RuleModal.NONE) {
            throw new RuleMisread(tokens.rest() + " is not understood");
        }
        if (modal == RuleModal.MAY
                && parts.size() == 1
                && parts.getFirst() instanceof FieldPart field
                && tokens.word("weder")) {
            int mark = tokens.mark();
            try {
                return List.of(limits.neither(field));
            } catch (RuleMisread _) {
                // Then it is said of an order.
                tokens.reset(mark);
                return List.copyOf(checks.neither(field));
            }
        }
        boolean not =
                tokens.word("nicht")
                        || (modal == RuleModal.MAY
                                && (tokens.take(NO_VALUE)
                                        || (tokens.isAt(NO_SUCH)
                                                && tokens.word(
                                                        Set.of("kein", "keine", "keinen")))));
        boolean only = !not && modal == RuleModal.MAY && tokens.word("nur");
        boolean limit = only || (!not && modal == RuleModal.MAY && tokens.isAt(LIMIT));
        boolean formula =
                modal == RuleModal.NONE && (tokens.isAt(BARE) || (bare && tokens.isAt(EQUAL)));
        if (parts.size() == 1
                && modal == RuleModal.MAY
                && parts.getFirst() instanceof FieldPart f) {
            Optional<Check> none = not || limit ? Optional.empty() : limits.none(f);
            if (none.isPresent()) {
                return List.of(none.get());
            }
            Optional<Check> unpicked = not || limit ? Optional.empty() : limits.notPicked(f);
            if (unpicked.isPresent()) {
                return List.of(unpicked.get());
            }
            Optional<Check> most = not || limit ? Optional.empty() : limits.limit(f);
            if (most.isPresent()) {
                return List.of(most.get());
            }
        }
        if (((not != (modal == RuleModal.MAY)) && !limit)
                || (modal == RuleModal.NONE && !formula)) {
            throw new RuleMisread(tokens.rest() + " is not understood");
        }
        List<Check> all =
                parts.size() == 1 && parts.getFirst() instanceof FieldPart field
                        ? checks.checks(field, not)
                        : checks.each(parts, not, named.said(), each);
        targets.remember(
                conditions.names().parts(all.stream().flatMap(c -> c.fields().stream()).toList()));
        return List.copyOf(all);
    }

    private static final RulePhrases ORDERED =
            RulePhrases.of(
                    "<|<=|>|>=",
                    "groesser|kleiner|hoeher|niedriger|geringer|frueher|spaeter|mindestens|hoechstens|vor|nach|zwischen");

    /// "F1 liegt nach F2", "F1 ist nie kleiner als F2": said as a fact.
    private List<Check> stated(RuleModal modal, List<FormPart> parts) throws RuleMisread {
        boolean not = tokens.word(Set.of("nicht", "nie", "niemals"));
        tokens.word(Set.of("immer", "stets"));
        if ((modal == RuleModal.IS && !tokens.isAt(ORDERED))
                || parts.size() != 1
                || !(parts.getFirst() instanceof FieldPart field)) {
            throw new RuleMisread(tokens.rest() + " is not understood");
        }
        List<Check> all = checks.checks(field, not);
        for (Check check : all) {
            boolean order =
                    check.what() instanceof Condition.All
                            || (check.what() instanceof Condition.Compare(var _, var how, var _)
                                    && how != Condition.Comparison.SAME);
            if (!order) {
                throw new RuleMisread(tokens.rest() + " is not understood");
            }
        }
        return all;
    }

    private static boolean flag(FormPart part) {
        return part instanceof FieldPart field && field.field().type() instanceof FieldType.Flag;
    }
}
