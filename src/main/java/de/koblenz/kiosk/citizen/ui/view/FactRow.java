package de.koblenz.kiosk.citizen.ui.view;

import de.koblenz.kiosk.citizen.ui.Screen.Fact;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.layout.Region;

/// A fact to read: icon, label, value.
final class FactRow extends Cell {
    private static final double PLATE = 64;
    private static final double PADDING = 20;

    private final Region plate = new Region();
    private final SymbolIcon icon = new SymbolIcon(38);
    private final TextBlock label =
            new TextBlock(TextRole.FACT, "muted").align(HPos.LEFT, VPos.BOTTOM);
    private final TextBlock value = new TextBlock(TextRole.LABEL).align(HPos.LEFT, VPos.TOP);

    private double padding = 20;

    FactRow() {
        getStyleClass().add("panel");
        plate.getStyleClass().add("plate");
        plate.setManaged(false);
        getChildren().addAll(plate, icon, label, value);
        setMouseTransparent(true);
    }

    void show(Fact fact, PageStyle style) {
        show(fact, style, false);
    }

    /// @param oneText label and value as one text, which takes fewer lines
    void show(Fact fact, PageStyle style, boolean oneText) {
        icon.show(fact.symbol(), style.rightToLeft());
        icon.setVisible(icon.isVisible() && !style.large());
        plate.setVisible(icon.isVisible());
        label.show(oneText ? "" : fact.label(), style.typography());
        String words = oneText ? fact.label() + ": " + fact.value() : fact.value();
        value.show(words, style.typography());
        padding = oneText ? 8 : style.large() ? 12 : 20;
        requestLayout();
    }

    @Override
    double leastHeight(double width) {
        double words = wordsWidth(width);
        return Math.max(PLATE, label.fit(words, 0) + 2 + value.fit(words, 0)) + padding;
    }

    @Override
    protected void layoutChildren() {
        double words = wordsWidth(getWidth());
        double left = getWidth() - PADDING - words;
        plate.resizeRelocate(PADDING, Math.rint((getHeight() - PLATE) / 2), PLATE, PLATE);
        icon.place(PADDING, 0, PLATE, getHeight());
        double room = getHeight() - 12;
        double labelHeight = label.fit(words, room * 0.6);
        double valueHeight = value.fit(words, room - labelHeight - 2);
        double top = Math.rint((getHeight() - labelHeight - 2 - valueHeight) / 2);
        label.resizeRelocate(left, top, words, labelHeight);
        value.resizeRelocate(left, top + labelHeight + 2, words, valueHeight);
    }

    @Override
    double leastWidth() {
        double words = Math.max(label.leastWidth(), value.leastWidth());
        return words + 2 * PADDING + (icon.isVisible() ? PLATE + 20 : 0);
    }

    private double wordsWidth(double width) {
        return width - 2 * PADDING - (icon.isVisible() ? PLATE + 20 : 0);
    }
}
