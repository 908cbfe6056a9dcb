package de.koblenz.kiosk.service.catalog;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What is akin to a word: words that mean the same, and the parts of a compound. Immutable after
/// building and thread-safe.
final class WordKin {
    private final Map<String, Set<String>> same = new HashMap<>();
    private final Compounds compounds;

    /// @param groups words that mean the same
    /// @param dictionary words that may be parts of compounds
    WordKin(List<List<SearchWord>> groups, Collection<SearchWord> dictionary) {
        Map<String, String> stems = new HashMap<>();
        for (SearchWord word : dictionary) {
            stems.put(word.surface(), word.stem());
            stems.putIfAbsent(word.stem(), word.stem());
        }
        for (List<SearchWord> group : groups) {
            for (SearchWord word : group) {
                stems.put(word.surface(), word.stem());
                stems.putIfAbsent(word.stem(), word.stem());
                for (SearchWord other : group) {
                    if (!other.stem().equals(word.stem())) {
                        add(word.stem(), other);
                        add(word.surface(), other);
                    }
                }
            }
        }
        compounds = new Compounds(stems);
    }

    private void add(String word, SearchWord other) {
        Set<String> others = same.computeIfAbsent(word, _ -> new LinkedHashSet<>());
        others.add(other.surface());
        others.add(other.stem());
    }

    /// Surfaces and stems of the words that mean the same as `word`.
    Set<String> same(SearchWord word) {
        return same.getOrDefault(word.stem(), Set.of());
    }

    /// Surfaces and stems of the parts of `word`; empty where it is no compound.
    Set<String> parts(SearchWord word) {
        return compounds.within(word.surface());
    }

    /// The parts of a compound of known words only, in their order; empty where it is none.
    List<SearchWord> split(SearchWord word) {
        return compounds.split(word.surface());
    }
}
