package de.koblenz.kiosk.device.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DocumentCodecTest {
    private static final PrintDocument ALL =
            new PrintDocument(
                    List.of(
                            new PrintDocument.Crest(),
                            new PrintDocument.Heading("Ü"),
                            new PrintDocument.Banner("A 12"),
                            new PrintDocument.Paragraph("x\ny", PrintDocument.Align.RIGHT, true),
                            new PrintDocument.Row("links", "1,00 €", false),
                            new PrintDocument.Total("Summe", "1,00 €"),
                            new PrintDocument.Rule(),
                            new PrintDocument.Qr("q", "c"),
                            new PrintDocument.Matrix("m", ""),
                            new PrintDocument.Barcode("b", "c"),
                            new PrintDocument.Space(3),
                            new PrintDocument.CodeTable(16),
                            new PrintDocument.Ruler()));

    @Test
    void everyBlockIsReadBack() throws IOException {
        assertEquals(ALL.blocks(), DocumentCodec.decode(DocumentCodec.encode(ALL)).blocks());
    }

    @Test
    void brokenBytesAreRefusedAndNeverMore() {
        byte[] whole = DocumentCodec.encode(ALL);
        Random random = new Random(7);
        for (int run = 0; run < 20_000; run++) {
            byte[] bytes = Arrays.copyOf(whole, random.nextInt(whole.length));
            if (bytes.length > 0) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            try {
                DocumentCodec.decode(bytes);
            } catch (IOException _) {
                // The one way to refuse.
            }
        }
        assertThrows(
                IOException.class, () -> DocumentCodec.decode(new byte[] {'H', 0x7F, -1, -1, -1}));
    }

    @Test
    void aDocumentSaysNothingOfItsContent() {
        assertFalse(ALL.toString().contains("links"));
    }
}
