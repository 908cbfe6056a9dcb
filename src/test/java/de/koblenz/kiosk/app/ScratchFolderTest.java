package de.koblenz.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchFolderTest {
    @TempDir private Path folder;

    @Test
    void everythingInItGoesAndNothingThatALinkLeadsTo() throws Exception {
        Path outside = Files.writeString(folder.resolve("outside"), "stays");
        Path inner = Files.createDirectories(folder.resolve("scratch/a/b"));
        Files.writeString(inner.resolve("file"), "goes");
        Files.createSymbolicLink(inner.resolve("link"), outside);
        ScratchFolder.remove(folder.resolve("scratch"));
        assertFalse(Files.exists(folder.resolve("scratch")));
        assertTrue(Files.exists(outside));
        // Whatever is gone already is no fault.
        ScratchFolder.remove(folder.resolve("scratch"));
    }
}
