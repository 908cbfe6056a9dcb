package de.koblenz.kiosk.app;

import de.koblenz.kiosk.fleet.model.Operator;
import de.koblenz.kiosk.fleet.monitor.MonitorPicture;
import de.koblenz.kiosk.fleet.monitor.MonitorView;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// The monitor's window.
final class MonitorWindow {
    private MonitorWindow() {}

    /// Opens it; JavaFX thread only.
    ///
    /// @param operator already signed in, where somebody else has asked who it is
    /// @param closed called when the window is closed
    static void open(MonitorGraph graph, Optional<Operator> operator, Runnable closed) {
        MonitorView view = graph.view();
        Rectangle2D room = Screen.getPrimary().getVisualBounds();
        Scene scene =
                view.scene(
                        Math.min(MonitorPicture.WIDTH, room.getWidth()),
                        Math.min(MonitorPicture.HEIGHT, room.getHeight()));
        graph.feed(view, scene);
        operator.ifPresent(view::signIn);
        Stage stage = new Stage();
        stage.setTitle(graph.title());
        stage.setScene(scene);
        stage.setMinWidth(1280);
        stage.setMinHeight(800);
        // Title bar and frame need room of their own.
        stage.setMaximized(
                room.getWidth() <= MonitorPicture.WIDTH
                        || room.getHeight() <= MonitorPicture.HEIGHT);
        stage.setOnHidden(_ -> closed.run());
        stage.show();
    }
}
