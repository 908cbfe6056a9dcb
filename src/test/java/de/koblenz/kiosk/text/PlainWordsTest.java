package de.koblenz.kiosk.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.koblenz.kiosk.citizen.ShippedKiosk;
import de.koblenz.kiosk.service.catalog.Leistung;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Plain German: short sentences, no English, "Sie".
class PlainWordsTest {
    private static final int MOST_WORDS_OF_A_QUESTION = 14;
    private static final int MOST_WORDS = 18;

    private static final Set<String> ENGLISH =
            Set.of(
                    "account",
                    "app",
                    "back",
                    "button",
                    "cancel",
                    "check",
                    "checkout",
                    "click",
                    "code-scan",
                    "continue",
                    "download",
                    "feedback",
                    "hotline",
                    "input",
                    "klicken",
                    "link",
                    "login",
                    "next",
                    "okay",
                    "print",
                    "scan",
                    "screen",
                    "service",
                    "start",
                    "submit",
                    "support",
                    "timeout",
                    "touch",
                    "touchscreen",
                    "update",
                    "upload",
                    "user");

    private static final Set<String> FAMILIAR =
            Set.of(
                    "du", "dich", "dir", "dein", "deine", "deinen", "deiner", "deinem", "euch",
                    "euer", "eure");

    /// Every text that a citizen reads, by key or service.
    private static Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        Texts german = ShippedKiosk.CONFIG.german();
        german.keys().forEach(key -> texts.put(key, german.of(key)));
        for (Leistung service : ShippedKiosk.CONFIG.catalog().all()) {
            texts.put(service.id() + " name", service.shortName().in("de"));
            texts.put(service.id() + " summary", service.summary().in("de"));
            service.page()
                    .note()
                    .ifPresent(note -> texts.put(service.id() + " note", note.in("de")));
        }
        return texts;
    }

    @Test
    void aSentenceHasFewWords() {
        List<String> tooLong = new ArrayList<>();
        texts().forEach((key, text) -> {
            boolean question = key.endsWith(".title") || key.endsWith(".hint");
            int most = question ? MOST_WORDS_OF_A_QUESTION : MOST_WORDS;
            for (String sentence : text.split("(?<=[.!?:])\\s+")) {
                int words = words(sentence).size();
                if (words > most) {
                    tooLong.add(key + ": " + words + " words: " + sentence);
                }
            }
        });
        assertEquals(List.of(), tooLong);
    }

    @Test
    void noEnglishWordIsUsedWhereGermanHasOne() {
        assertEquals(List.of(), withAny(ENGLISH));
    }

    @Test
    void citizensAreAddressedWithSie() {
        assertEquals(List.of(), withAny(FAMILIAR));
    }

    private static List<String> withAny(Set<String> unwanted) {
        List<String> found = new ArrayList<>();
        texts().forEach((key, text) -> {
            for (String word : words(text)) {
                if (unwanted.contains(word.toLowerCase(Locale.GERMAN))) {
                    found.add(key + ": " + word);
                }
            }
        });
        return found;
    }

    private static List<String> words(String text) {
        return Stream.of(text)
                .flatMap(line -> Arrays.stream(line.split("[^\\p{L}\\p{N}-]+")))
                .filter(word -> !word.isBlank() && !word.equals("-"))
                .toList();
    }
}
