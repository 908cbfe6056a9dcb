package de.koblenz.kiosk.fleet.monitor;

import java.util.Arrays;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;

/// Takes an operator's code: digits in a buffer that is overwritten, never a text of a control. FX thread only.
final class CodeField extends StackPane {
    private static final int MOST = 10;
    private static final String DOT = "●  ";

    private final char[] digits = new char[MOST];
    private final Text dots = new Text();
    private final Consumer<char[]> entered;
    private int length;

    /// @param entered told of a copy when Enter is pressed; it overwrites it
    CodeField(String name, Consumer<char[]> entered) {
        this.entered = entered;
        getStyleClass().add("code-field");
        setAccessibleRole(AccessibleRole.PASSWORD_FIELD);
        setAccessibleText(name);
        setFocusTraversable(true);
        setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        dots.getStyleClass().add("dots");
        getChildren().add(dots);
        addEventHandler(KeyEvent.KEY_TYPED, this::typed);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_PRESSED, _ -> requestFocus());
    }

    private void typed(KeyEvent event) {
        String character = event.getCharacter();
        if (character.length() == 1
                && character.charAt(0) >= '0'
                && character.charAt(0) <= '9'
                && length < MOST) {
            digits[length++] = character.charAt(0);
            draw();
            event.consume();
        }
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.BACK_SPACE && length > 0) {
            digits[--length] = '\0';
            draw();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            enter();
            event.consume();
        }
    }

    /// Gives the code away and forgets it.
    void enter() {
        char[] copy = Arrays.copyOf(digits, length);
        clear();
        entered.accept(copy);
    }

    void clear() {
        Arrays.fill(digits, '\0');
        length = 0;
        draw();
    }

    private void draw() {
        dots.setText(DOT.repeat(length).stripTrailing());
    }
}
