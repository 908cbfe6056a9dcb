package de.koblenz.kiosk.service.fim;

import java.util.Set;

/// What rule sentences say of a combination of answers that must not be: `Fehlermeldung ausgeben`, `ist dies unzulässig`.
final class RuleErrors {
    private static final RulePhrases LED =
            RulePhrases.of(
                    "ist|wird|muss|erscheint|gib|zeige|kommt es? ein|eine|folgende|die|zu|einer?",
                    "ein|eine|folgende|die");
    private static final RulePhrases ERROR =
            RulePhrases.of("fehlermeldung|fehler|fehlerhinweis|validierungsfehler|fehlertext");
    private static final RulePhrases GIVEN =
            RulePhrases.of(
                    "ausgeben|anzeigen|ausgegeben|angezeigt|auszugeben|anzuzeigen|erzeugen|melden|aus|an werden?");
    private static final RulePhrases FORBIDDEN =
            RulePhrases.of(
                    "ist das|dies|die? kombination|eingabe|angabe|angaben|auswahl? unzulaessig|ungueltig|fehlerhaft",
                    "sind die? eingaben|angaben unzulaessig|ungueltig|fehlerhaft",
                    "ist das|dies|die? kombination|eingabe|angabe|auswahl? nicht zulaessig|erlaubt|gueltig");

    private final RuleTokens tokens;

    RuleErrors(RuleTokens tokens) {
        this.tokens = tokens;
    }

    /// Takes such a phrase with the wording of the message behind it, to the end of the sentence.
    boolean taken() {
        int mark = tokens.mark();
        if (tokens.take(FORBIDDEN) && ends()) {
            return true;
        }
        tokens.reset(mark);
        tokens.take(LED);
        if (tokens.take(ERROR)) {
            tokens.take(GIVEN);
            boolean colon = tokens.sign(":");
            if (tokens.is(RuleToken.Kind.QUOTED)) {
                tokens.next();
                tokens.take(GIVEN);
            } else if (colon) {
                tokens.reset(mark);
                return false;
            }
            if (ends()) {
                return true;
            }
        }
        tokens.reset(mark);
        return false;
    }

    private boolean ends() {
        return tokens.ended()
                || tokens.isSign(".")
                || tokens.isSign("!")
                || tokens.isSign(";")
                || (tokens.isSign(",")
                        && Set.of("wenn", "falls", "sofern", "sobald")
                                .contains(tokens.peek(1).plain()));
    }
}
