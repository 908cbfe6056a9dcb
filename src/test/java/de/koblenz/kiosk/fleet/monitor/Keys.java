package de.koblenz.kiosk.fleet.monitor;

import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Somebody types. FX thread only.
final class Keys {
    private final Scene scene;

    Keys(Scene scene) {
        this.scene = scene;
    }

    /// Presses a key where the focus is.
    void press(KeyCode code) {
        press(code, false);
    }

    void control(KeyCode code) {
        press(code, true);
    }

    private void press(KeyCode code, boolean control) {
        String text =
                code.isLetterKey() || code.isDigitKey()
                        ? code.getName().toLowerCase(java.util.Locale.ROOT)
                        : "";
        fire(new KeyEvent(KeyEvent.KEY_PRESSED, "", text, code, false, control, false, false));
        if (!text.isEmpty() && !control) {
            fire(
                    new KeyEvent(
                            KeyEvent.KEY_TYPED,
                            text,
                            "",
                            KeyCode.UNDEFINED,
                            false,
                            false,
                            false,
                            false));
        }
        fire(new KeyEvent(KeyEvent.KEY_RELEASED, "", text, code, false, control, false, false));
    }

    /// Types letters and digits.
    void type(String words) {
        for (char c : words.toCharArray()) {
            fire(
                    new KeyEvent(
                            KeyEvent.KEY_TYPED,
                            String.valueOf(c),
                            "",
                            KeyCode.UNDEFINED,
                            false,
                            false,
                            false,
                            false));
        }
    }

    void tab() {
        fire(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.TAB, false, false, false, false));
    }

    private void fire(KeyEvent event) {
        Node owner = scene.getFocusOwner();
        Event.fireEvent(owner == null ? scene : owner, event);
    }
}
