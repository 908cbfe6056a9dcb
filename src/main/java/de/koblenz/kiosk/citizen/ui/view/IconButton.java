package de.koblenz.kiosk.citizen.ui.view;

import de.koblenz.kiosk.citizen.ui.Screen.Control;

/// A button with an icon alone; its label is only its accessible name.
final class IconButton extends ControlTarget {
    private final SymbolIcon icon = new SymbolIcon(48);

    IconButton(Console console, String... styleClasses) {
        super(console, styleClasses);
        getChildren().add(icon);
    }

    void show(Control control, PageStyle style) {
        become(control, Hyphenation.plain(control.label()));
        icon.show(control.symbol(), style.rightToLeft());
        requestLayout();
    }

    @Override
    double leastHeight(double width) {
        return 64;
    }

    @Override
    protected void layoutChildren() {
        icon.place(0, 0, getWidth(), getHeight());
    }
}
