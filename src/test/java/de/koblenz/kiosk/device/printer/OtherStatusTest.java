package de.koblenz.kiosk.device.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.device.printer.PrinterStatus.Paper;
import de.koblenz.kiosk.device.printer.PrinterStatus.Presenter;
import de.koblenz.kiosk.device.profile.Completion;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What printers of Custom ("FULL STATUS", "GS E2h") and Star (STAR Line Mode Command Specifications, chapter 5) say.
class OtherStatusTest {
    private static List<PrinterReply> read(StatusReader reader, String hex) {
        List<PrinterReply> replies = new ArrayList<>();
        for (byte value : HexFormat.ofDelimiter(" ").parseHex(hex)) {
            replies.addAll(reader.take(new byte[] {value}));
        }
        return replies;
    }

    private static PrinterStatus custom(String four) {
        List<PrinterReply> replies = read(new CustomStatus(), "10 0F " + four);
        return ((PrinterReply.Automatic) replies.getFirst()).status();
    }

    private static PrinterStatus star(String seven) {
        // Header 1: nine bytes (23h); header 2: version 3 (06h).
        List<PrinterReply> replies = read(new StarStatus(), "23 06 " + seven);
        return ((PrinterReply.Automatic) replies.getFirst()).status();
    }

    @Test
    void customTellsPaperCoverHeadJamAndKnife() {
        assertEquals(Paper.FULL, custom("00 00 00 00").paper());
        // First byte: bit 0 no paper, bit 2 near end, bit 6 virtual end.
        assertEquals(Paper.OUT, custom("05 00 00 00").paper());
        assertEquals(Paper.LOW, custom("04 00 00 00").paper());
        assertEquals(Paper.LOW, custom("40 00 00 00").paper());
        // Second: bit 0 head up, bit 1 cover open.
        assertTrue(custom("00 02 00 00").coverOpen());
        assertTrue(custom("00 01 00 00").coverOpen());
        // Third: bit 0 head temperature, bit 6 jam.
        assertTrue(custom("00 00 01 00").overheated());
        assertEquals(Paper.JAMMED, custom("00 00 40 00").paper());
        // Fourth: bit 0 knife, bit 2 RAM.
        assertTrue(custom("00 00 00 01").cutterError());
        assertTrue(custom("00 00 00 04").unrecoverable());
    }

    @Test
    void customTellsWhetherATicketLiesInTheMouth() {
        assertEquals(Presenter.PRESENT, custom("20 00 00 00").presenter());
        assertEquals(Presenter.EMPTY, custom("00 00 00 00").presenter());
        assertEquals(Presenter.JAMMED, custom("00 00 40 00").presenter());
    }

    @Test
    void theNumberOfCutsIsReadInWords() {
        // "2376cuts"
        assertEquals(
                List.of(new PrinterReply.Cuts(2376)),
                read(new CustomStatus(), "32 33 37 36 63 75 74 73"));
    }

    @Test
    void aNumberOfCutsWithAHoleIsNone() {
        assertFalse(
                read(new CustomStatus(), "32 33 37 36 63 74 73").stream()
                        .anyMatch(PrinterReply.Cuts.class::isInstance));
    }

    @Test
    void statusAndCutsOfCustomMayFollowEachOtherAtOnce() {
        assertEquals(
                List.of(
                        new PrinterReply.Cuts(7),
                        new PrinterReply.Automatic(CustomStatus.status(4, 0, 0, 0)),
                        new PrinterReply.Cuts(8)),
                read(new CustomStatus(), "37 63 75 74 73 10 0F 04 00 00 00 38 63 75 74 73"));
    }

    @Test
    void starTellsCoverKnifeHeadAndPaper() {
        // Printer status 1 bit 5 cover; 2 bit 3 knife, bit 6 hot head, bit 5 unrecoverable; 4 bit 3
        // no paper, bit 2 near.
        assertTrue(star("28 00 00 00 00 00 00").coverOpen());
        assertTrue(star("08 08 00 00 00 00 00").cutterError());
        assertTrue(star("08 40 00 00 00 00 00").overheated());
        assertTrue(star("08 20 00 00 00 00 00").unrecoverable());
        assertEquals(Paper.OUT, star("08 00 00 0C 00 00 00").paper());
        assertEquals(Paper.LOW, star("00 00 00 04 00 00 00").paper());
        assertEquals(Paper.JAMMED, star("08 00 04 00 00 00 00").paper());
        assertTrue(star("00 00 00 00 00 00 00").canPrint());
    }

    @Test
    void starTellsWhereThePaperIsInThePresenter() {
        // Printer status 7, bits 1 to 3: 0 none, 1 supplied, 3 can be pulled out, 6 taken back, 7
        // pulled out.
        assertEquals(Presenter.EMPTY, star("00 00 00 00 00 00 00").presenter());
        assertEquals(Presenter.ENTERING, star("00 00 00 00 00 00 02").presenter());
        assertEquals(Presenter.PRESENT, star("00 00 00 00 00 00 06").presenter());
        assertEquals(Presenter.RETRACTED, star("00 00 00 00 00 00 0C").presenter());
        assertEquals(Presenter.TAKEN, star("00 00 00 00 00 00 0E").presenter());
    }

    @Test
    void theEtbCounterHasFiveBits() {
        // Printer status 6: bits 6 and 5 are counter bits 4 and 3, bits 3 to 1 the others.
        assertTrue(
                read(new StarStatus(), "23 06 00 00 00 00 00 6E 00")
                        .contains(new PrinterReply.Etb(31)));
        assertTrue(
                read(new StarStatus(), "23 06 00 00 00 00 00 24 00")
                        .contains(new PrinterReply.Etb(10)));
    }

    @Test
    void aShortStatusOfStarHasNoCounter() {
        // 0Fh: seven bytes.
        assertEquals(1, read(new StarStatus(), "0F 06 00 00 00 00 00").size());
    }

    @Test
    void starsStatusIsReadAgainAfterALostByte() {
        List<PrinterReply> replies =
                read(new StarStatus(), "23 06 00 00 00 23 06 00 00 00 00 00 02 00");
        assertEquals(new PrinterReply.Noise(), replies.getFirst());
        assertTrue(replies.contains(new PrinterReply.Etb(1)));
    }

    @Test
    void aGarbledDigitDoesNotProveAJobOfCustom() {
        CompletionEvidence evidence = CompletionEvidence.of(Completion.COUNTERS, "", 41);
        assertFalse(evidence.accepts(new PrinterReply.Cuts(42)));
        assertFalse(evidence.accepts(new PrinterReply.Cuts(41)));
        assertFalse(evidence.accepts(new PrinterReply.Cuts(42)));
        assertFalse(evidence.accepts(new PrinterReply.Cuts(42)));
        assertTrue(evidence.accepts(new PrinterReply.Cuts(42)));
    }

    @Test
    void oneStatusDoesNotProveAJobOfStar() {
        CompletionEvidence evidence = CompletionEvidence.of(Completion.ETB, "", 9);
        assertFalse(evidence.accepts(new PrinterReply.Etb(10)));
        assertTrue(evidence.accepts(new PrinterReply.Etb(10)));
    }
}
