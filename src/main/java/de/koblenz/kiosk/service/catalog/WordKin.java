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
    private final Map<String, Set<String>> groupsByWord = new HashMap<>();
    private final Compounds compounds;
    private final Compounds runTogether;

    /// @param groups words that mean the same
    /// @param dictionary words that may be parts of compounds
    /// @param fill words that may be written together with others when a blank was not typed
    WordKin(
            List<List<SearchWord>> groups,
            Collection<SearchWord> dictionary,
            Collection<SearchWord> fill) {
        Map<String, String> stems = new HashMap<>();
        dictionary.forEach(word -> add(stems, word));
        for (int number = 0; number < groups.size(); number++) {
            String group = Integer.toString(number);
            for (SearchWord word : groups.get(number)) {
                add(stems, word);
                for (String form : List.of(word.surface(), word.stem())) {
                    groupsByWord.computeIfAbsent(form, _ -> new LinkedHashSet<>()).add(group);
                }
            }
        }
        compounds = new Compounds(stems);
        fill.forEach(word -> stems.putIfAbsent(word.surface(), word.surface()));
        runTogether = new Compounds(stems);
    }

    private static void add(Map<String, String> stems, SearchWord word) {
        stems.put(word.surface(), word.stem());
        stems.putIfAbsent(word.stem(), word.stem());
    }

    /// Surfaces and stems of all words that mean the same as another.
    Set<String> grouped() {
        return Set.copyOf(groupsByWord.keySet());
    }

    /// Names of the groups in which one of `words`, surfaces or stems, means the same as others.
    Set<String> groups(Set<String> words) {
        Set<String> groups = new LinkedHashSet<>();
        words.forEach(word -> groups.addAll(groupsByWord.getOrDefault(word, Set.of())));
        return groups;
    }

    /// Surfaces and stems of the parts of `surface`, and of known words at the ends of an unknown
    /// compound; empty where there are none.
    Set<String> parts(String surface) {
        return compounds.within(surface);
    }

    /// The known words that `word` is made of, in their order: a compound, or words with a blank
    /// forgotten between them. Empty where it is neither.
    List<SearchWord> split(SearchWord word) {
        List<SearchWord> parts = compounds.split(word.surface());
        return parts.isEmpty() ? runTogether.split(word.surface()) : parts;
    }
}
