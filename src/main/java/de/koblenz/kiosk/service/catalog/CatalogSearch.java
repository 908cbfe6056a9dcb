package de.koblenz.kiosk.service.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Finds services while somebody types: beginnings, typing errors, umlauts written in any way,
/// parts of compounds, everyday words and foreign ones.
///
/// Lucene says for each word typed how well each known phrase contains it. A word counts the more
/// the fewer services it fits. A service is worth what its best phrase is worth, with regard to how
/// much of that phrase was typed, and what all its phrases together say to the words typed.
///
/// Immutable and thread-safe once built; the same text always gives the same hits. Building takes a
/// fraction of a second and belongs on a thread of its own: [#prepare].
public final class CatalogSearch {
    /// Held so that its level stays: Lucene advises an incubating module of the JDK, for which a list of this size has no use.
    private static final Logger ADVICE =
            Logger.getLogger("org.apache.lucene.internal.vectorization");

    static {
        ADVICE.setLevel(Level.SEVERE);
    }

    /// Share of the best phrase in the score; the rest is what all phrases together say.
    private static final double BEST_PHRASE = 0.6;

    /// How much of a phrase's worth does not depend on its being typed completely.
    private static final double INCOMPLETE = 0.6;

    private static final double EXACT_NAME = 0.5;
    private static final double ONLINE = 1.03;
    private static final double FEDERAL = 0.85;

    /// Hits worse than this share of the best one are noise.
    private static final double LEAST_OF_BEST = 0.35;

    /// A match of less than this part of what was typed is none.
    private static final double LEAST_OF_TYPED = 0.2;

    /// Where a single word was typed nothing else speaks for a guess: if not even the best is worth this, none is shown.
    private static final double LEAST_OF_ONE_WORD = 0.51;

    /// Which matches of a word make it common: those not much worse than its best.
    private static final double NEAR_BEST = 0.85;

    private static final List<String> WARMING =
            List.of("p", "perso", "ausweiss verlohren", "auto ummelden ", "führerschien umt");

    private final SearchAnalyzer analyzer = new SearchAnalyzer();
    private final List<SearchEntry> entries;
    private final Rarity rarity;
    private final int[] entryOf;
    private final double[] worthOf;
    private final double[] weightOf;
    private final Map<String, Set<Integer>> byExactName = new HashMap<>();
    private final PhraseIndex index;
    private final TypedWords typedWords;

    private CatalogSearch(List<SearchEntry> all, Synonyms synonyms) {
        entries = List.copyOf(all);
        int local = (int) entries.stream().filter(SearchEntry::local).count();
        rarity = new Rarity(local, entries.size() - local);
        List<SearchWord> fillWords =
                synonyms.fill().stream().flatMap(text -> analyzer.words(text).stream()).toList();
        Set<String> fill = new HashSet<>();
        fillWords.forEach(word -> fill.add(word.surface()));
        SearchPhrases phrases = new SearchPhrases(analyzer, entries, fill);
        WordKin kin = new WordKin(groups(synonyms), phrases.dictionary(), fillWords);
        index = new PhraseIndex(phrases.all(), kin);
        typedWords = new TypedWords(analyzer, fill, index, kin);
        entryOf = phrases.all().stream().mapToInt(SearchPhrase::entry).toArray();
        worthOf = phrases.all().stream().mapToDouble(SearchPhrase::worth).toArray();
        weightOf = phrases.weights(rarity);
        for (int number = 0; number < entries.size(); number++) {
            String name = plain(entries.get(number).names().getFirst());
            byExactName.computeIfAbsent(name, _ -> new HashSet<>()).add(number);
        }
    }

    /// Builds the index. Takes a fraction of a second: not on the thread of the screen.
    ///
    /// @param federal further services that are found but not offered here; may be empty
    public static CatalogSearch of(
            ServiceCatalog catalog, Synonyms synonyms, List<LeikaName> federal) {
        return new CatalogSearch(SearchEntry.of(catalog, synonyms, federal), synonyms);
    }

    static CatalogSearch of(List<SearchEntry> entries, Synonyms synonyms) {
        return new CatalogSearch(entries, synonyms);
    }

    /// Builds a search on `executor` and warms it up there.
    public static CompletableFuture<CatalogSearch> prepare(
            ServiceCatalog catalog, Synonyms synonyms, List<LeikaName> federal, Executor executor) {
        return CompletableFuture.supplyAsync(
                () -> {
                    CatalogSearch search = of(catalog, synonyms, federal);
                    search.warmUp();
                    return search;
                },
                executor);
    }

    /// Runs through all kinds of queries once, so that the first citizen waits no longer than others.
    public void warmUp() {
        WARMING.forEach(phrase -> search(phrase, 1));
    }

