package de.koblenz.kiosk.service.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What designers see of the search on the command line.
class SearchLinesTest {
    @Test
    void eachLineIsAnsweredWithKeysAndNames() throws IOException {
        CatalogSearch search =
                CatalogSearch.of(
                        List.of(
                                new SearchEntry(
                                        "boot",
                                        "",
                                        List.of("Boot anmelden"),
                                        List.of(),
                                        List.of(),
                                        Optional.empty(),
                                        true),
                                new SearchEntry(
                                        "99087001000000",
                                        "99087001000000",
                                        List.of("Bootsregister"),
                                        List.of(),
                                        List.of(),
                                        Optional.of(
                                                new LeikaName(
                                                        new LeikaKey("99087001000000"),
                                                        "Bootsregister",
                                                        Responsible.BUND)),
                                        false)),
                        Synonyms.none());
        StringBuilder out = new StringBuilder();
        new SearchLines(search).run(new StringReader("boot\n\n  zirkus \n"), out);
        assertEquals(
                """
                boot
                  -             \tBoot anmelden\tboot
                  99087001000000\tBootsregister
                zirkus
                """,
                out.toString());
    }

    @Test
    void atMostFiveAreShown() throws IOException {
        StringBuilder out = new StringBuilder();
        new SearchLines(SearchCorpus.search()).run(new StringReader("ausweis"), out);
        assertEquals(6, out.toString().lines().count());
        assertEquals("ausweis", List.copyOf(out.toString().lines().toList()).getFirst());
    }
}
