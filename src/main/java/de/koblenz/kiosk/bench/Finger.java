package de.koblenz.kiosk.bench;

import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import org.jspecify.annotations.Nullable;

/// Touches what is on the screen, as a citizen's finger would: press and release in the middle of a control.
/// FX thread only.
public final class Finger {
    private final Parent screen;

    /// @param screen root of what is shown
    public Finger(Parent screen) {
        this.screen = screen;
    }

    /// Touches the control of that id.
    ///
    /// @return false where no such control is to be seen
    public boolean touch(String id) {
        Node target = find(screen, id);
        if (target == null) {
            return false;
        }
        mouse(target, MouseEvent.MOUSE_PRESSED, true);
        mouse(target, MouseEvent.MOUSE_RELEASED, false);
        return true;
    }

    /// Types a letter: on the key of the screen's keyboard where there is one, else as a plugged-in keyboard would.
    public void type(String letter) {
        if (!touch("key." + letter)) {
            Event.fireEvent(
                    screen,
                    new KeyEvent(
                            KeyEvent.KEY_TYPED,
                            letter,
                            "",
                            KeyCode.UNDEFINED,
                            false,
                            false,
                            false,
                            false));
        }
    }

    private static void mouse(Node target, javafx.event.EventType<MouseEvent> type, boolean down) {
        Bounds bounds = target.getLayoutBounds();
        Point2D middle = target.localToScene(bounds.getCenterX(), bounds.getCenterY());
        MouseEvent event =
                new MouseEvent(
                        type,
                        middle.getX(),
                        middle.getY(),
                        middle.getX(),
                        middle.getY(),
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        down,
                        false,
                        false,
                        true,
                        false,
                        true,
                        new PickResult(target, middle.getX(), middle.getY()));
        Event.fireEvent(target, event);
    }

    private static @Nullable Node find(Node node, String id) {
        if (!node.isVisible()) {
            return null;
        }
        if (id.equals(node.getId())) {
            return node;
        }
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                Node found = find(child, id);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