    private List<List<SearchWord>> groups(Synonyms synonyms) {
        return synonyms.same().stream()
                .map(group -> group.stream().flatMap(w -> analyzer.words(w).stream()).toList())
                .toList();
    }

    private String plain(String text) {
        return String.join(" ", analyzer.words(text).stream().map(SearchWord::surface).toList());
    }

    /// The best `most` services for what has been typed so far, best first. Empty for a text without
    /// a letter or digit, and where nothing resembles it. Any text is allowed.
    public List<Hit> search(String typed, int most) {
        double[] phraseScores = new double[index.size()];
        double[] together = new double[entries.size()];
        double asked = 0;
        int telling = 0;
        for (TypedWords.Wanted word : typedWords.of(typed)) {
            float[] match = match(word);
            double[] ofEntry = byEntry(match);
            double weight = word.fill() ? SearchPhrase.FILL_WEIGHT : weight(ofEntry);
            for (int phrase = 0; phrase < match.length; phrase++) {
                phraseScores[phrase] += weight * match[phrase];
            }
            if (!word.fill()) {
                telling++;
                asked += weight;
                for (int entry = 0; entry < ofEntry.length; entry++) {
                    together[entry] += weight * ofEntry[entry];
                }
            }
        }
        double least = telling == 1 ? LEAST_OF_ONE_WORD : LEAST_OF_TYPED;
        return asked == 0
                ? List.of()
                : ranked(plain(typed), phraseScores, together, asked, least, most);
    }

    private double[] byEntry(float[] match) {
        double[] ofEntry = new double[entries.size()];
        for (int phrase = 0; phrase < match.length; phrase++) {
            double worth = match[phrase] * worthOf[phrase];
            ofEntry[entryOf[phrase]] = Math.max(ofEntry[entryOf[phrase]], worth);
        }
        return ofEntry;
    }

    private float[] match(TypedWords.Wanted word) {
        if (word.fill()) {
            return index.matchExactly(word.word());
        }
        float[] match = index.match(word.word(), word.unfinished());
        for (SearchWord other : word.others()) {
            float[] alike = index.match(other, word.unfinished());
            for (int phrase = 0; phrase < match.length; phrase++) {
                match[phrase] = Math.max(match[phrase], alike[phrase] * 0.97f);
            }
        }
        return match;
    }

    /// What a word says, from how well it fits each entry. The city's own services decide where it
    /// fits any of them; a word that fits nothing says nothing.
    private double weight(double[] ofEntry) {
        for (boolean local : new boolean[] {true, false}) {
            double best = 0;
            for (int entry = 0; entry < ofEntry.length; entry++) {
                if (entries.get(entry).local() == local) {
                    best = Math.max(best, ofEntry[entry]);
                }
            }
            if (best > 0) {
                long among = 0;
                for (int entry = 0; entry < ofEntry.length; entry++) {
                    if (entries.get(entry).local() == local && ofEntry[entry] >= NEAR_BEST * best) {
                        among++;
                    }
                }
                return rarity.of(among, local);
            }
        }
        return 0;
    }

    private List<Hit> ranked(
            String typed,
            double[] phraseScores,
            double[] together,
            double asked,
            double leastOfBest,
            int most) {
        double[] best = new double[entries.size()];
        for (int phrase = 0; phrase < phraseScores.length; phrase++) {
            double score = phraseScores[phrase];
            double complete = Math.min(1, score / weightOf[phrase]);
            double worth = score * (INCOMPLETE + (1 - INCOMPLETE) * complete) * worthOf[phrase];
            best[entryOf[phrase]] = Math.max(best[entryOf[phrase]], worth);
        }
        Set<Integer> exact = byExactName.getOrDefault(typed, Set.of());
        List<Hit> hits = new ArrayList<>();
        double highest = 0;
        for (int number = 0; number < best.length; number++) {
            double score =
                    (BEST_PHRASE * best[number] + (1 - BEST_PHRASE) * together[number]) / asked;
            highest = Math.max(highest, score);
            if (score >= LEAST_OF_TYPED) {
                SearchEntry entry = entries.get(number);
                score *= entry.local() ? (entry.online() ? ONLINE : 1) : FEDERAL;
                score += entry.local() && exact.contains(number) ? EXACT_NAME : 0;
                String name = entry.names().getFirst();
                hits.add(new Hit(entry.id(), entry.key(), name, score, entry.federal()));
            }
        }
        if (highest < leastOfBest) {
            return List.of();
        }
        // The sort is stable: of equally good ones the first in the catalogue stays first.
        hits.sort(Comparator.comparingDouble(Hit::score).reversed());
        double least = hits.isEmpty() ? 0 : hits.getFirst().score() * LEAST_OF_BEST;
        return hits.stream().filter(hit -> hit.score() >= least).limit(most).toList();
    }
}
