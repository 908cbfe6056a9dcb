package de.koblenz.kiosk.device.profile;

/// The paper of a printer.
///
/// @param millimetres width of the paper roll; 0 where the database says `Unknown`
/// @param pixels printable dots across; 0 where the database says `Unknown`
/// @param dpi dots per inch, usually 203 or 180
public record Media(double millimetres, int pixels, int dpi) {
    /// What most printers have.
    public static final int USUAL_DPI = 203;
}
