package de.koblenz.kiosk.device.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.device.printer.PrintDocument.Align;
import de.koblenz.kiosk.device.printer.PrintDocument.Block;
import de.koblenz.kiosk.device.printer.PrintDocument.Heading;
import de.koblenz.kiosk.device.printer.PrintDocument.Paragraph;
import de.koblenz.kiosk.device.printer.PrintDocument.Qr;
import de.koblenz.kiosk.device.printer.PrintDocument.Row;
import de.koblenz.kiosk.device.printer.PrintDocument.Rule;
import de.koblenz.kiosk.device.printer.PrintDocument.Space;
import de.koblenz.kiosk.device.profile.Completion;
import de.koblenz.kiosk.device.profile.DeviceProfile;
import de.koblenz.kiosk.device.sim.PrintedPaper;
import de.koblenz.kiosk.device.sim.SimulatedPrinter;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The bytes on the line; clauses are those of Epson's ESC/POS command reference.
class EscPosEncoderTest {
    private static final Letterhead LETTERHEAD = Letterhead.koblenz("Stadt Koblenz", "Duplikat");

    /// ESC @ initialise; ESC R 0 American ASCII.
    private static final String START = "1B40 1B5200";

    /// ESC d 1; GS V 66 0: feed to the knife, partial cut.
    private static final String CUT = "1B6401 1D564200";

    private static byte[] encoded(String profile, Block... blocks) throws Exception {
        return new EscPosEncoder(Profiles.shipped(profile), LETTERHEAD)
                .encode(new PrintDocument(List.of(blocks)), false)
                .bytes();
    }

    private static void assertBytes(String expected, byte[] actual) {
        assertEquals(expected.replace(" ", ""), HexFormat.of().withUpperCase().formatHex(actual));
    }

