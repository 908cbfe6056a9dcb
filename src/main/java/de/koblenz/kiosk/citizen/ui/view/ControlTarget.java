package de.koblenz.kiosk.citizen.ui.view;

import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.citizen.ui.Screen.Control;
import org.jspecify.annotations.Nullable;

/// A target that tells the session what its control says. FX thread only.
abstract class ControlTarget extends TouchTarget {
    private final Console console;
    private @Nullable SessionEvent action;

    ControlTarget(Console console, String... styleClasses) {
        super(console.gate(), styleClasses);
        this.console = console;
    }

    /// Takes over what a touch does, and who it is.
    ///
    /// @param name accessible name
    void become(Control control, String name) {
        identify(control.id(), name);
        action = control.action();
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
}
