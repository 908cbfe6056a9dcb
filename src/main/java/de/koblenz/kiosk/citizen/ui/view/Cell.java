package de.koblenz.kiosk.citizen.ui.view;

import javafx.scene.layout.Region;

/// A box in a grid that knows how much height it needs.
abstract class Cell extends Region {
    /// Least height in which everything on it fits at the least sizes, for a width in pixels.
    abstract double leastHeight(double width);

    /// Height beyond which it would look empty in a single column.
    double mostHeight(double width) {
        return Double.MAX_VALUE;
    }

    /// Width in which none of its words needs a hyphen; 0 where that does not matter.
    double leastWidth() {
        return 0;
    }
}
