package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.service.fim.FormPart.FieldPart;
import de.koblenz.kiosk.service.fim.SchemaElement.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

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

    private List<String> own(FormPart part) {
        return scope.words(part);
    }

    /// Words that describe an element: its name in another case, with more words beside it, or, where the form does not say how it
    /// is called, words that can be nothing else.
    ///
    /// @param within whether the element stands behind them with "in" or "von", so that they may be a part of it
    void describes(FormPart part, List<RuleToken> described, boolean within) throws RuleMisread {
        List<String> own = own(part);
        List<RuleToken> foreign = RuleNouns.foreign(described, own);
        boolean denied =
                !described.isEmpty()
                        && (RuleNouns.denies(described.getFirst())
                                || RuleNouns.denies(described.getLast()));
        if (denied) {
            throw new RuleMisread("'nicht' beside " + part.path().id() + " is not understood");
        }
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

    /// The name behind an id, which decides: a name that differs a little may be that of another version of the element. One
    /// that is another's, or has nothing of its own, may mean that the id is wrong.
    void label(FormPart part) throws RuleMisread {
        if (exactly(part)) {
            return;
        }
        if (tokens.isSign("(") || tokens.isSign("[")) {
            inBrackets(part);
            return;
        }
        int start = tokens.mark();
        boolean dash = tokens.sign("-") && tokens.is(RuleToken.Kind.WORD);
        int name = tokens.mark();
        if (dash && !exactly(part)) {
            plainly(part);
        }
        if (dash && tokens.mark() > name) {
            return;
        }
        tokens.reset(start);
        RuleToken quoted = tokens.peek();
        if (quoted.kind() == RuleToken.Kind.WORD) {
            plainly(part);
        }
        if (quoted.kind() != RuleToken.Kind.QUOTED || isValue(part, quoted.plain())) {
            return;
        }
        if (quoted.text().isEmpty()) {
            return;
        }
        tokens.next();
        named(part, quoted.plain(), words(quoted), true);
    }

    /// The name as the form has it, the longer one where both begin alike.
    private boolean exactly(FormPart part) {
        String label = part.head().label();
        String name = part.head().name();
        boolean labelLonger = label.length() > name.length();
        return tokens.label(labelLonger ? label : name) || tokens.label(labelLonger ? name : label);
    }

    /// A name without quotes: words up to the next that cannot belong to one.
    private void plainly(FormPart part) throws RuleMisread {
        int start = tokens.mark();
        int end = start;
        List<String> own = own(part);
        List<RuleToken> words = new ArrayList<>();
        if (isValue(part, tokens.peek().plain())) {
            return;
        }
        while (true) {
            RuleToken token = tokens.peek();
            boolean akin = RuleNouns.foreign(List.of(token), own).isEmpty();
            boolean word =
                    token.kind() == RuleToken.Kind.WORD
                            && !RuleNouns.closes(token)
                            && (akin || RuleNouns.harmless(token));
            boolean twice =
                    !words.isEmpty()
                            && RuleNouns.akin(List.of(words.getLast().plain()), token.plain());
            if (twice) {
                break;
            }
            if (word || (akin && token.kind() == RuleToken.Kind.NUMBER)) {
                words.add(tokens.next());
                end = tokens.mark();
            } else if (RuleNouns.ARTICLE.contains(token.plain())
                    || List.of("/", "-", ":", ".", ",").contains(token.text())) {
                tokens.next();
                RuleToken behind = tokens.peek();
                boolean goesOn =
                        RuleNouns.ARTICLE.contains(token.plain())
                                || RuleNouns.foreign(List.of(behind), own).isEmpty();
                if (!goesOn) {
                    break;
                }
            } else if (token.text().equals("(") && !words.isEmpty() && bracketed(own)) {
                end = tokens.mark();
            } else {
                break;
            }
        }
        tokens.reset(end);
        if (words.isEmpty() || RuleNouns.foreign(words, own).size() == words.size()) {
            tokens.reset(start);
            return;
        }
        String said = String.join(" ", words.stream().map(RuleToken::plain).toList());
        named(part, said, words, false);
    }

    /// "(natürliche Person)" in the midst of a name, with a word of its own.
    private boolean bracketed(List<String> own) {
        int mark = tokens.mark();
        tokens.next();
        boolean any = false;
        boolean clear = true;
        while (tokens.is(RuleToken.Kind.WORD)
                || tokens.is(RuleToken.Kind.NUMBER)
                || tokens.isSign(",")
                || tokens.isSign("/")) {
            RuleToken token = tokens.next();
            boolean akin = RuleNouns.foreign(List.of(token), own).isEmpty();
            any |= akin;
            clear &=
                    token.kind() != RuleToken.Kind.WORD
                            || akin
                            || RuleNouns.ARTICLE.contains(token.plain())
                            || RuleNouns.harmless(token);
        }
        if (any && clear && tokens.sign(")")) {
            return true;
        }
        tokens.reset(mark);
        return false;
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
        named(part, said.toString(), telling, false);
    }

    /// @param quoted whether it stands in quotes, so that no word of it can say anything else
    private void named(FormPart part, String said, List<RuleToken> words, boolean quoted)
            throws RuleMisread {
        List<String> own = own(part);
        List<RuleToken> foreign = RuleNouns.foreign(words, own);
        if (foreign.isEmpty() && !own.isEmpty()) {
            if (scope.isNameOfAnother(part, said)) {
                throw new RuleMisread(part.path().id() + " is not called '" + said + "'");
            }
            return;
        }
        if (scope.isNameOfAnother(part, said)
                || nearer(part, words, foreign.size())
                || (!own.isEmpty() && foreign.size() == words.size())
                || (!quoted && !foreign.stream().allMatch(RuleNouns::harmless))) {
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
                if (RuleToken.reads(value.code(), plain) || RuleToken.reads(value.name(), plain)) {
                    return true;
                }
            }
        }
        return false;
    }
}
