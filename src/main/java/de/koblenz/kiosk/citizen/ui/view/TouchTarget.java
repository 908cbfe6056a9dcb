package de.koblenz.kiosk.citizen.ui.view;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// Something that can be touched: shows at once that it is pressed, acts on release inside, does
/// nothing when the finger slides off; Enter and the space bar of a real keyboard do the same.
abstract class TouchTarget extends Cell implements Forgetful {
    static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass ARMED = PseudoClass.getPseudoClass("armed");

    private final TouchGate gate;

    TouchTarget(TouchGate gate, String... styleClasses) {
        this.gate = gate;
        getStyleClass().add("touch");
        getStyleClass().addAll(styleClasses);
        setAccessibleRole(AccessibleRole.BUTTON);
        setFocusTraversable(true);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        addEventHandler(MouseEvent.MOUSE_RELEASED, this::lift);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /// Does what the target is for.
    abstract void fire();

    /// Takes another identity; a press that was meant for the former is dropped.
    void identify(String id, String name) {
        if (!id.equals(getId())) {
            setId(id);
            if (gate.isArmed(this)) {
                gate.disarm();
            }
        }
        if (!name.equals(getAccessibleText())) {
            setAccessibleText(name);
        }
    }

    @Override
    public void forget() {
        setId(null);
        setAccessibleText(null);
    }

    void setSelected(boolean selected) {
        pseudoClassStateChanged(SELECTED, selected);
    }

    void release() {
        pseudoClassStateChanged(ARMED, false);
    }

    /// Whether a press may be seen; the keys of a PIN do not tell who looks on which was pressed.
    boolean showsPress() {
        return true;
    }

    private void press(MouseEvent event) {
        event.consume();
        if (event.getButton() == MouseButton.PRIMARY) {
            gate.arm(this);
            pseudoClassStateChanged(ARMED, showsPress());
        }
    }

    private void drag(MouseEvent event) {
        event.consume();
        if (gate.isArmed(this)) {
            pseudoClassStateChanged(
                    ARMED, showsPress() && getLayoutBounds().contains(event.getX(), event.getY()));
        }
    }

    private void lift(MouseEvent event) {
        event.consume();
        boolean meant =
                gate.isArmed(this) && getLayoutBounds().contains(event.getX(), event.getY());
        gate.disarm();
        if (meant) {
            act();
        }
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            event.consume();
            act();
        }
    }

    private void act() {
        String id = getId();
        if (gate.admits(id == null ? "" : id)) {
            fire();
        }
    }
}
