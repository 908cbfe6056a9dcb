package de.koblenz.kiosk.config;

/// The screen as it hangs: from its millimetres follow touch targets, text sizes and reach.
///
/// Pages are laid out on 1080 × 1920 (upright) or 1920 × 1080 (lying) *layout pixels* and scaled as a whole
/// to the screen, so that only the diagonal decides how many millimetres a layout pixel has.
///
/// @param diagonalInches diagonal of the active area
/// @param orientation upright or lying
/// @param widthPx real width in pixels
/// @param heightPx real height in pixels
/// @param lowerEdgeMm height of the lower edge of the active area above the floor
/// @param viewingDistanceCm the distance that the supplier states (EN 301 549 clause 5.1.4)
public record Screen(
        double diagonalInches,
        Orientation orientation,
        int widthPx,
        int heightPx,
        int lowerEdgeMm,
        int viewingDistanceCm) {

    public enum Orientation {
        PORTRAIT,
        LANDSCAPE
    }

    private static final int SHORT_SIDE = 1080;
    private static final int LONG_SIDE = 1920;

    Screen turned(boolean upright) {
        return upright == portrait()
                ? this
                : new Screen(
                        diagonalInches,
                        upright ? Orientation.PORTRAIT : Orientation.LANDSCAPE,
                        /* widthPx= */ heightPx,
                        /* heightPx= */ widthPx,
                        lowerEdgeMm,
                        viewingDistanceCm);
    }

    public boolean portrait() {
        return orientation == Orientation.PORTRAIT;
    }

    /// Width of the page in layout pixels.
    public int layoutWidth() {
        return portrait() ? SHORT_SIDE : LONG_SIDE;
    }

    /// Height of the page in layout pixels.
    public int layoutHeight() {
        return portrait() ? LONG_SIDE : SHORT_SIDE;
    }

    /// Real pixels per layout pixel.
    public double scale() {
        return Math.min((double) widthPx / layoutWidth(), (double) heightPx / layoutHeight());
    }

    /// Layout pixels per millimetre.
    public double layoutPixelsPerMm() {
        return Math.hypot(SHORT_SIDE, LONG_SIDE) / (diagonalInches * 25.4);
    }

    /// The y coordinate, in layout pixels from the top, of a height above the floor; 0 where all of the
    /// screen is below that height.
    public int yOf(int heightMm) {
        return Math.max(
                0,
                (int) Math.ceil(layoutHeight() - (heightMm - lowerEdgeMm) * layoutPixelsPerMm()));
    }
}
