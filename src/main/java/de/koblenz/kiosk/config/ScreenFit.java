package de.koblenz.kiosk.config;

import de.koblenz.kiosk.config.Screen.Orientation;
import java.util.Locale;

/// Refuses a screen on which the pages cannot be touched, reached or read (`CFG-GEOMETRY`).
///
/// 1. The screen is 9:16 or 16:9 (±1 %) and at least 720 × 1280, as the pages are scaled as a whole.
/// 2. The smallest target of 64 layout pixels is at least 17 mm wide.
/// 3. The controls that all 59 online services need fit below 1220 mm (EN 301 549 clause 8.3.2.1), and in
///    low reach below 1050 mm (DIN 18040-1); none is below 380 mm.
/// 4. A capital letter of the large text is seen at 0.7° from the stated distance (EN 301 549 clause 5.1.4).
final class ScreenFit {
    static final int SMALLEST_TARGET_PX = 64;
    static final double SMALLEST_TARGET_MM = 17;
    static final int HIGHEST_CONTROL_MM = 1220;
    static final int HIGHEST_LOW_CONTROL_MM = 1050;
    static final int LOWEST_CONTROL_MM = 380;

    private static final int LEAST_SHORT_SIDE = 720;
    private static final double LARGE_TEXT_PX = 46;

    /// Height of a capital letter of Fira Sans, in em.
    private static final double CAPITAL = 0.689;

    private static final double LARGE_TEXT_ANGLE = Math.toRadians(0.7);

    /// End of the zone of answers and tiles, upright.
    private static final int PORTRAIT_ZONE_END = 1600;

    /// Eight rows of 112 and seven gaps of 16: two columns hold the 14 services of the fullest life situation.
    private static final int PORTRAIT_ZONE = 8 * 112 + 7 * 16;

    /// Search row of 80 and four rows of tiles of 92, gaps of 8.
    private static final int PORTRAIT_LOW_ZONE = 80 + 4 * 92 + 4 * 8;

    /// End of the zone of answers and tiles, lying.
    private static final int LANDSCAPE_ZONE_END = 840;

    /// All of the zone, from y 40.
    private static final int LANDSCAPE_ZONE = 800;

    /// What a 27 inch screen at 850 mm leaves below 1050 mm; the low pages are drawn for it.
    private static final int LANDSCAPE_LOW_ZONE = 402;

    private ScreenFit() {}

    static void check(Screen screen, ConfigNode node) {
        checkResolution(screen, node);
        double targetMm = SMALLEST_TARGET_PX / screen.layoutPixelsPerMm();
        if (targetMm < SMALLEST_TARGET_MM) {
            refuse(
                    node.at("diagonalInches"),
                    String.format(
                            Locale.ROOT,
                            "touch targets would be %.1f mm instead of 17 mm; the screen must have at least %.1f inches",
                            targetMm,
                            Math.ceil(screen.diagonalInches() * SMALLEST_TARGET_MM / targetMm * 10)
                                    / 10));
        }
        checkReach(screen, node.at("lowerEdgeMm"));
        double capitalMm = LARGE_TEXT_PX * CAPITAL / screen.layoutPixelsPerMm();
        int farthestCm = (int) Math.floor(capitalMm / Math.tan(LARGE_TEXT_ANGLE) / 10);
        if (screen.viewingDistanceCm() > farthestCm) {
            refuse(
                    node.at("viewingDistanceCm"),
                    String.format(
                            Locale.ROOT,
                            "on this screen the large text can be read from at most %d cm (EN 301 549, 5.1.4)",
                            farthestCm));
        }
    }

    private static void checkResolution(Screen screen, ConfigNode node) {
        boolean upright = screen.heightPx() > screen.widthPx();
        if (upright != (screen.orientation() == Orientation.PORTRAIT)) {
            refuse(
                    node.at("orientation"),
                    String.format(
                            Locale.ROOT,
                            "%d × %d is not %s",
                            screen.widthPx(),
                            screen.heightPx(),
                            screen.portrait() ? "upright (portrait)" : "lying (landscape)"));
            return;
        }
        double longSide = Math.max(screen.widthPx(), screen.heightPx());
        double shortSide = Math.min(screen.widthPx(), screen.heightPx());
        if (Math.abs(longSide / shortSide / (16.0 / 9) - 1) > 0.01
                || shortSide < LEAST_SHORT_SIDE) {
            refuse(
                    node.at("widthPx"),
                    String.format(
                            Locale.ROOT,
                            "%d × %d is not 16:9 of at least 720 × 1280",
                            screen.widthPx(),
                            screen.heightPx()));
        }
    }

    private static void checkReach(Screen screen, ConfigNode lowerEdge) {
        int zoneEnd = screen.portrait() ? PORTRAIT_ZONE_END : LANDSCAPE_ZONE_END;
        int zone = screen.portrait() ? PORTRAIT_ZONE : LANDSCAPE_ZONE;
        int lowZone = screen.portrait() ? PORTRAIT_LOW_ZONE : LANDSCAPE_LOW_ZONE;
        int highest =
                Math.min(
                        highestEdge(screen, HIGHEST_CONTROL_MM, zoneEnd - zone),
                        highestEdge(screen, HIGHEST_LOW_CONTROL_MM, zoneEnd - lowZone));
        if (screen.lowerEdgeMm() > highest) {
            refuse(
                    lowerEdge,
                    String.format(
                            Locale.ROOT,
                            "the screen hangs too high: its controls are within reach up to %d mm here",
                            highest));
        }
        if (screen.lowerEdgeMm() < LOWEST_CONTROL_MM) {
            refuse(
                    lowerEdge,
                    String.format(
                            Locale.ROOT,
                            "the screen hangs too low: controls begin at %d mm (EN 301 549, 8.3.2.1)",
                            LOWEST_CONTROL_MM));
        }
    }

    /// The greatest height of the lower edge, in mm, at which y is no higher than `limitMm`.
    private static int highestEdge(Screen screen, int limitMm, int y) {
        return (int) Math.floor(limitMm - (screen.layoutHeight() - y) / screen.layoutPixelsPerMm());
    }

    private static void refuse(ConfigNode node, String message) {
        node.report(message, "CFG-GEOMETRY");
    }
}
