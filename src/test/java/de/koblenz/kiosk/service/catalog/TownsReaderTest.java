package de.koblenz.kiosk.service.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.config.Problems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The list of postcodes.
class TownsReaderTest {
    @TempDir private Path folder;

    private final Problems problems = new Problems();

    private Towns read(String text) throws IOException {
        Path file = folder.resolve(TownsReader.FILE);
        Files.writeString(file, text);
        return TownsReader.read(file, TownsReader.FILE, problems);
    }

    private List<String> found() {
        return problems.sorted().stream()
                .map(each -> each.line() + ":" + each.column() + " " + each.code())
                .toList();
    }

    @Test
    void aPostcodeHasTheTownsOfItsLinesInTheirOrder() throws IOException {
        Towns towns = read("\uFEFF# Anmerkung\n56068\tKoblenz\r\n\n56220\tUrmitz\n56220\tKettig\n");
        assertEquals(List.of(), found());
        assertEquals(List.of("Koblenz"), towns.of("56068"));
        assertEquals(List.of("Urmitz", "Kettig"), towns.of("56220"));
        assertEquals(2, towns.size());
    }

    @Test
    void blanksBetweenTheDigitsDoNotMatter() throws IOException {
        assertEquals(List.of("Koblenz"), read("56068\tKoblenz\n").of(" 56 068 "));
    }

    @Test
    void whatIsIncompleteOrUnknownHasNoTown() throws IOException {
        Towns towns = read("56068\tKoblenz\n");
        for (String typed : List.of("", "5606", "560681", "56069", "Koblenz")) {
            assertEquals(List.of(), towns.of(typed), typed);
        }
    }

    @Test
    void mistakesAreToldWithTheirLinesAndTheRestIsKept() throws IOException {
        Towns towns =
                read(
                        "5606\tKoblenz\n56070 Koblenz\n56072\tKoblenz\n56072\tKoblenz\n56073\t123\n"
                                + "56075\tKoblenz\tmehr\n");
        assertEquals(
                List.of(
                        "1:1 TWN-FORM",
                        "2:1 TWN-FORM",
                        "4:1 TWN-TWICE",
                        "5:7 TWN-NAME",
                        "6:1 TWN-FORM"),
                found());
        assertEquals(1, towns.size());
    }

    @Test
    void aWrongFileIsToldOfBriefly() throws IOException {
        read("nothing\n".repeat(60_000));
        assertEquals(20, problems.sorted().size());
    }

    @Test
    void bytesThatAreNoTextAreRefused() throws IOException {
        Path file = folder.resolve(TownsReader.FILE);
        Files.write(file, "56068\tK\u00F6ln\n".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(0, TownsReader.read(file, TownsReader.FILE, problems).size());
        assertEquals(List.of("1:1 CFG-FILE-ENCODING"), found());
    }

    @Test
    void withoutTheFileNothingIsKnownAndNothingWrong() {
        assertEquals(0, TownsReader.read(folder.resolve("none"), "none", problems).size());
        assertTrue(problems.none());
    }

    /// Each line has five digits and a town, none stands twice; in the order of the postcodes a missing one is found by eye.
    @Test
    void theShippedListIsWholeAndInOrder() throws IOException {
        Path shipped =
                Path.of(System.getProperty("kiosk.project", "."), "kiosk-config", TownsReader.FILE);
        Towns towns = TownsReader.read(shipped, TownsReader.FILE, problems);
        assertEquals(List.of(), found());
        List<String> lines =
                Files.readAllLines(shipped).stream().filter(line -> !line.startsWith("#")).toList();
        lines.forEach(line -> assertTrue(line.matches("[0-9]{5}\\t\\p{Lu}[^\\t]+"), line));
        assertEquals(lines.stream().distinct().toList(), lines);
        List<String> postcodes = lines.stream().map(line -> line.substring(0, 5)).toList();
        assertEquals(postcodes.stream().sorted().toList(), postcodes);
        for (String koblenz :
                List.of("56068", "56070", "56072", "56073", "56075", "56076", "56077")) {
            assertEquals(List.of("Koblenz"), towns.of(koblenz), koblenz);
        }
    }
}
