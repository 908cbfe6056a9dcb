package de.koblenz.kiosk.service.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Nothing is better than a bad guess: what a single word has to be worth.
class GuessTest {
    private static CatalogSearch search;

    @BeforeAll
    static void build() {
        search = SearchCorpus.search();
    }

    @ParameterizedTest
    @ValueSource(strings = {"brotzeit", "elefant", "banane", "qwertz", "schlagloch", "lottozahlen"})
    void aWordThatResemblesNothingFindsNothing(String word) {
        assertEquals(List.of(), search.search(word, 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dfghjkl", "kjhg", "qqqqqq"})
    void lettersWithoutAVowelAreNoMisspelling(String letters) {
        assertEquals(List.of(), search.search(letters, 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kfz", "pkw", "kf", "sch"})
    void abbreviationsAndBeginningsWithoutAVowelAreFound(String letters) {
        assertFalse(search.search(letters, 3).isEmpty());
    }

    @Test
    void whatOthersDoIsFoundWhereTheListHasIt() {
        LeikaName refuse =
                new LeikaName(
                        LeikaKey.parse("99001007000000").orElseThrow(),
                        "Hausmüll",
                        Responsible.ofType("2/3"));
        CatalogSearch withList =
                CatalogSearch.of(DefaultCatalogue.read(), SearchCorpus.synonyms(), List.of(refuse));
        for (String word : List.of("mülltonne", "biotonne", "abfall")) {
            assertTrue(
                    withList.search(word, 3).stream()
                            .anyMatch(hit -> hit.name().equals("Hausmüll")),
                    word);
        }
    }
}
