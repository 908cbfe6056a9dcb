package de.koblenz.kiosk.service.fim.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.citizen.ShippedKiosk;
import de.koblenz.kiosk.config.LocalizedText;
import de.koblenz.kiosk.config.Problem;
import de.koblenz.kiosk.config.SchemaCheck;
import de.koblenz.kiosk.service.fim.pack.PrintTemplate.Known;
import de.koblenz.kiosk.service.form.FieldPath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What an overlay says of the receipt.
class PrintTemplateTest {
    private static final String WHOLE =
            """
            print:
              receipt:
                - heading: {de: Anmeldung eines Hundes, ar: تسجيل كلب}
                - order
                - answers: [F99000000001, F99000000007]
                - payment
                - sending
                - documents
                - title: So geht es weiter
                - text: {de: Die Marke kommt mit der Post., en: The tag comes by post.}
                - qr: {url: "https://www.example.de/stand/{reference}", caption: Stand}
                - office
                - help
            """;

    @TempDir Path services;

    private SamplePackage sample(String print) {
        return SamplePackage.in(services)
                .overlay("printing: [receipt]\n", "printing: [receipt]\n" + print);
    }

    @Test
    void theBlocksComeInTheirOrder() {
        ServicePackage read = sample(WHOLE).read();
        assertEquals(List.of(), read.problems().stream().map(Problem::toString).toList());
        assertEquals(
                List.of(
                        new PrintTemplate.Heading(
                                new LocalizedText(
                                        Map.of("de", "Anmeldung eines Hundes", "ar", "تسجيل كلب"))),
                        Known.ORDER,
                        new PrintTemplate.Answers(
                                List.of(
                                        FieldPath.of("F99000000001"),
                                        FieldPath.parse("G99000000011.F99000000007"))),
                        Known.PAYMENT,
                        Known.SENDING,
                        Known.DOCUMENTS,
                        new PrintTemplate.Title(LocalizedText.german("So geht es weiter")),
                        new PrintTemplate.Text(
                                new LocalizedText(
                                        Map.of(
                                                "de",
                                                "Die Marke kommt mit der Post.",
                                                "en",
                                                "The tag comes by post."))),
                        new PrintTemplate.Code(
                                "https://www.example.de/stand/{reference}",
                                LocalizedText.german("Stand")),
                        Known.OFFICE,
                        Known.HELP),
                read.print().receipt());
    }

    @Test
    void withoutOneTheReceiptIsTheUsualOne() {
        assertEquals(PrintTemplate.USUAL, SamplePackage.in(services).read().print());
    }

    /// A piece of the template, what stands there instead, and the place and code of each problem.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    - order                 | - oder                                | 39:5 PKG-PRINT-LACKS, 40:7 PKG-PRINT
                    - order                 | - order: 1                            | 39:5 PKG-PRINT-LACKS, 40:7 PKG-PRINT
                    - sending               | - help                                | 39:5 PKG-PRINT-LACKS, 49:7 PKG-PRINT
                    - payment               | - text: Danke                         | 39:5 PKG-PRINT-LACKS
                    - documents             | - title: Danke                        | 39:5 PKG-PRINT-LACKS
                    - help                  | - office                              | 49:7 PKG-PRINT
                    - help                  | - heading: Danke                      | 49:7 PKG-PRINT
                    - help                  | - answers: [F99000000002]             | 49:7 PKG-PRINT
                    - help                  | - {title: A, text: B}                 | 49:7 PKG-PRINT
                    - help                  | - titel: Danke                        | 49:7 PKG-PRINT
                    title: So geht          | title: {en: Next} #                   | 45:14 CFG-MISSING
                    [F99000000001, F        | [F99000000009, F                      | 41:17 PKG-FIELD
                    [F99000000001, F        | [F60000000227, F                      | 41:17 PKG-PRINT-FIELD
                    [F99000000001, F        | [F99000000004, F                      | 41:17 PKG-PRINT-FIELD
                    [F99000000001, F        | [F99000000007, F                      | 41:31 PKG-PRINT-FIELD
                    [F99000000001, F99000000007] | []                               | 41:16 PKG-PRINT-FIELD
                    "https://www            | "http://www                           | 47:17 PKG-PRINT-QR
                    stand/{reference}       | stand/{kassenzeichen}                 | 47:17 PKG-PRINT-QR
                    , caption: Stand        | , captoin: Stand                      | 47:11 CFG-MISSING, 47:61 CFG-UNKNOWN-KEY
                      receipt:              | ticket:                               | 38:3 CFG-MISSING, 38:3 CFG-UNKNOWN-KEY
                    """)
    void aMistakeIsSaidAtItsPlace(String piece, String by, String expected) {
        assertTrue(WHOLE.contains(piece), piece);
        ServicePackage read = sample(WHOLE.replace(piece, by)).read();
        assertFalse(read.startable());
        assertEquals(
                expected,
                String.join(
                        ", ",
                        read.problems().stream()
                                .map(p -> p.line() + ":" + p.column() + " " + p.code())
                                .toList()),
                () -> read.problems().toString());
    }

    @Test
    void wordsThatDoNotFitThePaperAreToldWithTheirLanguage() {
        String problem =
                sample(WHOLE.replace("ar: تسجيل كلب", "pl: " + "pies ".repeat(13))).problem();
        assertTrue(problem.endsWith("at most 60 characters fit here (pl) [PKG-PRINT]"), problem);
    }

    @Test
    void theSchemaTakesTheTemplateAndRefusesWhatTheReaderRefuses() throws IOException {
        SchemaCheck schema =
                new SchemaCheck(
                        Path.of(
                                System.getProperty("kiosk.project", "."),
                                "kiosk-config/schema/package.schema.json"));
        String overlay = sample(WHOLE).text("service.yaml");
        assertEquals(List.of(), schema.mistakes(overlay));
        for (String[] damage :
                new String[][] {
                    {"- order", "- oder"},
                    {"- help", "- {title: A, text: B}"},
                    {"\"https://www.example.de/stand", "\"http://www.example.de/stand"},
                    {", caption: Stand", ""},
                    {"[F99000000001, F99000000007]", "[]"},
                    {"receipt:", "ticket:"}
                }) {
            assertFalse(
                    schema.mistakes(overlay.replace(damage[0], damage[1])).isEmpty(), damage[1]);
        }
    }

    /// It is printed before the office has decided, and where the delivery service is down before anything was sent. A result
    /// ends with a participle ("Hund angemeldet"), a matter with a noun.
    @Test
    void theHeadingsOfShippedReceiptsNameAMatterAndNoResult() {
        int headings = 0;
        for (ServicePackage pack :
                new PackageReader(ShippedKiosk.CONFIG.catalog())
                        .readAll(ShippedKiosk.FOLDER.resolve("services"))
                        .values()) {
            for (PrintTemplate.Block block : pack.print().receipt()) {
                if (block instanceof PrintTemplate.Heading(LocalizedText text)) {
                    String german = text.in(LocalizedText.GERMAN);
                    String last = german.substring(german.lastIndexOf(' ') + 1);
                    assertTrue(
                            Character.isUpperCase(last.codePointAt(0)), pack.id() + ": " + german);
                    assertEquals(
                            pack.print().receipt().contains(Known.PAYMENT),
                            german.contains("Quittung"),
                            pack.id() + ": " + german);
                    headings++;
                }
            }
        }
        assertTrue(headings >= 2, "headings: " + headings);
    }
}
