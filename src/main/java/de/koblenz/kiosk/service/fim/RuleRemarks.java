package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.service.fim.RuleAct.Do;
import de.koblenz.kiosk.service.fim.RuleAct.Verb;
import java.util.List;
import java.util.Optional;

/// What rule sentences say in few words: `F2: Pflicht, wenn …`, and in brackets behind an act: `wird angezeigt (Pflichtfeld)`.
final class RuleRemarks {
    private final RuleTokens tokens;
    private final RuleVerbs verbs;

    RuleRemarks(RuleTokens tokens, RuleVerbs verbs) {
        this.tokens = tokens;
        this.verbs = verbs;
    }

    private static final RulePhrases DUTY_REMARK =
            RulePhrases.of(
                    "( als? pflichtfeld|pflichtangabe|pflicht|verpflichtend|pflichtfelder )");
    private static final RulePhrases FREE_REMARK =
            RulePhrases.of("( optional|freiwillig )", "( optionales|freiwilliges feld )");

    /// "wird F2 angezeigt (Pflichtfeld)": what the brackets say, too.
    List<RuleAct> remarked(List<RuleAct> done) throws RuleMisread {
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

    private static final RulePhrases ONLY = RulePhrases.of("nur|ausschliesslich|lediglich");

    /// "F2: sichtbar nur bei …", "F2 nur einblenden, falls …", "F2 Pflicht, wenn …": no verb, but a condition behind it.
    Optional<Do> terse(RuleNames.Named named) {
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
}
