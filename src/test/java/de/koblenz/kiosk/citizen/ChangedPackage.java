package de.koblenz.kiosk.citizen;

import de.koblenz.kiosk.service.fim.pack.PackageReader;
import de.koblenz.kiosk.service.fim.pack.ServicePackage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// The invented package `hund-anmelden` with another schema or overlay; the hash of the schema is set right.
final class ChangedPackage {
    private static final Path ORIGINAL =
            Path.of(
                    System.getProperty("kiosk.project", "."),
                    "src/test/resources/fim/paket/hund-anmelden");

    private ChangedPackage() {}

    /// The package without a mistake.
    ///
    /// @param services an empty folder
    static ServicePackage read(
            Path services, UnaryOperator<String> schema, UnaryOperator<String> overlay)
            throws IOException {
        Path folder = services.resolve("hund-anmelden");
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(ORIGINAL)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        change(folder.resolve("hund.xdf3.xml"), schema);
        change(folder.resolve("service.yaml"), overlay);
        PackageReader reader = new PackageReader(ShippedKiosk.CONFIG.catalog());
        String hash = reader.read(folder).imported().orElseThrow().identity().sha256();
        change(
                folder.resolve("service.yaml"),
                text -> text.replaceFirst("sha256: \"[0-9a-f]{64}\"", "sha256: \"" + hash + "\""));
        ServicePackage read = reader.read(folder);
        if (!read.startable()) {
            throw new AssertionError(List.copyOf(read.problems()).toString());
        }
        return read;
    }

    private static void change(Path file, UnaryOperator<String> by) throws IOException {
        Files.writeString(file, by.apply(Files.readString(file)));
    }
}
