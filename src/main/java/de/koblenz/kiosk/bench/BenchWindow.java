package de.koblenz.kiosk.bench;

import de.koblenz.kiosk.citizen.ui.view.ScaledScreen;
import de.koblenz.kiosk.citizen.ui.view.ScreenView;
import java.net.URL;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// A window on a desk: the terminal scaled to the screen, the device bench beside it. FX thread only.
public final class BenchWindow {
    /// Part of the desk's screen that the window takes.
    private static final double SHARE = 0.9;

    private final Stage stage = new Stage();

    /// @param present takes whether somebody stands in front of the terminal
    /// @param closed is called when the window was closed
    public BenchWindow(ScreenView view, FarEnds ends, Consumer<Boolean> present, Runnable closed) {
        BorderPane desk = new BorderPane(new ScaledScreen(view));
        desk.getStyleClass().add("bench-desk");
        desk.setRight(new BenchPanel(ends, present));
        Rectangle2D bounds = Screen.getPrimary().getVisualBounds();
        Scene scene = new Scene(desk, bounds.getWidth() * SHARE, bounds.getHeight() * SHARE);
        URL style = Objects.requireNonNull(BenchWindow.class.getResource("bench.css"));
        scene.getStylesheets().add(style.toExternalForm());
        stage.setTitle("Bürgerterminal · Device bench");
        stage.setScene(scene);
        stage.setOnHidden(_ -> closed.run());
    }

    public void show() {
        stage.show();
    }
}
