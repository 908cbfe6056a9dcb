package de.koblenz.kiosk.service.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.config.Problem;
import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.config.SchemaCheck;
import de.koblenz.kiosk.service.catalog.DefaultCatalogue;
import de.koblenz.kiosk.service.catalog.ServiceCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Mistakes of a service: the reader names place and code, and an editor with the schema sees all that a
/// schema can see.
class JourneyReaderTest {
    private static final String GOOD =
            """
            service: bewohnerparkausweis
            charge: {byArea: {length: car.length, width: car.width}}
            form:
              - id: car
                type: group
                elements:
                  - {id: length, type: wholeNumber, least: 1000, most: 9000, unit: mm}
                  - {id: width, type: wholeNumber, least: 1000, most: 3000, unit: mm}
                  - {id: owner, type: choice, codes: [self, other]}
                  - {id: since, type: date, earliest: 1950-01-01, latest: today, visible: car.owner = other}
              - id: children
                type: group
                occurs: 0..3
                elements:
                  - {id: name, type: text, letters: name, least: 2, most: 40, pattern: "[A-Z].*"}
                  - {id: income, type: money, leastCents: 0, mostCents: 100, required: never}
              - {id: note, type: label}
              - {id: share, type: decimal, least: 0, most: 1, scale: 3}
              - {id: fast, type: yesNo, kind: hidden, prefill: venue.contactRequired, content: "true"}
              - {id: agree, type: consent}
            rules:
              - {id: wide, at: car.width, must: car.width < car.length}
            steps:
              - questions:
                  - {page: length, fields: [car.length, car.width, share]}
                  - {page: owner, fields: [car.owner]}
                  - {page: since, fields: [car.since]}
                  - {page: children, fields: [children]}
                  - {page: child, fields: [children.name, children.income]}
                  - {page: rest, fields: [note, agree]}
              - copy: [paper, qr, none]
              - check
              - payment
              - submission: {destination: 00000000-0000-4000-8000-000000000001, leika: "99108001001000"}
              - printing: [receipt]
              - finish
            """;

    private static ServiceCatalog catalog;
    private static SchemaCheck schema;

    @TempDir private Path folder;

    @BeforeAll
    static void readSchema() throws IOException {
        catalog = DefaultCatalogue.read();
        schema = new SchemaCheck(ShippedServices.CONFIG.resolve("schema/service.schema.json"));
    }

    /// What the reader says to the service, with texts that fit the good one.
    private List<Problem> problems(String yaml) throws IOException {
        Path service = Files.createDirectories(folder.resolve("bewohnerparkausweis"));
        Files.writeString(service.resolve("service.yaml"), yaml);
        Problems problems = new Problems();
        Optional<Journey> journey = new JourneyReader(catalog).read(service, problems);
        assertEquals(problems.none(), journey.isPresent());
        return problems.sorted();
    }

    private List<String> codes(String yaml) throws IOException {
        return problems(yaml).stream()
                .filter(problem -> problem.file().endsWith("service.yaml"))
                .map(problem -> problem.line() + ":" + problem.column() + " " + problem.code())
                .toList();
    }

    private void writeTexts() throws IOException {
        Path service = Files.createDirectories(folder.resolve("bewohnerparkausweis"));
        StringBuilder texts = new StringBuilder();
        for (Problem problem : problems(GOOD)) {
            Matcher key = Pattern.compile("the text '(.*)' is missing").matcher(problem.message());
            if (key.matches()) {
                texts.append(key.group(1)).append(": Text\n");
            }
        }
        Files.writeString(service.resolve("texts.de.yaml"), texts);
    }

    @Test
    void aGoodServiceHasNoProblem() throws IOException {
        Path service = Files.createDirectories(folder.resolve("bewohnerparkausweis"));
        Files.writeString(service.resolve("texts.de.yaml"), "service.x: y\n");
        writeTexts();
        assertEquals(List.of(), problems(GOOD));
        assertEquals(List.of(), schema.mistakes(GOOD));
    }

