package de.koblenz.kiosk.service.catalog;

import de.koblenz.kiosk.config.ConfigReader;
import de.koblenz.kiosk.config.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/// Phrases that citizens would type, each with the services that would help them, in two halves:
/// one by whoever wrote the synonyms, one by somebody who has seen neither synonyms nor code.
final class SearchCorpus {
    static final String OWN = "own";
    static final String BLIND = "blind";
    private static final Path FOLDER =
            Path.of(System.getProperty("kiosk.project", "."), "src/test/resources/search");

    /// @param kind exact, prefix, typo, umlaut, compound, everyday, situation or foreign
    /// @param expected ids of the services, any of which is right
    record Row(String phrase, String kind, Set<String> expected) {}

    private SearchCorpus() {}

    /// The rows of a half; empty where its file is not there.
    static Optional<List<Row>> half(String name) throws IOException {
        Path file = FOLDER.resolve("phrases-" + name + ".tsv");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<Row> rows = new ArrayList<>();
        for (String line : Files.readAllLines(file).stream().skip(1).toList()) {
            String[] columns = line.split("\t", -1);
            rows.add(new Row(columns[0], columns[1], Set.of(columns[2].strip().split(" *\\| *"))));
        }
        return Optional.of(List.copyOf(rows));
    }

    /// The synonyms that the product ships.
    static Synonyms synonyms() {
        Problems problems = new Problems();
        Path file = DefaultCatalogue.CONFIG.resolve(SynonymsReader.FILE);
        Synonyms synonyms =
                SynonymsReader.read(
                        ConfigReader.read(file, SynonymsReader.FILE, problems),
                        DefaultCatalogue.read());
        if (!problems.none()) {
            throw new AssertionError("the shipped synonyms have mistakes: " + problems.sorted());
        }
        return synonyms;
    }

    /// The search as the product ships it.
    static CatalogSearch search() {
        return CatalogSearch.of(DefaultCatalogue.read(), synonyms(), List.of());
    }

    /// Whether one of the best `most` hits is expected.
    static Predicate<Row> hit(CatalogSearch search, int most) {
        return row ->
                search.search(row.phrase(), most).stream()
                        .anyMatch(hit -> row.expected().contains(hit.id()));
    }

    /// The share of rows for which `hit` holds, for each kind and, under `all`, altogether.
    static Map<String, Double> shares(List<Row> rows, Predicate<Row> hit) {
        Map<String, List<Row>> byKind = new TreeMap<>();
        if (rows.isEmpty()) {
            return Map.of();
        }
        byKind.put("all", rows);
        rows.forEach(row -> byKind.computeIfAbsent(row.kind(), _ -> new ArrayList<>()).add(row));
        Map<String, Double> shares = new TreeMap<>();
        byKind.forEach((kind, some) ->
                shares.put(kind, (double) some.stream().filter(hit).count() / some.size()));
        return shares;
    }

    /// The phrases that have no expected service among the first three hits.
    static List<String> missed(List<Row> rows, CatalogSearch search) {
        return rows.stream()
                .filter(hit(search, 3).negate())
                .map(row -> row.kind() + ": " + row.phrase())
                .toList();
    }

    /// hit@1 and hit@3 of both halves, by kind, as a table.
    static String report(CatalogSearch search) throws IOException {
        StringBuilder report = new StringBuilder();
        for (String name : List.of(OWN, BLIND)) {
            List<Row> rows = half(name).orElse(List.of());
            Map<String, Double> first = shares(rows, hit(search, 1));
            Map<String, Double> third = shares(rows, hit(search, 3));
            first.forEach((kind, share) -> {
                long number =
                        rows.stream()
                                .filter(row -> kind.equals("all") || row.kind().equals(kind))
                                .count();
                report.append(
                        String.format(
                                Locale.ROOT,
                                "%-6s %-10s %4d phrases   hit@1 %5.1f %%   hit@3 %5.1f %%%n",
                                name,
                                kind,
                                number,
                                100 * share,
                                100 * third.getOrDefault(kind, 0.0)));
            });
        }
        return report.toString();
    }
}
