package de.koblenz.kiosk.device.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import de.koblenz.kiosk.config.Problem;
import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.device.printer.Profiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReaderProfilesTest {
    @TempDir private Path folder;

    private static ReaderProfiles shipped() {
        Problems problems = new Problems();
        ReaderProfiles profiles =
                ReaderProfiles.read(Profiles.folder(), "device-profiles", problems);
        assertEquals(List.of(), problems.sorted());
        return profiles;
    }

    static Stream<Path> shippedFiles() throws IOException {
        try (Stream<Path> files = Files.list(Profiles.folder().resolve("readers"))) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("shippedFiles")
    void everyShippedProfileIsValidToTheSchema(Path file) throws IOException {
        Schema schema =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(
                                Files.readString(
                                        Profiles.folder()
                                                .resolve("schema/reader-profile.schema.json")));
        assertEquals(
                List.of(), List.copyOf(schema.validate(Files.readString(file), InputFormat.YAML)));
        assertEquals(
                "# yaml-language-server: $schema=../schema/reader-profile.schema.json",
                Files.readAllLines(file).getFirst());
    }

    @ParameterizedTest
    @CsvSource({
        "REINER SCT cyberJack RFID komfort (1234567890) 00 00, REINER-SCT-RFID",
        "REINER SCT cyberJack RFID basis 00 00, REINER-SCT-RFID-basis",
        "ACS ACR122U PICC Interface 00 00, ACS-ACR122U",
        "ACS ACR1252 Dual Reader [ACR1252 Dual Reader SAM] 01 00, ACS-SAM",
        "Virtual PCD 00 00, VIRTUAL-PCD",
        "REINER SCT cyberJack RFID standard 00 00, REINER-SCT-RFID",
        "REINER SCT cyberJack wave 00 00, REINER-SCT-wave",
        "ACS ACR1252 Dual Reader [ACR1252 Dual Reader PICC] 00 00, ACS-ACR1252U",
        "ACS ACR1281 1S Dual Reader [ACR1281 1S Dual Reader PICC] 00 00, ACS-ACR1281U",
        "HID Global OMNIKEY 5422 Smartcard Reader [OMNIKEY 5422CL Smartcard Reader] 01 00, HID-OMNIKEY-5422",
        "Identiv uTrust 3700 F CL Reader 00 00, IDENTIV-uTrust-3700F",
        "Identiv Identiv uTrust 4701 F Dual Interface Reader 00 00, IDENTIV-uTrust-4701F",
        "KOBIL Systems IDToken 00 00, KOBIL-IDToken",
        "Somebody's Reader 00 00, ''"
    })
    void theMostPreciseProfileHolds(String reader, String key) {
        assertEquals(key, shipped().of(reader).key());
    }

    @Test
    void anUnknownReaderIsUsedWithShortCommands() {
        ReaderProfile any = shipped().of("Somebody's Reader 00 00");
        assertFalse(any.ignored());
        assertFalse(any.extendedLength());
        assertFalse(any.keypad());
    }

    @Test
    void whereOneModelIsWantedTheOthersAreLeftOut() {
        ReaderProfiles only = shipped().only("REINER-SCT-RFID");
        assertFalse(only.of("REINER SCT cyberJack RFID komfort 00 00").ignored());
        assertTrue(only.of("REINER SCT cyberJack RFID basis 00 00").ignored());
        assertTrue(only.of("Somebody's Reader 00 00").ignored());
    }

    @Test
    void aNameFitsOnlyAsAWhole() {
        ReaderProfile profile = new ReaderProfile("K", "N", "V", "A*B*C", false, false, false);
        assertTrue(profile.fits("ABC"));
        assertTrue(profile.fits("A1B2B3C"));
        assertFalse(profile.fits("A1B2"));
        assertFalse(profile.fits("1ABC"));
        assertFalse(profile.fits("ABCD"));
        assertFalse(new ReaderProfile("K", "N", "V", "ABA", false, false, false).fits("ABABA"));
        assertFalse(new ReaderProfile("K", "N", "V", "AB*BA", false, false, false).fits("ABA"));
    }

    @Test
    void everyMistakeIsToldWithItsPlace() throws IOException {
        Files.createDirectories(folder.resolve("readers"));
        Files.writeString(
                folder.resolve("readers/R.yaml"),
                "R:\n  kind: printer\n  name: N\n  vendor: V\n  readerName: X\n  keypat: true\n");
        Files.writeString(folder.resolve("readers/S.yaml"), "T:\n  kind: reader\n");
        Problems problems = new Problems();
        ReaderProfiles profiles = ReaderProfiles.read(folder, "device-profiles", problems);
        assertEquals(List.of(), profiles.all());
        assertEquals(
                List.of("CFG-VALUE", "CFG-UNKNOWN-KEY", "PRF-KEY"),
                problems.sorted().stream().map(Problem::code).toList());
        assertEquals("device-profiles/readers/R.yaml", problems.sorted().getFirst().file());
    }

    @Test
    void withoutAFolderThereAreNone() {
        Problems problems = new Problems();
        assertEquals(List.of(), ReaderProfiles.read(folder, "device-profiles", problems).all());
        assertTrue(problems.none());
    }
}
