package de.koblenz.kiosk.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.citizen.ShippedKiosk;
import java.util.List;
import org.junit.jupiter.api.Test;

class PseudoLocalesTest {
    private final Texts german = ShippedKiosk.CONFIG.german();

    @Test
    void theyHaveEveryTextWithItsPlaceholders() {
        for (Texts invented :
                List.of(PseudoLocales.longer(german), PseudoLocales.rightToLeft(german))) {
            assertEquals(german.keys(), invented.keys());
            for (String key : german.keys()) {
                assertEquals(german.placeholders(key), invented.placeholders(key), key);
            }
        }
    }

    @Test
    void oneIsAtLeast40PercentLonger() {
        Texts longer = PseudoLocales.longer(german);
        for (String key : german.keys()) {
            assertTrue(longer.of(key).length() >= german.of(key).length() * 1.4, key);
        }
    }

    @Test
    void oneIsReadFromTheRight() {
        assertTrue(Locales.rightToLeft(PseudoLocales.RIGHT_TO_LEFT));
        String title = PseudoLocales.rightToLeft(german).of("start.title");
        assertEquals(
                Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC,
                Character.getDirectionality(title.charAt(0)));
        assertTrue(title.codePoints().noneMatch(c -> c >= 'a' && c <= 'z'), title);
    }
}
