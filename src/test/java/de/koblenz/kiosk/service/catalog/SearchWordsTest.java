package de.koblenz.kiosk.service.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What becomes of a word before it is compared: form, stem, sound, parts, and what is near it.
class SearchWordsTest {
    private final SearchAnalyzer analyzer = new SearchAnalyzer();

    @ParameterizedTest
    @CsvSource({
        "Straße, Strasse",
        "Bücher, Buecher",
        "Bücher, Bucher",
        "ÇEVİRME, cevirme",
        "łódź, lodz",
        "об’єкт, обєкт",
        "إقامة, اقامه"
    })
    void theSameWordInAnotherSpellingHasTheSameSurface(String one, String other) {
        assertEquals(surface(one), surface(other));
    }

    @ParameterizedTest
    @CsvSource({
        "Anmeldung, anmelden",
        "Anmeldung, angemeldet",
        "Anmeldung, anzumelden",
        "Anmeldungen, Anmeldung",
        "Verlängerung, verlängern",
        "Hunde, Hund",
        "Kitas, Kita"
    })
    void inflectionIsCutOff(String one, String other) {
        assertEquals(stem(one), stem(other));
    }

    @Test
    void anmeldenAndAbmeldenStayApart() {
        assertNotEquals(stem("anmelden"), stem("abmelden"));
    }

    @ParameterizedTest
    @CsvSource({
        "Führerschein, Fürerschain",
        "Pass, Pas",
        "Bußgeld, Busgelt",
        "Karteikarte, Carteycarte",
        "Haushalt, Haushallt",
        "паспорты, паспорти"
    })
    void spellingsThatSoundAlikeAreOne(String one, String other) {
        assertEquals(SoundForm.of(surface(one)), SoundForm.of(surface(other)));
    }

    @Test
    void aCompoundFallsIntoWordsThatStandAloneElsewhere() {
        Compounds compounds = compounds("bewohner", "park", "ausweis", "hund", "steuer");
        assertEquals(
                List.of("bewohner", "park", "ausweis"), parts(compounds, "bewohnerparkausweis"));
        assertEquals(List.of("hund", "steuer"), parts(compounds, "hundesteuer"));
        assertEquals(List.of(), parts(compounds, "ausweis"));
        assertEquals(List.of(), parts(compounds, "parkhaus"));
    }

    @Test
    void neighbouringPartsAreFoundTogether() {
        Compounds compounds = compounds("bewohner", "park", "ausweis");
        assertEquals(
                Set.of("bewohner", "park", "ausweis", "bewohnerpark", "parkausweis"),
                compounds.within("bewohnerparkausweis"));
    }

    @Test
    void anUnknownCompoundIsFoundByTheWordsAtItsEnds() {
        assertEquals(Set.of("ausweis"), compounds("ausweis").within("geisterausweis"));
    }

    @Test
    void wordsAtMostTwoSlipsAwayAreNear() {
        NearWords words =
                new NearWords(List.of("ausweis", "auswies", "auwseiss", "ausweisung", "haus"));
        NearWords.Near near = words.near("ausweis", 2, 2);
        assertEquals(List.of("auswies"), near.whole().get(1));
        assertEquals(List.of("auwseiss"), near.whole().get(2));
    }

    @Test
    void noMoreSlipsAreForgivenThanAskedFor() {
        NearWords words =
                new NearWords(
                        List.of("ausweis", "auswies", "auwseiss", "auswiesung", "ausweisung"));
        NearWords.Near near = words.near("ausweis", 1, 0);
        assertEquals(List.of("auswies"), near.whole().get(1));
        assertEquals(List.of(), near.whole().get(2));
        assertEquals(List.of(), near.begun().get(1));
        assertEquals(List.of(), near.begun().get(2));
    }

    @Test
    void theWalkFindsWhatComparingEachWordFinds() {
        Random random = new Random(7);
        List<String> words = new ArrayList<>();
        for (int number = 0; number < 2_000; number++) {
            words.add(random(random, 1 + random.nextInt(9)));
        }
        NearWords nearWords = new NearWords(words);
        for (int round = 0; round < 200; round++) {
            String typed = random(random, 1 + random.nextInt(8));
            NearWords.Near near = nearWords.near(typed, 2, 2);
            for (int slips = 1; slips <= 2; slips++) {
                int wanted = slips;
                assertEquals(
                        words.stream()
                                .distinct()
                                .sorted()
                                .filter(word -> distance(typed, word) == wanted)
                                .toList(),
                        near.whole().get(slips).stream().sorted().toList(),
                        typed);
                assertEquals(
                        words.stream()
                                .distinct()
                                .sorted()
                                .filter(word -> beginning(typed, word) == wanted)
                                .toList(),
                        near.begun().get(slips).stream().sorted().toList(),
                        typed);
            }
        }
    }

    /// Few letters, so that near words are frequent.
    private static String random(Random random, int length) {
        StringBuilder word = new StringBuilder();
        for (int letter = 0; letter < length; letter++) {
            word.append((char) ('a' + random.nextInt(3)));
        }
        return word.toString();
    }

    private static int beginning(String typed, String word) {
        int least = typed.length();
        for (int length = 0; length <= word.length(); length++) {
            least = Math.min(least, distance(typed, word.substring(0, length)));
        }
        return least;
    }

    /// Optimal string alignment by the book: the whole table.
    private static int distance(String one, String other) {
        int[][] table = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    table[i][j] = i + j;
                    continue;
                }
                int same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                table[i][j] =
                        Math.min(
                                table[i - 1][j - 1] + same,
                                Math.min(table[i - 1][j], table[i][j - 1]) + 1);
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    table[i][j] = Math.min(table[i][j], table[i - 2][j - 2] + 1);
                }
            }
        }
        return table[one.length()][other.length()];
    }

    private String surface(String word) {
        return analyzer.words(word).getFirst().surface();
    }

    private String stem(String word) {
        return analyzer.words(word).getFirst().stem();
    }

    private static List<String> parts(Compounds compounds, String word) {
        return compounds.split(word).stream().map(SearchWord::surface).toList();
    }

    private static Compounds compounds(String... words) {
        Map<String, String> stems = new HashMap<>();
        for (String word : words) {
            stems.put(word, word);
        }
        return new Compounds(stems);
    }
}
