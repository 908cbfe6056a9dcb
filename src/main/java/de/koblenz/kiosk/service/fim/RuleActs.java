package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.service.fim.FormPart.FieldPart;
import de.koblenz.kiosk.service.fim.RuleAct.Choose;
import de.koblenz.kiosk.service.fim.RuleAct.Do;
import de.koblenz.kiosk.service.fim.RuleAct.Verb;
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
    private final RuleTokens tokens;
    private final RuleConditions conditions;
    private final RuleVerbs verbs;
    private final RuleChoices choices;
    private final RuleChecks checks;
    private List<FormPart> before = List.of();
    private RuleModal lastModal = RuleModal.NONE;

    RuleActs(RuleTokens tokens, RuleConditions conditions) {
        this.tokens = tokens;
        this.conditions = conditions;
        this.verbs = new RuleVerbs(tokens);
        this.choices = new RuleChoices(tokens, conditions.names(), verbs);
        this.checks = new RuleChecks(tokens, conditions);
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
        Optional<RuleAct> count = choices.count();
        if (count.isPresent()) {
            before = List.of();
            return List.of(count.get());
        }
        RuleModal modal = RuleModal.taken(tokens);
        boolean either = tokens.word("entweder");
        tokens.word(Set.of("auch", "zwingend", "ebenfalls", "zusaetzlich"));
        RuleNames.Named named = named(further || tokens.isWord(Set.of("optional", "freiwillig")));
        if (modal == RuleModal.NONE) {
            modal = RuleModal.taken(tokens);
        }
        if (modal == RuleModal.NONE && further) {
            // "ist anzuzeigen und auszufüllen"
            modal = lastModal;
        }
        lastModal = modal;
        if (modal == RuleModal.NONE && !bare && conditions.comparisons().comparison().isEmpty()) {
            throw new RuleMisread(tokens.rest() + " is not understood");
        }
        if (modal == RuleModal.NONE && !bare) {
            throw new RuleMisread("a sentence without a verb");
        }
        if (named.or() && named.parts().size() > 1) {
            before = List.of();
            return List.of(choices.someOf(modal, named, either));
        }
        if (either) {
            throw new RuleMisread("'entweder' without 'oder'");
        }
        before = named.parts();
        return tail(modal, named);
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

    private List<RuleAct> tail(RuleModal modal, RuleNames.Named named) throws RuleMisread {
        List<FormPart> parts = named.parts();
        if (modal == RuleModal.MAY && parts.size() > 1) {
            int mark = tokens.mark();
            boolean both =
                    tokens.words("nicht gleichzeitig")
                            || tokens.words("nicht beide")
                            || tokens.words("nicht zusammen");
            if (both && verbs.filled()) {
                return List.of(new Choose(parts, false, true));
            }
            tokens.reset(mark);
        }
        tokens.word(Set.of("auch", "zwingend", "ebenfalls", "jeweils", "dann", "alle", "beide"));
        Optional<Verb> verb = verbs.verb(modal);
        if (verb.isPresent()) {
            return List.of(new Do(verb.get(), parts));
        }
        if (modal == RuleModal.MUST || modal == RuleModal.MAY || modal == RuleModal.NONE) {
            boolean not = tokens.word("nicht");
            boolean limit =
                    modal == RuleModal.MAY && tokens.isWord(Set.of("hoechstens", "maximal"));
            if ((not != (modal == RuleModal.MAY) && !limit) || modal == RuleModal.NONE) {
                throw new RuleMisread(tokens.rest() + " is not understood");
            }
            if (parts.size() != 1 || !(parts.getFirst() instanceof FieldPart field)) {
                throw new RuleMisread("a comparison of several elements");
            }
            return List.of(checks.check(field, not));
        }
        throw new RuleMisread(tokens.rest() + " is not understood");
    }
}
