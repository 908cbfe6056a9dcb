package de.koblenz.kiosk.order.submission;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;

class PdfDocumentTest {
    /// Where the density stands in a JPEG of the JDK, which begins with its JFIF segment: SOI (2), marker (2), length (2),
    /// "JFIF" and 0 (5), version (2), then units (1), across (2), down (2); ITU-T T.871, 10.1.
    private static final int UNITS = 13;

    @Test
    void everyPageIsSeenInItsOrder() throws Exception {
        PdfDocument pdf =
                PdfDocument.bind(
                        "Mietvertrag",
                        List.of(SamplePages.colour(120, 160), SamplePages.grey(160, 120)));
        try (PDDocument document = Loader.loadPDF(pdf.bytes())) {
            assertEquals(2, document.getNumberOfPages());
            assertEquals("Mietvertrag", document.getDocumentInformation().getTitle());
            PDFRenderer renderer = new PDFRenderer(document);
            BufferedImage first = renderer.renderImage(0);
            assertTrue(first.getHeight() > first.getWidth());
            assertTrue((first.getRGB(20, 20) >> 16 & 0xFF) > 120, "red is above on the left");
            assertTrue((first.getRGB(20, 20) & 0xFF) < 90);
            assertTrue((first.getRGB(first.getWidth() - 20, 20) & 0xFF) > 240, "white beside it");
            BufferedImage second = renderer.renderImage(1);
            assertTrue(second.getWidth() > second.getHeight());
        }
    }

    @Test
    void thePicturesAreTheScannersOwnBytes() throws Exception {
        ByteBuffer page = SamplePages.colour(120, 160);
        PdfDocument pdf = PdfDocument.bind("x", List.of(page));
        try (PDDocument document = Loader.loadPDF(pdf.bytes())) {
            byte[] inside =
                    image(document.getPage(0)).getCOSObject().createRawInputStream().readAllBytes();
            assertArrayEquals(page.array(), inside);
        }
    }

    private static PDImageXObject image(PDPage page) throws IOException {
        COSName name = page.getResources().getXObjectNames().iterator().next();
        return (PDImageXObject) page.getResources().getXObject(name);
    }

    private static PDRectangle size(ByteBuffer page) throws IOException {
        try (PDDocument document = Loader.loadPDF(PdfDocument.bind("x", List.of(page)).bytes())) {
            return document.getPage(0).getMediaBox();
        }
    }

    private static ByteBuffer density(ByteBuffer jpeg, int units, int value) {
        return jpeg.put(UNITS, (byte) units)
                .putShort(UNITS + 1, (short) value)
                .putShort(UNITS + 3, (short) value);
    }

    @Test
    void aPageThatSaysHowLargeItWasIsThatLarge() throws Exception {
        // 200 per inch: 1654 × 2339 is A4, 210 × 297 mm.
        PDRectangle sheet = size(density(SamplePages.grey(1654, 2339), 1, 200));
        assertEquals(595.4, sheet.getWidth(), 0.1);
        assertEquals(842.0, sheet.getHeight(), 0.1);
        // 118 per centimetre is 300 per inch: an identity card, 85.6 × 54 mm, stays a card.
        PDRectangle card = size(density(SamplePages.colour(1011, 638), 2, 118));
        assertEquals(242.6, card.getWidth(), 0.5);
        assertEquals(153.1, card.getHeight(), 0.5);
    }

    @Test
    void aPageThatDoesNotSayIsFittedIntoA4() throws Exception {
        PDRectangle upright = size(SamplePages.grey(100, 200));
        assertEquals(PDRectangle.A4.getHeight(), upright.getHeight(), 0.1);
        PDRectangle flat = size(density(SamplePages.grey(200, 100), 1, 1));
        assertEquals(PDRectangle.A4.getHeight(), flat.getWidth(), 0.1);
    }

    @Test
    void noPageIsLargerThanWhatIsScanned() throws Exception {
        for (int claimed : List.of(72, 96, 150)) {
            PDRectangle upright = size(density(SamplePages.grey(1654, 2339), 1, claimed));
            assertEquals(PDRectangle.A4.getWidth(), upright.getWidth(), 0.5);
            assertEquals(PDRectangle.A4.getHeight(), upright.getHeight(), 0.5);
            PDRectangle flat = size(density(SamplePages.grey(2339, 1654), 1, claimed));
            assertEquals(PDRectangle.A4.getHeight(), flat.getWidth(), 0.5);
        }
        // A whole plate of 216 mm is a bit wider than A4, and stays so: 8.5 inches of 72 points.
        PDRectangle plate = size(density(SamplePages.grey(1700, 2339), 1, 200));
        assertEquals(612, plate.getWidth(), 0.5);
    }

    @Test
    void whatIsNoPictureIsRefused() {
        assertThrows(IOException.class, () -> PdfDocument.bind("x", List.of()));
        List<byte[]> strangers =
                List.of(
                        new byte[0],
                        new byte[] {(byte) 0xFF, (byte) 0xD8},
                        "%PDF-1.4 no JPEG".getBytes(StandardCharsets.US_ASCII),
                        Arrays.copyOf(SamplePages.grey(50, 50).array(), 30));
        for (byte[] stranger : strangers) {
            assertThrows(
                    IOException.class,
                    () -> PdfDocument.bind("x", List.of(ByteBuffer.wrap(stranger))));
        }
    }

    @Test
    void brokenHeadersNeverDoMoreThanBeRefused() {
        byte[] good = SamplePages.colour(40, 40).array();
        Random random = new Random(11);
        int refused = 0;
        for (int i = 0; i < 5_000; i++) {
            byte[] broken = Arrays.copyOf(good, random.nextInt(good.length) + 1);
            for (int change = random.nextInt(4); change >= 0; change--) {
                broken[random.nextInt(Math.min(broken.length, 200))] = (byte) random.nextInt();
            }
            try {
                JpegHeader header = JpegHeader.read(ByteBuffer.wrap(broken));
                assertTrue(header.width() > 0 && header.height() > 0);
            } catch (IOException _) {
                refused++;
            }
        }
        assertTrue(refused > 500, "refused: " + refused);
    }

    @Test
    void whatIsErasedIsGone() throws Exception {
        PdfDocument pdf = PdfDocument.bind("x", List.of(SamplePages.grey(50, 50)));
        assertFalse(pdf.toString().contains("JFIF"));
        pdf.erase();
        assertArrayEquals(new byte[pdf.size()], pdf.bytes());
    }
}
