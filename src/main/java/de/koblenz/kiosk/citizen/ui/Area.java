package de.koblenz.kiosk.citizen.ui;

/// A rectangle on the screen in pixels, origin at the top left corner of a left-to-right screen; right-to-left mirrors it.
public record Area(double x, double y, double width, double height) {
    public double right() {
        return x + width;
    }

    public double bottom() {
        return y + height;
    }
}
