package de.koblenz.kiosk.citizen.ui.view;

import javafx.scene.layout.Region;

/// What is wrong with an answer, at the answer.
final class ErrorLine extends Region {
    private final SymbolIcon icon = new SymbolIcon(36, "danger");
    private double size = 36;
    private final TextBlock words = new TextBlock(TextRole.BODY, "danger");

    ErrorLine() {
        setMouseTransparent(true);
        icon.show(SymbolIcon.FAILED);
        getChildren().addAll(icon, words);
    }

    void show(String error, PageStyle style) {
        size = style.large() ? 52 : 36;
        icon.setSize(size);
        words.show(error, style.typography());
        setVisible(!error.isEmpty());
        requestLayout();
    }

    /// What it says; empty without an error.
    String words() {
        return words.words();
    }

    /// Height that it takes; 0 without an error.
    double needed(double width) {
        return words.isEmpty() ? 0 : Math.max(40, words.fit(width - size - 12, 0)) + 8;
    }

    @Override
    protected void layoutChildren() {
        icon.place(0, 0, size, Math.min(getHeight(), size + 8));
        words.resizeRelocate(size + 12, 0, getWidth() - size - 12, getHeight());
    }
}