    /// What is changed in the good service, and what each of the two says to it.
    static List<Arguments> mistakes() {
        return List.of(
                // The schema sees these as well.
                both("service: bew", "servce: bew", "1:1 CFG-MISSING", "1:1 CFG-UNKNOWN-KEY"),
                both(
                        "charge: {byArea: {length: car.length, width: car.width}}",
                        "charge: freee",
                        "2:9 JRN-CHARGE"),
                both(", width: car.width}}", "}}", "2:18 CFG-MISSING"),
                both(
                        "type: wholeNumber, least: 1000, most: 9000",
                        "type: wholenumber, least: 1000, most: 9000",
                        "2:27 JRN-CHARGE-FIELD",
                        "7:28 JRN-TYPE"),
                both(
                        "most: 9000, unit: mm",
                        "most: 9000, unitt: mm",
                        "2:27 JRN-CHARGE-FIELD",
                        "7:66 CFG-UNKNOWN-KEY"),
                both("most: 9000", "most: neun", "7:60 CFG-TYPE"),
                both(
                        "codes: [self, other]",
                        "codes: []",
                        "9:42 JRN-CODES",
                        "10:79 JRN-CONDITION-VALUE"),
                both("codes: [self, other]", "codes: [self, other, self]", "9:56 JRN-CODE-TWICE"),
                both("codes: [self, other]", "codes: [self, other, x y]", "9:56 CFG-VALUE"),
                both("latest: today,", "latest: tomorrow,", "10:63 JRN-DAY"),
                both("occurs: 0..3", "occurs: 0-3", "13:13 JRN-OCCURS", "28:35 JRN-FIELD-UNKNOWN"),
                both("letters: name", "letters: names", "15:41 CFG-CHOICE"),
                reader("pattern: \"[A-Z].*\"", "pattern: \"[A-Z.*\"", "15:76 JRN-PATTERN"),
                both(
                        "{id: note, type: label}",
                        "{id: note, type: label, required: always}",
                        "17:29 CFG-UNKNOWN-KEY"),
                both("kind: hidden", "kind: hiden", "19:35 CFG-CHOICE", "25:7 JRN-FIELD-UNASKED"),
                both(
                        "prefill: venue.contactRequired",
                        "prefill: venue.contactrequired",
                        "19:52 JRN-PREFILL"),
                both(
                        "- {id: agree, type: consent}",
                        "- {id: 1agree, type: consent}",
                        "20:10 CFG-VALUE",
                        "30:37 JRN-FIELD-UNKNOWN"),
                both(
                        "must: car.width < car.length",
                        "muss: car.width < car.length",
                        "22:5 CFG-MISSING",
                        "22:31 CFG-UNKNOWN-KEY"),
                both(
                        "fields: [note, agree]",
                        "fields: []",
                        "30:30 JRN-PAGE-EMPTY",
                        "25:7 JRN-FIELD-UNASKED"),
                both("copy: [paper, qr, none]", "copy: [paper, fax]", "31:19 CFG-CHOICE"),
                both("copy: [paper, qr, none]", "copy: []", "31:11 JRN-STEP"),
                both("  - check\n", "  - checked\n", "32:5 JRN-STEP"),
                both("  - check\n", "  - check: now\n", "32:12 JRN-STEP"),
                both("00000000-0000-4000-8000-000000000001", "koblenz", "34:31 CFG-VALUE"),
                both("leika: \"99108001001000\"", "leika: \"123\"", "34:76 CFG-VALUE"),
                both("printing: [receipt]", "printing: receipt", "35:15 CFG-TYPE"),
                // Only the reader sees these.
                reader(
                        "service: bewohnerparkausweis",
                        "service: bewohnerparkausweiss",
                        "1:10 JRN-FOLDER",
                        "1:10 JRN-SERVICE-UNKNOWN"),
                reader(
                        "{byArea: {length: car.length, width: car.width}}",
                        "free",
                        "2:9 JRN-CHARGE-FEE",
                        "24:3 JRN-CHARGE-STEPS"),
                reader(
                        "{byArea: {length: car.length, width: car.width}}",
                        "fixed",
                        "2:9 JRN-CHARGE-FEE"),
                reader(
                        "length: car.length, width",
                        "length: car.lenght, width",
                        "2:27 JRN-FIELD-UNKNOWN"),
                reader(
                        "length: car.length, width",
                        "length: share, width",
                        "2:27 JRN-CHARGE-FIELD"),
                reader("least: 1000, most: 9000", "least: 9001, most: 9000", "7:60 CFG-RANGE"),
                reader(
                        "{id: income, type",
                        "{id: name, type",
                        "16:14 JRN-ID-TWICE",
                        "29:47 JRN-FIELD-UNKNOWN"),
                reader("least: 0, most: 1,", "least: 2, most: 1,", "18:5 JRN-LIMITS"),
                reader(
                        "visible: car.owner = other",
                        "visible: car.owner = otter",
                        "10:79 JRN-CONDITION-VALUE"),
                reader(
                        "visible: car.owner = other",
                        "visible: car.ovner = other",
                        "10:79 JRN-FIELD-UNKNOWN"),
                reader(
                        "visible: car.owner = other",
                        "visible: car.owner == 3",
                        "10:79 JRN-CONDITION-VALUE"),
                reader(
                        "visible: car.owner = other",
                        "visible: car.owner other",
                        "10:79 JRN-CONDITION"),
                reader(
                        "visible: car.owner = other",
                        "visible: children.name = Ada",
                        "10:79 JRN-CONDITION-REPEATED"),
                reader(
                        "visible: car.owner = other",
                        "visible: car.since is empty",
                        "10:79 JRN-CONDITION-CIRCLE"),
                reader(
                        "id: car\n    type: group\n",
                        "id: car\n    type: group\n    visible: car.length > 5\n",
                        "6:14 JRN-CONDITION-CIRCLE"),
                reader("content: \"true\"", "content: \"ja\"", "19:84 JRN-CONTENT"),
                reader("at: car.width", "at: car.wide", "22:20 JRN-FIELD-UNKNOWN"),
                both("at: car.width", "at: car..width", "22:20 JRN-PATH"),
                reader(
                        "{page: owner, fields: [car.owner]}",
                        "{page: length, fields: [car.owner]}",
                        "26:16 JRN-PAGE-TWICE"),
                reader(
                        "fields: [car.since]",
                        "fields: [car.owner]",
                        "27:32 JRN-FIELD-TWICE",
                        "25:7 JRN-FIELD-UNASKED"),
                reader(
                        "fields: [car.since]",
                        "fields: [car]",
                        "27:32 JRN-FIELD-UNKNOWN",
                        "25:7 JRN-FIELD-UNASKED"),
                reader("[note, agree]", "[note, agree, children.name]", "30:44 JRN-FIELD-TWICE"),
                reader(
                        "[car.owner]}\n      - {page: since, fields: [car.since]}",
                        "[car.owner, car.since]}",
                        "26:31 JRN-PAGE-FULL"),
                reader(
                        "[children.name, children.income]",
                        "[children.name]",
                        "25:7 JRN-FIELD-UNASKED"),
                reader(
                        "fields: [car.since]}\n",
                        "fields: [car.since, children.income]}\n",
                        "27:43 JRN-PAGE-GROUPS",
                        "29:47 JRN-FIELD-TWICE"),
                reader(
                        "  - check\n  - payment\n",
                        "  - payment\n  - check\n",
                        "33:5 JRN-STEP-ORDER",
                        "24:3 JRN-STEP-MISSING"),
                reader("  - finish\n", "", "24:3 JRN-STEP-MISSING"),
                reader("  - payment\n", "", "24:3 JRN-CHARGE-STEPS"),
                reader("  - check\n", "  - slot\n  - check\n", "32:5 JRN-STEP-ORDER"),
                reader("  - questions:\n", "  - venue\n  - questions:\n", "24:3 JRN-STEP-MISSING"),
                reader("99108001001000", "99108001020000", "34:76 JRN-LEIKA"));
    }

