package de.koblenz.kiosk.citizen.ui.view;

import de.koblenz.kiosk.citizen.ui.Screen.Counter;
import javafx.geometry.HPos;
import javafx.geometry.VPos;

/// A number with a button to each side; in a narrow box the label stands above.
final class CounterRow extends Cell {
    private static final double PADDING = 20;
    private static final double NARROW = 640;

    private final TextBlock label = new TextBlock(TextRole.LABEL);
    private final TextBlock note = new TextBlock(TextRole.NOTE, "muted");
    private final TextBlock count = new TextBlock(TextRole.VALUE).align(HPos.CENTER, VPos.CENTER);
    private final IconButton less;
    private final IconButton more;

    CounterRow(Console console) {
        getStyleClass().add("panel");
        less = new IconButton(console, "secondary");
        more = new IconButton(console, "secondary");
        getChildren().addAll(label, note, less, count, more);
    }

    void show(Counter counter, PageStyle style) {
        label.show(counter.label(), style.typography());
        note.show(counter.note(), style.typography());
        count.show(Integer.toString(counter.count()), style.typography());
        less.show(counter.less(), style);
        more.show(counter.more(), style);
        requestLayout();
    }

    @Override
    double leastHeight(double width) {
        double words = wordsWidth(width);
        double height = label.fit(words, 0) + (note.isEmpty() ? 0 : note.fit(words, 0) + 2) + 16;
        return width < NARROW ? height + 84 : Math.max(height, 96);
    }

    @Override
    protected void layoutChildren() {
        boolean narrow = getWidth() < NARROW;
        double words = wordsWidth(getWidth());
        double button = Math.min(96, narrow ? 76 : getHeight() - 16);
        double room = narrow ? getHeight() - button - 20 : getHeight() - 12;
        double noteHeight = note.isEmpty() ? 0 : note.fit(words, room / 2);
        double labelHeight = label.fit(words, room - noteHeight);
        double top = narrow ? 6 : Math.rint((getHeight() - labelHeight - noteHeight) / 2);
        label.resizeRelocate(PADDING, top, words, labelHeight);
        note.resizeRelocate(PADDING, top + labelHeight, words, noteHeight);
        double step = Math.max(button, 96);
        double y = narrow ? getHeight() - button - 8 : Math.rint((getHeight() - button) / 2);
        double right = getWidth() - (narrow ? 8 : 12);
        double left = narrow ? 8 : right - 2 * step - 128;
        less.resizeRelocate(left, y, step, button);
        more.resizeRelocate(right - step, y, step, button);
        count.resizeRelocate(left + step + 8, y, right - left - 2 * step - 16, button);
    }

    private double wordsWidth(double width) {
        return width < NARROW ? width - 2 * PADDING : width - PADDING - 12 - 2 * 96 - 128 - 20;
    }
}
