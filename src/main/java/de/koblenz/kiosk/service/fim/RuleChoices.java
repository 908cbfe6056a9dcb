package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.service.fim.RuleAct.Choose;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// So many of several elements: `mindestens eines der Felder …`, `entweder … oder …`.
final class RuleChoices {
    private final RuleTokens tokens;
    private final RuleNames names;
    private final RuleVerbs verbs;

    RuleChoices(RuleTokens tokens, RuleNames names, RuleVerbs verbs) {
        this.tokens = tokens;
        this.names = names;
        this.verbs = verbs;
    }

    /// The choice that begins here, if one does.
    Optional<RuleAct> count() throws RuleMisread {
        int mark = tokens.mark();
        List<FormPart> of = List.of();
        if (tokens.word("von") || tokens.word("aus")) {
            tokens.word(Set.of("den", "der"));
            tokens.word(Set.of("folgenden", "beiden", "drei"));
            if (!names.isHere()) {
                tokens.reset(mark);
                return Optional.empty();
            }
            of = names.elements().parts();
        }
        RuleModal modal = RuleModal.taken(tokens);
        boolean onlyOne = (modal == RuleModal.MAY || modal == RuleModal.NONE) && tokens.word("nur");
        boolean exactly = tokens.word("genau") || tokens.word("exakt");
        boolean least = !exactly && (tokens.word("mindestens") || tokens.word("wenigstens"));
        boolean most =
                onlyOne
                        || (!exactly
                                && !least
                                && (tokens.word("hoechstens") || tokens.word("maximal")));
        boolean one = (exactly || least || most) && (tokens.word(RuleVerbs.ONE) || numberOne());
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
            of = names.elements().parts();
        }
        if (modal == RuleModal.NONE) {
            modal = RuleModal.taken(tokens);
        }
        boolean may = modal == RuleModal.MAY;
        boolean said =
                modal == RuleModal.IS
                        ? verbs.toFill()
                        : (modal == RuleModal.MUST || (may && most)) && verbs.filled();
        if (!said || of.size() < 2) {
            throw new RuleMisread(
                    "so many of several, but " + tokens.rest() + " is not understood");
        }
        return Optional.of(new Choose(of, exactly || least, exactly || most));
    }

    private boolean numberOne() {
        if (tokens.is(RuleToken.Kind.NUMBER) && tokens.peek().text().equals("1")) {
            tokens.next();
            return true;
        }
        return false;
    }

    /// "F1 oder F2 muss ausgefüllt sein".
    RuleAct someOf(RuleModal modal, RuleNames.Named named, boolean either) throws RuleMisread {
        boolean said =
                modal == RuleModal.MUST ? verbs.filled() : modal == RuleModal.IS && verbs.toFill();
        if (!said) {
            throw new RuleMisread("'oder' between what is asked for");
        }
        int mark = tokens.mark();
        tokens.sign(",");
        tokens.word("aber");
        boolean notBoth = tokens.words("nicht beides") || tokens.words("nicht beide");
        if (!notBoth) {
            tokens.reset(mark);
        }
        return new Choose(named.parts(), true, notBoth || (either && !named.bothOr()));
    }
}
