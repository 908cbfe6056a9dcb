package de.koblenz.kiosk.config;

import java.util.Locale;

/// An opaque sRGB colour.
///
/// @param rgb 0xRRGGBB
public record Colour(int rgb) {
    public Colour {
        if (rgb < 0 || rgb > 0xFFFFFF) {
            throw new IllegalArgumentException("not 0xRRGGBB: " + rgb);
        }
    }

    /// Reads `#RRGGBB`.
    public static Colour of(String hex) {
        if (!hex.matches("#[0-9A-Fa-f]{6}")) {
            throw new IllegalArgumentException("not #RRGGBB: " + hex);
        }
        return new Colour(Integer.parseInt(hex.substring(1), 16));
    }

    /// Contrast ratio from 1 (equal) to 21 (black on white), WCAG 2.2 "contrast ratio".
    public double contrast(Colour other) {
        double lighter = Math.max(luminance(), other.luminance());
        double darker = Math.min(luminance(), other.luminance());
        return (lighter + 0.05) / (darker + 0.05);
    }

    /// Relative luminance, WCAG 2.2.
    private double luminance() {
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
    }

    private static double linear(int channel) {
        double value = (channel & 0xFF) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    /// `#RRGGBB`, as style sheets take it.
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "#%06X", rgb);
    }
}
