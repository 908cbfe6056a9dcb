package de.koblenz.kiosk.service.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// How often citizens find their service among the first three hits, on phrases written down before.
class CatalogSearchQualityTest {
    private static final double FLOOR = 0.90;
    private static final double FLOOR_OF_A_KIND = 0.80;
    private static final int LEAST_ROWS = 160;

    private static CatalogSearch search;

    @BeforeAll
    static void build() {
        search = SearchCorpus.search();
    }

    @Test
    void theOwnHalfIsLargeEnoughAndNamesServicesThatExist() throws IOException {
        List<SearchCorpus.Row> rows = SearchCorpus.half(SearchCorpus.OWN).orElseThrow();
        assertTrue(rows.size() >= LEAST_ROWS, () -> rows.size() + " rows");
        Set<String> ids =
                DefaultCatalogue.read().all().stream()
                        .map(Leistung::id)
                        .collect(Collectors.toSet());
        Set<String> unknown = new TreeSet<>();
        rows.forEach(row -> unknown.addAll(row.expected()));
        unknown.removeAll(ids);
        assertEquals(Set.of(), unknown);
    }

    @Test
    void nineOfTenPhrasesOfEachHalfHitAmongTheFirstThree() throws IOException {
        System.out.print(SearchCorpus.report(search));
        for (String half : List.of(SearchCorpus.OWN, SearchCorpus.BLIND)) {
            List<SearchCorpus.Row> rows = SearchCorpus.half(half).orElse(List.of());
            Map<String, Double> shares = SearchCorpus.shares(rows, SearchCorpus.hit(search, 3));
            shares.forEach((kind, share) ->
                    assertTrue(
                            share >= (kind.equals("all") ? FLOOR : FLOOR_OF_A_KIND),
                            () ->
                                    half
                                            + " "
                                            + kind
                                            + ": hit@3 is "
                                            + share
                                            + ", missed "
                                            + SearchCorpus.missed(rows, search)));
        }
    }
}
