package de.koblenz.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.citizen.ShippedKiosk;
import de.koblenz.kiosk.config.Problem;
import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.service.fim.pack.ServicePackage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The terminal with packages in its configuration, good ones and broken ones.
class PackageShelfTest {
    private static final String QUESTION = "service.hund-anmelden.page.name.title";

    @TempDir private Path folder;

    @BeforeEach
    void layOut() throws IOException {
        PackagedConfiguration.layOut(folder);
    }

    private Installation read(Problems problems) {
        return Installation.readForService(
                folder, PackagedConfiguration.PROJECT.resolve("device-profiles"), problems);
    }

    @Test
    void wordsOfAPackageAreThereOnceItIsRead() {
        Installation installation = read(new Problems());
        assertFalse(installation.german().has(QUESTION));
        Map<String, ServicePackage> packages = installation.readPackages();
        assertEquals("Wie heißen Sie?", installation.german().of(QUESTION));
        assertEquals("What is your name?", installation.locales().texts("en").of(QUESTION));
        assertEquals(
                "Wie groß ist Ihr Hund?",
                installation
                        .locales()
                        .texts("en")
                        .of("service.hund-anmelden.field.F99000000001.label"));
        assertEquals(
                List.of("7f6c1a52-0d3e-4b8a-9c41-5e2d8b7a6f10"),
                List.copyOf(Installation.destinations(packages.values())));
        assertEquals(Optional.empty(), installation.packages().words("de", "service.x"));
    }

    @Test
    void aBrokenPackageNeverStopsTheTerminalNorAnotherPackage() throws IOException {
        Path broken = Files.createDirectories(folder.resolve("services/hund-abmelden"));
        Files.writeString(broken.resolve("schema.xdf3.xml"), "<!DOCTYPE a><a/>");
        Files.writeString(broken.resolve("service.yaml"), ": : :");
        Problems problems = new Problems();
        Installation installation = read(problems);
        assertEquals(List.of(), problems.sorted());
        Map<String, ServicePackage> packages = installation.readPackages();
        assertFalse(Objects.requireNonNull(packages.get("hund-abmelden")).startable());
        assertTrue(Objects.requireNonNull(packages.get("hund-anmelden")).startable());
        installation.packageProblems(Optional.empty(), problems);
        assertEquals(
                List.of("FIM-XML-ENTITY", "CFG-SYNTAX"),
                problems.sorted().stream().map(Problem::code).toList());
    }

    @Test
    void theAuthorityOfTheBenchTakesEveryService() {
        Installation installation = read(new Problems());
        ShippedKiosk.CONFIG
                .catalog()
                .all()
                .forEach(service ->
                        service.leika()
                                .ifPresent(key ->
                                        assertTrue(
                                                installation.leikaKeys().contains(key.digits()))));
    }
}
