package de.koblenz.kiosk.device.scanner;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ScannedPageTest {
    private static byte[] jpeg(int width, int height, int type) throws IOException {
        BufferedImage picture = new BufferedImage(width, height, type);
        Random dots = new Random(7);
        for (int i = 0; i < width * height / 2; i++) {
            picture.setRGB(dots.nextInt(width), dots.nextInt(height), dots.nextInt());
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertTrue(ImageIO.write(picture, "jpg", out));
        return out.toByteArray();
    }

    private static byte[] jpeg() throws IOException {
        return jpeg(40, 60, BufferedImage.TYPE_INT_RGB);
    }

    @Test
    void aPageKnowsItsSize() throws IOException {
        try (ScannedPage colour = ScannedPage.ofJpeg(jpeg());
                ScannedPage grey = ScannedPage.ofJpeg(jpeg(33, 17, BufferedImage.TYPE_BYTE_GRAY))) {
            assertEquals(
                    List.of(40, 60, 33, 17),
                    List.of(colour.width(), colour.height(), grey.width(), grey.height()));
        }
    }

    @Test
    void theBytesOfAPageAreThoseOfThePicture() throws IOException {
        byte[] jpeg = jpeg();
        try (ScannedPage page = ScannedPage.ofJpeg(jpeg);
                InputStream in = page.open()) {
            assertArrayEquals(jpeg, in.readAllBytes());
            assertArrayEquals(jpeg, page.copy());
            assertEquals(jpeg.length, page.size());
        }
    }

    @Test
    void whatStandsBehindThePictureIsCutOff() throws IOException {
        byte[] jpeg = jpeg();
        try (ScannedPage page = ScannedPage.ofJpeg(Arrays.copyOf(jpeg, jpeg.length + 100))) {
            assertArrayEquals(jpeg, page.copy());
        }
    }

    @Test
    void anErasedPageGivesNothingMore() throws IOException {
        ScannedPage page = ScannedPage.ofJpeg(jpeg());
        InputStream begun = page.open();
        assertEquals(0xFF, begun.read());
        page.close();
        page.close();
        assertTrue(page.closed());
        assertEquals(0, page.copy().length);
        assertThrows(IOException.class, begun::read);
        assertThrows(IOException.class, () -> page.open().readAllBytes());
    }

    @Test
    void erasingOverwritesTheBytes() {
        byte[] own = {1, 2, 3, 4};
        new ScannedPage(own, 1, 1).close();
        assertArrayEquals(new byte[4], own);
    }

    @Test
    void erasingAnOutcomeErasesAllPages() throws IOException {
        ScannedPage first = ScannedPage.ofJpeg(jpeg());
        ScannedPage second = ScannedPage.ofJpeg(jpeg());
        new ScanOutcome.Scanned(List.of(first, second)).close();
        assertTrue(first.closed() && second.closed());
    }

    @Test
    void aPageHasNoTextForm() throws IOException {
        try (ScannedPage page = ScannedPage.ofJpeg(jpeg())) {
            assertEquals("ScannedPage", page.toString());
            assertEquals(
                    "Scanned[pages=[ScannedPage]]",
                    new ScanOutcome.Scanned(List.of(page)).toString());
        }
    }

    @Test
    void aPictureBrokenOffAnywhereIsNone() throws IOException {
        byte[] jpeg = jpeg();
        for (int length = 0; length < jpeg.length; length++) {
            byte[] part = Arrays.copyOf(jpeg, length);
            assertThrows(IOException.class, () -> ScannedPage.ofJpeg(part), "length " + length);
        }
    }

    /// T.81 B.2.2: FFC0, length 11, 8 bits, height, width, one component.
    @Test
    void aPictureOfImpossibleSizeIsNone() {
        for (String frame :
                List.of(
                        "FFC0000B080000000101011100", // no lines
                        "FFC0000B080001000001011100", // no columns
                        "FFC0000B08FFFF000101011100", // 65,535 lines
                        "FFC0000B084E204E2001011100", // 20,000 by 20,000
                        "FFC0000B100001000101011100", // 16 bits
                        "FFC3000B080001000101011100", // lossless
                        "FFC000140800010001 04011100021100031100041100", // four colours
                        "FFC00005080001000101011100")) { // shorter than a frame
            assertThrows(IOException.class, () -> JpegFrame.of(picture(frame)), frame);
        }
    }

    @Test
    void theSmallestFrameOfAllIsOne() throws IOException {
        assertEquals(new JpegFrame(2, 1, 30), JpegFrame.of(picture("FFC0000B080001000201011100")));
    }

    /// A frame between FFD8 and a scan of one component with the coded bytes 12 FF00.
    private static byte[] picture(String frame) {
        String scan = "FFDA0008010100003F00 12FF00 FFD9";
        String hex = ("FFD8" + frame + scan).replace(" ", "");
        return HexFormat.of().parseHex(hex);
    }

    @Test
    void noBytesMakeItHangOrFailInAnotherWay() {
        Random dice = new Random(20_26);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[dice.nextInt(200)];
            dice.nextBytes(bytes);
            for (int j = 0; j + 1 < bytes.length; j += 1 + dice.nextInt(12)) {
                bytes[j] = (byte) 0xFF;
                bytes[j + 1] = (byte) (0xC0 + dice.nextInt(0x40));
            }
            if (bytes.length > 2) {
                bytes[0] = (byte) 0xFF;
                bytes[1] = (byte) 0xD8;
            }
            try {
                JpegFrame frame = JpegFrame.of(bytes);
                assertTrue(frame.length() <= bytes.length);
            } catch (IOException _) {
                // As it should be.
            }
        }
    }
}
