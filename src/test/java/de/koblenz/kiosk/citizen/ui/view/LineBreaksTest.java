package de.koblenz.kiosk.citizen.ui.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class LineBreaksTest {
    /// Every letter is one pixel wide.
    private static final ToDoubleFunction<String> LETTERS = String::length;

    @Test
    void aTextThatFitsStaysOnOneLine() {
        assertEquals("Hund anmelden", LineBreaks.wrap("Hund anmelden", 13, LETTERS));
    }

    @Test
    void linesBreakAtSpaces() {
        assertEquals("Hund\nanmelden", LineBreaks.wrap("Hund anmelden", 12, LETTERS));
    }

    @Test
    void anAmountStaysWithItsSign() {
        assertEquals(
                "Steuer\n144 € im\nJahr", LineBreaks.wrap("Steuer 144 € im Jahr", 10, LETTERS));
        assertEquals("in\n€", LineBreaks.wrap("in €", 3, LETTERS));
    }

    @Test
    void linesBreakAfterAHyphenBetweenLetters() {
        assertEquals(
                "Ludwig-Erhard-\nStraße 2", LineBreaks.wrap("Ludwig-Erhard-Straße 2", 14, LETTERS));
        assertEquals("KO-AB\n12", LineBreaks.wrap("KO-AB 12", 5, LETTERS));
    }

    @Test
    void anAddressOfAPageBreaksAtItsParts() {
        assertEquals("pay.example/\n7f3a9c", LineBreaks.wrap("pay.example/7f3a9c", 12, LETTERS));
    }

    @Test
    void aWordThatDoesNotFitIsReportedUnlessItMayBeHyphenated() {
        assertEquals("", LineBreaks.wrap("Meldebescheinigung", 12, LETTERS));
        assertEquals(
                "Meldebeschei-\nnigung",
                LineBreaks.wrapHyphenated("Meldebescheinigung", 13, LETTERS));
    }

    @Test
    void aSoftHyphenDecidesWhereAWordBreaksAndIsElseUnseen() {
        String word = "Bewohner\u00ADpark\u00ADausweis";
        assertEquals("Bewohnerparkausweis", LineBreaks.wrapHyphenated(word, 19, LETTERS));
        assertEquals("Bewohner-\nparkausweis", LineBreaks.wrapHyphenated(word, 12, LETTERS));
        assertEquals("Bewohnerpark-\nausweis", LineBreaks.wrapHyphenated(word, 13, LETTERS));
    }

    @Test
    void lettersThatSoundTogetherStayTogether() {
        assertEquals("Geburt-\nsurkunde", Hyphenation.fit("Geburtsurkunde", 9, LETTERS));
        assertEquals("Personen-\nsuche", Hyphenation.fit("Personensuche", 9, LETTERS));
        assertEquals("Fla-\nsche", Hyphenation.fit("Flasche", 4, LETTERS));
    }

    @Test
    void aWordWithoutSyllablesStaysWhole() {
        assertEquals("8100.2026.004711", Hyphenation.fit("8100.2026.004711", 5, LETTERS));
    }
}
