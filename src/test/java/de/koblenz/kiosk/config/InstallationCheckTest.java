package de.koblenz.kiosk.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationCheckTest {
    @TempDir Path folder;

    @BeforeEach
    void copyConfiguration() throws IOException {
        for (String file : ShippedConfiguration.FILES) {
            Files.writeString(
                    folder.resolve(file),
                    ShippedConfiguration.text(file)
                            .replace("/etc/buergerterminal/secrets/", "./")
                            .replace("/etc/buergerterminal/tls/", "")
                            .replace("~/.local/share/buergerterminal", "data"));
        }
    }

    @Test
    void missingSecretsAreReportedWhereTheyAreNamed() {
        assertEquals(
                List.of(
                        "booking.yaml CFG-SECRET-MISSING",
                        "health.yaml CFG-SECRET-MISSING",
                        "health.yaml CFG-SECRET-MISSING",
                        "health.yaml CFG-SECRET-MISSING",
                        "payment.yaml CFG-SECRET-MISSING",
                        "submission.yaml CFG-SECRET-MISSING",
                        "terminal.yaml CFG-SECRET-MISSING"),
                check());
    }

    @Test
    void aCompleteInstallationHasNoProblem() throws IOException {
        install("rw-------");
        assertEquals(List.of(), check());
    }

    @Test
    void secretsThatOthersCanReadAreReported() throws IOException {
        install("rw-r--r--");
        assertEquals(
                List.of(
                        "booking.yaml CFG-SECRET-OPEN",
                        "health.yaml CFG-SECRET-OPEN",
                        "payment.yaml CFG-SECRET-OPEN",
                        "submission.yaml CFG-SECRET-OPEN",
                        "terminal.yaml CFG-SECRET-OPEN"),
                check());
    }

    @Test
    void aDataFolderThatIsAFileIsReported() throws IOException {
        install("rw-------");
        Files.delete(folder.resolve("data"));
        Files.createFile(
                folder.resolve("data"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r--------")));
        assertEquals(List.of("terminal.yaml CFG-DATA-FOLDER"), check());
    }

    private void install(String rights) throws IOException {
        Files.createDirectories(folder.resolve("data"));
        for (String name :
                List.of(
                        "payment",
                        "booking",
                        "fit-connect",
                        "staff-code",
                        "kgrz.pem",
                        "terminal.pem",
                        "terminal.key")) {
            Files.writeString(folder.resolve(name), "geheim");
            Files.setPosixFilePermissions(
                    folder.resolve(name), PosixFilePermissions.fromString(rights));
        }
    }

    private List<String> check() {
        Problems problems = new Problems();
        KioskSettings settings = KioskSettings.read(folder, problems);
        InstallationCheck.check(settings, problems);
        return problems.sorted().stream().map(p -> p.file() + " " + p.code()).toList();
    }

    /// A monitor's configuration over files in the folder.
    private MonitorSettings monitor(String database) throws IOException {
        Path file = folder.resolve("monitor.yaml");
        Files.writeString(
                file,
                ShippedConfiguration.text("monitor.yaml")
                        .replaceAll("/etc/buergerterminal/(tls|secrets)/", "./")
                        .replace("jdbc:sqlite:/var/lib/buergerterminal/fleet.db", database)
                        .replaceFirst("# calls: .*", "calls: ./calls"));
        for (String name : List.of("kgrz.pem", "monitor.pem", "monitor.key", "calls")) {
            Files.writeString(folder.resolve(name), "");
        }
        Files.writeString(
                folder.resolve("operators.yaml"),
                """
                operators:
                  erika.muster: {role: view, code: "pbkdf2-sha512:210000:AAAA:AAAA"}
                """);
        for (String name : List.of("monitor.key", "operators.yaml")) {
            Files.setPosixFilePermissions(
                    folder.resolve(name), PosixFilePermissions.fromString("rw-------"));
        }
        Problems problems = new Problems();
        MonitorSettings settings = MonitorSettings.read(folder, problems);
        assertEquals(List.of(), problems.sorted());
        return settings;
    }

    private static List<String> checked(MonitorSettings settings) {
        Problems problems = new Problems();
        InstallationCheck.checkMonitor(settings, problems);
        return problems.sorted().stream().map(Problem::code).toList();
    }

    @Test
    void aMonitorsProgramHasToBeOne() throws IOException {
        MonitorSettings settings = monitor("jdbc:sqlite:" + folder.resolve("fleet.db"));
        assertEquals(List.of("CFG-PROGRAM"), checked(settings));
        Files.setPosixFilePermissions(
                folder.resolve("calls"), PosixFilePermissions.fromString("rwxr-xr-x"));
        assertEquals(List.of(), checked(settings));
    }

    @Test
    void aMonitorsDatabaseNeedsItsFolder() throws IOException {
        MonitorSettings nowhere = monitor("jdbc:sqlite:" + folder.resolve("nowhere/fleet.db"));
        assertEquals(List.of("CFG-DATA-FOLDER", "CFG-PROGRAM"), checked(nowhere));
        assertEquals(List.of("CFG-PROGRAM"), checked(monitor("jdbc:postgresql://localhost/fleet")));
    }
}
