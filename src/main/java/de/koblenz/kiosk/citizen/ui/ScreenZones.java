package de.koblenz.kiosk.citizen.ui;

import java.util.Optional;

/// Where the five zones of the frame lie, computed from the geometry of the screen. Header and
/// reading zone are only looked at; everything that can be touched lies in the other three, below the
/// reach line. The actions and the services have the same place on every page of a look.
///
/// @param header crest, office, progress
/// @param reading title, hint, alert
/// @param interaction what the page asks for
/// @param back the button "Zurück"
/// @param next the primary button, at least 40 % of the row
/// @param services the service bar
/// @param stacked whether the reading zone lies above the interaction zone and not beside it
public record ScreenZones(
        Area header,
        Area reading,
        Area interaction,
        Area back,
        Area next,
        Area services,
        boolean stacked) {

    /// Distance between the edge of the screen and anything on it.
    public static final double MARGIN = 28;

    /// Distance between neighbours.
    public static final double GAP = 16;

    /// Least width and height of anything that can be touched (20 mm on 27 inches).
    public static final double LEAST_TARGET = 64;

    /// Least size of a target on the glass (Colle & Hiszem 2004: no gain above 20 mm; 15 mm is the floor).
    private static final double LEAST_TARGET_MM = 15;

    private static final int PORTRAIT_LIST_TOP = 571;
    private static final int PORTRAIT_LOW_TOP = 1117;
    private static final int LANDSCAPE_LOW_TOP = 438;

    public static ScreenZones of(ScreenLook look) {
        return look.geometry().portrait() ? portrait(look) : landscape(look);
    }

    /// Why a screen of this size at this height cannot show the pages; empty where it fits.
    public static Optional<String> misfit(KioskGeometry geometry) {
        boolean portrait = geometry.portrait();
        int width = portrait ? 1080 : 1920;
        int height = portrait ? 1920 : 1080;
        if (geometry.width() != width || geometry.height() != height) {
            return Optional.of("the screen must have " + width + " × " + height + " pixels");
        }
        if (LEAST_TARGET / geometry.pixelsPerMm() < LEAST_TARGET_MM) {
            return Optional.of("the screen is too small: keys would be under 15 mm");
        }
        int top = portrait ? PORTRAIT_LIST_TOP : 40;
        if (geometry.yOf(KioskGeometry.HIGHEST_CONTROL_MM) > top) {
            return Optional.of("the screen hangs too high: controls would be above 1220 mm");
        }
        int low = portrait ? PORTRAIT_LOW_TOP : LANDSCAPE_LOW_TOP;
        if (geometry.yOf(KioskGeometry.HIGHEST_LOW_CONTROL_MM) > low) {
            return Optional.of("the screen hangs too high: low reach would be above 1050 mm");
        }
        return Optional.empty();
    }

    private static ScreenZones portrait(ScreenLook look) {
        double width = look.geometry().width() - 2 * MARGIN;
        double top = look.lowReach() ? PORTRAIT_LOW_TOP : PORTRAIT_LIST_TOP;
        double back = 360;
        return new ScreenZones(
                new Area(0, 0, look.geometry().width(), 136),
                new Area(MARGIN, 160, width, top - 160 - 28),
                new Area(MARGIN, top, width, 1600 - top),
                new Area(MARGIN, 1616, back, 128),
                new Area(MARGIN + back + GAP, 1616, width - back - GAP, 128),
                new Area(0, 1760, look.geometry().width(), 160),
                true);
    }

    private static ScreenZones landscape(ScreenLook look) {
        double width = look.geometry().width();
        double column = 580;
        double right = MARGIN + column + 32;
        double rightWidth = width - MARGIN - right;
        double back = 420;
        boolean low = look.lowReach();
        double headerHeight = look.largeText() && !low ? 212 : 136;
        Area reading =
                low
                        ? new Area(MARGIN, 152, width - 2 * MARGIN, LANDSCAPE_LOW_TOP - 152 - 24)
                        : new Area(MARGIN, headerHeight + 20, column - 16, 840 - headerHeight - 20);
        Area interaction =
                low
                        ? new Area(
                                MARGIN,
                                LANDSCAPE_LOW_TOP,
                                width - 2 * MARGIN,
                                840 - LANDSCAPE_LOW_TOP)
                        : new Area(right, 40, rightWidth, 800);
        return new ScreenZones(
                new Area(0, 0, low ? width : right - 16, headerHeight),
                reading,
                interaction,
                new Area(right, 856, back, 112),
                new Area(right + back + GAP, 856, rightWidth - back - GAP, 112),
                new Area(0, 980, width, 100),
                low);
    }
}
