package de.koblenz.kiosk.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColourTest {
    /// Ratios as published with the KERN tokens.
    @ParameterizedTest
    @CsvSource({
        "#000000, #FFFFFF, 21",
        "#131525, #FFFFFF, 18.08",
        "#2044AA, #FFFFFF, 8.51",
        "#51577A, #F3F4F7, 6.38",
        "#6E7597, #FFFFFF, 4.51",
        "#C0C3D5, #FFFFFF, 1.75"
    })
    void contrastIsThatOfWcag(String front, String back, double ratio) {
        assertEquals(ratio, Colour.of(front).contrast(Colour.of(back)), 0.006);
        assertEquals(ratio, Colour.of(back).contrast(Colour.of(front)), 0.006);
    }

    @Test
    void aColourIsWrittenAsItWasRead() {
        assertEquals("#0A0B0C", Colour.of("#0a0b0c").toString());
    }
}
