package de.koblenz.kiosk.service.fim.pack;

import de.koblenz.kiosk.citizen.ShippedKiosk;
import de.koblenz.kiosk.config.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The invented package, laid into a folder of a test, where it can be changed.
final class SamplePackage {
    static final String ID = "hund-anmelden";
    static final Path ORIGINAL =
            Path.of(System.getProperty("kiosk.project", "."), "src/test/resources/fim/paket", ID);

    private final Path folder;

    private SamplePackage(Path folder) {
        this.folder = folder;
    }

    /// A copy in `services`.
    static SamplePackage in(Path services) {
        Path folder = services.resolve(ID);
        try (Stream<Path> files = Files.list(ORIGINAL)) {
            Files.createDirectories(folder);
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
            return new SamplePackage(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The same with a piece of a file replaced, which must be there.
    SamplePackage with(String file, String piece, String by) {
        String text = text(file);
        if (!text.contains(piece)) {
            throw new AssertionError(file + " has no " + piece);
        }
        return write(file, text.replace(piece, by));
    }

    /// The same with another overlay in one piece.
    SamplePackage overlay(String piece, String by) {
        return with("service.yaml", piece, by);
    }

    SamplePackage write(String file, String text) {
        try {
            Files.createDirectories(folder.resolve(file).getParent());
            Files.writeString(folder.resolve(file), text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SamplePackage without(String file) {
        try {
            Files.delete(folder.resolve(file));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path folder() {
        return folder;
    }

    String text(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ServicePackage read() {
        return new PackageReader(ShippedKiosk.CONFIG.catalog()).read(folder);
    }

    List<String> problems() {
        return read().problems().stream().map(Problem::toString).toList();
    }

    /// The one problem that there is.
    String problem() {
        List<String> all = problems();
        if (all.size() != 1) {
            throw new AssertionError("one problem expected: " + all);
        }
        return all.getFirst();
    }
}