    private static String hex(String latin) {
        return HexFormat.of()
                .withUpperCase()
                .formatHex(latin.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
    }

    @Test
    void plainAsciiNeedsNoCodeTable() throws Exception {
        assertBytes(
                START + hex("Hallo") + "0A" + CUT, encoded("GENERIC-80", Paragraph.plain("Hallo")));
    }

    @Test
    void germanLettersQuotesAndEuroGoInTable16() throws Exception {
        // ESC t 16 selects CP1252: ä E4, ß DF, „ 84, “ 93, € 80.
        assertBytes(
                START + "1B7410" + hex("5 ") + "80" + hex(" ") + "84E4DF93" + "0A" + CUT,
                encoded("GENERIC-80", Paragraph.plain("5 € „äß“")));
    }

    @Test
    void aSecondLanguageInOneLineChangesTheTableOnce() throws Exception {
        // ESC t 16 (CP1252) € 80, blank; ESC t 18 (CP852) ł 88, ż BE, and ü 81, which is in both.
        assertBytes(
                START + "1B7410" + "80" + hex(" ") + "1B7412" + "88BE81" + "0A" + CUT,
                encoded("GENERIC-80", Paragraph.plain("€ łżü")));
    }

    @ParameterizedTest
    @CsvSource({
        // table of the TM-T88V, text, bytes
        "12, Łódź, 9D A2 64 AB", // ESC t 18 CP852
        "30, İğş, DD F0 FE", // ESC t 48 CP1254
        "2E, Київ, CA E8 BF E2", // ESC t 46 CP1251
    })
    void languagesWithATableOfTheirOwnUseIt(String table, String text, String bytes)
            throws Exception {
        assertBytes(
                START + "1B74" + table + bytes + "0A" + CUT,
                encoded("EPSON-TM-T88V", Paragraph.plain(text)));
    }

    @Test
    void stylesAreSwitchedOnlyWhereTheyChange() throws Exception {
        // ESC a 1 centre, ESC E 1 bold, GS ! 11 double size; off again with ESC a 0, ESC E 0, GS !
        // 0.
        assertBytes(
                START
                        + "1B6101 1B4501 1D2111"
                        + hex("Titel")
                        + "0A"
                        + hex("zwei")
                        + "0A"
                        + "1B6100 1B4500 1D2100"
                        + hex("Text")
                        + "0A"
                        + CUT,
                encoded(
                        "GENERIC-80",
                        new Heading("Titel"),
                        new Heading("zwei"),
                        Paragraph.plain("Text")));
    }

    @Test
    void aRowFillsTheWidthAndKeepsItsValueWhole() throws Exception {
        assertBytes(
                START + "1B4501" + hex("Summe" + " ".repeat(48 - 5 - 5) + "12,50") + "0A" + CUT,
                encoded("GENERIC-80", new Row("Summe", "12,50", true)));
    }

    @Test
    void theNativeQrCodeIsModel2WithErrorCorrectionM() throws Exception {
        assertBytes(
                START
                        + "1B6401" // ESC d 1: quiet zone above
                        + "1B6101" // ESC a 1
                        + "1D286B0400 31 41 32 00" // GS ( k fn 165: n1 = 50 is model 2
                        + "1D286B0300 31 43 07" // fn 167: 7 dots per module
                        + "1D286B0300 31 45 31" // fn 169: n = 49 is level M
                        + "1D286B0600 31 50 30 414243" // fn 180: store "ABC"
                        + "1D286B0300 31 51 30" // fn 181: print
                        + "1B6401" // quiet zone below
                        + CUT,
                encoded("GENERIC-80", new Qr("ABC", "")));
    }

    @Test
    void theSizeOfAQrCodeIsKnownWithoutDrawingIt() {
        for (int length = 1; length <= 600; length++) {
            int drawn = de.koblenz.kiosk.qr.QrMatrix.of("x".repeat(length)).size();
            int foreseen = QrSize.modules(length);
            // What draws it may spend 12 bits on naming the character set.
            assertTrue(drawn == foreseen || drawn == foreseen + 4, length + ": " + drawn);
        }
    }

    @Test
    void aQrCodeThatIsTooLongIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> encoded("GENERIC-80", new Qr("x".repeat(2_332), "")));
    }

    @Test
    void aPrinterWithoutQrCodesGetsItDrawn() throws Exception {
        DeviceProfile profile = Profiles.shipped("GENERIC-80");
        DeviceProfile plain =
                new DeviceProfile(
                        profile.key(),
                        profile.name(),
                        profile.vendor(),
                        profile.media(),
                        profile.fonts(),
                        profile.codePages(),
                        java.util.Map.of(),
                        profile.kiosk());
        byte[] bytes =
                new EscPosEncoder(plain, LETTERHEAD)
                        .encode(new PrintDocument(List.of(new Qr("ABC", ""))), false)
                        .bytes();
        // 21 modules of 7 dots are 147 dots: 19 bytes wide (13), strips of 107 rows (6B).
        assertTrue(
                HexFormat.of()
                        .withUpperCase()
                        .formatHex(bytes)
                        .contains("1D763000" + "1300" + "6B00"));
    }

    @Test
    void theProcessIdFollowsTheCut() throws Exception {
        EncodedDocument encoded =
                new EscPosEncoder(Profiles.shipped("EPSON-TM-T88V"), LETTERHEAD)
                        .encode(new PrintDocument(List.of(new Space(2))), false);
        CompletionEvidence evidence = CompletionEvidence.of(Completion.PROCESS_ID, "aB3~", 0);
        // GS ( H pL pH fn=48 m=48 d1 d2 d3 d4
        assertBytes(
                START + "1B6402" + CUT + "1D28480600 30 30 6142337E",
                encoded.followedBy(evidence.request()));
    }

    @Test
    void aKioskPrinterCutsFullyAndPresents() throws Exception {
        // 15 mm are four lines, so that the cuts that are counted are of whole papers; GS V 0 full
        // cut; then the
        // presenter command of the profile.
        assertBytes(
                START + "1B6401" + "1B6401 1B6404 1D5600" + "1D65030C",
                encoded("KIOSK-VKP80II", new Space(1)));
    }

    @Test
    void aPrinterWithoutKnifeFeedsToItsTearBar() throws Exception {
        // 10 mm are three lines of 3.75 mm.
        assertBytes(START + "1B6401" + "1B6401 1B6403", encoded("GENERIC-58", new Space(1)));
    }

    @Test
    void onlyTheLineThatNoTableHoldsIsDrawn() throws Exception {
        byte[] bytes =
                encoded(
                        "GENERIC-80",
                        Paragraph.plain("vorher"),
                        Paragraph.plain("Brașov șapte"),
                        Paragraph.plain("nachher"));
        String text = HexFormat.of().withUpperCase().formatHex(bytes);
        // GS v 0, 72 bytes wide, 30 rows: one strip of 28 rows and one of 2.
        assertTrue(text.contains("1D763000" + "4800" + "1C00"), text);
        assertTrue(text.contains("1D763000" + "4800" + "0200"), text);
        assertTrue(text.contains(hex("vorher") + "0A1D76"), text);
        assertTrue(text.contains(hex("nachher") + "0A"), text);
    }

    @Test
    void arabicIsDrawnAndNeverSentInATable() throws Exception {
        byte[] bytes = encoded("EPSON-TM-T88V", Paragraph.plain("مدينة كوبلنز"));
        SimulatedPrinter printer = new SimulatedPrinter(Profiles.shipped("EPSON-TM-T88V"));
        printer.receive(bytes);
        PrintedPaper paper = printer.papers().getFirst();
        assertEquals(List.of(), paper.lines());
        assertTrue(paper.millimetres() > 15);
        assertTrue(bytes.length > 1500);
    }

    @Test
    void aCharacterOfNoFontRefusesTheDocument() {
        // A code point of a private area, which no font has.
        assertThrows(
                UnprintableTextException.class,
                () -> encoded("GENERIC-80", Paragraph.plain("A\uDBFF\uDFFDB")));
    }

    @Test
    void aControlCharacterInATextIsNoCommand() {
        assertThrows(
                UnprintableTextException.class,
                () -> encoded("GENERIC-80", Paragraph.plain("Name\u001B@")));
    }

    @Test
    void aLetterInTwoPartsIsSetAsOne() throws Exception {
        // e + combining acute is é, E9 in CP1252.
        assertBytes(
                START + "1B7410" + "E9" + "0A" + CUT,
                encoded("GENERIC-80", Paragraph.plain("e\u0301")));
    }

    @Test
    void aTitleTooLongForDoubleWidthKeepsItsHeight() throws Exception {
        String text =
                HexFormat.of()
                        .withUpperCase()
                        .formatHex(encoded("GENERIC-58", new Heading("Bewohnerparkausweis")));
        // GS ! 01: double height only.
        assertTrue(text.contains("1D2101" + hex("Bewohnerparkausweis")), text);
    }

    @Test
    void theRuleIsOneLineOfTable19() throws Exception {
        // ESC t 19 (CP858): ─ is C4.
        assertBytes(
                START + "1B7413" + "C4".repeat(48) + "0A" + CUT, encoded("GENERIC-80", new Rule()));
    }

    @Test
    void noDocumentHoldsARealTimeCode() throws Exception {
        Random random = new Random(20260714);
        String letters = "abcÄÖÜß€„“łşĞЖїșأب 0123456789\n\t–";
        DeviceProfile profile = Profiles.shipped("GENERIC-80");
        for (int run = 0; run < 80; run++) {
            StringBuilder text = new StringBuilder();
            for (int at = random.nextInt(60); at >= 0; at--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            byte[] bytes =
                    encoded(
                            profile.key(),
                            new Heading(text.toString()),
                            new Row(text.toString(), "1,00 €", random.nextBoolean()),
                            new Paragraph(text.toString(), Align.RIGHT, true),
                            new Qr(text.toString(), text.toString()));
            for (int at = 0; at + 1 < bytes.length; at++) {
                boolean realTime =
                        bytes[at] == 0x10
                                && (bytes[at + 1] == 0x04
                                        || bytes[at + 1] == 0x05
                                        || bytes[at + 1] == 0x14);
                assertTrue(!realTime, "run " + run + " at " + at);
            }
        }
    }

    @Test
    void theStandardReceiptIsSmallWithTheCrestInThePrinter() throws Exception {
        EncodedDocument encoded =
                new EscPosEncoder(Profiles.shipped("EPSON-TM-T88V"), LETTERHEAD)
                        .encode(SampleDocuments.receipt(), false);
        byte[] bytes =
                encoded.followedBy(
                        CompletionEvidence.of(Completion.PROCESS_ID, "abcd", 0).request());
        System.out.println("standard receipt: " + bytes.length + " bytes");
        assertTrue(bytes.length <= 1200, "bytes: " + bytes.length);
    }

    @Test
    void aPrinterThatKeepsPicturesIsToldTheKeyOfTheCrest() throws Exception {
        EscPosEncoder encoder = new EscPosEncoder(Profiles.shipped("EPSON-TM-T88V"), LETTERHEAD);
        String text =
                HexFormat.of()
                        .withUpperCase()
                        .formatHex(encoded("EPSON-TM-T88V", new PrintDocument.Crest()));
        // GS ( L pL pH m=48 fn=69 kc1 kc2 x=1 y=1
        assertTrue(text.contains("1D284C0600" + "3045" + hex(encoder.logoKey()) + "0101"), text);
    }

    @Test
    void theCrestIsStoredUnderItsKey() {
        EscPosEncoder encoder = new EscPosEncoder(Profiles.shipped("EPSON-TM-T88V"), LETTERHEAD);
        // GS ( L pL pH m=48 fn=67 a=48 kc1 kc2 b=1 xL xH yL yH c=49: 72 × 90 dots, 810 + 11 bytes.
        assertTrue(
                HexFormat.of()
                        .withUpperCase()
                        .formatHex(encoder.logo())
                        .startsWith(
                                "1D284C3503"
                                        + "304330"
                                        + hex(encoder.logoKey())
                                        + "01"
                                        + "4800"
                                        + "5A00"
                                        + "31"));
    }

    @Test
    void theBarcodeIsCode128SetB() throws Exception {
        // GS h 80, GS w 3, GS H 0, GS k 73 n {B…
        assertBytes(
                START
                        + "1B6401"
                        + "1B6101"
                        + "1D6850 1D7703 1D4800 1D6B49 05 7B42"
                        + hex("ABC")
                        + "1B6401"
                        + CUT,
                encoded("GENERIC-80", new PrintDocument.Barcode("ABC", "")));
    }

    @Test
    void aBannerIsAsLargeAsItsLengthAllows() throws Exception {
        // 48 columns for 5 characters: six-fold at most, GS ! 55h; ten characters: four-fold, 33h.
        assertTrue(
                HexFormat.of()
                        .withUpperCase()
                        .formatHex(encoded("GENERIC-80", new PrintDocument.Banner("B 047")))
                        .contains("1D2155" + hex("B 047")));
        assertTrue(
                HexFormat.of()
                        .withUpperCase()
                        .formatHex(encoded("GENERIC-80", new PrintDocument.Banner("10:00 Uhr!")))
                        .contains("1D2133" + hex("10:00 Uhr!")));
    }
}
