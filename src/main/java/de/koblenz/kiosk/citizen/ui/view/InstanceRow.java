package de.koblenz.kiosk.citizen.ui.view;

import de.koblenz.kiosk.citizen.ui.Screen.Instance;
import javafx.geometry.HPos;
import javafx.geometry.VPos;

/// One instance of a repeated group: what it is, "Ändern", "Entfernen". The buttons stand beside the words where there
/// is room, else below them.
final class InstanceRow extends Cell {
    private static final double PADDING = 20;
    private static final double BUTTON = 80;
    private static final double LEAST_WORDS = 340;

    private final TextBlock label = new TextBlock(TextRole.LABEL).align(HPos.LEFT, VPos.BOTTOM);
    private final TextBlock note = new TextBlock(TextRole.FACT, "muted").align(HPos.LEFT, VPos.TOP);
    private final ActionButton change;
    private final ActionButton remove;

    InstanceRow(Console console) {
        getStyleClass().add("panel");
        change = button(console);
        remove = button(console);
        getChildren().addAll(label, note, change, remove);
    }

    private static ActionButton button(Console console) {
        return new ActionButton(
                console, TextRole.SERVICE, ActionButton.Form.BESIDE, 36, "secondary");
    }

    void show(Instance instance, PageStyle style) {
        label.show(instance.label(), style.typography());
        note.show(instance.note(), style.typography());
        change.show(instance.change(), instance.label(), style);
        remove.show(instance.remove(), instance.label(), style);
        requestLayout();
    }

    private double buttons() {
        return change.wishedWidth() + 8 + remove.wishedWidth();
    }

    private boolean beside(double width) {
        return width - buttons() - 2 * PADDING - 24 >= LEAST_WORDS;
    }

    private double wordsWidth(double width) {
        return beside(width) ? width - PADDING - buttons() - 36 : width - 2 * PADDING;
    }

    private double words(double width) {
        return label.fit(width, 0) + (note.isEmpty() ? 0 : 2 + note.fit(width, 0));
    }

    /// Height of a button below the words.
    private double lower(double width) {
        double own = Math.floor((width - 32) / 2);
        return Math.max(BUTTON, Math.max(change.leastHeight(own), remove.leastHeight(own)));
    }

    @Override
    double leastHeight(double width) {
        double words = words(wordsWidth(width));
        return beside(width) ? Math.max(BUTTON + 16, words + 18) : words + 14 + lower(width) + 12;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double words = wordsWidth(width);
        double below = beside(width) ? 0 : lower(width) + 12;
        double room = getHeight() - below;
        double labelHeight = label.fit(words, 0);
        double noteHeight = note.isEmpty() ? 0 : note.fit(words, 0);
        double top = Math.rint((room - labelHeight - noteHeight - 2) / 2);
        label.resizeRelocate(PADDING, top, words, labelHeight);
        note.resizeRelocate(PADDING, top + labelHeight + 2, words, noteHeight);
        if (beside(width)) {
            double height = Math.min(88, getHeight() - 16);
            double y = Math.rint((getHeight() - height) / 2);
            double left = width - 12 - remove.wishedWidth();
            remove.resizeRelocate(left, y, remove.wishedWidth(), height);
            left -= 8 + change.wishedWidth();
            change.resizeRelocate(left, y, change.wishedWidth(), height);
        } else {
            double own = Math.floor((width - 32) / 2);
            double y = getHeight() - below;
            change.resizeRelocate(12, y, own, below - 12);
            remove.resizeRelocate(width - 12 - own, y, own, below - 12);
        }
    }
}
