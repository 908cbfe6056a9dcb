package de.koblenz.kiosk.app;

import de.koblenz.kiosk.config.ServiceFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The shipped configuration, laid into a folder of a test, with the invented package as its only one.
final class PackagedConfiguration {
    static final Path PROJECT = Path.of(System.getProperty("kiosk.project", "."));
    private static final Path SAMPLE =
            PROJECT.resolve("src/test/resources/fim/paket/hund-anmelden");

    private PackagedConfiguration() {}

    static void layOut(Path folder) throws IOException {
        copy(PROJECT.resolve("kiosk-config"), folder);
        for (Path other : children(folder.resolve("services"))) {
            if (ServiceFolder.isPackage(other)) {
                delete(other);
            }
        }
        copy(SAMPLE, folder.resolve("services/hund-anmelden"));
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    private static void delete(Path all) throws IOException {
        try (Stream<Path> files = Files.walk(all)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
