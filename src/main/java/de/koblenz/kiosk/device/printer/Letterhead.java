package de.koblenz.kiosk.device.printer;

/// What stands on paper beside the document itself, in the city's words.
///
/// @param issuer who issues the paper ("Stadt Koblenz"), printed with the crest
/// @param duplicate heading of a reprint ("Duplikat")
/// @param crest the city's arms, at most 200 dots wide
public record Letterhead(String issuer, String duplicate, RasterImage crest) {
    /// With the arms of Koblenz.
    public static Letterhead koblenz(String issuer, String duplicate) {
        return new Letterhead(issuer, duplicate, CrestDrawing.koblenz());
    }
}
