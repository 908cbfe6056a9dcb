package de.koblenz.kiosk.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.citizen.ShippedKiosk;
import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.config.TextFiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/// The terminal's own words in Leichte Sprache (`de-simple`), by what of DIN SPEC 33429 a program can judge: short
/// sentences, short or parted words, no passive, no genitive, no subjunctive, no abbreviation, numbers as figures, "Sie".
/// Whether they are understood, people with learning difficulties judge.
class LeichteSpracheTest {
    private static final int MOST_WORDS = 15;

    /// Sentences that may be longer, by key with the reason. None is needed.
    private static final Map<String, String> LONGER = Map.of();

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.?!:])\\s+");
    private static final Pattern LONG_WORD = Pattern.compile("\\p{L}{14,}");
    private static final Pattern PASSIVE =
            words("wird|werden|wurde|wurden|worden|geworden|gewesen sein");
    private static final Pattern SUBJUNCTIVE =
            words("wäre|wären|würde|würden|hätte|hätten|könnte|könnten|sollte|sollten|müsste");

    /// The articles that only a genitive has, before a word with its ending.
    private static final Pattern GENITIVE =
            words("(des|eines|Ihres|unseres|dieses|jedes)\\s+\\p{L}+s|wegen|trotz|bezüglich");

    private static final Pattern ABBREVIATION =
            Pattern.compile("\\b(z\\. ?B|d\\. ?h|u\\. ?a|usw|bzw|ggf|evtl|inkl|Nr|Tel|Std|Min)\\b");

    private static final Pattern NUMBER_WORD =
            words(
                    "zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zweimal|dreimal|einmalig|zehnmal");
    private static final Pattern FAMILIAR = words("du|dich|dir|deine?|euch|euer|eure|man");
    private static final Pattern SIGN = Pattern.compile("[&;/%–…]| - ");

    /// What a text must say, too, where the German one says that: what was (not) paid and sent, and what decides.
    private static final Map<String, String> FACTS =
            Map.of(
                    "nichts abgesendet|abgesendet oder bezahlt",
                    "nichts (bezahlt und nichts )?abgesendet|nicht beim Amt",
                    "nichts bezahlt|Bezahlt ist nichts|Erst danach wird .* bezahlt",
                    "nichts (abgesendet und nichts )?bezahlt",
                    "nichts abgebucht",
                    "kein Geld genommen|nichts bezahlt",
                    "höchstens einmal abgebucht|buchen nur einmal",
                    "nur 1 Mal",
                    "[Gg]ebucht und abgesendet",
                    "[Bb]uchen und absenden|Alles hat geklappt",
                    "Stadtkasse zahlt|zahlt die Stadtkasse",
                    "Geld zurück|gibt (es )?Ihnen (das Geld )?zurück",
                    "letzten Versuch",
                    "1 Versuch",
                    "Ohne sie kann",
                    "Ohne dieses Papier kann",
                    "Hauptwohnung",
                    "Haupt-Wohnung",
                    "Vorwahl",
                    "Vor-Wahl");

    private static final Pattern FIGURES = Pattern.compile("\\d{2,}");

    private static final Texts SIMPLE = ShippedKiosk.CONFIG.simple();
    private static final Texts GERMAN = ShippedKiosk.CONFIG.german();

    private static Pattern words(String alternatives) {
        return Pattern.compile(
                "(?<![\\p{L}-])(" + alternatives + ")(?![\\p{L}-])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static List<String> found(Pattern unwanted) {
        return SIMPLE.keys().stream()
                .sorted()
                .filter(key -> unwanted.matcher(SIMPLE.of(key)).find())
                .map(key -> key + ": " + SIMPLE.of(key))
                .toList();
    }

    private static List<String> sentences(String text) {
        return Arrays.asList(SENTENCE_END.split(text));
    }

    @Test
    void aSentenceHasAtMostFifteenWords() {
        Map<String, String> tooLong = new TreeMap<>();
        for (String key : SIMPLE.keys()) {
            for (String sentence : sentences(SIMPLE.of(key))) {
                if (sentence.split("\\s+").length > MOST_WORDS) {
                    tooLong.put(key, sentence);
                }
            }
        }
        assertEquals(LONGER.keySet(), tooLong.keySet());
    }

    @Test
    void mostSentencesHaveAtMostEightWords() {
        List<Integer> lengths = new ArrayList<>();
        SIMPLE.keys()
                .forEach(key ->
                        sentences(SIMPLE.of(key))
                                .forEach(each -> lengths.add(each.split("\\s+").length)));
        long brief = lengths.stream().filter(length -> length <= 8).count();
        assertTrue(brief * 10 >= lengths.size() * 9L, brief + " of " + lengths.size());
    }

    @Test
    void longWordsArePartedByHyphens() {
        assertEquals(List.of(), found(LONG_WORD));
    }

    @Test
    void nobodyIsLeftOutByPassiveGenitiveOrSubjunctive() {
        assertEquals(List.of(), found(PASSIVE));
        assertEquals(List.of(), found(GENITIVE));
        assertEquals(List.of(), found(SUBJUNCTIVE));
    }

    @Test
    void nothingIsAbbreviatedAndNumbersAreFigures() {
        assertEquals(List.of(), found(ABBREVIATION));
        assertEquals(List.of(), found(NUMBER_WORD));
        assertEquals(List.of(), found(SIGN));
    }

    @Test
    void citizensAreAddressedWithSie() {
        assertEquals(List.of(), found(FAMILIAR));
    }

    /// What citizens see is there. Papers and the pages for staff are German, so are words that nobody reads; what else
    /// is missing was added later, shows in German, and is named in the report of the test run.
    @Test
    void whatCitizensSeeIsThere(TestReporter reporter) {
        Set<String> missing = new TreeSet<>(GERMAN.keys());
        missing.removeIf(key ->
                SIMPLE.says(key)
                        || key.startsWith("document.")
                        || key.startsWith("staff.")
                        // Names stay as they are; a service without Leichte Sprache says so.
                        || key.contains(".option.")
                        || (key.matches("service\\..+\\..+") && !speaks(service(key)))
                        || Set.of("pin.searchWords", "elsewhere.address").contains(key));
        reporter.publishEntry("in German instead of Leichte Sprache", missing.toString());
        assertTrue(missing.size() <= 40, missing.toString());
    }

    @Test
    void whatMattersInGermanIsSaidHereToo() {
        List<String> unsaid = new ArrayList<>();
        FACTS.forEach((german, simple) -> {
            List<String> told =
                    SIMPLE.keys().stream()
                            .filter(key -> GERMAN.has(key))
                            .filter(key -> Pattern.compile(german).matcher(GERMAN.of(key)).find())
                            .toList();
            assertFalse(told.isEmpty(), german);
            told.stream()
                    .filter(key -> !Pattern.compile(simple).matcher(SIMPLE.of(key)).find())
                    .map(key -> key + ": " + SIMPLE.of(key))
                    .forEach(unsaid::add);
        });
        assertEquals(List.of(), unsaid);
    }

    @Test
    void aNumberOfTheGermanTextIsHereToo() {
        List<String> lost = new ArrayList<>();
        for (String key : SIMPLE.keys()) {
            if (SIMPLE.says(key) && GERMAN.has(key)) {
                FIGURES.matcher(GERMAN.of(key))
                        .results()
                        .filter(figure -> !SIMPLE.of(key).contains(figure.group()))
                        .forEach(figure -> lost.add(key + ": " + figure.group()));
            }
        }
        assertEquals(List.of(), lost);
    }

    private static String service(String key) {
        return key.substring(0, key.indexOf('.', "service.".length()) + 1);
    }

    private static boolean speaks(String prefix) {
        return SIMPLE.keys().stream().anyMatch(key -> key.startsWith(prefix));
    }

    @Test
    void everyTextIsOneOfTheGermanOnesWithItsPlaceholders() {
        Problems problems = new Problems();
        TextFiles german = TextFiles.load(ShippedKiosk.FOLDER, "de", problems);
        TextFiles simple = TextFiles.load(ShippedKiosk.FOLDER, "de-simple", problems);
        assertEquals(List.of(), TextFiles.compare(german, simple));
        assertTrue(problems.none());
    }

    @Test
    void whatItDoesNotSayIsSaidInGerman() {
        String key = "document.receipt.title";
        assertFalse(SIMPLE.says(key));
        assertTrue(SIMPLE.has(key));
        assertEquals(GERMAN.of(key), SIMPLE.of(key));
        assertEquals("⟦no.such.key⟧", SIMPLE.of("no.such.key"));
    }

    @Test
    void itsTagIsARegisteredVariantOfGerman() {
        assertEquals("de-simple", SIMPLE.locale().toLanguageTag());
        assertEquals("de", SIMPLE.locale().getLanguage());
        assertEquals("simple", SIMPLE.locale().getVariant());
        assertTrue(Locales.simple("de-simple"));
        assertFalse(Locales.simple("de"));
        assertFalse(Locales.rightToLeft("de-simple"));
        assertEquals("de-simple", Locales.simplified("de"));
        assertEquals("de-simple", Locales.simplified("de-simple"));
        assertEquals("de", Locales.usual("de-simple"));
        assertEquals("en", Locales.usual("en"));
    }
}
