package de.koblenz.kiosk.citizen.ui.view;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.NodeOrientation;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;

/// As many dots as a PIN has digits, full for those that were typed. Numbers run from left to right on every page.
final class PinDots extends Region {
    private static final PseudoClass FULL = PseudoClass.getPseudoClass("full");
    private static final double LARGEST = 48;

    private final List<Region> dots = new ArrayList<>();
    private int shown;

    PinDots() {
        getStyleClass().add("pin-dots");
        setMouseTransparent(true);
        setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        setAccessibleRole(AccessibleRole.TEXT);
    }

    void show(int digits, int count) {
        shown = digits;
        while (dots.size() < digits) {
            Region dot = new Region();
            dot.getStyleClass().add("pin-dot");
            dots.add(dot);
            getChildren().add(dot);
        }
        for (int i = 0; i < dots.size(); i++) {
            dots.get(i).setVisible(i < digits);
            dots.get(i).pseudoClassStateChanged(FULL, i < count);
        }
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        // Half a dot between two, and one at either end.
        double size = Math.floor(Math.min(LARGEST, getWidth() / (1.5 * shown + 1.5)));
        double step = Math.rint(size * 1.5);
        double x = Math.rint((getWidth() - step * shown + step - size) / 2);
        double y = Math.rint((getHeight() - size) / 2);
        for (Region dot : dots) {
            dot.resizeRelocate(x, y, size, size);
            x += step;
        }
    }
}
