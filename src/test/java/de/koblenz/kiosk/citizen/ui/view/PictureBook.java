package de.koblenz.kiosk.citizen.ui.view;

import de.koblenz.kiosk.citizen.EveryPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javafx.scene.image.WritableImage;

/// Pictures of pages in full size and `index.html` over them, so that anyone can look: a group for each page, in
/// it a picture for each language and look. Any thread but that of JavaFX.
final class PictureBook implements AutoCloseable {
    private static final String HEAD =
            """
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <title>Bürgerterminal: every page</title>
            <style>
            body { font: 15px sans-serif; background: #e2e4ea; margin: 24px; }
            nav { columns: 20em; margin-bottom: 24px; }
            nav a { display: block; }
            h2 { margin: 32px 0 4px; }
            figure { display: inline-block; margin: 8px 16px 8px 0; vertical-align: top; }
            img { height: 420px; border: 1px solid #888; }
            </style>
            <h1>Bürgerterminal: every page</h1>
            """;

    private final Path folder;
    private final ScreenPicture picture;
    private final Map<String, List<Dressing>> pages = new LinkedHashMap<>();
    private final ExecutorService encoder = Executors.newSingleThreadExecutor();
    private Future<?> written = CompletableFuture.completedFuture(null);

    PictureBook(Path folder) throws Exception {
        this.folder = folder;
        picture = FxToolkit.call(() -> new ScreenPicture(PageWalk.view()));
    }

    /// Takes a page's picture; the one before is written meanwhile.
    void paint(EveryPage page, Dressing dressing) throws Exception {
        WritableImage image = FxToolkit.call(() -> picture.take(dressing.dress(page)));
        pages.computeIfAbsent(page.name(), _ -> new ArrayList<>()).add(dressing);
        Path file = folder.resolve(file(page.name(), dressing));
        written.get();
        written =
                encoder.submit(() -> {
                    ScreenPicture.write(image, file);
                    return file;
                });
    }

    private static String file(String page, Dressing dressing) {
        return page + "." + dressing + ".png";
    }

    /// Pictures taken so far.
    int size() {
        return pages.values().stream().mapToInt(List::size).sum();
    }

    /// Writes the index.
    @Override
    public void close() throws Exception {
        written.get();
        encoder.shutdown();
        writeIndex();
    }

    private void writeIndex() throws IOException {
        StringBuilder html = new StringBuilder(HEAD);
        html.append("<nav>\n");
        for (String page : pages.keySet()) {
            html.append("<a href=\"#").append(page).append("\">").append(page).append("</a>\n");
        }
        html.append("</nav>\n");
        pages.forEach((page, dressings) -> {
            html.append("<h2 id=\"").append(page).append("\">").append(page).append("</h2>\n");
            for (Dressing dressing : dressings) {
                String file = file(page, dressing);
                html.append("<figure><a href=\"").append(file).append("\"><img loading=\"lazy\" ");
                html.append("alt=\"").append(page).append(", ").append(dressing.words());
                html.append("\" src=\"").append(file).append("\"></a><figcaption>");
                html.append(dressing.words()).append("</figcaption></figure>\n");
            }
        });
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("index.html"), html);
    }
}
