package de.koblenz.kiosk.citizen.ui.view;

import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.citizen.ui.Screen.Control;
import org.jspecify.annotations.Nullable;

/// A button with an icon alone; its label is only its accessible name.
final class IconButton extends TouchTarget {
    private final Console console;
    private final SymbolIcon icon = new SymbolIcon(48);
    private @Nullable SessionEvent action;

    IconButton(Console console, String... styleClasses) {
        super(console.gate(), styleClasses);
        this.console = console;
        getChildren().add(icon);
    }

    void show(Control control, PageStyle style) {
        action = control.action();
        identify(control.id(), Hyphenation.plain(control.label()));
        icon.show(control.symbol(), style.rightToLeft());
        requestLayout();
    }

    @Override
    double leastHeight(double width) {
        return 64;
    }

    @Override
    public void forget() {
        super.forget();
        action = null;
    }

    @Override
    void fire() {
        SessionEvent event = action;
        if (event != null) {
            console.send(event);
        }
    }

    @Override
    protected void layoutChildren() {
        icon.place(0, 0, getWidth(), getHeight());
    }
}
