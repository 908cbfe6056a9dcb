package de.koblenz.kiosk.device.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Where text on paper is broken.
class PrintTextTest {
    private static List<String> wrapped(String text, int width) throws Exception {
        return PrintText.wrap(PrintText.printable(text), width);
    }

    @Test
    void anAmountStaysTogetherHoweverItIsWritten() throws Exception {
        for (String blank : List.of(" ", "\u00A0", "\u202F")) {
            assertEquals(
                    List.of("Hundesteuer", "144\u00A0€ im Jahr"),
                    wrapped("Hundesteuer 144" + blank + "€ im Jahr", 15));
        }
    }

    @Test
    void otherBlanksBreak() throws Exception {
        assertEquals(List.of("in €", "und 5"), wrapped("in € und 5", 5));
    }

    @Test
    void onPaperItIsABlank() throws Exception {
        assertEquals("144 €", PrintText.forTable(PrintText.printable("144 €")));
    }
}
