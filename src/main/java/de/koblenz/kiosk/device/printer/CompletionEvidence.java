package de.koblenz.kiosk.device.printer;

import de.koblenz.kiosk.device.profile.Completion;
import java.nio.charset.StandardCharsets;

/// What a printer is asked at the end of a job, and which of its replies prove that the job is on paper.
///
/// One object per job; not thread-safe.
public abstract sealed class CompletionEvidence {
    private CompletionEvidence() {}

    /// The evidence that a printer model can give.
    ///
    /// @param id four characters from `!` to `~`, never used before at this printer
    public static CompletionEvidence of(Completion completion, String id) {
        return switch (completion) {
            case PROCESS_ID -> new ProcessId(id);
            case GS_R, COUNTERS -> new PaperSensor();
            case ETB ->
                    throw new IllegalArgumentException("Star printers need a driver of their own");
        };
    }

    /// Bytes that follow the cut.
    abstract byte[] request();

    /// Takes the next reply of the printer.
    ///
    /// @return whether the job is proved printed now
    abstract boolean accepts(EscPosStatus.Reply reply);

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
        boolean accepts(EscPosStatus.Reply reply) {
            return reply instanceof EscPosStatus.Reply.ProcessId(String echo) && echo.equals(id);
        }
    }

    /// `GS r 1`: answered in its turn, so the answer means that everything before was processed.
    ///
    /// One byte can be noise on the line. It is asked three times, and only three equal answers in a row count.
    private static final class PaperSensor extends CompletionEvidence {
        private static final int ANSWERS = 3;

        private int equal;
        private int last = -1;

        @Override
        byte[] request() {
            return "\u001Dr\u0001".repeat(ANSWERS).getBytes(StandardCharsets.US_ASCII);
        }

        @Override
        boolean accepts(EscPosStatus.Reply reply) {
            switch (reply) {
                case EscPosStatus.Reply.Sensor(int bits) -> {
                    equal = bits == last ? equal + 1 : 1;
                    last = bits;
                }
                case EscPosStatus.Reply.Noise _ -> equal = 0;
                case EscPosStatus.Reply.RealTime _,
                        EscPosStatus.Reply.Automatic _,
                        EscPosStatus.Reply.ProcessId _,
                        EscPosStatus.Reply.Cleared _,
                        EscPosStatus.Reply.Text _ -> {}
            }
            return equal >= ANSWERS;
        }
    }
}
