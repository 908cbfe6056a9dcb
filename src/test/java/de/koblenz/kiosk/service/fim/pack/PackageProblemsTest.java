package de.koblenz.kiosk.service.fim.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.citizen.ShippedKiosk;
import de.koblenz.kiosk.config.Problem;
import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.config.SchemaCheck;
import de.koblenz.kiosk.config.ServiceFolder;
import de.koblenz.kiosk.service.journey.JourneyReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every mistake that people make in a package, said at its place.
class PackageProblemsTest {
    private static final Path SCHEMA =
            Path.of(
                    System.getProperty("kiosk.project", "."),
                    "kiosk-config/schema/package.schema.json");

    @TempDir Path services;

    /// A piece of the overlay, what stands there instead, and the place and code of the one problem.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    service: hund-anmelden            | service: hund-abmelden                  | 3:10 PKG-SERVICE
                    service: hund-anmelden            | servise: hund-anmelden                  | 3:1 CFG-MISSING, 3:1 CFG-UNKNOWN-KEY
                    schema:                           | schemas:                                | 3:1 CFG-MISSING, 4:1 CFG-UNKNOWN-KEY
                    "99102013002000"                  | "99102013002001"                        | 6:8 PKG-LEIKA, 6:8 PKG-LEIKA
                    office: steueramt                 | office: buergeramt                      | 7:9 PKG-OFFICE
                    office: steueramt                 | office: steuerant                       | 7:9 PKG-OFFICE
                    trust: normal                     | trust: hoch                             | 17:3 PKG-TRUST
                    trust: normal                     | trust: sehr hoch                        | 9:8 CFG-CHOICE
                    destination: 7f6c1a52             | destination: 7F6C1A52                   | 8:14 CFG-VALUE
                    field: F99000000001, cents        | field: F99000000003, cents              | 11:18 PKG-FEE
                    field: F99000000001, cents        | field: F99000000021, cents              | 11:18 PKG-FIELD
                    gross: 1200                       | groos: 1200                             | 11:39 PKG-FEE, 11:52 PKG-FEE
                    gross: 1200                       | gross: -1                               | 11:59 CFG-RANGE
                    "max(4 €, table                   | "max(4, table                           | 12:12 PKG-FEE
                    0.45 €/week * 2 weeks             | 0.45 €/week * 2 years                   | 12:12 PKG-FEE
                    * F99000000003                    | * F60000000227                          | 12:12 PKG-FEE
                    * F99000000003                    | * entries(F99000000003)                 | 12:12 PKG-FEE
                    * F99000000003                    | * entries(F99000000007)                 | 12:12 PKG-FEE
                    * F99000000003                    | * F99000000007                          | 12:12 PKG-FEE
                    when: F99000000002 = true         | when: F99000000002 = ja                 | 14:14 JRN-CONDITION-VALUE
                    when: F99000000002 = true         | when: F99000000007 = Rex                | 14:14 JRN-CONDITION-REPEATED
                    when: F99000000002 = true         | when: F99000000002 == true              | 14:14 JRN-FIELD-UNKNOWN, 14:14 JRN-CONDITION-VALUE
                    name: Erfundene Ermäßigung        | name: " "                               | 14:63 PKG-FEE
                    identification:                   | identity:                               | 16:1 CFG-UNKNOWN-KEY
                    [eid.givenNames]                  | [eid.birthDate]                         | 18:14 PKG-IDENTIFICATION
                    {value: Kein Geld}                | {value: ""}                             | 20:25 PKG-PREFILL
                    {value: Kein Geld}                | eid.geldbeutel                          | 20:17 PKG-PREFILL
                    F99000000005: {value: Kein Geld}  | F99000000004: {value: later}            | 20:25 PKG-PREFILL
                    F99000000005: {value: Kein Geld}  | F99000000007: eid.familyName            | 20:17 PKG-PREFILL
                    F99000000005: {value: Kein Geld}  | G99000000010: eid.familyName            | 20:3 PKG-FIELD
                    page: hund, fields: [F99000000003 | page: name, fields: [F99000000003       | 23:12 PKG-PAGES
                    page: hund, fields: [F99000000003 | page: hund, fields: [F60000000228       | 23:27 PKG-PAGES
                    page: hund, fields: [F99000000003 | page: hund, fields: [F99000000007       | 23:41 PKG-PAGES
                    page: hund, fields: [F99000000003 | page: hund, fields: [G99000000010       | 23:27 PKG-PAGES
                    page: hund, fields: [F99000000003 | page: hund, fields: [F99000000001       | 23:26 PKG-PAGES
                    at: F99000000005, visible:        | at: F99000000015, visible:              | 25:10 PKG-FIELD
                    at: F99000000005, visible:        | at: F99000000005, visibel:              | 25:5 PKG-CONDITION, 25:24 CFG-UNKNOWN-KEY
                    rule: meute                       | rule: R99000000001x y                   | 26:79 CFG-VALUE, texts.de.yaml 3:1 PKG-TEXT
                    for: R99000000002                 | for: R99000000022                       | 26:91 PKG-RULE
                    {element: F99000000006            | {element: F99000000007                  | hund.xdf3.xml 49:7 FIM-TYPE
                    because: Den Lageplan hat         | because: ""} #                          | 28:54 PKG-DECISION
                    by: [later, phone]                | by: [scan]                              | 30:7 PKG-ATTACHMENT
                    upload: https://                  | upload: http://                         | 30:15 PKG-ATTACHMENT, 32:11 PKG-ATTACHMENT, 34:25 PKG-ATTACHMENT
                    F99000000004: {by                 | F99000000003: {by                       | 34:5 PKG-ATTACHMENT
                    within: 10 days                   | within: 10 hours                        | 34:41 CFG-VALUE
                    copy: [paper, qr, none]           | copy: []                                | 35:7 PKG-STEPS
                    printing: [receipt]               | printing: [ticket]                      | 36:12 PKG-STEPS
                    retention: 0 days                 | retention: 20 weeks                     | 37:12 PKG-RETENTION
                    retention: 0 days                 | tasks: {T: [F99000000003]}              | 37:1 PKG-STEPS
                    """)
    void aMistakeIsSaidAtItsPlace(String piece, String by, String expected) {
        SamplePackage sample = SamplePackage.in(services).overlay(piece, by);
        ServicePackage read = sample.read();
        assertFalse(read.startable());
        assertEquals(expected, places(read), () -> read.problems().toString());
    }

    /// `line:column CODE` of each problem, with the file where it is not the overlay.
    private static String places(ServicePackage read) {
        return String.join(
                ", ",
                read.problems().stream()
                        .map(p -> {
                            String file = p.file().substring(p.file().lastIndexOf('/') + 1);
                            String place = p.line() + ":" + p.column() + " " + p.code();
                            return file.equals("service.yaml") ? place : file + " " + place;
                        })
                        .toList());
    }

    @Test
    void theSchemaOfOverlaysTakesTheSampleAndRefusesWhatTheReaderRefuses() throws IOException {
        SchemaCheck schema = new SchemaCheck(SCHEMA);
        String overlay = SamplePackage.in(services).text("service.yaml");
        assertEquals(List.of(), schema.mistakes(overlay));
        for (String[] damage :
                new String[][] {
                    {"schema:", "schemas:"},
                    {"fee:", "fees:"},
                    {"destination:", "destinations:"},
                    {"trust: normal", "trust: gering"},
                    {"rule: meute, ", ""},
                    {"by: [later, phone]", "by: [scan]"},
                    {"retention: 0 days", "retention: 0 hours"},
                    {"printing: [receipt]", "forward: {name: A, url: \"https://a.de/\"}"}
                }) {
            String damaged = overlay.replace(damage[0], damage[1]);
            assertFalse(schema.mistakes(damaged).isEmpty(), damage[1]);
        }
    }

    @Test
    void aNoteThatBlocksSaysHowItIsDecided() {
        String problem =
                SamplePackage.in(services)
                        .overlay("{element: F99000000006", "{element: F99000000007")
                        .problem();
        assertTrue(problem.startsWith("services/hund-anmelden/hund.xdf3.xml:"), problem);
        assertTrue(
                problem.contains("decisions: [{element: \"F99000000006\", code: FIM-TYPE"),
                problem);
    }

    @Test
    void aDecisionThatDecidesNothingStopsNobody() {
        ServicePackage read =
                SamplePackage.in(services)
                        .overlay(
                                "decisions:\n",
                                "decisions:\n  - {element: F1, code: FIM-TYPE, because: Früher}\n")
                        .read();
        assertTrue(read.startable());
        assertTrue(read.notes().stream().anyMatch(n -> n.problem().code().equals("PKG-DECISION")));
    }

    @Test
    void aRetentionIsToldToBeLongerThanWhatTheTerminalKeeps() {
        ServicePackage read =
                SamplePackage.in(services)
                        .overlay("retention: 0 days", "retention: 30 days")
                        .read();
        assertTrue(read.startable());
        assertTrue(read.notes().stream().anyMatch(n -> n.problem().code().equals("PKG-RETENTION")));
    }

    @Test
    void twoSchemataAreOneTooMany() {
        SamplePackage sample = SamplePackage.in(services);
        sample.write("zweites.xdf3.xml", sample.text("hund.xdf3.xml"));
        assertEquals(
                "services/hund-anmelden/zweites.xdf3.xml:1:1: a package has one schema; hund.xdf3.xml is read,"
                        + " and not this one: take one of them away [PKG-FILES]",
                sample.problem());
    }

    @Test
    void aFileAsItWasDownloadedIsToldWhatToBeCalled() {
        SamplePackage sample = SamplePackage.in(services);
        sample.write("S99000000001.xml", sample.text("hund.xdf3.xml"));
        String problem = sample.problem();
        assertTrue(
                problem.startsWith(
                        "services/hund-anmelden/S99000000001.xml:1:1: what is this file?"),
                problem);
        assertTrue(problem.endsWith("[PKG-FILES]"), problem);
    }

    @Test
    void aFolderThatHasJustBeenMadeKeepsOnlyItselfFromBeingStarted() throws Exception {
        Path fresh = Files.createDirectories(services.resolve("neu"));
        assertTrue(ServiceFolder.isPackage(fresh));
        Problems hand = new Problems();
        assertTrue(
                new JourneyReader(ShippedKiosk.CONFIG.catalog()).readAll(services, hand).isEmpty(),
                "nothing is written by hand");
        assertEquals(List.of(), hand.sorted());
        List<String> codes =
                new PackageReader(ShippedKiosk.CONFIG.catalog())
                        .read(fresh).problems().stream().map(Problem::code).toList();
        assertEquals(List.of("PKG-OVERLAY", "PKG-SERVICE"), codes);
    }

    @Test
    void aPackageWithoutSchemaNeedsAnotherSite() {
        String problem =
                SamplePackage.in(services)
                        .without("hund.xdf3.xml")
                        .without("texts.de.yaml")
                        .without("texts.en.yaml")
                        .problem();
        assertTrue(problem.endsWith("[PKG-FILES]"), problem);
    }

    @Test
    void wordsThatNobodyReadsAndWordsThatAreMissingAreSaid() {
        SamplePackage sample =
                SamplePackage.in(services).with("texts.de.yaml", "rule.meute", "rule.meuthe");
        List<String> codes = sample.read().problems().stream().map(Problem::code).toList();
        assertEquals(List.of("PKG-TEXT", "PKG-TEXT"), codes);
    }

    @Test
    void anAddressThatCannotBeMadeIsNoForwarding() {
        String start = "service: hund-anmelden\nforward:\n  name: A\n  url: ";
        SamplePackage sample = SamplePackage.in(services);
        for (String url :
                List.of(
                        "http://a.de",
                        "\"https:\"",
                        "\"https://a.de/{region}\"",
                        "\"https://a.de/ x\"")) {
            ServicePackage read = sample.write("service.yaml", start + url + "\n").read();
            assertFalse(read.forwards());
            assertTrue(read.problems().stream().anyMatch(p -> p.code().equals("PKG-FORWARD")), url);
        }
        ServicePackage both =
                sample.write("service.yaml", start + "https://a.de\nfee: free\n").read();
        assertEquals(List.of("PKG-FORWARD"), both.problems().stream().map(Problem::code).toList());
    }

    @Test
    void anEmptyOverlayAndOneThatIsNoMappingAreSaid() {
        SamplePackage sample = SamplePackage.in(services);
        for (String text : List.of("", "- a\n", "a", ": : :", "service: hund-anmelden\n")) {
            ServicePackage read = sample.write("service.yaml", text).read();
            assertFalse(read.startable(), text);
            assertTrue(read.journey().isPresent(), text);
        }
    }
}
