package de.koblenz.kiosk.service.fim;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The elements of which an act of a rule sentence speaks: named here, or those of the act before (`es`, `die beiden Felder`). Not
/// thread-safe.
final class RuleTargets {
    private static final RulePhrases ONE_BEFORE =
            RulePhrases.of(
                    "dieses|das feld|datenfeld",
                    "diese|die feldgruppe|gruppe|datenfeldgruppe|angabe",
                    "es|dieses|diese|diesen|ihn|sie");
    private static final RulePhrases ALL_BEFORE =
            RulePhrases.of("diese|die felder|datenfelder|angaben", "sie|diese");
    private static final RulePhrases BOTH_BEFORE =
            RulePhrases.of("die? beide|beiden felder|datenfelder|angaben", "beide");

    private final RuleTokens tokens;
    private final RuleNames names;
    private List<FormPart> before = List.of();

    RuleTargets(RuleTokens tokens, RuleNames names) {
        this.tokens = tokens;
        this.names = names;
    }

    /// Those of the act before; empty where no act may speak of them.
    List<FormPart> before() {
        return before;
    }

    /// What the next act may mean by "es".
    void remember(List<FormPart> parts) {
        before = List.copyOf(parts);
    }

    void forget() {
        before = List.of();
    }

    /// "Es muss …", but not "es ist ein Pflichtfeld", which speaks of an element.
    void pronounEs() {
        int mark = tokens.mark();
        if (tokens.word("es") && !before.isEmpty()) {
            int behind = tokens.mark();
            boolean named = RuleModal.taken(tokens) != RuleModal.NONE && names.isHere();
            tokens.reset(behind);
            boolean count = tokens.isWord(Set.of("genau", "mindestens", "hoechstens"));
            tokens.reset(named || count ? behind : mark);
        }
    }

    /// Whether behind "es" something else is spoken of.
    boolean furtherNamed() {
        return names.isHere()
                || tokens.isWord(Set.of("genau", "mindestens", "hoechstens", "entweder", "weder"));
    }

    /// Whether elements are named behind the next word.
    boolean namedBehind() {
        int mark = tokens.mark();
        tokens.next();
        boolean here = names.isHere();
        tokens.reset(mark);
        return here;
    }

    /// The elements named here, or those of the act before ("es", "dieses Feld").
    RuleNames.Named named(boolean mayBeLeftOut) throws RuleMisread {
        boolean pronoun = tokens.isAt(ONE_BEFORE) || tokens.isAt(BOTH_BEFORE);
        if ((!pronoun || names.isHere()) && listed()) {
            return names.elements();
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
        return names.elements();
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
            names.elements();
            return true;
        } catch (RuleMisread _) {
            return before.isEmpty();
        } finally {
            tokens.reset(mark);
        }
    }

    /// The elements of which one thing is said together, without "oder".
    List<FormPart> plainly() throws RuleMisread {
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
}
