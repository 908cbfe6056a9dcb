package de.koblenz.kiosk.device.profile;

/// The paper cutter.
///
/// @param cut what it does
/// @param headToCutterMm paper between print head and knife, 0 to 60
/// @param feedsItself whether the cut command brings the last line to the knife by itself (`GS V 65/66`)
public record Cutter(Cut cut, int headToCutterMm, boolean feedsItself) {
    public enum Cut {
        /// Leaves a small bridge, so that the paper does not fall.
        PARTIAL,
        FULL,
        /// No knife: the paper is torn off.
        NONE
    }
}
