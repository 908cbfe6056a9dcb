package de.koblenz.kiosk.citizen.ui;

/// Size of the screen in pixels and where it hangs, so that reach is computed and not guessed.
///
/// @param width pixels
/// @param height pixels
/// @param diagonalInches diagonal of the active area
/// @param lowerEdgeMm height of the lower edge of the active area above the floor
public record KioskGeometry(int width, int height, double diagonalInches, int lowerEdgeMm) {
    /// 27 inches upright, lower edge at 800 mm.
    public static final KioskGeometry PORTRAIT = new KioskGeometry(1080, 1920, 27, 800);

    /// 27 inches lying, lower edge at 850 mm.
    public static final KioskGeometry LANDSCAPE = new KioskGeometry(1920, 1080, 27, 850);

    /// Highest place of a control (EN 301 549 clause 8.3.2.1).
    public static final int HIGHEST_CONTROL_MM = 1220;

    /// Highest place of a control in low reach (DIN 18040-1).
    public static final int HIGHEST_LOW_CONTROL_MM = 1050;

    public boolean portrait() {
        return height >= width;
    }

    /// Pixels per millimetre.
    public double pixelsPerMm() {
        return Math.hypot(width, height) / (diagonalInches * 25.4);
    }

    /// The y coordinate of a height above the floor; 0 where the whole screen is below it.
    public int yOf(int heightMm) {
        return Math.max(0, (int) Math.ceil(height - (heightMm - lowerEdgeMm) * pixelsPerMm()));
    }
}
