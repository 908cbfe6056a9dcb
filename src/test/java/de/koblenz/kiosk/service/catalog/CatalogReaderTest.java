package de.koblenz.kiosk.service.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.config.ConfigReader;
import de.koblenz.kiosk.config.Problem;
import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.config.SchemaCheck;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Mistakes of a catalogue: the reader names place and code, and an editor with the schema sees all
/// that a schema can see.
class CatalogReaderTest {
    private static final String GOOD =
            """
            cityPage: https://stadt.example/
            offices:
              amt:
                name: Amt
                address: Weg 1
                phone: "115"
                hours: {de: Montag bis Freitag, en: Monday to Friday}
                basis: assumption
            services:
              - id: eins
                leika: "99115003012000"
                name: Dienst eins
                shortName: {de: Eins, en: One}
                summary: Ein Satz.
                office: amt
                status: online
                statusBasis: assumption
                trust: hoch
                trustBasis: assumption
                fee: {fixedCents: 600}
                feeSource: Satzung
                tile: auto_parken
                page:
                  basis: assumption
                  minutes: 5
                  needs: [ausweis_pin, bankkarte]
                  url: https://stadt.example/eins
              - id: zwei
                name: Dienst zwei
                shortName: Zwei
                summary: Ein Satz.
                office: amt
                status: geplant
                statusBasis: UV/0245/2021
                trustBasis: assumption
                fee: unknown
            """;

    private static SchemaCheck schema;

    @BeforeAll
    static void readSchema() throws IOException {
        schema = new SchemaCheck(DefaultCatalogue.CONFIG.resolve("schema/catalogue.schema.json"));
    }

    @Test
    void aGoodCatalogueHasNoProblem() {
        assertEquals(List.of(), problems(GOOD));
        assertEquals(List.of(), schema.mistakes(GOOD));
    }

