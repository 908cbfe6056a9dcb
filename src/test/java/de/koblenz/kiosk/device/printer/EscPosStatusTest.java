package de.koblenz.kiosk.device.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.device.printer.PrinterStatus.Paper;
import de.koblenz.kiosk.device.profile.Completion;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What printers say; bits as in Epson's ESC/POS reference, "DLE EOT" and "GS a".
class EscPosStatusTest {
    private final EscPosStatus status = new EscPosStatus(true);

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    @Test
    void anAnswerBelongsToTheOldestQuestion() {
        status.expect(2);
        status.expect(4);
        assertEquals(
                List.of(new PrinterReply.RealTime(2, 0x12), new PrinterReply.RealTime(4, 0x1E)),
                status.take(bytes("12 1E")));
    }

    @Test
    void anAnswerThatNobodyAskedForIsNoise() {
        assertEquals(List.of(new PrinterReply.Noise()), status.take(bytes("12")));
    }

    @Test
    void paperOutCoverAndCutterAreReadFromRealTimeAnswers() {
        PrinterStatus read =
                EscPosStatus.ofRealTime(
                        0x12 | 0x04 | 0x20, // cover open, stopped: paper end
                        0x12 | 0x08 | 0x40, // cutter error, hot head
                        0x12 | 0x60); // paper out
        assertEquals(new PrinterStatus(Paper.OUT, true, true, true, false, true), read);
    }

    @Test
    void nearEndIsLowPaper() {
        assertEquals(Paper.LOW, EscPosStatus.ofRealTime(0x12, 0x12, 0x1E).paper());
    }

    @Test
    void fourBytesOfAutomaticStatusAreOneReply() {
        // Byte 1 cover (bit 5) and offline (bit 3); byte 3 near end (bits 0 and 1).
        assertEquals(
                List.of(
                        new PrinterReply.Automatic(
                                new PrinterStatus(Paper.LOW, true, false, false, false, true))),
                status.take(bytes("38 00 03 00")));
    }

    @Test
    void flowControlInsideAutomaticStatusIsSkipped() {
        assertEquals(
                List.of(
                        new PrinterReply.Automatic(
                                new PrinterStatus(Paper.FULL, false, true, false, false, true))),
                status.take(bytes("18 13 08 11 00 00")));
    }

    @Test
    void aRealTimeAnswerMayComeInsideAutomaticStatus() {
        status.expect(4);
        assertEquals(
                List.of(
                        new PrinterReply.RealTime(4, 0x12),
                        new PrinterReply.Automatic(
                                new PrinterStatus(Paper.OUT, false, false, false, false, true))),
                status.take(bytes("18 00 12 0C 00")));
    }

    @Test
    void anEchoIsReadByteByByte() {
        List<PrinterReply> replies = new ArrayList<>();
        for (byte value : bytes("37 22 61 42 33 7E 00")) {
            replies.addAll(status.take(new byte[] {value}));
        }
        assertEquals(List.of(new PrinterReply.ProcessId("aB3~")), replies);
    }

    @Test
    void anEchoAfterALostByteIsNoEcho() {
        assertFalse(
                status.take(bytes("37 22 61 42 33 00")).stream()
                        .anyMatch(reply -> reply instanceof PrinterReply.ProcessId));
    }

    @Test
    void anEchoBehindAFalseHeaderIsStillRead() {
        assertTrue(
                status.take(bytes("37 05 37 22 61 61 61 61 00"))
                        .contains(new PrinterReply.ProcessId("aaaa")));
    }

    @Test
    void emptyBuffersAreConfirmed() {
        assertEquals(List.of(new PrinterReply.Cleared()), status.take(bytes("37 25 00")));
    }

    @Test
    void aSensorAnswerInsideAutomaticStatusCompletesItFirst() {
        assertEquals(2, status.take(bytes("10 00 00 00 00")).size());
    }

    @Test
    void oneStrayByteDoesNotProveAJob() {
        CompletionEvidence evidence = CompletionEvidence.of(Completion.GS_R, "", 0);
        assertFalse(evidence.accepts(new PrinterReply.Sensor(0)));
        assertFalse(evidence.accepts(new PrinterReply.Noise()));
        for (int answer = 1; answer < 5; answer++) {
            assertFalse(evidence.accepts(new PrinterReply.Sensor(0)));
        }
        assertTrue(evidence.accepts(new PrinterReply.Sensor(0)));
    }

    @Test
    void howBytesAreCutIntoPiecesChangesNothing() {
        Random random = new Random(4711);
        for (int run = 0; run < 200; run++) {
            byte[] stream = stream(random);
            EscPosStatus whole = new EscPosStatus(true);
            EscPosStatus pieces = new EscPosStatus(true);
            List<PrinterReply> expected = whole.take(stream);
            List<PrinterReply> actual = new ArrayList<>();
            int at = 0;
            while (at < stream.length) {
                int end = Math.min(stream.length, at + 1 + random.nextInt(5));
                actual.addAll(pieces.take(Arrays.copyOfRange(stream, at, end)));
                at = end;
            }
            assertEquals(expected, actual, "run " + run);
        }
    }

    private static byte[] stream(Random random) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        for (int piece = 0; piece < 20; piece++) {
            switch (random.nextInt(4)) {
                case 0 -> stream.writeBytes(bytes("37 22 61 61 61 61 00"));
                case 1 -> stream.writeBytes(bytes("10 00 03 00"));
                case 2 -> stream.writeBytes(bytes("12"));
                default -> stream.write(random.nextInt(256));
            }
        }
        return stream.toByteArray();
    }

    /// A slice of the long fuzz run: random bytes never throw and never confirm a job.
    @Test
    void randomBytesNeverConfirmAJob() {
        Random random = new Random(20260714);
        byte[] noise = new byte[4096];
        CompletionEvidence evidence = CompletionEvidence.of(Completion.PROCESS_ID, "k0B~", 0);
        int replies = 0;
        for (int run = 0; run < 120; run++) {
            random.nextBytes(noise);
            status.expect(1 + run % 4);
            for (PrinterReply reply : status.take(noise)) {
                assertFalse(evidence.accepts(reply));
                replies++;
            }
        }
        assertTrue(replies > 100_000, "replies: " + replies);
    }
}
