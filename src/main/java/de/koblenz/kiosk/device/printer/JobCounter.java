package de.koblenz.kiosk.device.printer;

import de.koblenz.kiosk.device.profile.Completion;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;

/// The counter of a printer by which its jobs are proved, if it has one. One thread, the printer's own.
final class JobCounter {
    /// Star's counter has five bits. It is set back long before it would come round to 0, which is also what it says
    /// after a loss of power.
    private static final int MOST_ETB = 16;

    private static final int NOTHING = -1;

    private static final byte[] RESET_ETB = {0x1B, 0x1E, 'E', 0};

    private final PrinterLine line;
    private final Completion completion;
    private final InstantSource clock;
    private final PrinterTimings timings;

    JobCounter(
            PrinterLine line, Completion completion, InstantSource clock, PrinterTimings timings) {
        this.line = line;
        this.completion = completion;
        this.clock = clock;
        this.timings = timings;
    }

    /// What it says now; 0 where there is none, a negative number if the printer does not say.
    int count() throws IOException {
        return switch (completion) {
            case PROCESS_ID, GS_R -> 0;
            case ETB -> etbCount();
            case COUNTERS -> cutCount();
        };
    }

    /// Two answers must agree, since a digit may be garbled on the line.
    private int cutCount() throws IOException {
        int first = line.askCuts();
        int second = first < 0 ? first : line.askCuts();
        return first == second ? first : NOTHING;
    }

    /// Star's ETB counter, set back (ESC RS E 0) before it could come round.
    private int etbCount() throws IOException {
        int count = line.askEtb();
        if (count < MOST_ETB) {
            return count;
        }
        line.write(RESET_ETB);
        Instant end = clock.instant().plus(timings.settle());
        while (count > 0 && clock.instant().isBefore(end)) {
            count = line.askEtb();
        }
        return count == 0 ? count : NOTHING;
    }
}
