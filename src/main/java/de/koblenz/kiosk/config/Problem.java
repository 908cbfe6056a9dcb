package de.koblenz.kiosk.config;

/// One mistake in a configuration file, worded for the person who edits it.
///
/// @param file the file as the reader was given it
/// @param line 1-based line
/// @param column 1-based column
/// @param message what is wrong and what would be right
/// @param code stable, documented in `docs/codes.md`; it is what a help desk searches for
public record Problem(String file, int line, int column, String message, String code)
        implements Comparable<Problem> {

    /// `file:line:column: message [CODE]`, the form that editors turn into a link.
    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + message + " [" + code + "]";
    }

    @Override
    public int compareTo(Problem other) {
        int byFile = file.compareTo(other.file);
        if (byFile != 0) {
            return byFile;
        }
        int byLine = Integer.compare(line, other.line);
        return byLine != 0 ? byLine : Integer.compare(column, other.column);
    }
}
