package de.koblenz.kiosk.config;

import java.util.ArrayList;
import java.util.List;

/// What `buergerterminal check` says: one line per problem, a last line that sums up, and the exit code.
///
/// @param problems ordered by file, line and column, none twice
public record CheckReport(List<Problem> problems) {
    public CheckReport {
        problems = problems.stream().distinct().sorted().toList();
    }

    /// The report on everything that was collected.
    public static CheckReport of(Problems problems) {
        return new CheckReport(problems.sorted());
    }

    public boolean clean() {
        return problems.isEmpty();
    }

    /// 0 where nothing is wrong, 1 otherwise.
    public int exitCode() {
        return clean() ? 0 : 1;
    }

    /// The lines to print: `file:line:column: message [CODE]` for each problem, then the summary.
    public List<String> lines() {
        List<String> lines = new ArrayList<>(problems.stream().map(Problem::toString).toList());
        lines.add(summary());
        return List.copyOf(lines);
    }

    private String summary() {
        if (clean()) {
            return "No problem found.";
        }
        long files = problems.stream().map(Problem::file).distinct().count();
        return counted(problems.size(), "problem") + " in " + counted(files, "file") + ".";
    }

    private static String counted(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
