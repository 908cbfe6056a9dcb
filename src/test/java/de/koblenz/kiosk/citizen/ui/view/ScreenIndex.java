package de.koblenz.kiosk.citizen.ui.view;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A page with all pictures of a folder, so that anyone can look.
public final class ScreenIndex {
    private ScreenIndex() {}

    /// Writes `index.html` over the PNG files of the folder.
    public static void write(Path folder) throws IOException {
        List<String> names;
        try (Stream<Path> files = Files.list(folder)) {
            names =
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".png"))
                            .sorted()
                            .toList();
        }
        StringBuilder html = new StringBuilder();
        html.append("<!doctype html><meta charset=utf-8><title>Bürgerterminal</title>");
        html.append("<style>body{font:14px sans-serif;background:#ddd}");
        html.append("figure{display:inline-block;margin:8px}img{height:480px}</style>\n");
        for (String name : names) {
            html.append("<figure><a href=\"").append(name).append("\"><img loading=lazy src=\"");
            html.append(name).append("\"></a><figcaption>").append(name);
            html.append("</figcaption></figure>\n");
        }
        Files.writeString(folder.resolve("index.html"), html);
    }
}
