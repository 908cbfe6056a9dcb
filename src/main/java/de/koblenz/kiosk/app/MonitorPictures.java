package de.koblenz.kiosk.app;

import de.koblenz.kiosk.citizen.ui.view.ScreenPicture;
import de.koblenz.kiosk.fleet.model.Operator;
import de.koblenz.kiosk.fleet.monitor.MonitorPicture;
import de.koblenz.kiosk.fleet.monitor.MonitorView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.image.WritableImage;

/// Pictures of all pages of a running monitor, without a display. Any thread but JavaFX's, which must be running.
final class MonitorPictures {
    private final MonitorGraph graph;
    private final Operator operator;

    /// @param operator who is signed in on the pictures
    MonitorPictures(MonitorGraph graph, Operator operator) {
        this.graph = graph;
        this.operator = operator;
    }

    /// Draws every page as the fleet is now.
    ///
    /// @param folder where `<page>.png` and `index.html` go
    /// @return the pictures
    List<Path> draw(Path folder) throws IOException {
        Files.createDirectories(folder);
        MonitorPicture picture =
                ScreenPicture.onScreen(() -> {
                    MonitorView view = graph.view();
                    MonitorPicture made = new MonitorPicture(view);
                    made.take(graph.state());
                    view.signIn(operator);
                    made.take(graph.state());
                    return made;
                });
        List<Path> files = new ArrayList<>();
        StringBuilder index =
                new StringBuilder(
                        "<!doctype html><html lang=\"de\"><meta charset=\"utf-8\"><title>Monitor</title>\n");
        for (String page : MonitorPicture.pages()) {
            ScreenPicture.onScreen(() -> {
                picture.open(page);
                return true;
            });
            // What the page asked of the database is answered in its order, and drawn after that.
            graph.settle();
            WritableImage image = ScreenPicture.onScreen(picture::shoot);
            Path file = folder.resolve(page + ".png");
            ScreenPicture.write(image, file);
            files.add(file);
            index.append("<h2>")
                    .append(page)
                    .append("</h2><img width=\"960\" src=\"")
                    .append(page)
                    .append(".png\" alt=\"")
                    .append(page)
                    .append("\">\n");
        }
        Files.writeString(folder.resolve("index.html"), index.append("</html>\n"));
        return files;
    }
}
