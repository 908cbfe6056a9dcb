package de.koblenz.kiosk.config;

/// Where a value stands, kept for checks that happen after the file was read.
///
/// @param file the file as the reader was given it
/// @param line 1-based line
/// @param column 1-based column
public record Place(String file, int line, int column) {
    /// A mistake at this place.
    public Problem problem(String message, String code) {
        return new Problem(file, line, column, message, code);
    }

    /// `file:line:column`.
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
