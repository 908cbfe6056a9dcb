package de.koblenz.kiosk.service.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The search over the shipped catalogue and synonyms, and over small ones made for one question.
class CatalogSearchTest {
    private static CatalogSearch search;

    @BeforeAll
    static void build() {
        search = SearchCorpus.search();
    }

    @ParameterizedTest
    @CsvSource({
        "parkausweis, bewohnerparkausweis",
        "Perso, personalausweis-beantragen",
        "Meldeschein, meldebescheinigung",
        "Auto ummelden, kfz-halterwechsel",
        "Strafregister, fuehrungszeugnis",
        "Laterne kaputt, strassenlaterne-defekt",
        "bin umgezogen, wohnung-anmelden",
        "Ausweis geklaut, personalausweis-verloren",
        "urkunde heirat, eheurkunde"
    })
    void anEverydayWordLeadsToItsService(String typed, String id) {
        assertEquals(id, search.search(typed, 1).getFirst().id());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Führungszeugnis", "fuehrungszeugnis", "fuhrungszeugnis", "FÜHRUNGSZEUGNIS"})
    void umlautsAndCapitalsMakeNoDifference(String typed) {
        assertEquals(search.search("führungszeugnis", 5), search.search(typed, 5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"شهادة الميلاد", "شهادة ميلاد", "شَهَادَة مِيلَاد", "شهاده ميلاد"})
    void arabicVowelSignsAndArticlesMakeNoDifference(String typed) {
        assertEquals("geburtsurkunde", search.search(typed, 1).getFirst().id());
    }

    @Test
    void aSeparableVerbIsPutTogether() {
        assertEquals("hund-anmelden", search.search("ich melde meinen Hund an", 1).getFirst().id());
        assertEquals("hund-abmelden", search.search("ich melde meinen Hund ab", 1).getFirst().id());
    }

    @Test
    void theFirstLettersAreEnough() {
        List<Hit> hits = search.search("bewohnerp", 3);
        assertEquals("bewohnerparkausweis", hits.getFirst().id());
    }

    @Test
    void eachServiceIsFoundByItsShortNameFirst() {
        List<String> wrong = new ArrayList<>();
        for (Leistung service : DefaultCatalogue.read().all()) {
            String name = service.shortName().in("de");
            if (!search.search(name, 1).getFirst().id().equals(service.id())) {
                wrong.add(name);
            }
        }
        assertEquals(List.of(), wrong);
    }

    /// The names in Leichte Sprache are not searched themselves: with their parts beside the whole words a service would
    /// come before others only because it has both.
    @ParameterizedTest
    @ValueSource(strings = {"de-simple", "en"})
    void eachServiceIsFoundByItsNameInAnotherLanguageAmongThree(String language) {
        List<String> wrong = new ArrayList<>();
        for (Leistung service : DefaultCatalogue.read().all()) {
            String name = service.shortName().in(language);
            if (search.search(name, 3).stream().noneMatch(hit -> hit.id().equals(service.id()))) {
                wrong.add(name);
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void anOnlineServiceStandsBeforeAPlannedOneWhereBothAreEquallyGood() {
        CatalogSearch small =
                CatalogSearch.of(
                        List.of(
                                entry("geplant", "Bootsschein beantragen", true, false),
                                entry("online", "Bootsschein verschenken", true, true)),
                        Synonyms.none());
        assertEquals(
                List.of("online", "geplant"),
                small.search("bootsschein", 5).stream().map(Hit::id).toList());
    }

    @Test
    void equallyGoodServicesKeepTheOrderOfTheCatalogue() {
        CatalogSearch small =
                CatalogSearch.of(
                        List.of(
                                entry("b", "Bootsschein beantragen", true, true),
                                entry("a", "Bootsschein verschenken", true, true)),
                        Synonyms.none());
        assertEquals(
                List.of("b", "a"), small.search("bootsschein", 5).stream().map(Hit::id).toList());
    }

    @Test
    void theCityStandsBeforeTheFederalListWhereBothHaveTheWord() {
        CatalogSearch small =
                CatalogSearch.of(
                        List.of(
                                entry("federal", "Bootsschein", false, false),
                                entry("city", "Bootsschein beantragen", true, false)),
                        Synonyms.none());
        List<Hit> hits = small.search("Bootsschein", 5);
        assertEquals(List.of("city", "federal"), hits.stream().map(Hit::id).toList());
        assertEquals(List.of(true, false), hits.stream().map(Hit::local).toList());
    }

    @Test
    void theFederalListAnswersWhereTheCityHasNothing() {
        CatalogSearch all =
                CatalogSearch.of(
                        DefaultCatalogue.read(),
                        SearchCorpus.synonyms(),
                        List.of(
                                new LeikaName(
                                        new LeikaKey("99087001000000"),
                                        "Schiffsregister",
                                        Responsible.BUND)));
        Hit hit = all.search("schifsregister", 1).getFirst();
        assertEquals("99087001000000", hit.key());
        assertEquals("Schiffsregister", hit.name());
        assertFalse(hit.local());
    }

    @Test
    void aServiceOfTheCityIsNotRepeatedFromTheFederalList() {
        LeikaKey key =
                DefaultCatalogue.read()
                        .find("meldebescheinigung")
                        .orElseThrow()
                        .leika()
                        .orElseThrow();
        CatalogSearch all =
                CatalogSearch.of(
                        DefaultCatalogue.read(),
                        SearchCorpus.synonyms(),
                        List.of(
                                new LeikaName(
                                        key,
                                        "Meldebescheinigung Ausstellung",
                                        Responsible.KOMMUNE)));
        assertEquals(
                1,
                all.search("Meldebescheinigung", 20).stream()
                        .filter(hit -> hit.key().equals(key.digits()))
                        .count());
    }

    @Test
    void synonymsWorkInEveryService() {
        Synonyms synonyms =
                new Synonyms(
                        List.of(List.of("Boot", "Kahn")),
                        List.of("mein"),
                        Map.of("anmelden", List.of("Jungfernfahrt")));
        CatalogSearch small =
                CatalogSearch.of(
                        List.of(
                                new SearchEntry(
                                        "anmelden",
                                        "",
                                        List.of("Boot anmelden"),
                                        List.of("Jungfernfahrt"),
                                        List.of(),
                                        Optional.empty(),
                                        true),
                                entry("anders", "Fahrrad anmelden", true, true)),
                        synonyms);
        assertEquals("anmelden", small.search("mein Kahn", 1).getFirst().id());
        assertEquals("anmelden", small.search("jungfern", 1).getFirst().id());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\t\n\r",
                "\u0000\u0001\u001b[31m",
                "+ - && || ! ( ) { } [ ] ^ \" ~ * ? : \\ /",
                "name:[* TO *]",
                "perso~2 AND (reisepass^4",
                "😀👨‍👩‍👧‍👦",
                "\ud800",
                "\u202e\u200f\u200b",
                "' OR 1=1 --",
                "%s%n${jndi:ldap://x}"
            })
    void hostileInputIsOnlyText(String typed) {
        assertTrue(search.search(typed, 5).size() <= 5);
    }

    @Test
    void nothingIsFoundForNothing() {
        assertEquals(List.of(), search.search("", 5));
        assertEquals(List.of(), search.search(" …!? 😀 ", 5));
        assertEquals(List.of(), search.search("qqxxyyzz", 5));
    }

    @Test
    void aStuckKeyIsNoSlowerThanAnyOtherText() {
        assertTrue(search.search("a".repeat(100_000), 5).size() <= 5);
        assertTrue(search.search("ausweis ".repeat(20_000), 5).size() <= 5);
        assertTrue(search.search("ä̈".repeat(50_000), 5).size() <= 5);
    }

    @Test
    void randomTextNeverFails() {
        Random random = new Random(42);
        for (int round = 0; round < 300; round++) {
            StringBuilder typed = new StringBuilder();
            for (int letter = random.nextInt(30); letter >= 0; letter--) {
                typed.appendCodePoint(random.nextInt(0x3000));
            }
            assertTrue(search.search(typed.toString(), 5).size() <= 5);
        }
    }

    @Test
    void manyThreadsGetTheSameAnswers() throws Exception {
        List<String> phrases =
                List.of("perso", "auto abm", "hunt anmelden", "паспорт", "bin umgezogen");
        List<List<Hit>> expected =
                phrases.stream().map(phrase -> search.search(phrase, 5)).toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<List<List<Hit>>>> answers = new ArrayList<>();
            for (int thread = 0; thread < 8; thread++) {
                answers.add(
                        threads.submit(() ->
                                phrases.stream().map(phrase -> search.search(phrase, 5)).toList()));
            }
            for (Future<List<List<Hit>>> answer : answers) {
                assertEquals(expected, answer.get());
            }
        }
    }

    @Test
    void aSearchBuiltAgainAnswersTheSame() {
        CatalogSearch again = SearchCorpus.search();
        for (String phrase : List.of("ausweis", "führerschein", "wohnung", "steuer", "a")) {
            assertEquals(search.search(phrase, 10), again.search(phrase, 10));
        }
    }

    private static SearchEntry entry(String id, String name, boolean local, boolean online) {
        Optional<LeikaName> federal =
                local
                        ? Optional.empty()
                        : Optional.of(
                                new LeikaName(
                                        new LeikaKey("99087001000000"), name, Responsible.BUND));
        return new SearchEntry(id, "", List.of(name), List.of(), List.of(), federal, online);
    }
}
