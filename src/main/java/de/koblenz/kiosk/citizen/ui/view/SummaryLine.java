package de.koblenz.kiosk.citizen.ui.view;

import de.koblenz.kiosk.citizen.ui.Screen.SummaryRow;
import javafx.geometry.HPos;
import javafx.geometry.VPos;

/// One answer to check: label, value, "Ändern".
final class SummaryLine extends Cell {
    private static final double PADDING = 20;

    private final TextBlock label =
            new TextBlock(TextRole.FACT, "muted").align(HPos.LEFT, VPos.BOTTOM);
    private final TextBlock value = new TextBlock(TextRole.LABEL).align(HPos.LEFT, VPos.TOP);
    private final ActionButton change;
    private boolean heading;

    SummaryLine(Console console) {
        getStyleClass().add("panel");
        change =
                new ActionButton(
                        console, TextRole.SERVICE, ActionButton.Form.BESIDE, 36, "secondary");
        getChildren().addAll(label, value, change);
    }

    void show(SummaryRow row, PageStyle style) {
        heading = row.isHeading();
        getStyleClass().remove("panel");
        if (!heading) {
            getStyleClass().add("panel");
        }
        label.show(row.label(), style.typography());
        value.show(row.value(), style.typography());
        change.setVisible(row.change().isPresent());
        row.change().ifPresent(control -> change.show(control, row.label(), style));
        requestLayout();
    }

    @Override
    double leastHeight(double width) {
        double words = wordsWidth(width);
        if (heading) {
            return value.fit(words, 0) + 12;
        }
        return Math.max(80, label.fit(words, 0) + value.fit(words, 0) + 18);
    }

    @Override
    double mostHeight(double width) {
        return heading ? leastHeight(width) : super.mostHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double words = wordsWidth(getWidth());
        if (heading) {
            double needed = value.fit(words, getHeight() - 8);
            value.resizeRelocate(0, getHeight() - needed - 4, words, needed);
            return;
        }
        double room = getHeight() - 12;
        double labelHeight = label.fit(words, room * 0.6);
        double valueHeight = value.fit(words, room - labelHeight - 2);
        double top = Math.rint((getHeight() - labelHeight - valueHeight - 2) / 2);
        label.resizeRelocate(PADDING, top, words, labelHeight);
        value.resizeRelocate(PADDING, top + labelHeight + 2, words, valueHeight);
        double height = Math.min(88, getHeight() - 16);
        double width = changeWidth(getWidth());
        change.resizeRelocate(
                getWidth() - width - 12, Math.rint((getHeight() - height) / 2), width, height);
    }

    private double changeWidth(double width) {
        return change.isVisible() ? Math.min(change.wishedWidth(), width * 0.45) : 0;
    }

    private double wordsWidth(double width) {
        return width - PADDING - 24 - changeWidth(width);
    }
}
