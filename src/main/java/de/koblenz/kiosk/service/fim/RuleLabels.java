package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.service.fim.FormPart.FieldPart;
import de.koblenz.kiosk.service.fim.SchemaElement.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Names beside the ids of rule sentences, which must not be those of other elements: `F60000000001 "Name"`,
/// `der Familienname (F60000000001)`.
final class RuleLabels {
    private final RuleTokens tokens;
    private final RuleScope scope;

    RuleLabels(RuleTokens tokens, RuleScope scope) {
        this.tokens = tokens;
        this.scope = scope;
    }

    static List<RuleToken> words(RuleToken quoted) {
        List<RuleToken> words = new ArrayList<>();
        for (String word : quoted.text().split("[^\\p{L}\\p{N}]+", -1)) {
            String plain = RuleToken.plain(word);
            if (!plain.isEmpty() && !RuleNouns.ARTICLE.contains(plain)) {
                words.add(
                        new RuleToken(
                                RuleToken.Kind.WORD, word, plain, quoted.start(), quoted.end()));
            }
        }
        return words;
    }

    private static List<String> own(FormPart part) {
        return Stream.of(
                        RuleToken.plain(part.head().name() + " " + part.head().label())
                                .split("[^a-z0-9]+", -1))
                .filter(word -> !word.isEmpty() && !RuleNouns.ARTICLE.contains(word))
                .toList();
    }

    /// Words that describe an element: its name in another case, with more words beside it, or, where the form does not say how it
    /// is called, words that can be nothing else.
    ///
    /// @param within whether the element stands behind them with "in" or "von", so that they may be a part of it
    void describes(FormPart part, List<RuleToken> described, boolean within) throws RuleMisread {
        List<String> own = own(part);
        List<RuleToken> foreign = RuleNouns.foreign(described, own);
        if (foreign.isEmpty()) {
            return;
        }
        String said = String.join(" ", described.stream().map(RuleToken::plain).toList());
        boolean unlike = own.isEmpty() ? within : foreign.size() == described.size();
        if (unlike
                || nearer(part, described, foreign.size())
                || scope.isNameOfAnother(part, said)
                || !foreign.stream().allMatch(RuleNouns::harmless)) {
            throw new RuleMisread(
                    "'"
                            + foreign.getFirst().text()
                            + "' beside "
                            + part.path().id()
                            + " is not understood");
        }
    }

    /// The name behind an id. One that is another's, or has nothing of its own, may mean that the id is wrong.
    void label(FormPart part) throws RuleMisread {
        if (tokens.label(part.head().label()) || tokens.label(part.head().name())) {
            return;
        }
        if (tokens.isSign("(") || tokens.isSign("[")) {
            inBrackets(part);
            return;
        }
        RuleToken quoted = tokens.peek();
        if (quoted.kind() != RuleToken.Kind.QUOTED || isValue(part, quoted.plain())) {
            return;
        }
        if (quoted.text().isEmpty()) {
            return;
        }
        tokens.next();
        named(part, quoted.plain(), words(quoted));
    }

    private void inBrackets(FormPart part) throws RuleMisread {
        int mark = tokens.mark();
        String close = tokens.next().text().equals("(") ? ")" : "]";
        List<RuleToken> words = new ArrayList<>();
        StringBuilder said = new StringBuilder();
        while (!tokens.isSign(close)) {
            RuleToken token = tokens.next();
            boolean mark1 = Set.of("-", "/", ".", ",").contains(token.text());
            if (token.kind() == RuleToken.Kind.QUOTED) {
                words.addAll(words(token));
            } else if (token.kind() == RuleToken.Kind.WORD
                    || token.kind() == RuleToken.Kind.NUMBER) {
                words.add(token);
            } else if (!mark1) {
                tokens.reset(mark);
                return;
            }
            said.append(said.isEmpty() ? "" : " ").append(token.plain());
        }
        if (words.isEmpty() || isValue(part, said.toString())) {
            tokens.reset(mark);
            return;
        }
        tokens.next();
        boolean noun = Character.isUpperCase(words.getFirst().text().codePointAt(0));
        List<RuleToken> telling = RuleNouns.described(words);
        if (!noun && RuleNouns.foreign(telling, own(part)).size() == telling.size()) {
            throw new RuleMisread("'" + said + "' behind " + part.path().id());
        }
        named(part, said.toString(), telling);
    }

    private void named(FormPart part, String said, List<RuleToken> words) throws RuleMisread {
        List<String> own = own(part);
        List<RuleToken> foreign = RuleNouns.foreign(words, own);
        if (scope.isNameOfAnother(part, said)
                || nearer(part, words, foreign.size())
                || (!own.isEmpty() && foreign.size() == words.size())
                || !foreign.stream().allMatch(RuleNouns::harmless)) {
            throw new RuleMisread(part.path().id() + " is not called '" + said + "'");
        }
    }

    /// Whether another element is called more like it.
    private boolean nearer(FormPart part, List<RuleToken> words, int foreign) {
        return scope.others(part).stream()
                .anyMatch(other -> RuleNouns.foreign(words, own(other)).size() < foreign);
    }

    /// Whether a text in quotes behind an id may be its value rather than its name.
    private static boolean isValue(FormPart part, String plain) {
        if (Set.of("ja", "nein", "wahr", "falsch", "true", "false").contains(plain)) {
            return true;
        }
        if (part instanceof FieldPart field) {
            for (Value value : field.values()) {
                if (RuleToken.plain(value.code()).equals(plain)
                        || RuleToken.plain(value.name()).equals(plain)) {
                    return true;
                }
            }
        }
        return false;
    }
}
