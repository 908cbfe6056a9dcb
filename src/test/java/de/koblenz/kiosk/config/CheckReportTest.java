package de.koblenz.kiosk.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class CheckReportTest {
    private final Problems problems = new Problems();

    @Test
    void nothingWrongIsExitCodeZero() {
        CheckReport report = CheckReport.of(problems);
        assertEquals(0, report.exitCode());
        assertEquals(List.of("No problem found."), report.lines());
    }

    @Test
    void problemsAreOrderedAndNoneIsSaidTwice() {
        problems.add(new Problem("b.yaml", 1, 1, "x", "CFG-TYPE"));
        problems.add(new Problem("a.yaml", 12, 1, "y", "CFG-TYPE"));
        problems.add(new Problem("a.yaml", 3, 7, "z", "CFG-TYPE"));
        problems.add(new Problem("a.yaml", 3, 7, "z", "CFG-TYPE"));
        CheckReport report = CheckReport.of(problems);
        assertEquals(1, report.exitCode());
        assertEquals(
                List.of(
                        "a.yaml:3:7: z [CFG-TYPE]",
                        "a.yaml:12:1: y [CFG-TYPE]",
                        "b.yaml:1:1: x [CFG-TYPE]",
                        "3 problems in 2 files."),
                report.lines());
    }
}
