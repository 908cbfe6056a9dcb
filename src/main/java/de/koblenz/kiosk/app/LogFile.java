package de.koblenz.kiosk.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.FileHandler;
import java.util.logging.Logger;

/// The terminal's own log, beside the one of the system, so that the data centre can ask for it: three files of a megabyte in the
/// data folder, the oldest given up. Thread-safe.
final class LogFile implements AutoCloseable {
    private static final String FOLDER = "log";
    private static final int LARGEST = 1 << 20;
    private static final int FILES = 3;

    /// Holds every logger's handlers; kept, as JUL forgets loggers that nobody knows.
    private final Logger root = Logger.getLogger("");

    private final Path folder;
    private final FileHandler handler;

    private LogFile(Path folder, FileHandler handler) {
        this.folder = folder;
        this.handler = handler;
    }

    /// Begins to write.
    ///
    /// @param data the data folder
    /// @throws IOException if nothing can be written there
    static LogFile open(Path data) throws IOException {
        Path folder = Files.createDirectories(data.resolve(FOLDER));
        FileHandler handler =
                new FileHandler(
                        folder.toString().replace("%", "%%") + "/terminal.%g.log",
                        LARGEST,
                        FILES,
                        true);
        handler.setEncoding(StandardCharsets.UTF_8.name());
        handler.setFormatter(new LogLine());
        LogFile file = new LogFile(folder, handler);
        file.root.addHandler(handler);
        return file;
    }

    /// The newest lines, oldest first.
    List<String> last(int most) throws IOException {
        handler.flush();
        List<String> lines = new ArrayList<>();
        for (int age = 0; age < FILES && lines.size() < most; age++) {
            Path file = folder.resolve("terminal." + age + ".log");
            if (Files.exists(file)) {
                lines.addAll(0, Files.readAllLines(file, StandardCharsets.UTF_8));
            }
        }
        return List.copyOf(lines.subList(Math.max(0, lines.size() - most), lines.size()));
    }

    @Override
    public void close() {
        root.removeHandler(handler);
        handler.close();
    }
}
