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
        Path scratch = folder.resolve("scratch/a");
        Files.createDirectories(scratch.resolve("b"));
        Files.writeString(scratch.resolve("b/file"), "goes");
        Files.createSymbolicLink(scratch.resolve("b/link"), outside);
        ScratchFolder.remove(folder.resolve("scratch"));
        assertFalse(Files.exists(folder.resolve("scratch")));
        assertTrue(Files.exists(outside));
        // Whatever is gone already is no fault.
        ScratchFolder.remove(folder.resolve("scratch"));
    }
}
