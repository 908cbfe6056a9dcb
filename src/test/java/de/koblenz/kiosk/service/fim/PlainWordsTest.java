package de.koblenz.kiosk.service.fim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PlainWordsTest {
    private static final String SIGNS =
            "aäßZ9 .{}\t\n\u00A0\u00AD\u200B\u200D\u0301\u202E\u0007\u20AC\u00BD\u02FF\u007F\uD83D\uDE00ي";

    @Test
    void blanksAreSingleAndBracesRound() {
        assertEquals("Straße (Nr.) und Ort", PlainWords.of("  Straße\n{Nr.}  und\tOrt "));
        assertEquals("", PlainWords.of(" \u200B "));
        assertEquals("é", PlainWords.of("e\u0301"));
    }

    /// A text that needs nothing goes the short way; one with a blank before it never does.
    @Test
    void theShortWaySaysTheSame() {
        Random random = new Random(17);
        int[] signs = SIGNS.codePoints().toArray();
        for (int run = 0; run < 20_000; run++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(6); i >= 0; i--) {
                text.appendCodePoint(signs[random.nextInt(signs.length)]);
            }
            // A combining sign would join the blank.
            if (text.charAt(0) != '\u0301') {
                assertEquals(PlainWords.of(" " + text), PlainWords.of(text.toString()));
            }
        }
    }
}
