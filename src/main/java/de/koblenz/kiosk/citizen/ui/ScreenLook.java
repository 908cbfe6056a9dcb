package de.koblenz.kiosk.citizen.ui;

/// How a screen is drawn: everything that does not depend on what it says.
///
/// @param geometry size and millimetres of the screen
/// @param highContrast white on black instead of the light theme
/// @param largeText large-text sizes
/// @param lowReach all controls low
/// @param rightToLeft reading direction of the locale; mirrors the layout
/// @param language BCP 47 tag, for fonts and speech
/// @param keyFilter whether quick second touches of the same target count once (EN 301 549 clause 5.8)
public record ScreenLook(
        KioskGeometry geometry,
        boolean highContrast,
        boolean largeText,
        boolean lowReach,
        boolean rightToLeft,
        String language,
        boolean keyFilter) {}
