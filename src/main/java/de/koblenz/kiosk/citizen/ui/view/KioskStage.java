package de.koblenz.kiosk.citizen.ui.view;

import javafx.application.Platform;
import javafx.event.Event;
import javafx.geometry.Rectangle2D;
import javafx.scene.Cursor;
import javafx.scene.Scene;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.StageStyle;

/// The window of a terminal: it fills the screen, shows no cursor and no way out. FX thread only.
public final class KioskStage {
    private final Stage stage;

    /// @param stage not shown yet
    public KioskStage(Stage stage, ScreenView view) {
        this.stage = stage;
        Rectangle2D bounds = Screen.getPrimary().getBounds();
        Scene scene = new Scene(new ScaledScreen(view), bounds.getWidth(), bounds.getHeight());
        scene.setFill(Color.BLACK);
        scene.setCursor(Cursor.NONE);
        scene.addEventFilter(ContextMenuEvent.CONTEXT_MENU_REQUESTED, Event::consume);
        scene.addEventFilter(KeyEvent.ANY, KioskStage::keepInside);
        scene.addEventFilter(MouseEvent.MOUSE_ENTERED, _ -> scene.setCursor(Cursor.NONE));
        stage.initStyle(StageStyle.UNDECORATED);
        stage.setResizable(false);
        stage.setFullScreenExitHint("");
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        stage.setOnCloseRequest(Event::consume);
        stage.setScene(scene);
        // Another window may open behind it, but does not keep the keyboard.
        stage.focusedProperty().addListener((_, _, focused) -> regain(focused));
        // Full screen alone does not resize where there is no window manager.
        stage.setX(bounds.getMinX());
        stage.setY(bounds.getMinY());
        stage.setWidth(bounds.getWidth());
        stage.setHeight(bounds.getHeight());
    }

    /// Shows the window.
    public void open() {
        stage.setFullScreen(true);
        stage.setAlwaysOnTop(true);
        stage.show();
    }

    private void regain(boolean focused) {
        if (!focused && stage.isShowing()) {
            Platform.runLater(() -> {
                stage.toFront();
                stage.requestFocus();
            });
        }
    }

    /// Escape, function keys and everything with Alt, Control or Meta would leave the page.
    private static void keepInside(KeyEvent event) {
        boolean typed = event.getEventType() == KeyEvent.KEY_TYPED;
        boolean altGr = event.isAltDown() && event.isControlDown();
        boolean command =
                (event.isAltDown() || event.isControlDown() || event.isMetaDown()) && !altGr;
        boolean leaves =
                switch (event.getCode()) {
                    case ESCAPE, F1, F2, F3, F4, F5, F6, F7, F8, F9, F10, F11, F12, CONTEXT_MENU ->
                            true;
                    default -> command && !typed;
                };
        if (leaves) {
            event.consume();
        }
    }
}
