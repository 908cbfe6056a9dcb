package de.koblenz.kiosk.service.fim;

import de.koblenz.kiosk.config.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The federal packages below `kiosk-config/services`, as their files are.
final class ShippedPackages {
    static final Path SERVICES =
            Path.of(System.getProperty("kiosk.project", "."), "kiosk-config", "services");

    private ShippedPackages() {}

    /// One package.
    ///
    /// @param id its folder, which is the id of the service in the catalogue
    record Package(String id, Path folder) {
        Path schema() {
            return file(".xdf3.xml").or(() -> file(".xdf2.xml")).orElseThrow();
        }

        Path description() {
            return file(".xzufi.xml").orElseThrow();
        }

        Optional<Path> process() {
            return file(".bpmn");
        }

        private Optional<Path> file(String end) {
            Path file = folder.resolve(id + end);
            return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
        }

        /// All files that a designer got from elsewhere, code lists included.
        List<Path> files() {
            return list(folder).stream()
                    .flatMap(
                            path -> Files.isDirectory(path) ? list(path).stream() : Stream.of(path))
                    .filter(path -> path.toString().matches(".*\\.(xml|bpmn)"))
                    .toList();
        }

        FimForm form(Problems problems) {
            Path lists = folder.resolve("codelisten");
            return SchemaImport.read(
                            schema(),
                            schema().getFileName().toString(),
                            CodeLists.read(
                                    Files.isDirectory(lists) ? list(lists) : List.of(),
                                    "codelisten",
                                    problems),
                            problems)
                    .orElseThrow(() -> new AssertionError(id + problems.sorted()));
        }

        @Override
        public String toString() {
            return id;
        }
    }

    static List<Package> all() {
        return list(SERVICES).stream()
                .map(folder -> new Package(folder.getFileName().toString(), folder))
                .filter(each ->
                        each.file(".xdf3.xml").isPresent() || each.file(".xdf2.xml").isPresent())
                .toList();
    }

    static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
