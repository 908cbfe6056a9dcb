package de.koblenz.kiosk.service.fim.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.citizen.ShippedKiosk;
import de.koblenz.kiosk.config.Problem;
import de.koblenz.kiosk.config.SchemaCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The packages that the product ships can be started, or lead to whoever does the service.
class ShippedPackagesTest {
    private static final Path CONFIG = ShippedKiosk.FOLDER;

    @TestFactory
    Stream<DynamicTest> everyShippedPackageIsInOrder() throws IOException {
        SchemaCheck schema = new SchemaCheck(CONFIG.resolve("schema/package.schema.json"));
        PackageReader reader = new PackageReader(ShippedKiosk.CONFIG.catalog());
        return PackageReader.folders(CONFIG.resolve("services")).stream()
                .map(folder ->
                        DynamicTest.dynamicTest(
                                String.valueOf(folder.getFileName()),
                                () -> inOrder(reader.read(folder), folder, schema)));
    }

    private static void inOrder(ServicePackage read, Path folder, SchemaCheck schema)
            throws IOException {
        assertEquals(List.of(), read.problems().stream().map(Problem::toString).toList());
        assertTrue(read.startable() || read.forwards());
        String overlay = Files.readString(folder.resolve("service.yaml"));
        assertEquals(List.of(), schema.mistakes(overlay));
        assertTrue(
                overlay.startsWith(
                        "# yaml-language-server: $schema=../../schema/package.schema.json\n"));
    }
}
