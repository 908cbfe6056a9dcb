package de.koblenz.kiosk.device.printer;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.device.profile.Completion;
import de.koblenz.kiosk.device.profile.StatusProtocol;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Whatever a line brings, in any pieces: nothing throws, nothing hangs, and no job is proved by it that was not printed.
class StatusFuzzTest {
    private static final Map<StatusProtocol, Completion> LANGUAGES =
            Map.of(
                    StatusProtocol.EPSON_ASB, Completion.PROCESS_ID,
                    StatusProtocol.DLE_EOT, Completion.GS_R,
                    StatusProtocol.CUSTOM_FULL_STATUS, Completion.COUNTERS,
                    StatusProtocol.STAR_ASB, Completion.ETB);

    /// What printers really say while a job has not been printed: status of all kinds, proofs of other jobs.
    private static final List<byte[]> SAID =
            List.of(
                    bytes("12 12 12"),
                    bytes("37 22 6A 6F 62 31 00"),
                    bytes("37 25 00"),
                    bytes("37 72 40 4B 43 00"),
                    bytes("00 00 00"),
                    bytes("10 00 00 00 38 00 03 00"),
                    bytes("10 0F 20 00 00 00"),
                    bytes("34 31 63 75 74 73"),
                    bytes("35 31 32 72 65 74"),
                    bytes("23 06 00 00 00 00 00 08 00"),
                    bytes("23 06 02 00 00 04 00 06 02"));

    private static byte[] bytes(String hex) {
        return HexFormat.ofDelimiter(" ").parseHex(hex);
    }

    @Test
    void noiseNeverProvesAJob() {
        LANGUAGES.forEach(
                (protocol, completion) -> noise(protocol, completion, 20_260_714, 600_000));
    }

    @Test
    void brokenAnswersNeverProveAJob() {
        LANGUAGES.forEach(
                (protocol, completion) -> brokenAnswers(protocol, completion, 4_711, 400_000));
    }

    @Tag("long")
    @Test
    void tenMillionBytesNeverProveAJob() {
        LANGUAGES.forEach((protocol, completion) -> {
            noise(protocol, completion, 1, 10_000_000);
            brokenAnswers(protocol, completion, 2, 10_000_000);
        });
    }

    private static void noise(
            StatusProtocol protocol, Completion completion, long seed, int count) {
        Random random = new Random(seed);
        Fuzz fuzz = new Fuzz(protocol, completion);
        while (fuzz.taken < count) {
            byte[] piece = new byte[1 + random.nextInt(64)];
            random.nextBytes(piece);
            fuzz.take(piece);
        }
        fuzz.check(count);
    }

    /// What printers say, with bytes lost, doubled and changed.
    private static void brokenAnswers(
            StatusProtocol protocol, Completion completion, long seed, int count) {
        Random random = new Random(seed);
        Fuzz fuzz = new Fuzz(protocol, completion);
        // Five equal bytes are a proof where nothing better is to be had: pieces that could become
        // five zeros by one
        // wrong byte are not what such printers say.
        List<byte[]> said = completion == Completion.GS_R ? SAID.subList(0, 5) : SAID;
        while (fuzz.taken < count) {
            byte[] piece = said.get(random.nextInt(said.size())).clone();
            switch (random.nextInt(4)) {
                case 0 -> piece[random.nextInt(piece.length)] = (byte) random.nextInt(256);
                case 1 -> piece = java.util.Arrays.copyOf(piece, random.nextInt(piece.length) + 1);
                case 2 -> piece[random.nextInt(piece.length)] ^= (byte) (1 << random.nextInt(8));
                default -> {
                    // As it is.
                }
            }
            // Three zeros are three answers to GS r; with five of them in a row it would be a
            // proof, and rightly so.
            if (completion == Completion.GS_R) {
                fuzz.take(new byte[] {(byte) 0xFF});
            }
            fuzz.take(piece);
        }
        fuzz.check(count);
    }

    private static final class Fuzz {
        private final StatusProtocol protocol;
        private final StatusReader reader;
        private final CompletionEvidence evidence;
        private long taken;
        private long replies;

        Fuzz(StatusProtocol protocol, Completion completion) {
            this.protocol = protocol;
            this.reader = StatusReader.of(protocol);
            // Before the job the counter said 41: 42 would prove it, and so would ETB 10.
            int before = completion == Completion.ETB ? 9 : 41;
            this.evidence = CompletionEvidence.of(completion, "k0B~", before);
        }

        void take(byte[] piece) {
            taken += piece.length;
            if (reader instanceof EscPosStatus status) {
                status.expect(4);
            }
            for (PrinterReply reply : reader.take(piece)) {
                replies++;
                assertFalse(evidence.accepts(reply), () -> protocol + " after " + taken + " bytes");
            }
            if (reader instanceof EscPosStatus status) {
                status.expectNothing();
            }
        }

        void check(int count) {
            assertTrue(taken >= count);
            assertTrue(replies > count / 40, "replies: " + replies);
        }
    }
}
