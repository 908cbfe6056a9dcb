package de.koblenz.kiosk.service.catalog;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Makes of the words typed the words to look for: fill words are marked, compounds are taken apart, words
/// written apart and separable verbs (`melde … an`) are put together. Thread-safe.
final class TypedWords {
    private static final int MOST_WORDS = 12;
    private static final Set<String> PARTICLES =
            Set.of("an", "ab", "um", "aus", "ein", "auf", "weg", "nach", "zuruck", "vor", "mit");

    /// One word to look for.
    ///
    /// @param word as typed
    /// @param unfinished whether more letters may follow
    /// @param fill whether it says nothing by itself and only tells like phrases apart
    /// @param others compounds with its neighbours, equally good where they are found
    record Wanted(SearchWord word, boolean unfinished, boolean fill, List<SearchWord> others) {
        Wanted {
            others = List.copyOf(others);
        }
    }

    private final SearchAnalyzer analyzer;
    private final Set<String> fill;
    private final PhraseIndex index;
    private final WordKin kin;

    /// @param fill surfaces of words that say nothing
    TypedWords(SearchAnalyzer analyzer, Set<String> fill, PhraseIndex index, WordKin kin) {
        this.analyzer = analyzer;
        this.fill = Set.copyOf(fill);
        this.index = index;
        this.kin = kin;
    }

    /// What `typed` asks for; empty where it has no letter or digit.
    List<Wanted> of(String typed) {
        List<SearchWord> words = analyzer.words(typed);
        if (words.size() > MOST_WORDS) {
            words = words.subList(0, MOST_WORDS);
        }
        boolean open =
                !typed.isEmpty() && !Character.isWhitespace(typed.codePointBefore(typed.length()));
        boolean nothingElse = words.stream().allMatch(word -> fill.contains(word.surface()));
        List<Wanted> wanted = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            SearchWord word = words.get(i);
            boolean unfinished = open && i == words.size() - 1;
            if (nothingElse) {
                wanted.add(new Wanted(word, unfinished, false, List.of()));
            } else if (fill.contains(word.surface())) {
                wanted.add(new Wanted(word, false, true, List.of()));
            } else {
                add(wanted, word, unfinished, joined(words, i));
            }
        }
        return wanted;
    }

    private void add(
            List<Wanted> wanted, SearchWord word, boolean unfinished, List<SearchWord> joined) {
        List<SearchWord> parts = index.knows(word) ? List.of() : kin.split(word);
        if (parts.isEmpty()) {
            wanted.add(new Wanted(word, unfinished, false, joined));
            return;
        }
        List<SearchWord> others = new ArrayList<>(joined);
        others.add(word);
        for (int i = 0; i < parts.size(); i++) {
            boolean last = i == parts.size() - 1;
            if (fill.contains(parts.get(i).surface())) {
                wanted.add(new Wanted(parts.get(i), false, true, List.of()));
            } else {
                wanted.add(new Wanted(parts.get(i), unfinished && last, false, others));
            }
        }
    }

    private List<SearchWord> joined(List<SearchWord> words, int at) {
        Set<SearchWord> joined = new LinkedHashSet<>();
        SearchWord word = words.get(at);
        if (at + 1 < words.size()) {
            addKnown(joined, word.surface() + words.get(at + 1).surface());
        }
        if (at > 0) {
            addKnown(joined, words.get(at - 1).surface() + word.surface());
        }
        for (int later = at + 1; later < words.size(); later++) {
            String particle = words.get(later).surface();
            if (PARTICLES.contains(particle)) {
                addKnown(joined, particle + word.surface());
            }
        }
        return List.copyOf(joined);
    }

    private void addKnown(Set<SearchWord> joined, String together) {
        for (SearchWord word : analyzer.words(together)) {
            if (index.knows(word)) {
                joined.add(word);
            }
        }
    }
}
