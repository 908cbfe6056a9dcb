package de.koblenz.kiosk.citizen.ui.view;

import de.koblenz.kiosk.citizen.ui.Screen.Counter;
import javafx.geometry.HPos;
import javafx.geometry.VPos;

/// A number with a button to each side; in a narrow box the label stands above.
final class CounterRow extends Cell {
    private static final double PADDING = 20;
    private static final double NARROW = 640;
    private static final double NARROW_BUTTON = 76;

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

    /// @param noteWords its price, where that stands here
    void show(Counter counter, String noteWords, PageStyle style) {
        label.show(counter.label(), style.typography());
        note.show(noteWords, style.typography());
        count.show(Integer.toString(counter.count()), style.typography());
        less.show(counter.less(), style);
        more.show(counter.more(), style);
        requestLayout();
    }

    @Override
    double leastHeight(double width) {
        double words = wordsWidth(width);
        double height = label.fit(words, 0) + 16;
        if (width < NARROW) {
            return height + Math.max(NARROW_BUTTON, note.fit(narrowNote(width), 0)) + 8;
        }
        return Math.max(height + (note.isEmpty() ? 0 : note.fit(words, 0) + 2), 96);
    }

    @Override
    protected void layoutChildren() {
        if (getWidth() < NARROW) {
            layoutNarrow();
            return;
        }
        double words = wordsWidth(getWidth());
        double button = Math.min(96, getHeight() - 16);
        double room = getHeight() - 12;
        double noteHeight = note.isEmpty() ? 0 : note.fit(words, room / 2);
        double labelHeight = label.fit(words, room - noteHeight);
        double top = Math.rint((getHeight() - labelHeight - noteHeight) / 2);
        label.resizeRelocate(PADDING, top, words, labelHeight);
        note.resizeRelocate(PADDING, top + labelHeight, words, noteHeight);
        layoutSteps(getWidth() - 12, Math.rint((getHeight() - button) / 2), 96, button, 112);
    }

    /// Label above, below it the note and the buttons.
    private void layoutNarrow() {
        double below = Math.max(NARROW_BUTTON, note.fit(narrowNote(getWidth()), 0));
        double y = getHeight() - below - 8;
        label.resizeRelocate(PADDING, 6, wordsWidth(getWidth()), y - 8);
        double buttons = y + Math.rint((below - NARROW_BUTTON) / 2);
        layoutSteps(getWidth() - 8, buttons, 88, NARROW_BUTTON, 92);
        note.resizeRelocate(PADDING, y, narrowNote(getWidth()), below);
    }

    private void layoutSteps(double right, double y, double width, double height, double middle) {
        more.resizeRelocate(right - width, y, width, height);
        less.resizeRelocate(right - 2 * width - middle, y, width, height);
        count.resizeRelocate(right - width - middle + 4, y, middle - 8, height);
    }

    private static double narrowNote(double width) {
        return width - PADDING - 296;
    }

    private double wordsWidth(double width) {
        return width < NARROW ? width - 2 * PADDING : width - PADDING - 12 - 2 * 96 - 112 - 20;
    }
}
