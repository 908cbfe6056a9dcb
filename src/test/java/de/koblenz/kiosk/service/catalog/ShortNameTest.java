package de.koblenz.kiosk.service.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShortNameTest {
    @Test
    void aLineBreaksAtABlank() {
        assertEquals(
                List.of("Adresse im Personalausweis", "ändern"),
                ShortName.lines("Adresse im Personalausweis ändern"));
    }

    @Test
    void aLineBreaksAfterAHyphen() {
        assertEquals(
                List.of("Gewerbesteuer-", "Vorauszahlung anpassen"),
                ShortName.lines("Gewerbesteuer-Vorauszahlung anpassen"));
    }

    @Test
    void aLineHoldsTwentySixCharacters() {
        assertTrue(ShortName.fits("a".repeat(26)));
        assertFalse(ShortName.fits("a".repeat(27)));
    }

    @Test
    void twoFullLinesFitAndAThirdDoesNot() {
        String line = "a".repeat(26);
        assertTrue(ShortName.fits(line + " " + line));
        assertFalse(ShortName.fits(line + " " + line + " a"));
    }

    @Test
    void aBlankAtTheEndCostsNothing() {
        assertTrue(ShortName.fits(" " + "a".repeat(26) + " "));
    }
}
