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
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileReaderTest {
    @TempDir private Path folder;

    private List<Problem> problems(Map<String, String> files) throws IOException {
        read(files);
        return found.sorted();
    }

    private final Problems found = new Problems();

    private Map<String, DeviceProfile> read(Map<String, String> files) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        return ProfileReader.read(folder, "device-profiles", found);
    }

    private static String printer(String key, String rest) {
        return key
                + ":\n  name: N\n  vendor: V\n  media: {width: {mm: 80, pixels: 576}}\n"
                + "  fonts: {0: {columns: 48}}\n  codePages: {16: CP1252}\n"
                + rest;
    }

    private static String codes(List<Problem> problems) {
        return String.join(" ", problems.stream().map(Problem::code).toList());
    }

    static Stream<Path> shippedFiles() throws IOException {
        try (Stream<Path> files = Files.list(Profiles.folder())) {
            return files
                    .filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static Schema schema() throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(
                        Files.readString(
                                Profiles.folder().resolve("schema/device-profile.schema.json")));
    }

    @ParameterizedTest
    @MethodSource("shippedFiles")
    void everyShippedProfileIsValidToTheSchema(Path file) throws IOException {
        assertEquals(
                List.of(),
                List.copyOf(schema().validate(Files.readString(file), InputFormat.YAML)));
    }

    @ParameterizedTest
    @MethodSource("shippedFiles")
    void everyShippedProfileNamesItsSchema(Path file) throws IOException {
        assertEquals(
                "# yaml-language-server: $schema=schema/device-profile.schema.json",
                Files.readAllLines(file).getFirst());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PRF-LANGUAGE {completion: etb}",
                "PRF-LANGUAGE {completion: counters}",
                "PRF-LANGUAGE {status: {protocol: star-asb}, lineSpacingDots: 32}",
                "PRF-PICTURES {keepsPictures: true}",
                "PRF-SPACING {status: {protocol: star-asb}, completion: etb, lineSpacingDots: 30}",
                "PRF-ROLL {nearEndMm: 3000, rollMm: 2000}"
            })
    void valuesThatDoNotGoTogetherAreReportedWhereTheyStand(String mistake) throws IOException {
        int blank = mistake.indexOf(' ');
        List<Problem> problems =
                problems(
                        Map.of(
                                "P-1.yaml",
                                printer("P-1", "  kiosk: " + mistake.substring(blank + 1) + "\n")));
        assertEquals(mistake.substring(0, blank), codes(problems));
        assertTrue(
                problems.getFirst().toString().startsWith("device-profiles/P-1.yaml:7:10: "),
                problems.toString());
    }

    @Test
    void aPrintWiderThanThePaperIsReported() throws IOException {
        List<Problem> problems =
                problems(
                        Map.of(
                                "P-1.yaml",
                                printer("P-1", "  kiosk: {schema: 1}\n")
                                        .replace("mm: 80", "mm: 58")));
        assertEquals("PRF-WIDTH-PAPER", codes(problems));
    }

    @Test
    void theShippedProfilesAreReadWithoutAProblem() {
        assertEquals(
                java.util.Set.of(
                        "default",
                        "GENERIC-80",
                        "GENERIC-58",
                        "EPSON-TM-T88IV",
                        "EPSON-TM-T88V",
                        "EPSON-TM-T88VI",
                        "EPSON-TM-T20III",
                        "STAR-TSP650II",
                        "STAR-TSP700II",
                        "STAR-TUP900",
                        "KIOSK-GENERIC-CUSTOM",
                        "KIOSK-VKP80II",
                        "KIOSK-VKP80III",
                        "CUSTOM-TG2480H",
                        "CITIZEN-CT-S601II",
                        "BIXOLON-SRP-350III",
                        "BIXOLON-BK3-3"),
                Profiles.shipped().keySet());
    }

    @Test
    void whatAProfileDoesNotSayItInherits() {
        DeviceProfile profile = Profiles.shipped("GENERIC-58");
        assertEquals(384, profile.dotsWide());
        assertEquals(32, profile.mainFont().columns());
        assertTrue(profile.has(Feature.QR_CODE));
        assertEquals(Cutter.Cut.NONE, profile.kiosk().cutter().cut());
    }

    @Test
    void aFileOfTheDatabaseIsReadAsItIs() throws IOException {
        String upstream =
                """
                ---
                P-1:
                  name: P-1
                  vendor: "Somebody"
                  inherits: base
                  notes: >
                      Two lines of
                      notes
                  features:
                    starCommands: false
                    somethingNewAndUnheardOf: true
                  colors:
                    0: black
                    1: alternate
                  fonts:
                    0: {name: Font A, columns: 42}
                  media:
                    dpi: 203
                    width:
                      mm: 57.5
                      pixels: 576
                  codePages:
                    0: CP437
                    30: TCVN-3-1
                    255: Unknown
                ...
                """;
        String base =
                """
                base:
                  name: Base
                  vendor: Generic
                  notes: ""
                  features: {qrCode: true}
                  fonts: {0: {columns: 42}}
                  colors: {0: black}
                  media: {width: {mm: Unknown, pixels: Unknown}}
                  codePages: {0: CP437}
                """;
        Map<String, DeviceProfile> profiles = read(Map.of("P-1.yml", upstream, "base.yml", base));
        assertEquals(List.of(), found.sorted());
        DeviceProfile profile = java.util.Objects.requireNonNull(profiles.get("P-1"));
        assertTrue(profile.has(Feature.QR_CODE));
        assertEquals("TCVN-3-1", profile.codePages().get(30));
    }

    @Test
    void aMisspeltKeyIsToldWithItsPlaceAndTheRightWord() throws IOException {
        List<Problem> problems =
                problems(Map.of("P.yaml", printer("P", "  kiosk: {completon: gs-r}\n")));
        assertEquals(
                List.of(
                        "device-profiles/P.yaml:7:11: the key 'completon' is not known here;"
                                + " did you mean 'completion'? [CFG-UNKNOWN-KEY]"),
                problems.stream().map(Problem::toString).toList());
    }

    @Test
    void allMistakesAreFoundInOneReading() throws IOException {
        List<Problem> problems =
                problems(
                        Map.of(
                                "A.yaml", printer("A", "  inherits: B\n"),
                                "B.yaml", printer("B", "  inherits: A\n"),
                                "C.yaml", printer("C", "  inherits: defualt\n"),
                                "D.yaml", printer("X", ""),
                                "E.yaml", printer("E", "  features: {qrcode: true}\n")));
        assertEquals(
                "PRF-INHERITS-CYCLE PRF-INHERITS-CYCLE PRF-INHERITS-UNKNOWN PRF-KEY PRF-FEATURE",
                codes(problems));
    }

    @Test
    void whoAsksForOnePrinterReadsItsFamilyAndNoOther() throws IOException {
        read(
                Map.of(
                        "A.yaml", printer("A", "  inherits: B\n"),
                        "B.yaml", printer("B", ""),
                        "C.yaml", "C: {broken\n"));
        assertFalse(found.none());

        Problems ofA = new Problems();
        Map<String, DeviceProfile> profiles =
                ProfileReader.read(folder, "device-profiles", Set.of("A", "unheard-of"), ofA);
        assertEquals(List.of(), ofA.sorted());
        assertEquals(Set.of("A", "B"), profiles.keySet());
    }

    @Test
    void aCircleOfHeirsEndsTheReadingOfOnePrinterToo() throws IOException {
        read(
                Map.of(
                        "A.yaml", printer("A", "  inherits: B\n"),
                        "B.yaml", printer("B", "  inherits: A\n")));
        Problems ofA = new Problems();
        ProfileReader.read(folder, "device-profiles", Set.of("A"), ofA);
        assertEquals("PRF-INHERITS-CYCLE PRF-INHERITS-CYCLE", codes(ofA.sorted()));
    }

    @Test
    void columnsThatDoNotFitThePaperAreAMistake() throws IOException {
        String narrow =
                printer("P", "  kiosk: {fontCells: {0: 12x24}}\n")
                        .replace("pixels: 576", "pixels: 384");
        assertEquals("PRF-COLUMNS", codes(problems(Map.of("P.yaml", narrow))));
    }

    @Test
    void anUnknownCodeTableIsAMistakeWithASuggestion() throws IOException {
        List<Problem> problems =
                problems(Map.of("P.yaml", printer("P", "").replace("CP1252", "CP12552")));
        assertEquals("PRF-CHARSET", codes(problems));
        assertTrue(problems.getFirst().message().endsWith("did you mean 'CP1252'?"));
    }

    @Test
    void aPrinterOfUnknownWidthCannotBeUsed() throws IOException {
        String unknown =
                printer("P", "  kiosk: {schema: 1}\n").replace("pixels: 576", "pixels: Unknown");
        assertEquals("PRF-WIDTH-UNKNOWN", codes(problems(Map.of("P.yaml", unknown))));
    }

    @Test
    void whatTheDatabaseLeavesOutIsNoMistakeOfAFile() throws IOException {
        Map<String, DeviceProfile> read =
                read(
                        Map.of(
                                "P.yml",
                                """
                                P:
                                  name: P
                                  vendor: V
                                  media: {dpi: Unknown, width: {mm: 80}}
                                  fonts: {0: {columns: 42}}
                                  codePages: {0: CP437}
                                """,
                                "Q.yml",
                                """
                                Q:
                                  name: Q
                                  vendor: V
                                  inherits: P
                                  media: {dpi: 85, width: {mm: 58, pixels: 400}}
                                """));
        assertEquals(List.of(), found.sorted());
        assertEquals(0, Objects.requireNonNull(read.get("P")).media().pixels());
        // 42 columns on 400 dots: the cell is narrower than the usual one.
        assertEquals(9, Objects.requireNonNull(read.get("Q")).mainFont().cellWidth());
        assertTrue(de.koblenz.kiosk.device.printer.DriverRegistry.objection(read, "P").isPresent());
    }

    static Stream<String> brokenEntries() {
        return Stream.of(
                "  kiosk: {completion: hope}\n",
                "  kiosk: {schema: 2}\n",
                "  kiosk: {serial: {baudRate: 300}}\n",
                "  kiosk: {serial: {baudRate: 9600, parity: sometimes}}\n",
                "  kiosk: {status: {protocol: telepathy}}\n",
                "  kiosk: {cutter: {headToCutterMm: 600}}\n",
                "  kiosk: {presenter: {present: 1D6}}\n",
                "  kiosk: {fontCells: {0: 12 by 24}}\n",
                "  features: {qrCode: maybe}\n",
                "  paper: white\n");
    }

    @ParameterizedTest
    @MethodSource("brokenEntries")
    void readerAndSchemaRefuseTheSame(String rest) throws IOException {
        String text = printer("P", rest);
        assertEquals(1, problems(Map.of("P.yaml", text)).size(), found.sorted().toString());
        assertTrue(!schema().validate(text, InputFormat.YAML).isEmpty());
    }
}
