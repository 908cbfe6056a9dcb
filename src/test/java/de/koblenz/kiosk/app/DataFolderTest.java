package de.koblenz.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One terminal per data folder.
class DataFolderTest {
    @TempDir private Path folder;

    /// Tries to lock the folder in a process of its own.
    static final class Other {
        private Other() {}

        public static void main(String[] arguments) throws Exception {
            try (DataFolder _ = DataFolder.lock(Path.of(arguments[0]))) {
                System.out.print("locked");
            } catch (DataFolder.InUse e) {
                System.out.print(e.getMessage());
            }
        }
    }

    private String other() throws Exception {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty(
                                        "surefire.test.class.path",
                                        System.getProperty("java.class.path")),
                                Other.class.getName(),
                                folder.toString())
                        .start();
        String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        return words;
    }

    @Test
    void aFolderIsUsedByOneProcessAndIsFreeAfterwards() throws Exception {
        try (DataFolder _ = DataFolder.lock(folder)) {
            assertEquals("STORE-IN-USE: another terminal works in the data folder", other());
        }
        assertEquals("locked", other());
    }

    @Test
    void aFolderIsUsedOnceInAProcessToo() throws Exception {
        try (DataFolder _ = DataFolder.lock(folder)) {
            assertThrows(DataFolder.InUse.class, () -> DataFolder.lock(folder));
        }
        DataFolder.lock(folder).close();
    }
}
