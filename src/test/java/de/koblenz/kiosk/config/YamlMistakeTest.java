package de.koblenz.kiosk.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlMistakeTest {
    private static String said(String yaml) {
        Problems problems = new Problems();
        ConfigReader.parse(yaml, "a.yaml", problems);
        assertTrue(problems.unread("a.yaml"));
        assertFalse(problems.unread("b.yaml"));
        return problems.sorted().getFirst().toString();
    }

    /// A stroke stands for the end of a line, `>` for a tab.
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '^',
            value = {
                "a: b: c; 1:5; a ':' where none may stand",
                "a:|  b: 1|   c: 2; 3:5; further right",
                "a:|  b: 1| c: 2; 3:2; blanks at its beginning",
                "a:|>b: 1; 2:1; a tab",
                "a: \"x|b: 2|; 1:4; a quotation mark is not closed",
                "a: [1, 2|b: 3|; 1:4; a bracket is not closed",
                "a: @x; 1:4; begins with '@'",
                "a: 'it's'; 1:8; quotation marks in it",
                "a: 1|b|; 3:1; a ':' is missing",
                "a: - b; 1:4; a '-' where none may stand",
            })
    void aMistakeIsSaidInPlainWordsAtItsPlace(String yaml, String place, String words) {
        String said = said(yaml.replace('|', '\n').replace('>', '\t'));
        assertTrue(said.contains(words), said);
        assertEquals("a.yaml:" + place, said.substring(0, said.indexOf(": ")), said);
    }
}
