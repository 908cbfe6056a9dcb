package de.koblenz.kiosk.fleet.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.koblenz.kiosk.citizen.ui.view.FxToolkit;
import de.koblenz.kiosk.citizen.ui.view.ScreenPicture;
import de.koblenz.kiosk.store.FleetDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pictures of every page of the monitor in `target/monitor/`, with ten thousand terminals in sixty offices, light and dark.
class MonitorPicturesTest {
    private static final Path FOLDER = Path.of("target", "monitor");

    @TempDir private Path folder;

    @Test
    void picturesShowEveryPage() throws Exception {
        SampleFleet fleet = new SampleFleet(10_000, 60, 4711);
        fleet.morning();
        List<String> names = new ArrayList<>();
        try (FleetDatabase database =
                FleetDatabase.open("jdbc:sqlite:" + folder.resolve("fleet.db"))) {
            SampleData.write(database, fleet, fleet.terminal(0));
            for (boolean dark : new boolean[] {false, true}) {
                Desktop desktop =
                        FxToolkit.call(() -> new Desktop(database, Desktop.texts("de"), dark));
                MonitorPicture picture = FxToolkit.call(() -> new MonitorPicture(desktop.view));
                paint(picture, "sign-in", dark, names, () -> picture.shoot());
                FxToolkit.run(() -> {
                    desktop.take(fleet);
                    desktop.view.signIn(Desktop.ADMINISTRATOR);
                });
                for (String page : MonitorPicture.pages()) {
                    FxToolkit.run(() -> picture.open(page));
                    paint(picture, page, dark, names, () -> picture.shoot());
                }
            }
        }
        assertEquals(2 * (MonitorPicture.pages().size() + 1), names.size());
        index(names);
    }

    private static void paint(
            MonitorPicture picture,
            String page,
            boolean dark,
            List<String> names,
            java.util.concurrent.Callable<WritableImage> shot)
            throws Exception {
        WritableImage image = FxToolkit.call(shot);
        String name = page + (dark ? ".dark" : ".light") + ".png";
        ScreenPicture.write(image, FOLDER.resolve(name));
        names.add(name);
    }

    private static void index(List<String> names) throws Exception {
        StringBuilder html =
                new StringBuilder(
                        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Monitor: every page</title>\n"
                                + "<style>body{font:15px sans-serif;background:#888}img{width:46%;margin:1%}</style>\n");
        for (String name : names) {
            html.append("<a href=\"")
                    .append(name)
                    .append("\"><img alt=\"")
                    .append(name)
                    .append("\" src=\"")
                    .append(name)
                    .append("\"></a>\n");
        }
        Files.writeString(FOLDER.resolve("index.html"), html);
    }
}