    /// What is changed in the good catalogue, and what each of the two says to it.
    static List<Arguments> mistakes() {
        return List.of(
                // The schema sees these as well.
                both("id: eins", "id: Eins", "10:9 CAT-ID-FORM"),
                both("id: eins", "id: eins-", "10:9 CAT-ID-FORM"),
                both(
                        "  amt:\n",
                        "  Amt:\n",
                        "3:3 CAT-ID-FORM",
                        "15:13 CAT-OFFICE-UNKNOWN",
                        "32:13 CAT-OFFICE-UNKNOWN"),
                both("\"99115003012000\"", "\"9911500301200\"", "11:12 CAT-LEIKA-FORM"),
                both("name: Dienst eins", "name: \" \"", "12:11 CAT-TEXT-EMPTY"),
                both("en: One", "en: \"\"", "13:31 CAT-TEXT-EMPTY"),
                both("de: Eins, ", "", "13:16 CFG-MISSING"),
                both(
                        "    summary: Ein Satz.\n    office: amt\n    status: online",
                        "    office: amt\n    status: online",
                        "10:5 CFG-MISSING"),
                both("    tile: auto_parken\n", "", "16:13 CAT-TILE-MISSING"),
                both("tile: auto_parken", "tile: auto_parcen", "22:11 CFG-CHOICE"),
                both(
                        "    fee: unknown",
                        "    fee: unknown\n    tile: auto_parken",
                        "37:11 CAT-TILE-NOT-ONLINE"),
                both("status: geplant", "status: fertig", "33:13 CFG-CHOICE"),
                both("trust: hoch", "trust: sicher", "18:12 CFG-CHOICE"),
                both("fee: unknown", "fee: unknwon", "36:10 CAT-FEE-FORM"),
                both("fee: unknown", "fee: [free]", "36:10 CFG-TYPE"),
                both(
                        "{fixedCents: 600}",
                        "{fixedEuros: 6}",
                        "20:10 CAT-FEE-FORM",
                        "20:11 CFG-UNKNOWN-KEY"),
                both(
                        "{fixedCents: 600}",
                        "{fixedCents: 600, paperCents: 600}",
                        "20:28 CFG-UNKNOWN-KEY"),
                both("{fixedCents: 600}", "{fixedCents: 6.50}", "20:23 CFG-TYPE"),
                both("{fixedCents: 600}", "{fixedCents: 0}", "20:23 CFG-RANGE"),
                both("{fixedCents: 600}", "{paperCents: -1}", "20:23 CFG-RANGE"),
                both("{fixedCents: 600}", "{eachCents: 600, piece: Stück}", "20:10 CFG-MISSING"),
                both(
                        "{fixedCents: 600}",
                        "{leastCents: 1, centsPerSquareMetreWeek: 45}",
                        "20:10 CFG-MISSING"),
                both("    feeSource: Satzung\n", "", "10:5 CFG-MISSING"),
                both("minutes: 5", "minutes: 121", "25:16 CFG-RANGE"),
                both("ausweis_pin, bankkarte", "ausweis_pin, bargeld", "26:28 CFG-CHOICE"),
                both(
                        "url: https://stadt.example/eins",
                        "url: http://stadt.example/",
                        "27:12 CAT-URL"),
                both(
                        "url: https://stadt.example/eins",
                        "url: https://stadt example/",
                        "27:12 CAT-URL"),
                both("cityPage: https://stadt.example/", "cityPage: stadt.example", "1:11 CAT-URL"),
                both("      url:", "      link:", "27:7 CFG-UNKNOWN-KEY"),
                both(
                        "    summary: Ein Satz.\n    office: amt\n    status: geplant",
                        "    sumary: Ein Satz.\n    office: amt\n    status: geplant",
                        "28:5 CFG-MISSING",
                        "31:5 CFG-UNKNOWN-KEY"),
                both(
                        "cityPage: https://stadt.example/",
                        "stadt: https://stadt.example/",
                        "1:1 CFG-MISSING",
                        "1:1 CFG-UNKNOWN-KEY"),
                both(
                        GOOD.substring(GOOD.indexOf("services:")),
                        "services: []\n",
                        "9:11 CAT-SERVICES-NONE"),
                // These need more than a schema.
                readerOnly("id: zwei", "id: eins", "28:9 CAT-ID-TWICE"),
                readerOnly(
                        "office: amt\n    status: geplant",
                        "office: ampt\n    status: geplant",
                        "32:13 CAT-OFFICE-UNKNOWN"),
                readerOnly(
                        "shortName: Zwei",
                        "shortName: Abgeschlossenheitsbescheinigung",
                        "30:16 CAT-SHORT-NAME"),
                readerOnly("    hours:", "    address: Weg 2\n    hours:", "7:5 CFG-KEY-TWICE"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsNamedWithPlaceAndCode(
            String from, String to, boolean schemaSeesIt, List<String> expected) {
        assertTrue(GOOD.contains(from), "the good catalogue has no " + from);
        String broken = GOOD.replace(from, to);
        assertNotEquals(GOOD, broken);
        assertEquals(
                expected,
                problems(broken).stream()
                        .map(p -> p.line() + ":" + p.column() + " " + p.code())
                        .toList());
        if (schemaSeesIt) {
            assertNotEquals(List.of(), schema.mistakes(broken));
        }
    }

    @Test
    void aMisspeltOfficeGetsASuggestion() {
        List<Problem> problems = problems(GOOD.replace("office: amt", "office: ampt"));
        assertEquals(
                "catalogue.yaml:15:13: no office 'ampt' under 'offices'; did you mean 'amt'?"
                        + " [CAT-OFFICE-UNKNOWN]",
                problems.getFirst().toString());
    }

    @Test
    void aLongShortNameIsToldItsMeasure() {
        List<Problem> problems =
                problems(
                        GOOD.replace(
                                "en: One",
                                "en: A name of a service that goes on and on and on and on and on"));
        assertEquals(1, problems.size());
        assertTrue(
                problems.getFirst()
                        .message()
                        .endsWith("(en) does not fit 2 lines of 26 characters"),
                problems.getFirst().message());
    }

    @Test
    void theSeventeenthServiceUnderATileIsOneTooMany() {
        assertEquals(List.of(), problems(withServicesUnderOneTile(16)));
        assertEquals(
                List.of("CAT-TILE-FULL"),
                problems(withServicesUnderOneTile(17)).stream().map(Problem::code).toList());
    }

    private static String withServicesUnderOneTile(int number) {
        int start = GOOD.indexOf("  - id: eins");
        String service = GOOD.substring(start, GOOD.indexOf("  - id: zwei"));
        return GOOD.substring(0, start)
                + IntStream.range(0, number)
                        .mapToObj(i -> service.replace("id: eins", "id: dienst-" + i))
                        .collect(Collectors.joining());
    }

    @Test
    void aFileWithMistakesYieldsAllOfThemAtOnce() {
        String broken =
                GOOD.replace("id: eins", "id: Eins")
                        .replace("trust: hoch", "trust: sicher")
                        .replace("minutes: 5", "minutes: viele");
        assertEquals(3, problems(broken).size());
    }

    @Test
    void aFileThatIsNoCatalogueAtAllDoesNotBreakTheReader() {
        for (String text : List.of("", "[]", "eins", "services: {a: b}", "offices: [1]", "a: [b")) {
            assertNotEquals(List.of(), problems(text), text);
        }
    }

    @Test
    void theOrderOfTheFileIsKept() {
        assertEquals(
                List.of("eins", "zwei"),
                CatalogReader.read(ConfigReader.parse(GOOD, "catalogue.yaml", new Problems()))
                        .all()
                        .stream()
                        .map(Leistung::id)
                        .toList());
    }

    private static List<Problem> problems(String yaml) {
        Problems problems = new Problems();
        CatalogReader.read(ConfigReader.parse(yaml, "catalogue.yaml", problems));
        return problems.sorted();
    }

    private static Arguments both(String from, String to, String... expected) {
        return Arguments.of(from, to, true, List.of(expected));
    }

    private static Arguments readerOnly(String from, String to, String... expected) {
        return Arguments.of(from, to, false, List.of(expected));
    }
}
