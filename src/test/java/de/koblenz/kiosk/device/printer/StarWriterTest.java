package de.koblenz.kiosk.device.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.device.printer.PrintDocument.Block;
import de.koblenz.kiosk.device.printer.PrintDocument.Heading;
import de.koblenz.kiosk.device.printer.PrintDocument.Paragraph;
import de.koblenz.kiosk.device.printer.PrintDocument.Qr;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Golden bytes of Star line mode (STAR Line Mode Command Specifications, chapter 3).
class StarWriterTest {
    /// ESC @ initialise; ESC R 0 American ASCII; ESC z 1 line feed of 4 mm.
    private static final String START = "1B40 1B5200 1B7A01";

    /// ESC a 1 one line; ESC d 3 feed to the knife, partial cut.
    private static final String CUT = "1B6101 1B6403";

    private static byte[] encoded(Block... blocks) throws Exception {
        return new EscPosEncoder(
                        Profiles.shipped("STAR-TSP650II"),
                        Letterhead.koblenz("Stadt Koblenz", "Duplikat"))
                .encode(new PrintDocument(List.of(blocks)), false)
                .bytes();
    }

    private static void assertBytes(String expected, byte[] actual) {
        assertEquals(expected.replace(" ", ""), HexFormat.of().withUpperCase().formatHex(actual));
    }

    private static String hex(String latin) {
        return HexFormat.of()
                .withUpperCase()
                .formatHex(latin.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void germanGoesInTable32() throws Exception {
        // ESC GS t 32 selects CP1252: € 80, ä E4.
        assertBytes(START + "1B1D7420" + "80E4" + "0A" + CUT, encoded(Paragraph.plain("€ä")));
    }

    @Test
    void aTitleIsCentredBoldAndDouble() throws Exception {
        // ESC GS a 1 centre, ESC E bold, ESC i 1 1 double; off again with ESC GS a 0, ESC F, ESC i
        // 0 0.
        assertBytes(
                START
                        + "1B1D6101 1B45 1B690101"
                        + hex("Titel")
                        + "0A"
                        + "1B1D6100 1B46 1B690000"
                        + hex("Text")
                        + "0A"
                        + CUT,
                encoded(new Heading("Titel"), Paragraph.plain("Text")));
    }

    @Test
    void theQrCodeIsModel2LevelM() throws Exception {
        assertBytes(
                START
                        + "1B6101" // ESC a 1: quiet zone above
                        + "1B1D6101"
                        + "1B1D7953 3002" // ESC GS y S 0 2: model 2
                        + "1B1D7953 3101" // S 1 1: level M
                        + "1B1D7953 3207" // S 2 7: dots per cell
                        + "1B1D7944 3100 0300 414243" // D 1 0: data
                        + "1B1D7950" // P: print
                        + "1B6101"
                        + CUT,
                encoded(new Qr("ABC", "")));
    }

    @Test
    void aLineOfNoTableIsARasterPicture() throws Exception {
        String text = HexFormat.of().withUpperCase().formatHex(encoded(Paragraph.plain("Brașov")));
        // ESC * r A, ESC * r P 0 NUL, ESC * r E 1 NUL, then rows of 72 bytes (b 48 00), ESC * r B.
        assertTrue(text.contains("1B2A7241" + "1B2A72503000" + "1B2A72453100" + "624800"), text);
        assertEquals(32, text.split("624800", -1).length - 1);
        assertTrue(text.contains("1B2A7242" + "1B6101"), text);
    }
}
