package de.koblenz.kiosk.service.fim;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The tokens of a rule and how far they are read. Not thread-safe: one sentence, one reading.
final class RuleTokens {
    private final String sentence;
    private final List<RuleToken> tokens;
    private int at;

    RuleTokens(String sentence) throws RuleMisread {
        this.sentence = RuleToken.normalised(sentence);
        this.tokens = new ArrayList<>(RuleToken.of(this.sentence));
    }

    RuleToken peek() {
        return tokens.get(at);
    }

    RuleToken peek(int ahead) {
        return tokens.get(Math.min(at + ahead, tokens.size() - 1));
    }

    RuleToken next() {
        RuleToken token = peek();
        at = Math.min(at + 1, tokens.size() - 1);
        return token;
    }

    int mark() {
        return at;
    }

    void reset(int mark) {
        at = Math.min(mark, tokens.size() - 1);
    }

    boolean ended() {
        return peek().kind() == RuleToken.Kind.END;
    }

    boolean is(RuleToken.Kind kind) {
        return peek().kind() == kind;
    }

    boolean isWord(Set<String> words) {
        return is(RuleToken.Kind.WORD) && words.contains(peek().plain());
    }

    boolean isWord(String word) {
        return is(RuleToken.Kind.WORD) && peek().plain().equals(word);
    }

    boolean isSign(String sign) {
        return is(RuleToken.Kind.SIGN) && peek().text().equals(sign);
    }

    /// Takes a word that is one of these; umlauts are spelt out.
    boolean word(Set<String> words) {
        if (isWord(words)) {
            at++;
            return true;
        }
        return false;
    }

    boolean word(String word) {
        return word(Set.of(word));
    }

    boolean sign(String sign) {
        if (isSign(sign)) {
            at++;
            return true;
        }
        return false;
    }

    /// Takes one of the phrases if it stands here.
    boolean take(RulePhrases phrases) {
        int length = phrases.length(this);
        at += length;
        return length > 0;
    }

    /// Takes one of the phrases whose words may stand in quotes.
    boolean takeUnquoted(RulePhrases phrases) {
        int length = phrases.length(this, true);
        at += length;
        return length > 0;
    }

    /// Gives back a word that was just taken, if it is one of these.
    void back(Set<String> words) {
        if (at > 0 && words.contains(tokens.get(at - 1).plain())) {
            at--;
        }
    }

    /// Whether one of the words is among the last few that were taken.
    boolean before(int last, Set<String> words) {
        for (int i = Math.max(0, at - last); i < at; i++) {
            if (words.contains(tokens.get(i).plain())) {
                return true;
            }
        }
        return false;
    }

    boolean isAt(RulePhrases phrases) {
        return phrases.length(this) > 0;
    }

    /// Takes words that follow each other, all or none.
    boolean words(String phrase) {
        int mark = at;
        for (String word : phrase.split(" ", -1)) {
            if (!word(word)) {
                at = mark;
                return false;
            }
        }
        return true;
    }

    /// Takes the tokens that make up `label`, in quotes, brackets or plain, if they stand here.
    boolean label(String label) {
        if (label.isBlank()) {
            return false;
        }
        RuleToken first = isSign("(") ? peek(1) : peek();
        if (!first.plain().isEmpty() && !begins(label, first.plain())) {
            return false;
        }
        String wanted = RuleToken.plain(RuleToken.normalised(label));
        if (is(RuleToken.Kind.QUOTED)) {
            return peek().plain().equals(wanted) && take();
        }
        int mark = at;
        boolean bracket = sign("(");
        int start = peek().start();
        for (int i = at; i < tokens.size() - 1; i++) {
            String passed = RuleToken.plain(sentence.substring(start, tokens.get(i).end()));
            if (passed.equals(wanted)) {
                at = i + 1;
                if (!bracket || sign(")")) {
                    return true;
                }
                break;
            }
            if (passed.length() > wanted.length()) {
                break;
            }
        }
        at = mark;
        return false;
    }

    /// Whether a label can begin like a token, by its first letter; true where that is no plain letter or figure.
    private static boolean begins(String label, String plain) {
        char first = Character.toLowerCase(label.strip().charAt(0));
        boolean simple = first < 128 && Character.isLetterOrDigit(first);
        return !simple || plain.charAt(0) == first;
    }

    /// Takes the tokens that make up exactly `text`.
    boolean exactly(String text) {
        int start = peek().start();
        for (int i = at; i < tokens.size() - 1; i++) {
            int length = tokens.get(i).end() - start;
            if (length == text.length() && sentence.startsWith(text, start)) {
                at = i + 1;
                return true;
            }
            if (length > text.length()) {
                return false;
            }
        }
        return false;
    }

    private boolean take() {
        at++;
        return true;
    }

    /// Takes quotes with nothing in them.
    boolean emptyQuotes() {
        return is(RuleToken.Kind.QUOTED) && peek().text().isEmpty() && take();
    }

    /// Brings the verb at the end of a subordinate clause before it: "F2 größer als F1 sein muss" becomes "muss F2 größer als F1
    /// sein". False where none of these words ends the clause.
    boolean verbForward(Set<String> verbs) {
        int end = at;
        while (end < tokens.size() - 1
                && !Set.of(".", ";", ",", ")").contains(tokens.get(end).text())) {
            end++;
        }
        if (end <= at + 1 || !verbs.contains(tokens.get(end - 1).plain())) {
            return false;
        }
        tokens.add(at, tokens.remove(end - 1));
        return true;
    }

    /// What follows, for a message.
    String rest() {
        int start = peek().start();
        int end = Math.min(sentence.length(), start + 40);
        return start >= sentence.length()
                ? "the end"
                : "'" + sentence.substring(start, end).strip() + "'";
    }
}
