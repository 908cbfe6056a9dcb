package de.koblenz.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.config.Problem;
import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.config.ScannerSettings;
import de.koblenz.kiosk.device.transport.SerialSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {
    private static final Path PROJECT = Path.of(System.getProperty("kiosk.project", "."));

    @TempDir private Path folder;

    @Test
    void theLineOfADeviceMayDifferFromItsProfile() throws IOException {
        write("    # overrides:", "    overrides:", "    #   serial:", "      serial:");
        Installation installation = read(new Problems());
        SerialSettings line = installation.profile("KIOSK-VKP80II").kiosk().serial();
        assertEquals(38_400, line.baudRate());
        assertEquals(SerialSettings.FlowControl.RTS_CTS, line.flowControl());
    }

    /// Hundreds of services that are not in an unreadable catalogue would bury its one mistake.
    @Test
    void anIndentationOfTheCatalogueIsOneProblem() throws IOException {
        write("", "", "", "");
        Path catalogue = folder.resolve("catalogue.yaml");
        Files.writeString(
                catalogue,
                Files.readString(PROJECT.resolve("kiosk-config/catalogue.yaml"))
                        .replace("  buergeramt:\n", "   buergeramt:\n"));
        Problems problems = new Problems();
        Installation installation = read(problems);
        installation.packageProblems(Optional.empty(), problems);
        assertEquals(
                List.of("catalogue.yaml CFG-SYNTAX"),
                problems.sorted().stream().map(one -> one.file() + " " + one.code()).toList());
    }

    @Test
    void aProfileThatIsNotThereIsReportedWhereItIsNamed() throws IOException {
        write("profile: KIOSK-VKP80II", "profile: KIOSK-VKP8O", "", "");
        Problems problems = new Problems();
        read(problems);
        int line =
                Files.readAllLines(folder.resolve("terminal.yaml"))
                                .indexOf("    profile: KIOSK-VKP8O")
                        + 1;
        assertEquals(
                "terminal.yaml:" + line + ":14 CFG-PROFILE",
                problems.sorted().stream()
                        .map(one ->
                                one.file()
                                        + ":"
                                        + one.line()
                                        + ":"
                                        + one.column()
                                        + " "
                                        + one.code())
                        .reduce("", String::concat));
    }

    @Test
    void aReaderProfileThatIsNotThereIsReportedWhereItIsNamed() throws IOException {
        write("devices:", "devices:\n  card-reader:\n    profile: REINER-SCT-RFIT", "", "");
        Problems problems = new Problems();
        read(problems);
        assertEquals(
                List.of("CFG-PROFILE"), problems.sorted().stream().map(Problem::code).toList());
        int line =
                Files.readAllLines(folder.resolve("terminal.yaml"))
                                .indexOf("    profile: REINER-SCT-RFIT")
                        + 1;
        assertEquals(line, problems.sorted().getFirst().line());
    }

    @Test
    void theReaderThatTheTerminalNamesIsTheOnlyOne() throws IOException {
        write("devices:", "devices:\n  card-reader:\n    profile: REINER-SCT-RFID", "", "");
        Problems problems = new Problems();
        Installation installation = read(problems);
        assertEquals(List.of(), problems.sorted());
        assertTrue(installation.readers().of("ACS ACR1252 Reader 00 00").ignored());
        assertFalse(
                installation.readers().of("REINER SCT cyberJack RFID standard 00 00").ignored());
    }

    @Test
    void aTerminalHasAScannerWhereItsAddressStands() throws IOException {
        Problems problems = new Problems();
        scanner("http://127.0.0.1:60000/eSCL");
        assertEquals(
                Optional.of(URI.create("http://127.0.0.1:60000/eSCL")),
                read(problems).settings().terminal().scanner().map(ScannerSettings::address));
        assertEquals(List.of(), problems.sorted());
    }

    @Test
    void aTerminalHasNoScannerOtherwise() throws IOException {
        write("devices:", "devices:", "", "");
        assertEquals(Optional.empty(), read(new Problems()).settings().terminal().scanner());
    }

    @Test
    void pagesDoNotCrossTheNetworkUnencrypted() throws IOException {
        scanner("http://scanner-1/eSCL");
        Problems problems = new Problems();
        read(problems);
        assertEquals(
                List.of("CFG-INSECURE"), problems.sorted().stream().map(Problem::code).toList());
    }

    private void scanner(String address) throws IOException {
        write("devices:", "devices:\n  document-scanner:\n    address: " + address, "", "");
    }

    private Installation read(Problems problems) {
        return Installation.read(folder, PROJECT.resolve("device-profiles"), problems);
    }

    /// The shipped configuration with two changes in `terminal.yaml`.
    private void write(String from, String to, String otherFrom, String otherTo)
            throws IOException {
        Path shipped = PROJECT.resolve("kiosk-config");
        try (Stream<Path> files = Files.walk(shipped)) {
            for (Path file : files.toList()) {
                Path copy = folder.resolve(shipped.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
        Path terminal = folder.resolve("terminal.yaml");
        Files.writeString(
                terminal, Files.readString(terminal).replace(from, to).replace(otherFrom, otherTo));
    }
}
