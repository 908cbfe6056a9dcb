package de.koblenz.kiosk.service.catalog;

/// What a statement of the catalogue rests on: a source, or nothing but an assumption that the city
/// has yet to confirm. An assumption is shown as one wherever the statement is reported.
///
/// @param assumption whether nobody has confirmed the statement
/// @param words the source; for an assumption the reason for it, empty where none is given
public record Basis(boolean assumption, String words) {
    /// How an assumption begins in the file: `assumption` or `assumption (why)`.
    public static final String MARK = "assumption";

    /// Reads `assumption`, `assumption (why)` or a source.
    public static Basis parse(String text) {
        String stripped = text.strip();
        if (stripped.equals(MARK)) {
            return new Basis(true, "");
        }
        if (stripped.startsWith(MARK + " (") && stripped.endsWith(")")) {
            return new Basis(
                    true, stripped.substring(MARK.length() + 2, stripped.length() - 1).strip());
        }
        return new Basis(false, stripped);
    }
}
