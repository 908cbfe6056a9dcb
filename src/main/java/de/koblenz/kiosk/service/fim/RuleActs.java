package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.service.fim.FormPart.FieldPart;
import de.koblenz.kiosk.service.fim.RuleAct.Check;
import de.koblenz.kiosk.service.fim.RuleAct.Do;
import de.koblenz.kiosk.service.fim.RuleAct.Verb;
import de.koblenz.kiosk.service.form.Condition;
import de.koblenz.kiosk.service.form.FieldType;
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
    private static final RulePhrases ONE_BEFORE =
            RulePhrases.of(
                    "dieses|das feld|datenfeld",
                    "diese|die feldgruppe|gruppe|datenfeldgruppe|angabe",
                    "es|dieses|diese|diesen|ihn|sie");
    private static final RulePhrases ALL_BEFORE =
            RulePhrases.of("diese|die felder|datenfelder|angaben", "sie|diese");
    private static final RulePhrases BOTH_BEFORE =
            RulePhrases.of("die? beide|beiden felder|datenfelder|angaben", "beide");
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
    private final RuleErrors errors;
    private final RuleMidst midst;
    private final RuleCommands commands;
    private List<FormPart> before = List.of();
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
        this.errors = new RuleErrors(tokens);
        this.midst = new RuleMidst(tokens, conditions);
        this.commands = new RuleCommands(tokens, conditions.names(), this::plainly);
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
            List<FormPart> named = before;
            try {
                acts.addAll(act(bare, true));
            } catch (RuleMisread e) {
                if (and) {
                    throw e;
                }
                // Then another statement begins behind the comma.
                before = named;
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
        return switch (modal) {
            case MUST -> verbs.filled();
            case IS -> verbs.toFill() || verbs.duty();
            case MAY,
                    CAN,
                    BECOMES,
                    STAYS,
                    COUNTS,
                    DROPS,
                    APPEARS,
                    HAS,
                    FALLS,
                    STANDS,
                    NEEDS,
                    WANTS,
                    LIES,
                    NONE ->
                    false;
        };
    }

    /// Forgets what "es" and "SONST ausblenden" could mean.
    void forget() {
        before = List.of();
        lastVerb = Optional.empty();
    }

    /// @param further whether an act of the same sentence came before
    private List<RuleAct> act(boolean bare, boolean further) throws RuleMisread {
        adverbs();
        Optional<Do> command = commands.command();
        if (command.isPresent()) {
            before = command.get().targets();
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
        Optional<Check> restated = checks.restated();
        if (restated.isPresent()) {
            return List.of(restated.get());
        }
        Optional<Check> spanned = checks.spans().named().or(checks.spans()::first);
        if (spanned.isPresent()) {
            return List.of(spanned.get());
        }
        Optional<RuleAct> excluded = pairs.exclusion();
        if (excluded.isPresent()) {
            before = List.of();
            return List.of(excluded.get());
        }
        pronounEs();
        Optional<RuleAct> count = choices.count();
        if (count.isPresent()) {
            before = List.of();
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
        if (tokens.word("es") && before.size() == 1 && !furtherNamed()) {
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
            before = plainly();
            if (!tokens.take(ALLOWED)) {
                throw new RuleMisread(tokens.rest() + " is not understood");
            }
            return List.of(new Do(Verb.HIDE, before));
        }
        if (modal == RuleModal.MAY && tokens.words("nur entweder")) {
            // "Es darf nur entweder F1 oder F2 ausgefüllt werden"
            RuleNames.Named either2 = conditions.names().elements();
            if (!either2.or() || either2.parts().size() < 2 || !choices.filled(either2.parts())) {
                throw new RuleMisread("'entweder' is not understood");
            }
            before = List.of();
            return List.of(new RuleAct.Choose(either2.parts(), false, true, false));
        }
        Optional<Check> eitherOf = modal == RuleModal.MUST ? checks.either() : Optional.empty();
        if (eitherOf.isPresent()) {
            before = List.of();
            return List.of(eitherOf.get());
        }
        Optional<RuleAct> listed = listed(modal);
        if (listed.isPresent()) {
            return List.of(listed.get());
        }
        boolean least =
                (!further || !tokens.isWord("mindestens") || namedBehind())
                        && tokens.word(Set.of("mindestens", "wenigstens"));
        int unnamed = tokens.mark();
        RuleNames.Named named = named(further);
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
            before = List.of();
            return List.of(apart.get());
        }
        Optional<RuleAct> together = pairs.together(modal, named);
        if (together.isPresent()) {
            before = List.of();
            return List.of(together.get());
        }
        Optional<Do> terse = !further && modal == RuleModal.NONE ? terse(named) : Optional.empty();
        if (terse.isPresent()) {
            before = named.parts();
            return List.of(terse.get());
        }
        boolean alone =
                modal == RuleModal.NONE
                        && (tokens.isAt(BARE) || (!further && tokens.isAt(COLON_DUTY)));
        if (modal == RuleModal.NONE && !bare && !alone) {
            throw new RuleMisread(
                    conditions.comparisons().comparison(named.parts().getFirst()).isPresent()
                            ? "a sentence without a verb"
                            : tokens.rest() + " is not understood");
        }
        midst.read();
        if (named.or() && named.parts().size() > 1) {
            before = List.of();
            return List.of(choices.someOf(modal, named, either));
        }
        if (either || least) {
            throw new RuleMisread("'entweder' or 'mindestens' without 'oder'");
        }
        before = named.parts();
        return remarked(tail(modal, named, bare));
    }

    private static final RulePhrases DUTY_REMARK =
            RulePhrases.of(
                    "( als? pflichtfeld|pflichtangabe|pflicht|verpflichtend|pflichtfelder )");
    private static final RulePhrases FREE_REMARK =
            RulePhrases.of("( optional|freiwillig )", "( optionales|freiwilliges feld )");

    /// "wird F2 angezeigt (Pflichtfeld)": what the brackets say, too.
    private List<RuleAct> remarked(List<RuleAct> done) throws RuleMisread {
        boolean duty = tokens.take(DUTY_REMARK);
        boolean free = !duty && tokens.take(FREE_REMARK);
        if (!duty && !free) {
            return done;
        }
        if (done.size() != 1 || !(done.getFirst() instanceof Do one)) {
            throw new RuleMisread("it is not clear what the brackets say");
        }
        Verb verb = one.verb();
        Verb both =
                switch (verb) {
                    case SHOW, SHOW_AND_REQUIRE -> duty ? Verb.SHOW_AND_REQUIRE : Verb.SHOW;
                    case REQUIRE, REQUIRE_ONLY, EMPTY_ONLY, HIDE, MAY, MAY_ONLY -> verb;
                };
        boolean fits =
                switch (verb) {
                    case SHOW -> true;
                    case SHOW_AND_REQUIRE, REQUIRE, REQUIRE_ONLY -> duty;
                    case MAY -> free;
                    case EMPTY_ONLY, HIDE, MAY_ONLY -> false;
                };
        if (!fits) {
            throw new RuleMisread("the brackets say something else");
        }
        return List.of(new Do(both, one.targets()));
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
        before = parts;
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
                before = conditions.names().list();
                lastVerb = verb;
                return Optional.of(new Do(verb.get(), before));
            }
        }
        tokens.reset(mark);
        return Optional.empty();
    }

    private void adverbs() {
        while (!tokens.isAt(RuleVerbs.EVEN) && tokens.take(ADVERB)) {
            // "so ist auch"
            referring |= tokens.before(1, Set.of("dann"));
        }
    }

    /// Whether a "dann" in the midst of the acts speaks of a condition before them: "F2 ist dann anzugeben".
    boolean referring() {
        return referring || verbs.referring();
    }

    /// "Es muss …", but not "es ist ein Pflichtfeld", which speaks of an element.
    private void pronounEs() {
        int mark = tokens.mark();
        if (tokens.word("es") && !before.isEmpty()) {
            int behind = tokens.mark();
            boolean named =
                    RuleModal.taken(tokens) != RuleModal.NONE && conditions.names().isHere();
            tokens.reset(behind);
            boolean count = tokens.isWord(Set.of("genau", "mindestens", "hoechstens"));
            tokens.reset(named || count ? behind : mark);
        }
    }

    private static final RulePhrases ONLY = RulePhrases.of("nur|ausschliesslich|lediglich");

    /// "F2: sichtbar nur bei …", "F2 nur einblenden, falls …", "F2 Pflicht, wenn …": no verb, but a condition behind it.
    private Optional<Do> terse(RuleNames.Named named) {
        int mark = tokens.mark();
        if (!tokens.sign(":")) {
            tokens.sign("-");
        }
        boolean only = tokens.take(ONLY);
        Optional<Verb> verb = verbs.verb(RuleModal.NONE);
        if (verb.isPresent() && !named.or()) {
            int behind = tokens.mark();
            tokens.sign(",");
            tokens.take(ONLY);
            boolean conditional =
                    tokens.isAt(RuleConnectives.IF) || tokens.isAt(RuleConnectives.AT);
            tokens.reset(behind);
            Verb said = verb.get();
            boolean clear = !only || said == Verb.SHOW || said == Verb.REQUIRE;
            if (conditional && clear) {
                return Optional.of(
                        new Do(
                                only && said == Verb.REQUIRE ? Verb.REQUIRE_ONLY : said,
                                named.parts()));
            }
        }
        tokens.reset(mark);
        return Optional.empty();
    }

    private boolean furtherNamed() {
        return conditions.names().isHere()
                || tokens.isWord(Set.of("genau", "mindestens", "hoechstens", "entweder", "weder"));
    }

    /// Whether elements are named behind the next word.
    private boolean namedBehind() {
        int mark = tokens.mark();
        tokens.next();
        boolean here = conditions.names().isHere();
        tokens.reset(mark);
        return here;
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

    /// The elements named here, or those of the act before ("es", "dieses Feld").
    private RuleNames.Named named(boolean mayBeLeftOut) throws RuleMisread {
        boolean pronoun = tokens.isAt(ONE_BEFORE) || tokens.isAt(BOTH_BEFORE);
        if ((!pronoun || conditions.names().isHere()) && listed()) {
            return conditions.names().elements();
        }
        if (!before.isEmpty()) {
            boolean said =
                    (before.size() == 1 && tokens.take(ONE_BEFORE))
                            || (before.size() == 2 && tokens.take(BOTH_BEFORE))
                            || (before.size() > 1 && (tokens.take(ALL_BEFORE) || counted()));
            boolean left = mayBeLeftOut || tokens.isWord(Set.of("optional", "freiwillig"));
            if (said || left) {
                return new RuleNames.Named(before, false, false, true);
            }
        }
        // Says what is wrong.
        return conditions.names().elements();
    }

    /// "die drei Felder"
    private boolean counted() {
        int mark = tokens.mark();
        tokens.word(Set.of("die", "diese", "alle", "den", "in"));
        boolean number =
                RuleValues.count(tokens.peek()).filter(n -> n == before.size()).isPresent();
        tokens.next();
        tokens.word(Set.of("genannten", "weiteren"));
        if (number
                && (tokens.word(RuleNouns.FIELDS) || tokens.word(Set.of("angaben", "gruppen")))) {
            return true;
        }
        tokens.reset(mark);
        return false;
    }

    /// Whether elements are named here.
    private boolean listed() {
        int mark = tokens.mark();
        try {
            conditions.names().elements();
            return true;
        } catch (RuleMisread _) {
            return before.isEmpty();
        } finally {
            tokens.reset(mark);
        }
    }

    private static final RulePhrases ONLY_A =
            RulePhrases.of(
                    "nur|ausschliesslich ein|eine|der|die|das|folgende datum|wert|werte|code|codes|zahl|angabe|auspraegung|auspraegungen|option|optionen|auswahl");
    private static final RulePhrases NO_VALUE = RulePhrases.of("kein|keinen datum|wert");
    private static final RulePhrases NO_SUCH =
            RulePhrases.of(
                    "kein|keine|keinen negative|negativer|negativen|zukuenftiges|kuenftiges|vergangenes|zurueckliegendes");
    private static final RulePhrases NONE_IN =
            RulePhrases.of("keine|kein|keinen angabe|angaben|eintrag|eingabe|wert in|im|bei|zu");
    private static final RulePhrases ALLOWED =
            RulePhrases.of("zulaessig|erlaubt|gestattet|moeglich");

    private List<FormPart> plainly() throws RuleMisread {
        RuleNames.Named named = named(false);
        List<FormPart> parts = new ArrayList<>(named.parts());
        while (parts.size() > 1 && tokens.is(RuleToken.Kind.ID)) {
            // In a long list a comma was forgotten.
            named = named(false);
            parts.addAll(named.parts());
        }
        if (named.or()) {
            throw new RuleMisread("'oder' between what is asked for");
        }
        return parts;
    }

    // ---- one act

    private List<RuleAct> tail(RuleModal modal, RuleNames.Named named, boolean bare)
            throws RuleMisread {
        List<FormPart> parts = named.parts();
        verbs.adverbs();
        boolean each = tokens.before(2, Set.of("jeweils", "beide", "alle"));
        boolean ticked =
                tokens.isWord(RulePredicates.CHOSEN) && parts.stream().anyMatch(RuleActs::flag);
        Optional<Verb> verb = verbs.verb(modal);
        if (verb.isPresent()) {
            if (ticked) {
                throw new RuleMisread("it is not clear whether an answer is asked for or a yes");
            }
            lastVerb = verb;
            return List.of(new Do(verb.get(), parts));
        }
        if (elliptical && lastVerb.isPresent() && (tokens.ended() || tokens.isSign("."))) {
            // "muss F2 ausgefüllt sein, sonst F3"
            return List.of(new Do(lastVerb.get(), parts));
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
                    checks.admitted(field).or(() -> checks.spans().allowed(field));
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
        if (modal == RuleModal.CAN && tokens.isWord("nicht")) {
            // "kann nicht vor F1 liegen"
            return tail(RuleModal.MAY, named, bare);
        }
        if (modal != RuleModal.MUST && modal != RuleModal.MAY && modal != RuleModal.NONE) {
            throw new RuleMisread(tokens.rest() + " is not understood");
        }
        if (modal == RuleModal.MAY
                && parts.size() == 1
                && parts.getFirst() instanceof FieldPart field
                && tokens.word("weder")) {
            return List.of(checks.neither(field));
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
            Optional<Check> none = not || limit ? Optional.empty() : checks.none(f);
            if (none.isPresent()) {
                return List.of(none.get());
            }
            Optional<Check> unpicked = not || limit ? Optional.empty() : checks.notPicked(f);
            if (unpicked.isPresent()) {
                return List.of(unpicked.get());
            }
            Optional<Check> most = not || limit ? Optional.empty() : checks.limit(f);
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
        before = conditions.names().parts(all.stream().flatMap(c -> c.fields().stream()).toList());
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

    private static final RulePhrases LIMIT =
            RulePhrases.of("hoechstens|maximal|fruehestens|spaetestens|bis");
    private static final RulePhrases COLON_DUTY =
            RulePhrases.of(": pflichtfeld|pflichtangabe|pflicht");

    /// What may stand behind "DANN" without a verb: "DANN F2 <> 'L'".
    private static final RulePhrases EQUAL = RulePhrases.of("=|<>");

    /// What may stand without a verb: "F1 <= F2".
    private static final RulePhrases BARE =
            RulePhrases.of("<|<=|>|>=", "mindestens|hoechstens|maximal");

    private static boolean flag(FormPart part) {
        return part instanceof FieldPart field && field.field().type() instanceof FieldType.Flag;
    }
}
