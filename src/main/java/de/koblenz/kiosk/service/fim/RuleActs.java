package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.service.fim.RuleAct.Check;
import de.koblenz.kiosk.service.fim.RuleAct.Do;
import de.koblenz.kiosk.service.fim.RuleAct.Verb;
import de.koblenz.kiosk.service.form.Condition;
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
/// tail   := [ "," "WENN" condition "," ] ( what is done | what must hold )
/// modal  := "muss" | "darf" | "ist" | "wird" | "kann" | "bleibt" | … and their plurals
/// ```
final class RuleActs {
    private static final Set<String> STOPS =
            Set.of(
                    ("wenn falls sofern nur sonst andernfalls "
                                    + "ansonsten anderenfalls ausser bei umgekehrt ausgenommen")
                            .split(" "));
    private static final RulePhrases UNLESS = RulePhrases.of("es sei denn");
    private static final RulePhrases THAT_IS =
            RulePhrases.of("d . h . ,|:?", "das heisst ,|:?", "sprich|also ,|:?");
    private static final RulePhrases NONE_IN =
            RulePhrases.of("keine|kein|keinen angabe|angaben|eintrag|eingabe|wert in|im|bei|zu");
    private static final RulePhrases ALLOWED =
            RulePhrases.of("zulaessig|erlaubt|gestattet|moeglich");

    private static final RulePhrases FOLLOWING =
            RulePhrases.of("alle? die? folgende|folgenden felder|angaben|datenfelder|feldgruppen");
    private static final RulePhrases ADVERB =
            RulePhrases.of(
                    "auch|zwingend|ebenfalls|zusaetzlich|immer|stets|ausserdem|dann|so|hingegen|dagegen|jedoch|daher|somit|folglich");

    private final RuleTokens tokens;
    private final RuleConditions conditions;
    private final RuleVerbs verbs;
    private final RuleChoices choices;
    private final RulePairs pairs;
    private final RuleChecks checks;
    private final RuleLimits limits;
    private final RuleErrors errors;
    private final RuleMidst midst;
    private final RuleCommands commands;
    private final RuleTargets targets;
    private final RuleDemands demands;
    private final RuleRemarks remarks;
    private RuleModal lastModal = RuleModal.NONE;
    private Optional<Verb> lastVerb = Optional.empty();
    private boolean elliptical;
    private boolean referring;

    RuleActs(RuleTokens tokens, RuleConditions conditions) {
        this.tokens = tokens;
        this.conditions = conditions;
        this.verbs = new RuleVerbs(tokens);
        this.choices = new RuleChoices(tokens, conditions.names(), verbs);
        this.pairs = new RulePairs(tokens, conditions, verbs, choices);
        this.checks = new RuleChecks(tokens, conditions);
        this.limits = new RuleLimits(tokens, conditions);
        this.errors = new RuleErrors(tokens);
        this.midst = new RuleMidst(tokens, conditions);
        this.targets = new RuleTargets(tokens, conditions.names());
        this.commands = new RuleCommands(tokens, conditions.names(), targets::plainly);
        this.remarks = new RuleRemarks(tokens, verbs);
        this.demands = new RuleDemands(tokens, conditions, targets, verbs, checks, limits);
    }

    /// The acts that stand here.
    ///
    /// @param bare whether the verb may be missing: "DANN F2 Pflichtfeld"
    /// @param further whether the elements may be missing: "SONST ausblenden"
    List<RuleAct> acts(boolean bare, boolean further) throws RuleMisread {
        midst.begin();
        elliptical = further;
        referring = false;
        verbs.begin();
        List<RuleAct> acts = new ArrayList<>(act(bare, further));
        while (true) {
            int mark = tokens.mark();
            boolean comma = tokens.sign(",");
            if (comma && tokens.take(THAT_IS)) {
                // Understood only where it says the same again.
                if (!acts.containsAll(act(bare, false))) {
                    throw new RuleMisread("'d. h.' before something else");
                }
                continue;
            }
            if (comma && tokens.word("wobei")) {
                // What is asked for besides, in the order of a subordinate clause.
                if (!tokens.verbForward(SUBORDINATE)) {
                    throw new RuleMisread("'wobei' is not understood");
                }
                acts.addAll(act(false, true));
                continue;
            }
            boolean and = tokens.word(RuleConditions.AND);
            boolean more = (and || comma) && !tokens.isAt(UNLESS) && !tokens.isWord(STOPS);
            if (!more || tokens.ended()) {
                tokens.reset(mark);
                return acts;
            }
            List<FormPart> named = targets.before();
            try {
                acts.addAll(act(bare, true));
            } catch (RuleMisread e) {
                if (and) {
                    throw e;
                }
                // Then another statement begins behind the comma.
                targets.remember(named);
                tokens.reset(mark);
                return acts;
            }
        }
    }

    private static final Set<String> SUBORDINATE =
            Set.of("muss", "muessen", "darf", "duerfen", "ist", "sind");

