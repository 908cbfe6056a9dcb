package de.koblenz.kiosk.fleet.monitor;

import de.koblenz.kiosk.fleet.board.FleetBoard;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/// One page of the monitor. FX thread only.
abstract class Page extends VBox {
    final Workplace place;

    Page(Workplace place) {
        this.place = place;
        getStyleClass().add("page");
    }

    /// Its heading.
    abstract String title();

    /// Something about the fleet is different; called for the open page alone, and when it opens.
    abstract void show(FleetBoard.Update update);

    /// It opens: what it shows of the past is to be asked for.
    void opened() {}

    /// Another opens.
    void closed() {}

    /// Where the keyboard begins.
    abstract Node first();

    /// A field in which one types what is looked for.
    ///
    /// @param prompt what it asks for
    static TextField search(String prompt, double width, Runnable typed) {
        TextField field = new TextField();
        field.setPromptText(prompt);
        field.setAccessibleText(prompt);
        field.setPrefWidth(width);
        field.textProperty().addListener((_, _, _) -> typed.run());
        return field;
    }

    /// Whether that is the key by which one begins to search.
    static boolean seeks(KeyEvent event) {
        return event.getCode() == KeyCode.F && event.isShortcutDown();
    }

    /// A key that the page has not used itself.
    ///
    /// @return whether it was meant for this page
    boolean key(KeyEvent event) {
        return false;
    }
}
