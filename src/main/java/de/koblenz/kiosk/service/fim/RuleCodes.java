package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.service.fim.FormPart.FieldPart;
import de.koblenz.kiosk.service.fim.SchemaElement.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Values of code lists in rule sentences: `001`, `'Ja'`, `001 "Ja"`, `'Ja' (Code 001)`.
final class RuleCodes {
    private final RuleTokens tokens;

    RuleCodes(RuleTokens tokens) {
        this.tokens = tokens;
    }

    /// The code that is written here by itself, by its wording, or by both, which then must belong together.
    String code(FieldPart field) throws RuleMisread {
        tokens.word(Set.of("code", "schluessel", "schluesselwert"));
        RuleToken token = tokens.peek();
        for (Value value : field.values()) {
            boolean whole =
                    token.kind() == RuleToken.Kind.QUOTED
                            && List.of(
                                            value.code() + " " + value.name(),
                                            value.code() + " - " + value.name(),
                                            value.code() + ": " + value.name(),
                                            value.code() + " = " + value.name(),
                                            value.code() + " (" + value.name() + ")",
                                            value.name() + " (" + value.code() + ")")
                                    .stream()
                                    .map(RuleToken::plain)
                                    .toList()
                                    .contains(token.plain());
            if (whole) {
                tokens.next();
                return value.code();
            }
        }
        for (Value value : field.values()) {
            int before = tokens.mark();
            boolean here = token.kind() != RuleToken.Kind.ID && token.text().equals(value.code());
            if (!here && token.kind() != RuleToken.Kind.QUOTED && inPieces(value.code())) {
                here = true;
            } else if (here) {
                tokens.next();
            }
            tokens.reset(here ? tokens.mark() : before);
            if (here) {
                boolean other =
                        field.values().stream()
                                .anyMatch(v ->
                                        !v.equals(value)
                                                && RuleToken.plain(v.name()).equals(token.plain()));
                if (!wording(field, value) && other) {
                    throw new RuleMisread(
                            value.code()
                                    + " is a code of "
                                    + field.path().id()
                                    + " and the wording of another");
                }
                return value.code();
            }
        }
        List<Value> said = new ArrayList<>();
        int longest = 0;
        int mark = tokens.mark();
        int end = mark;
        for (Value value : field.values()) {
            tokens.reset(mark);
            if (tokens.label(value.name())) {
                if (value.name().length() > longest) {
                    said.clear();
                    longest = value.name().length();
                    end = tokens.mark();
                }
                if (value.name().length() == longest) {
                    said.add(value);
                }
            }
        }
        tokens.reset(mark);
        if (said.size() != 1) {
            throw RuleValues.notAValue(field, tokens);
        }
        tokens.reset(end);
        numbered(field, said.getFirst());
        return said.getFirst().code();
    }

    /// "A1", "01-02": a code that is several tokens.
    private boolean inPieces(String code) {
        return code.matches(".*[^0-9].*") && code.matches(".*[0-9].*") && tokens.exactly(code);
    }

    /// "'Sonstiges' (Code 099)"
    private void numbered(FieldPart field, Value value) throws RuleMisread {
        int mark = tokens.mark();
        boolean square = tokens.sign("[");
        if (!square && !tokens.sign("(")) {
            return;
        }
        tokens.word(Set.of("code", "schluessel", "wert"));
        if (!tokens.sign("=")) {
            tokens.sign(":");
        }
        if (!tokens.next().text().equals(value.code()) || !tokens.sign(square ? "]" : ")")) {
            tokens.reset(mark);
            throw new RuleMisread(
                    "the code of '" + value.name() + "' of " + field.path().id() + " is another");
        }
    }

    /// The wording behind a code; false where there is none.
    private boolean wording(FieldPart field, Value value) throws RuleMisread {
        int mark = tokens.mark();
        if (!tokens.sign("-") && !tokens.sign("=")) {
            tokens.sign(":");
        }
        if (tokens.label(value.name())) {
            return true;
        }
        tokens.reset(mark);
        boolean bracket = tokens.sign("(");
        if (bracket && tokens.label(value.name()) && tokens.sign(")")) {
            return true;
        }
        if (bracket || tokens.is(RuleToken.Kind.QUOTED)) {
            throw new RuleMisread(
                    "the code "
                            + value.code()
                            + " of "
                            + field.path().id()
                            + " is not called "
                            + tokens.rest());
        }
        return false;
    }
}