    private static Arguments both(String good, String bad, String... codes) {
        return Arguments.of(good, bad, List.of(codes), true);
    }

    private static Arguments reader(String good, String bad, String... codes) {
        return Arguments.of(good, bad, List.of(codes), false);
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsFoundAtItsPlace(
            String good, String bad, List<String> codes, boolean seenBySchema) throws IOException {
        assertTrue(GOOD.contains(good), good);
        String yaml = GOOD.replace(good, bad);
        assertEquals(new TreeSet<>(codes), new TreeSet<>(codes(yaml)));
        assertEquals(seenBySchema, !schema.mistakes(yaml).isEmpty(), "the schema on " + bad);
    }

    /// The same with a name that the card may fill in, and the step that lets it.
    private static String identifying(String step) {
        return GOOD.replace(
                        "  - {id: note, type: label}",
                        "  - {id: note, type: label}\n  - {id: name, type: text, most: 40, prefill: eid.familyName}")
                .replace("[car.length, car.width, share]", "[car.length, car.width, share, name]")
                .replace("steps:\n", "steps:\n  - identification: " + step + "\n");
    }

    @Test
    void theCardFillsInWhatTheFormAsksFor() throws IOException {
        assertEquals(List.of(), codes(identifying("{byHand: true, optional: [eid.familyName]}")));
        assertEquals(
                List.of(),
                schema.mistakes(identifying("{byHand: true, optional: [eid.familyName]}")));
    }

    @Test
    void aCardThatFillsInNothingIsAMistake() throws IOException {
        String yaml = GOOD.replace("steps:\n", "steps:\n  - identification: {byHand: true}\n");
        assertEquals(List.of("24:21 JRN-IDENTIFICATION"), codes(yaml));
    }

    @Test
    void whatNoFieldTakesFromTheCardIsNotOptional() throws IOException {
        assertEquals(
                List.of("25:47 JRN-IDENTIFICATION"),
                codes(identifying("{byHand: true, optional: [eid.town]}")));
    }

    @Test
    void aFieldWithAHarmonisedIdIsFilledInFromTheCard() throws IOException {
        String yaml =
                identifying("{byHand: true}")
                        .replace(
                                "{id: name, type: text, most: 40, prefill: eid.familyName}",
                                "{id: F60000000227, type: text, most: 40}")
                        .replace("share, name]", "share, F60000000227]");
        assertEquals(List.of(), codes(yaml));
    }

    /// The trust level is that of the catalogue: for more than "normal" a typed name is not enough.
    @Test
    void aServiceThatMustKnowTheCitizenCannotBeReachedByHand() throws IOException {
        for (boolean byHand : new boolean[] {true, false}) {
            Path service =
                    Files.createDirectories(folder.resolve("bewohnerparkausweis-verlaengern"));
            Files.writeString(
                    service.resolve("service.yaml"),
                    identifying("{byHand: " + byHand + "}")
                            .replace(
                                    "service: bewohnerparkausweis",
                                    "service: bewohnerparkausweis-verlaengern")
                            .replace("99108001001000", "99108001020000"));
            Problems problems = new Problems();
            var _ = new JourneyReader(catalog).read(service, problems);
            List<String> found =
                    problems.sorted().stream()
                            .map(Problem::code)
                            .filter(code -> code.startsWith("JRN-"))
                            .filter(code -> !code.equals("JRN-TEXT-MISSING"))
                            .toList();
            assertEquals(byHand ? List.of("JRN-TRUST") : List.of(), found);
        }
    }

    @Test
    void allMistakesOfAFileAreFoundAtOnce() throws IOException {
        String yaml =
                GOOD.replace("car.owner = other", "car.owner = otter")
                        .replace("letters: name", "letters: names")
                        .replace("  - finish\n", "");
        assertEquals(
                List.of("10:79 JRN-CONDITION-VALUE", "15:41 CFG-CHOICE", "24:3 JRN-STEP-MISSING"),
                codes(yaml));
    }

    @Test
    void aMisspeltWordGetsASuggestion() throws IOException {
        List<Problem> problems = problems(GOOD.replace("car.owner = other", "car.ovner = other"));
        assertTrue(
                problems.getFirst().message().endsWith("did you mean 'car.owner'?"),
                problems.getFirst().message());
    }

    @Test
    void textsThatAreMissingOrThatNobodyReadsAreFound() throws IOException {
        aGoodServiceHasNoProblem();
        Path texts = folder.resolve("bewohnerparkausweis/texts.de.yaml");
        String label = "service.bewohnerparkausweis.field.car.owner.label";
        Files.writeString(texts, Files.readString(texts).replace(label + ":", label + "s:"));
        List<Problem> problems = problems(GOOD);
        assertEquals(
                List.of("JRN-TEXT-MISSING", "JRN-TEXT-UNKNOWN"),
                problems.stream().map(Problem::code).toList());
        assertTrue(problems.getFirst().message().contains(label));
        assertTrue(problems.getLast().message().endsWith("did you mean '" + label + "'?"));
    }

    @Test
    void hostileFilesEndInProblemsNotInExceptions() throws IOException {
        for (String yaml :
                List.of(
                        "",
                        "[]",
                        "x",
                        "service: [a]\ncharge: []\nform: x\nrules: {}\nsteps: 3",
                        "steps: [[], {}, {a: b, c: d}, null, {questions: {}}, {submission: x}]",
                        "form: [x, {id: [], type: {}}, {id: a, type: group, elements: x}]",
                        "form: [{id: a, type: group, elements: [".repeat(60),
                        GOOD.replace("[self, other]", "{self: other}"),
                        GOOD.replace("car.owner = other", "(".repeat(3000)),
                        GOOD.replace("least: 1000", "least: 99999999999999999999"),
                        GOOD.replace("\n", "\n\t"))) {
            assertTrue(!problems(yaml).isEmpty(), yaml);
        }
    }
}
