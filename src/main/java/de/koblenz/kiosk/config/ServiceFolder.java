package de.koblenz.kiosk.config;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// A folder of `services/`. One that holds a file of the federation, or no `service.yaml` yet, is a package: its form, texts and
/// steps come from there, and its `service.yaml` only lays over them. Whatever it lacks keeps only itself from being started. Any
/// other is written by hand.
public final class ServiceFolder {
    /// Name of the file that the city writes, in both.
    public static final String OVERLAY = "service.yaml";

    private static final String FEDERAL = "*.{xml,bpmn}";

    private ServiceFolder() {}

    /// Whether the folder is a package; a folder that cannot be read is none.
    public static boolean isPackage(Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, FEDERAL)) {
            return files.iterator().hasNext() || !Files.exists(folder.resolve(OVERLAY));
        } catch (IOException | DirectoryIteratorException _) {
            return false;
        }
    }
}