    /// The condition in the midst of the act, if there was one: "F2 ist, sofern F1 = 'ja', anzugeben".
    Optional<Condition> between() {
        return midst.condition();
    }

    /// Whether "nur" stood before the condition in the midst.
    boolean betweenOnly() {
        return midst.only();
    }

    /// What is done, without elements: "sind anzugeben".
    Optional<Verb> verb() {
        return verbs.verb(RuleModal.taken(tokens));
    }

    /// Whether an answer is asked for behind a verb.
    boolean asked(RuleModal modal) {
        tokens.word("ebenfalls");
        return modal == RuleModal.MUST
                ? verbs.filled()
                : modal == RuleModal.IS && (verbs.toFill() || verbs.duty());
    }

    /// Forgets what "es" and "SONST ausblenden" could mean.
    void forget() {
        targets.forget();
        lastVerb = Optional.empty();
    }

    /// @param further whether an act of the same sentence came before
    private List<RuleAct> act(boolean bare, boolean further) throws RuleMisread {
        adverbs();
        Optional<Do> command = commands.command();
        if (command.isPresent()) {
            targets.remember(command.get().targets());
            lastVerb = Optional.of(command.get().verb());
            return List.of(command.get());
        }
        if (errors.taken()) {
            return List.of(new RuleAct.Forbid());
        }
        Optional<Check> age = conditions.ages().check();
        if (age.isPresent()) {
            return List.of(age.get());
        }
        Optional<Check> restated = limits.restated();
        if (restated.isPresent()) {
            return List.of(restated.get());
        }
        Optional<Check> spanned = checks.spans().named().or(checks.spans()::first);
        if (spanned.isPresent()) {
            return List.of(spanned.get());
        }
        Optional<RuleAct> excluded = pairs.exclusion();
        if (excluded.isPresent()) {
            targets.forget();
            return List.of(excluded.get());
        }
        targets.pronounEs();
        Optional<RuleAct> count = choices.count();
        if (count.isPresent()) {
            targets.forget();
            return List.of(count.get());
        }
        boolean either = tokens.word("entweder");
        RuleModal modal = RuleModal.taken(tokens);
        adverbs();
        either |= tokens.word("entweder");
        if (modal == RuleModal.MAY && tokens.words("nicht sowohl")) {
            throw new RuleMisread("'nicht sowohl' is not understood");
        }
        int es = tokens.mark();
        if (tokens.word("es") && targets.before().size() == 1 && !targets.furtherNamed()) {
            // "wird es nicht angezeigt"
            tokens.reset(es);
        }
        if (tokens.word("weder")) {
            return neither(modal);
        }
        if (modal == RuleModal.HAS) {
            tokens.take(PERSON);
        }
        if (modal == RuleModal.WANTS) {
            tokens.take(AN_ANSWER);
        }
        if (modal == RuleModal.IS && tokens.take(NONE_IN)) {
            List<FormPart> parts = targets.plainly();
            targets.remember(parts);
            if (!tokens.take(ALLOWED)) {
                throw new RuleMisread(tokens.rest() + " is not understood");
            }
            return List.of(new Do(Verb.HIDE, parts));
        }
        if (modal == RuleModal.MAY && tokens.words("nur entweder")) {
            // "Es darf nur entweder F1 oder F2 ausgefüllt werden"
            RuleNames.Named either2 = conditions.names().elements();
            if (!either2.or() || either2.parts().size() < 2 || !choices.filled(either2.parts())) {
                throw new RuleMisread("'entweder' is not understood");
            }
            targets.forget();
            return List.of(new RuleAct.Choose(either2.parts(), false, true, false));
        }
        Optional<Check> eitherOf = modal == RuleModal.MUST ? checks.either() : Optional.empty();
        if (eitherOf.isPresent()) {
            targets.forget();
            return List.of(eitherOf.get());
        }
        Optional<RuleAct> listed = listed(modal);
        if (listed.isPresent()) {
            return List.of(listed.get());
        }
        boolean least =
                (!further || !tokens.isWord("mindestens") || targets.namedBehind())
                        && tokens.word(Set.of("mindestens", "wenigstens"));
        int unnamed = tokens.mark();
        RuleNames.Named named = targets.named(further);
        elliptical &= tokens.mark() > unnamed;
        if (modal == RuleModal.NONE) {
            either |= named.or() && !named.bothOr() && choices.notBothBetween();
            modal = behindName();
        }
        boolean own = modal != RuleModal.NONE;
        if (!own && further && !bareHere()) {
            // "ist anzuzeigen und auszufüllen"
            modal = lastModal;
        }
        lastModal = modal;
        Optional<RuleAct> apart = pairs.apart(modal, named);
        if (apart.isPresent()) {
            targets.forget();
            return List.of(apart.get());
        }
        Optional<RuleAct> together = pairs.together(modal, named);
        if (together.isPresent()) {
            targets.forget();
            return List.of(together.get());
        }
        Optional<Do> terse =
                !further && modal == RuleModal.NONE ? remarks.terse(named) : Optional.empty();
        if (terse.isPresent()) {
            targets.remember(named.parts());
            return List.of(terse.get());
        }
        boolean alone =
                modal == RuleModal.NONE
                        && (demands.isFormula() || (!further && tokens.isAt(COLON_DUTY)));
        if (modal == RuleModal.NONE && !bare && !alone) {
            throw new RuleMisread(
                    conditions.comparisons().comparison(named.parts().getFirst()).isPresent()
                            ? "a sentence without a verb"
                            : tokens.rest() + " is not understood");
        }
        midst.read();
        if (named.or() && named.parts().size() > 1) {
            targets.forget();
            return List.of(choices.someOf(modal, named, either));
        }
        if (either || least) {
            throw new RuleMisread("'entweder' or 'mindestens' without 'oder'");
        }
        targets.remember(named.parts());
        List<RuleAct> done =
                demands.demand(modal, named, bare, elliptical ? lastVerb : Optional.empty());
        if (done.getFirst() instanceof Do one) {
            lastVerb = Optional.of(one.verb());
        }
        return remarks.remarked(done);
    }

