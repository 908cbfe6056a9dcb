package de.koblenz.kiosk.citizen.ui.view;

import javafx.scene.layout.Region;

/// The calm invitation of the start page, where other pages have their actions. It cannot be touched:
/// the first touch goes to what lies around it.
final class IdleBanner extends Region {
    private static final double ICON = 44;

    private final Region pill = new Region();
    private final SymbolIcon icon = new SymbolIcon(ICON);
    private final TextBlock words = new TextBlock(TextRole.FACT);

    IdleBanner() {
        setMouseTransparent(true);
        pill.getStyleClass().add("banner");
        icon.show(SymbolIcon.TOUCH);
        getChildren().addAll(pill, icon, words);
    }

    void show(String line, PageStyle style) {
        words.show(line, style.typography());
        setVisible(!line.isEmpty());
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double most = getWidth() - ICON - 96;
        words.fit(most, getHeight() - 24);
        double width = Math.min(most, Math.ceil(words.usedWidth()) + 2);
        double height = Math.max(76, Math.min(getHeight(), words.fit(width, 0) + 28));
        double left = Math.rint((getWidth() - width - ICON - 80) / 2);
        double top = Math.rint((getHeight() - height) / 2);
        pill.resizeRelocate(left, top, width + ICON + 80, height);
        icon.place(left + 28, top, ICON, height);
        words.resizeRelocate(left + 28 + ICON + 16, top, width, height);
    }
}
