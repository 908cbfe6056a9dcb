package de.koblenz.kiosk.service.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// All phrases of all entries, cut into words, with what each is worth. Used while building.
final class SearchPhrases {
    private static final double NAME = 1;
    private static final double PHRASE = 0.97;
    private static final double HINT = 0.6;

    private final SearchAnalyzer analyzer;
    private final List<SearchEntry> entries;
    private final Set<String> fill;
    private final List<SearchPhrase> all = new ArrayList<>();
    private final Map<String, Set<Integer>> entriesByStem = new HashMap<>();

    /// @param fill surfaces of words that say nothing; a phrase of nothing else keeps them
    SearchPhrases(SearchAnalyzer analyzer, List<SearchEntry> entries, Set<String> fill) {
        this.analyzer = analyzer;
        this.entries = entries;
        this.fill = fill;
        for (int number = 0; number < entries.size(); number++) {
            SearchEntry entry = entries.get(number);
            Set<List<SearchWord>> seen = new LinkedHashSet<>();
            add(number, NAME, entry.names(), seen);
            add(number, PHRASE, entry.phrases(), seen);
            add(number, HINT, entry.hints(), seen);
        }
        for (SearchPhrase phrase : all) {
            for (SearchWord word : phrase.words()) {
                entriesByStem
                        .computeIfAbsent(word.stem(), _ -> new HashSet<>())
                        .add(phrase.entry());
            }
        }
    }

    private void add(int entry, double worth, List<String> texts, Set<List<SearchWord>> seen) {
        for (String text : texts) {
            List<SearchWord> words = analyzer.words(text);
            List<SearchWord> telling =
                    words.stream().filter(word -> !fill.contains(word.surface())).toList();
            if (!words.isEmpty() && seen.add(words)) {
                List<SearchWord> rest = new ArrayList<>(words);
                rest.removeAll(telling);
                all.add(
                        telling.isEmpty()
                                ? new SearchPhrase(entry, worth, words, List.of())
                                : new SearchPhrase(entry, worth, telling, rest));
            }
        }
    }

    List<SearchPhrase> all() {
        return List.copyOf(all);
    }

    /// The words of the city's own services: with them compounds are taken apart.
    List<SearchWord> dictionary() {
        return all.stream()
                .filter(phrase -> entries.get(phrase.entry()).local())
                .flatMap(phrase -> phrase.words().stream())
                .toList();
    }

    /// How much each phrase weighs when it is typed completely.
    double[] weights(Rarity rarity) {
        return all.stream()
                .mapToDouble(phrase ->
                        SearchPhrase.FILL_WEIGHT * phrase.fill().size()
                                + phrase.words().stream()
                                        .mapToDouble(word -> weight(rarity, phrase, word))
                                        .sum())
                .toArray();
    }

    private double weight(Rarity rarity, SearchPhrase phrase, SearchWord word) {
        boolean local = entries.get(phrase.entry()).local();
        long among =
                entriesByStem.getOrDefault(word.stem(), Set.of()).stream()
                        .filter(entry -> entries.get(entry).local() == local)
                        .count();
        return rarity.of(among, local);
    }
}
