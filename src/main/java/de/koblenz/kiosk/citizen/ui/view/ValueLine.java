package de.koblenz.kiosk.citizen.ui.view;

import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.HPos;
import javafx.geometry.NodeOrientation;
import javafx.geometry.VPos;
import javafx.scene.layout.Region;

/// The line that shows what is typed, with a caret at its end and a unit. Typed text is Latin, so the
/// line runs from left to right on every page.
final class ValueLine extends Region {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final double PADDING = 24;

    private final TextBlock value = new TextBlock(TextRole.VALUE);
    private final TextBlock unit =
            new TextBlock(TextRole.LABEL, "muted").align(HPos.RIGHT, VPos.CENTER);
    private final Region caret = new Region();
    private final SymbolIcon icon = new SymbolIcon(48, "muted");

    ValueLine() {
        getStyleClass().add("value-line");
        setMouseTransparent(true);
        setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        caret.getStyleClass().add("caret");
        caret.setManaged(false);
        getChildren().addAll(value, unit, caret, icon);
    }

    void setIcon(String character) {
        icon.show(character);
    }

    void show(String typed, String unitWords, boolean wrong, PageStyle style) {
        value.show(typed, style.typography());
        unit.show(unitWords, style.typography());
        pseudoClassStateChanged(WRONG, wrong);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double left = PADDING + (icon.isVisible() ? 64 : 0);
        icon.place(PADDING, 0, 48, getHeight());
        double unitWidth = unit.isEmpty() ? 0 : unit.lineWidth() + 16;
        double width = getWidth() - left - PADDING - unitWidth;
        double height = getHeight() - 16;
        value.resizeRelocate(left, 6, width - 8, height);
        value.layout();
        unit.resizeRelocate(getWidth() - PADDING - unitWidth, 6, unitWidth, height);
        if (value.isEmpty()) {
            caret.resizeRelocate(left, Math.rint(6 + height / 2 - 28), 4, 56);
        } else {
            Bounds end = value.caret();
            caret.resizeRelocate(
                    Math.rint(left + end.getMinX() + 2),
                    Math.rint(6 + end.getMinY()),
                    4,
                    Math.rint(end.getHeight()));
        }
    }
}
