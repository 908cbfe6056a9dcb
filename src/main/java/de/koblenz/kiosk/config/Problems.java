package de.koblenz.kiosk.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Collects every mistake of a reading, so that nobody has to mend and run again for each one.
///
/// Not thread-safe: one reading, one thread.
public final class Problems {
    private final List<Problem> found = new ArrayList<>();

    public void add(Problem problem) {
        found.add(problem);
    }

    int count() {
        return found.size();
    }

    /// Whether a file could not be read at all, so that nothing can be said of what refers to it.
    ///
    /// @param shown the name under which problems mention it
    public boolean unread(String shown) {
        return found.stream()
                .filter(problem -> problem.file().equals(shown))
                .map(Problem::code)
                .anyMatch(code -> code.equals("CFG-SYNTAX") || code.startsWith("CFG-FILE-"));
    }

    public boolean none() {
        return found.isEmpty();
    }

    /// All problems so far, ordered by file, line and column.
    public List<Problem> sorted() {
        List<Problem> copy = new ArrayList<>(found);
        Collections.sort(copy);
        return List.copyOf(copy);
    }
}
