package de.koblenz.kiosk.service.fim;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Fixed phrases of rule sentences, one of which may stand somewhere.
///
/// A phrase is written as plain words or signs with blanks between them: `a|b` is either word, `a?` one that may be missing.
/// Earlier phrases are tried first, so longer ones stand before their beginnings. Thread-safe.
final class RulePhrases {
    private final List<List<Slot>> phrases;

    private record Slot(Set<String> words, boolean optional) {
        Slot {
            words = Set.copyOf(words);
        }
    }

    private RulePhrases(List<List<Slot>> phrases) {
        this.phrases = phrases;
    }

    static RulePhrases of(String... written) {
        List<List<Slot>> phrases = new ArrayList<>();
        for (String phrase : written) {
            List<Slot> slots = new ArrayList<>();
            for (String word : phrase.split(" ", -1)) {
                boolean optional = word.endsWith("?");
                String bare = optional ? word.substring(0, word.length() - 1) : word;
                slots.add(new Slot(Set.copyOf(List.of(bare.split("\\|", -1))), optional));
            }
            phrases.add(List.copyOf(slots));
        }
        return new RulePhrases(List.copyOf(phrases));
    }

    /// How many tokens from the next one make up one of the phrases; 0 where none does.
    int length(RuleTokens tokens) {
        return length(tokens, false);
    }

    /// @param quoted whether a word may stand in quotes
    int length(RuleTokens tokens, boolean quoted) {
        for (List<Slot> phrase : phrases) {
            int length = length(tokens, phrase, 0, 0, quoted);
            if (length > 0) {
                return length;
            }
        }
        return 0;
    }

    private static int length(
            RuleTokens tokens, List<Slot> phrase, int at, int passed, boolean quoted) {
        if (at == phrase.size()) {
            return passed;
        }
        Slot slot = phrase.get(at);
        RuleToken token = tokens.peek(passed);
        boolean fits =
                (token.kind() == RuleToken.Kind.WORD
                                || token.kind() == RuleToken.Kind.SIGN
                                || (quoted && token.kind() == RuleToken.Kind.QUOTED))
                        && slot.words().contains(token.plain());
        int with = fits ? length(tokens, phrase, at + 1, passed + 1, quoted) : -1;
        return with > 0 || !slot.optional() ? with : length(tokens, phrase, at + 1, passed, quoted);
    }
}