    private static final RulePhrases AN_ANSWER =
            RulePhrases.of("einer|der angabe|eingabe|befuellung in|im|zu|bei|von|des|der");
    private static final RulePhrases PERSON =
            RulePhrases.of(
                    "die|der antragstellende? person|antragsteller|antragstellerin",
                    "die|der antragstellerin|antragsteller|nutzerin|nutzer|buergerin|buerger");

    /// "Weder F1 noch F2 darf negativ sein", "darf weder F1 noch F2 angezeigt werden"
    private List<RuleAct> neither(RuleModal first) throws RuleMisread {
        List<FormPart> parts = new ArrayList<>(List.of(conditions.names().one()));
        while (tokens.word("noch")) {
            parts.add(conditions.names().one());
        }
        RuleModal modal = first == RuleModal.NONE ? RuleModal.taken(tokens) : first;
        if (parts.size() < 2 || modal != RuleModal.MAY) {
            throw new RuleMisread("'weder' is not understood");
        }
        verbs.adverbs();
        targets.remember(parts);
        int mark = tokens.mark();
        Optional<Verb> verb = verbs.denied();
        if (verb.isPresent()) {
            return List.of(new Do(verb.get(), parts));
        }
        tokens.reset(mark);
        return List.copyOf(checks.each(parts, true, true, true));
    }

    /// "müssen alle folgenden Felder ausgefüllt werden: F1, F2"
    private Optional<RuleAct> listed(RuleModal modal) throws RuleMisread {
        int mark = tokens.mark();
        if (modal != RuleModal.NONE && tokens.take(FOLLOWING)) {
            Optional<Verb> verb = verbs.verb(modal);
            if (verb.isPresent() && tokens.sign(":")) {
                List<FormPart> parts = conditions.names().list();
                targets.remember(parts);
                lastVerb = verb;
                return Optional.of(new Do(verb.get(), parts));
            }
        }
        tokens.reset(mark);
        return Optional.empty();
    }

    private void adverbs() {
        while (!tokens.isAt(RuleVerbPhrases.EVEN) && tokens.take(ADVERB)) {
            // "so ist auch"
            referring |= tokens.before(1, Set.of("dann"));
        }
    }

    /// Whether a "dann" in the midst of the acts speaks of a condition before them: "F2 ist dann anzugeben".
    boolean referring() {
        return referring || verbs.referring();
    }

    /// Whether what stands here needs no verb and so does not borrow the one before.
    private boolean bareHere() {
        int mark = tokens.mark();
        boolean bare = verbs.verb(RuleModal.NONE).isPresent();
        if (bare && lastModal != RuleModal.NONE) {
            // "müssen F2 und F3 ausgefüllt werden, sonst nicht anzeigen"
            boolean ends = verbs.ends();
            tokens.reset(mark);
            verbs.adverbs();
            bare = ends && verbs.verb(lastModal).isEmpty();
        }
        tokens.reset(mark);
        return bare;
    }

    private static final RulePhrases VALUE =
            RulePhrases.of(": das|der|die? wert|zahl|datum|betrag|angabe|eingabe|eintrag|antwort?");

    /// The verb behind what is named: "F1 muss …", "F1: Wert muss …".
    private RuleModal behindName() {
        int mark = tokens.mark();
        tokens.take(VALUE);
        RuleModal modal = RuleModal.taken(tokens);
        if (modal == RuleModal.NONE && tokens.word(Set.of("liegt", "liegen"))) {
            return RuleModal.LIES;
        }
        if (modal == RuleModal.NONE) {
            tokens.reset(mark);
        }
        return modal;
    }

    private static final RulePhrases COLON_DUTY =
            RulePhrases.of(": pflichtfeld|pflichtangabe|pflicht");
}
