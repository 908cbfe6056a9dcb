package de.koblenz.kiosk.citizen.ui.view;

import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.layout.Region;

/// What it comes to: label at the start, amount at the end.
final class SumPanel extends Region {
    private final TextBlock label = new TextBlock(TextRole.LABEL);
    private final TextBlock sum = new TextBlock(TextRole.VALUE).align(HPos.RIGHT, VPos.CENTER);

    SumPanel() {
        getStyleClass().add("sum");
        setMouseTransparent(true);
        getChildren().addAll(label, sum);
    }

    void show(String labelWords, String amount, PageStyle style) {
        label.show(labelWords, style.typography());
        sum.show(amount, style.typography());
        setVisible(!amount.isEmpty());
        requestLayout();
    }

    double needed(double width) {
        if (!isVisible()) {
            return 0;
        }
        return Math.max(84, label.fit(width - 48 - sum.lineWidth() - 24, 0) + 24);
    }

    @Override
    protected void layoutChildren() {
        double amount = Math.min(sum.lineWidth() + 4, getWidth() * 0.6);
        sum.resizeRelocate(getWidth() - 24 - amount, 4, amount, getHeight() - 8);
        label.resizeRelocate(24, 4, getWidth() - amount - 72, getHeight() - 8);
    }
}
