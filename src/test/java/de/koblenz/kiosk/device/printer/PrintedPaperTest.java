package de.koblenz.kiosk.device.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Reader;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.datamatrix.DataMatrixReader;
import com.google.zxing.oned.Code128Reader;
import com.google.zxing.qrcode.QRCodeReader;
import de.koblenz.kiosk.device.profile.DeviceProfile;
import de.koblenz.kiosk.device.sim.PrintedPaper;
import de.koblenz.kiosk.device.sim.SimulatedPrinter;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a citizen holds in the hand, drawn by the simulated printer from the encoder's bytes.
class PrintedPaperTest {
    private static final Letterhead LETTERHEAD = Letterhead.koblenz("Stadt Koblenz", "Duplikat");

    private static PrintedPaper printed(DeviceProfile profile, PrintDocument document, String name)
            throws Exception {
        return printed(profile, document, name, false);
    }

    private static PrintedPaper printed(
            DeviceProfile profile, PrintDocument document, String name, boolean duplicate)
            throws Exception {
        SimulatedPrinter printer = new SimulatedPrinter(profile);
        EscPosEncoder encoder = new EscPosEncoder(profile, LETTERHEAD);
        if (profile.kiosk().keepsPictures()) {
            printer.receive(encoder.logo());
        }
        EncodedDocument encoded = encoder.encode(document, duplicate);
        printer.receive(encoded.bytes());
        if (printer.papers().isEmpty()) {
            printer.tearOff();
        }
        assertEquals(List.of(), printer.unknownCommands());
        PrintedPaper paper = printer.papers().getFirst();
        Path folder = Path.of(System.getProperty("kiosk.project", "."), "target", "paper");
        Files.createDirectories(folder);
        Files.write(folder.resolve(name + "-" + profile.key() + ".png"), paper.png());
        return paper;
    }

    private static BinaryBitmap bitmap(BufferedImage image) {
        int[] pixels =
                image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return new BinaryBitmap(
                new HybridBinarizer(
                        new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels)));
    }

    private static String decoded(BufferedImage image) throws Exception {
        return new QRCodeReader()
                .decode(bitmap(image), Map.of(DecodeHintType.TRY_HARDER, true))
                .getText();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GENERIC-80",
                "GENERIC-58",
                "EPSON-TM-T88V",
                "KIOSK-VKP80II",
                "STAR-TSP650II"
            })
    void theQrCodeOnPaperReadsBack(String key) throws Exception {
        PrintedPaper paper = printed(Profiles.shipped(key), SampleDocuments.ticket(), "ticket");
        assertEquals(SampleDocuments.TICKET_CODE, decoded(paper.image()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GENERIC-80",
                "GENERIC-58",
                "EPSON-TM-T88V",
                "KIOSK-VKP80II",
                "STAR-TSP650II"
            })
    void umlautsQuotesAndEuroStandOnThePaper(String key) throws Exception {
        PrintedPaper paper = printed(Profiles.shipped(key), SampleDocuments.receipt(), "receipt");
        String text = String.join(" ", paper.lines());
        assertTrue(text.contains("194,97 €"), text);
        assertTrue(text.contains("„Altstadt –"), text);
        assertTrue(text.contains("Süd“, gültig"), text);
        assertTrue(text.contains("Größe"), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GENERIC-80",
                "GENERIC-58",
                "EPSON-TM-T88V",
                "KIOSK-VKP80II",
                "STAR-TSP650II"
            })
    void theForeseenLengthIsThePaperThatComesOut(String key) throws Exception {
        DeviceProfile profile = Profiles.shipped(key);
        PrintedPaper paper = printed(profile, SampleDocuments.receipt(), "receipt");
        int foreseen =
                new EscPosEncoder(profile, LETTERHEAD).millimetres(SampleDocuments.receipt());
        assertEquals(foreseen, paper.millimetres(), 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GENERIC-80", "GENERIC-58"})
    void aReprintIsHeadedAsSuch(String key) throws Exception {
        PrintedPaper paper =
                printed(Profiles.shipped(key), SampleDocuments.ticket(), "duplicate", true);
        assertEquals("Duplikat", paper.lines().getFirst());
    }

    @Test
    void amountsEndAtTheSameColumn() throws Exception {
        PrintedPaper paper =
                printed(Profiles.shipped("GENERIC-80"), SampleDocuments.receipt(), "receipt");
        List<String> amounts = paper.lines().stream().filter(line -> line.endsWith("€")).toList();
        assertEquals(4, amounts.size());
        assertTrue(amounts.stream().allMatch(line -> line.length() == 48), amounts.toString());
    }

    @Test
    void aLongGermanTitleIsNeverBrokenInsideTheWord() throws Exception {
        PrintedPaper paper =
                printed(Profiles.shipped("GENERIC-58"), SampleDocuments.receipt(), "receipt");
        assertTrue(paper.lines().contains("Bewohnerparkausweis"), paper.lines().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"GENERIC-80", "GENERIC-58", "EPSON-TM-T88V", "STAR-TSP650II"})
    void barcodeAndDataMatrixOnPaperReadBack(String key) throws Exception {
        PrintDocument codes =
                new PrintDocument(
                        List.of(
                                new PrintDocument.Matrix("KO-2026-004711", "KO-2026-004711"),
                                new PrintDocument.Space(3)));
        PrintDocument bars =
                new PrintDocument(
                        List.of(
                                new PrintDocument.Barcode("KO-004711", "KO-004711"),
                                new PrintDocument.Space(3)));
        assertEquals(
                "KO-2026-004711",
                read(new DataMatrixReader(), printed(Profiles.shipped(key), codes, "matrix")));
        assertEquals(
                "KO-004711",
                read(new Code128Reader(), printed(Profiles.shipped(key), bars, "barcode")));
    }

    private static String read(Reader reader, PrintedPaper paper) throws Exception {
        return reader.decode(bitmap(paper.image()), Map.of(DecodeHintType.TRY_HARDER, true))
                .getText();
    }

    @Test
    void aBarcodeTooLongForThePaperIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () ->
                        printed(
                                Profiles.shipped("GENERIC-58"),
                                new PrintDocument(
                                        List.of(new PrintDocument.Barcode("X".repeat(30), ""))),
                                "barcode"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GENERIC-80", "GENERIC-58", "STAR-TSP650II"})
    void aWaitingNumberIsAsLargeAsThePaperAllows(String key) throws Exception {
        PrintDocument number =
                new PrintDocument(
                        List.of(new PrintDocument.Crest(), new PrintDocument.Banner("B 047")));
        PrintedPaper paper = printed(Profiles.shipped(key), number, "number");
        assertTrue(paper.lines().contains("B 047"));
        assertTrue(paper.millimetres() > 40, "mm: " + paper.millimetres());
    }
}
