package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.service.fim.RuleAct.Do;
import de.koblenz.kiosk.service.fim.RuleAct.Verb;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Acts of rule sentences that begin with what is done: `zeige F2 als Pflicht an`, `Anzeige von F2`.
final class RuleCommands {
    private static final RulePhrases TO_DUTY =
            RulePhrases.of(
                    "zu einer|einem? pflichtangabe|pflichtfeld|pflichtangaben|pflichtfeldern",
                    "zur|zum pflichtangabe|pflichtfeld");

    private final RuleTokens tokens;
    private final RuleNames names;
    private final Elements elements;

    /// Reads the elements that a command is about.
    @FunctionalInterface
    interface Elements {
        List<FormPart> named() throws RuleMisread;
    }

    RuleCommands(RuleTokens tokens, RuleNames names, Elements elements) {
        this.tokens = tokens;
        this.names = names;
        this.elements = elements;
    }

    private static final RulePhrases SHOWING =
            RulePhrases.of("anzeige|einblendung|anzeigen|einblenden|aktivierung von|der|des");
    private static final RulePhrases HIDING =
            RulePhrases.of("ausblendung|ausblenden|deaktivierung von|der|des");
    private static final RulePhrases DUTY =
            RulePhrases.of(
                    "pflichtfeld|pflichtangabe|pflicht ist|sind|:", "pflichtfeld|pflichtangabe");

    /// "Anzeige von F2, wenn …", "Pflichtfeld: F2, wenn …"
    private Optional<Do> nominal() throws RuleMisread {
        int mark = tokens.mark();
        boolean article = tokens.word("die");
        boolean show = tokens.take(SHOWING);
        boolean hide = !show && tokens.take(HIDING);
        boolean duty = !show && !hide && tokens.take(DUTY);
        if ((!show && !hide && !duty) || !names.isHere()) {
            tokens.reset(mark);
            return Optional.empty();
        }
        List<FormPart> parts = elements.named();
        boolean happens = !duty && tokens.word("erfolgt");
        if (article && !happens) {
            tokens.reset(mark);
            return Optional.empty();
        }
        return Optional.of(new Do(show ? Verb.SHOW : hide ? Verb.HIDE : Verb.REQUIRE, parts));
    }

    private static final RulePhrases COMMAND =
            RulePhrases.of(
                    "zeige|aktiviere|blende|deaktiviere|verberge|mache|setze",
                    "zeigen|aktivieren|blenden|deaktivieren|verbergen|machen|setzen sie");
    private static final RulePhrases AS_DUTY =
            RulePhrases.of(
                    "als pflicht|pflichtfeld|pflichtfelder|pflichtangabe|pflichtangaben|pflichtfeldgruppe|pflichtgruppe|pflichtfeldgruppen",
                    "verpflichtend|obligatorisch");

    /// "zeige F2 als Pflicht an", "blende F2 aus", "mache F2 zu einer Pflichtangabe".
    Optional<Do> command() throws RuleMisread {
        String command = tokens.peek().plain().replaceFirst("n$", "");
        if (!tokens.take(COMMAND)) {
            return nominal();
        }
        boolean shows = command.equals("zeige");
        boolean not = shows && tokens.word("nicht");
        tokens.word(Set.of("auch", "ebenfalls", "zusaetzlich"));
        boolean duty = shows && tokens.take(AS_DUTY);
        List<FormPart> parts = elements.named();
        duty |= shows && tokens.take(AS_DUTY);
        Verb verb =
                switch (command) {
                    case "zeige" -> shown(not, duty);
                    case "blende" -> faded(tokens.take(AS_DUTY));
                    case "mache", "setze" -> {
                        if (!tokens.take(TO_DUTY) && !tokens.words("auf pflicht")) {
                            throw new RuleMisread("'mache' without 'zur Pflichtangabe'");
                        }
                        yield Verb.REQUIRE;
                    }
                    case "aktiviere" -> Verb.SHOW;
                    default -> Verb.HIDE;
                };
        return Optional.of(new Do(verb, parts));
    }

    private Verb shown(boolean notBefore, boolean duty) throws RuleMisread {
        boolean notBehind = tokens.word("nicht");
        boolean not = notBefore || notBehind;
        tokens.word("an");
        if ((not && duty) || (notBefore && notBehind)) {
            throw new RuleMisread("'nicht' and 'Pflicht' together");
        }
        return not ? Verb.HIDE : duty ? Verb.SHOW_AND_REQUIRE : Verb.SHOW;
    }

    private Verb faded(boolean duty) throws RuleMisread {
        boolean in = tokens.word("ein");
        if (!in && !tokens.word("aus")) {
            throw new RuleMisread("'blende' without 'ein' or 'aus'");
        }
        if (!in && duty) {
            throw new RuleMisread("what is faded out is no duty");
        }
        return duty ? Verb.SHOW_AND_REQUIRE : in ? Verb.SHOW : Verb.HIDE;
    }
}
