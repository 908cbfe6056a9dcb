package de.koblenz.kiosk.app;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;

/// Any other program that opens a window on the terminal's screen and wants the keyboard.
final class Intruder {
    private Intruder() {}

    /// @param arguments a file that is created when the window is open
    public static void main(String[] arguments) {
        Path opened = Path.of(arguments[0]);
        Platform.startup(() -> {
            Stage stage = new Stage();
            stage.setScene(new Scene(new Pane(), 700, 500));
            stage.setOnShown(_ ->
                    Platform.runLater(() -> {
                        stage.toFront();
                        stage.requestFocus();
                        create(opened);
                    }));
            stage.show();
        });
    }

    private static void create(Path file) {
        try {
            Files.createFile(file);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
