package de.koblenz.kiosk.app;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/// A folder for what a trial writes; it goes with the program, also where that is ended by a signal.
final class ScratchFolder {
    private ScratchFolder() {}

    /// Makes one.
    ///
    /// @param name of the trial
    static Path make(String name) throws IOException {
        Path folder = Files.createTempDirectory("buergerterminal-" + name);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> remove(folder)));
        return folder;
    }

    /// Takes away as much as can be.
    static void remove(Path folder) {
        try {
            Files.walkFileTree(
                    folder,
                    new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult visitFile(Path file, BasicFileAttributes is) {
                            return delete(file);
                        }

                        @Override
                        public FileVisitResult postVisitDirectory(
                                Path done, @Nullable IOException e) {
                            return delete(done);
                        }
                    });
        } catch (IOException _) {
            // It lies in the folder for what nobody needs.
        }
    }

    private static FileVisitResult delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException _) {
            // Somebody still writes there.
        }
        return FileVisitResult.CONTINUE;
    }
}
