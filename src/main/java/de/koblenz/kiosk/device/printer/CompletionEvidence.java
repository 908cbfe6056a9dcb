package de.koblenz.kiosk.device.printer;

import de.koblenz.kiosk.device.profile.Completion;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;

/// What a printer is asked at the end of a job, and which of its replies prove that the job is on paper.
///
/// One object per job; not thread-safe.
public abstract sealed class CompletionEvidence {
    private static final int ETB_COUNTS = 32;
    private static final int ANY = -1;

    private CompletionEvidence() {}

    /// The evidence that a printer model can give.
    ///
    /// @param id four characters from `!` to `~`, never used before at this printer
    /// @param count what the printer's counter (of cuts, or of ETB commands) said before the job
    public static CompletionEvidence of(Completion completion, String id, int count) {
        return switch (completion) {
            case PROCESS_ID -> new ProcessId(id);
            case GS_R -> new PaperSensor();
            case COUNTERS -> new Cuts(count);
            case ETB -> new Etb((count + 1) % ETB_COUNTS);
        };
    }

    /// Four characters that no other sending has, since each has its own moment.
    static String id(String jobId, Instant at) {
        String seed = jobId + '\n' + at;
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(seed.getBytes(StandardCharsets.UTF_8));
            StringBuilder id = new StringBuilder();
            for (int index = 0; index < 4; index++) {
                id.append((char) ('!' + (hash[index] & 0xFF) % ('~' - '!' + 1)));
            }
            return id.toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// What proves that everything sent before has gone through the printer, printed or not.
    static CompletionEvidence processed(Completion completion, int count) {
        return switch (completion) {
            case PROCESS_ID, GS_R -> new PaperSensor();
            case COUNTERS -> new Cuts(ANY);
            case ETB -> new Etb((count + 1) % ETB_COUNTS);
        };
    }

    /// Bytes that follow the cut.
    abstract byte[] request();

    /// Bytes that ask once more for a proof that was lost on the line; none where asking again could prove a job that
    /// the printer has forgotten in between.
    byte[] again() {
        return new byte[0];
    }

    /// Takes the next reply of the printer.
    ///
    /// @return whether the job is proved printed now
    abstract boolean accepts(PrinterReply reply);

    /// `GS ( H` function 48: the printer sends the identifier back when everything before it is printed.
    private static final class ProcessId extends CompletionEvidence {
        private final String id;

        ProcessId(String id) {
            if (!id.matches("[!-~]{4}")) {
                throw new IllegalArgumentException("a process id has four characters");
            }
            this.id = id;
        }

        @Override
        byte[] request() {
            return ("\u001D(H\u0006\u000000" + id).getBytes(StandardCharsets.US_ASCII);
        }

        @Override
        boolean accepts(PrinterReply reply) {
            return reply instanceof PrinterReply.ProcessId(String echo) && echo.equals(id);
        }
    }

    /// `GS r 1`: answered in its turn, so the answer means that everything before was processed.
    ///
    /// One byte can be noise on the line. It is asked five times, and only five equal answers in a row count: of ten
    /// million random bytes, one in 30,000 runs would hold them.
    private static final class PaperSensor extends CompletionEvidence {
        private static final int ANSWERS = 5;

        private int equal;
        private int last = -1;

        @Override
        byte[] request() {
            return "\u001Dr\u0001".repeat(ANSWERS).getBytes(StandardCharsets.US_ASCII);
        }

        @Override
        boolean accepts(PrinterReply reply) {
            switch (reply) {
                case PrinterReply.Sensor(int bits) -> {
                    equal = bits == last ? equal + 1 : 1;
                    last = bits;
                }
                case PrinterReply.Noise _ -> equal = 0;
                case PrinterReply.RealTime _,
                        PrinterReply.Automatic _,
                        PrinterReply.ProcessId _,
                        PrinterReply.Cleared _,
                        PrinterReply.Cuts _,
                        PrinterReply.Etb _,
                        PrinterReply.Pictures _,
                        PrinterReply.Text _ -> {}
            }
            return equal >= ANSWERS;
        }
    }

    /// `GS E2h`: answered in its turn with the number of cuts that the printer ever made, which survives a loss of
    /// power. One more than before the job is a proof whenever it comes; so it may be asked for again. A single digit
    /// may be garbled on the line: three answers in a row must agree.
    private static final class Cuts extends CompletionEvidence {
        private static final int ANSWERS = 3;

        private final int before;
        private int last = ANY;
        private int equal;

        Cuts(int before) {
            this.before = before;
        }

        @Override
        byte[] request() {
            return "\u001D\u00E2".repeat(ANSWERS).getBytes(StandardCharsets.ISO_8859_1);
        }

        @Override
        byte[] again() {
            return request();
        }

        @Override
        boolean accepts(PrinterReply reply) {
            if (reply instanceof PrinterReply.Cuts(int count)) {
                equal = count == last ? equal + 1 : 1;
                last = count;
            }
            return equal >= ANSWERS && (before == ANY || last == before + 1);
        }
    }

    /// `ETB`: counted when everything before is printed. The counter stands in every status; two in a row must say so,
    /// since one could be noise.
    private static final class Etb extends CompletionEvidence {
        private final int wanted;
        private int equal;

        Etb(int wanted) {
            this.wanted = wanted;
        }

        @Override
        byte[] request() {
            return new byte[] {0x17};
        }

        @Override
        boolean accepts(PrinterReply reply) {
            if (reply instanceof PrinterReply.Etb(int count)) {
                equal = count == wanted ? equal + 1 : 0;
            }
            return equal >= 2;
        }
    }
}
