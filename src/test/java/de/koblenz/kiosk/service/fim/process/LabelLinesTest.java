package de.koblenz.kiosk.service.fim.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabelLinesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "90|Wie heißen Sie?|Wie heißen/Sie?",
                "90|Welche Staatsangehörigkeit?|Welche/Staatsangehö-/rigkeit?",
                "90|Online-Ausweisfunktion|Online-Aus-/weisfunktion",
                "70|Grundsteuerbescheid|Grund-/steuerbe-/scheid",
                "200|Kurz|Kurz"
            })
    void wordsAreBrokenWhereGermanBreaksThem(int width, String words, String lines) {
        assertEquals(List.of(lines.split("/", -1)), LabelLines.of(words, width));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Donaudampfschifffahrtsgesellschaftskapitänswitwenrente",
                "WWWWWWWWWWWWWWWWWWWW",
                "Wie reichen Sie die Aufenthaltsbescheinigung ein?",
                "x",
                ""
            })
    void noLineIsWiderThanItsPlace(String words) {
        for (int width = 60; width < 200; width += 7) {
            List<String> lines = LabelLines.of(words, width);
            for (String line : lines) {
                assertTrue(LabelLines.width(line) <= width, line);
            }
            assertEquals(
                    words.replaceAll("[\\s-]", ""),
                    String.join("", lines).replaceAll("[\\s-]", ""));
        }
    }

    @Test
    void aPlaceNarrowerThanALetterHoldsOne() {
        assertEquals("abc", String.join("", LabelLines.of("abc", 1)).replace("-", ""));
    }
}
