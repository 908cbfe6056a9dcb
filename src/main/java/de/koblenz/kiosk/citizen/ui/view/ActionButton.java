package de.koblenz.kiosk.citizen.ui.view;

import de.koblenz.kiosk.citizen.ui.Screen.Control;
import de.koblenz.kiosk.citizen.ui.Symbol;
import javafx.geometry.HPos;
import javafx.geometry.VPos;

/// A button with an icon and a label.
final class ActionButton extends ControlTarget {
    private static final double PADDING = 20;
    private static final double NARROW = 10;
    private static final double SPACE = 16;

    /// Where the icon stands.
    enum Form {
        /// Before the label, both centred; "next" behind it.
        BESIDE,
        /// Above the label, or beside it where the button is low.
        ABOVE
    }

    private final Form form;
    private final double iconSize;
    private final SymbolIcon icon;
    private final TextBlock label;
    private Symbol symbol = Symbol.NONE;
    private boolean iconShown = true;

    ActionButton(Console console, TextRole role, Form form, double iconSize, String... classes) {
        super(console, classes);
        this.form = form;
        this.iconSize = iconSize;
        icon = new SymbolIcon(iconSize);
        label = new TextBlock(role).align(HPos.CENTER, VPos.CENTER);
        getChildren().addAll(icon, label);
    }

    void show(Control control, PageStyle style) {
        show(control, "", style);
    }

    /// @param context what it is about, put before its accessible name
    void show(Control control, String context, PageStyle style) {
        String name = Hyphenation.plain(control.label());
        become(control, context.isEmpty() ? name : context + ": " + name);
        symbol = control.symbol();
        icon.setSize(style.large() ? Math.rint(iconSize * 1.2) : iconSize);
        icon.show(symbol, style.rightToLeft());
        label.show(control.label(), style.typography());
        requestLayout();
    }

    /// Dresses it as the page's main button, or as one beside it.
    void emphasise(boolean main) {
        getStyleClass().removeAll("primary", "secondary");
        getStyleClass().add(main ? "primary" : "secondary");
    }

    /// Width that the button would like, for shares of a row.
    double wishedWidth() {
        return label.lineWidth() + 2 * PADDING + (symbol == Symbol.NONE ? 0 : iconWidth() + SPACE);
    }

    /// Width that the button needs with its icon above and its label in several lines.
    @Override
    double leastWidth() {
        return label.leastWidth() + 2 * NARROW;
    }

    @Override
    double leastHeight(double width) {
        return Math.max(64, label.fit(labelWidth(width), 0) + 16);
    }

    @Override
    protected void layoutChildren() {
        if (form == Form.ABOVE && symbol != Symbol.NONE && getHeight() >= 120) {
            layoutAbove();
        } else {
            layoutBeside();
        }
    }

    private void layoutAbove() {
        double width = getWidth() - 16;
        double height = label.fit(width, getHeight() - 16 - iconWidth());
        boolean room = height + iconWidth() <= getHeight() - 8;
        double total = room ? height + iconWidth() + 4 : height;
        double top = Math.rint((getHeight() - total) / 2);
        icon.setVisible(room);
        icon.place(0, top, getWidth(), iconWidth());
        label.resizeRelocate(8, room ? top + iconWidth() + 4 : top, width, height);
    }

    private void layoutBeside() {
        chooseIcon(getWidth(), getHeight() - 12);
        double iconWidth = icon.isVisible() ? iconWidth() + SPACE : 0;
        double width = labelWidth(getWidth());
        label.fit(width, getHeight() - 12);
        double used = Math.min(width, Math.ceil(label.usedWidth()) + 2);
        double left = Math.rint((getWidth() - used - iconWidth) / 2);
        if (symbol == Symbol.NEXT) {
            label.resizeRelocate(left, 6, used, getHeight() - 12);
            icon.place(left + used + SPACE, 0, iconWidth(), getHeight());
        } else {
            icon.place(left, 0, iconWidth(), getHeight());
            label.resizeRelocate(left + iconWidth, 6, used, getHeight() - 12);
        }
    }

    private double labelWidth(double width) {
        return width
                - 2 * PADDING
                - (symbol == Symbol.NONE || !iconShown ? 0 : iconWidth() + SPACE);
    }

    /// The icon gives way where the label would not fit beside it.
    private void chooseIcon(double width, double height) {
        iconShown = true;
        double beside = labelWidth(width);
        boolean fits = label.fit(beside, height) <= height + 0.5 && label.leastWidth() <= beside;
        if (!fits && symbol != Symbol.NONE) {
            iconShown = false;
        }
        icon.setVisible(iconShown && symbol != Symbol.NONE);
    }

    private double iconWidth() {
        return icon.getFont().getSize();
    }
}
