package de.koblenz.kiosk.citizen.ui.view;

import javafx.scene.layout.Region;

/// A box in a grid that knows how much height it needs.
abstract class Cell extends Region {
    /// Least height in which everything on it fits at the least sizes, for a width in pixels.
    abstract double leastHeight(double width);
}
