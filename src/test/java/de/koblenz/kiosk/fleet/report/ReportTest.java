package de.koblenz.kiosk.fleet.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.citizen.ShippedKiosk;
import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.config.TextFiles;
import de.koblenz.kiosk.fleet.board.AvailabilityReport;
import de.koblenz.kiosk.fleet.board.FleetWords;
import de.koblenz.kiosk.fleet.model.Availability;
import de.koblenz.kiosk.text.Texts;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/// The report as files: what stands in them is what was reckoned.
class ReportTest {
    private static final Instant NOW = Instant.parse("2026-07-01T06:00:00Z");

    private static FleetWords words(String language) {
        Problems problems = new Problems();
        return new FleetWords(
                new Texts(
                        language.equals("en") ? Locale.UK : Locale.GERMANY,
                        TextFiles.loadPart(ShippedKiosk.FOLDER, "monitor", language, problems)
                                .texts()),
                ZoneId.of("Europe/Berlin"),
                Map.of());
    }

    private static AvailabilityReport report(int offices) {
        List<AvailabilityReport.Line> lines = new ArrayList<>();
        for (int i = 0; i < offices; i++) {
            lines.add(
                    new AvailabilityReport.Line(
                            "amt-" + i,
                            i == 0 ? "Bürgeramt \"Mitte\"; Nord" : "Bürgeramt " + i,
                            new Availability(
                                    Duration.ofHours(714),
                                    Duration.ofHours(6),
                                    Duration.ofMinutes(90),
                                    Duration.ZERO)));
        }
        return new AvailabilityReport(
                YearMonth.of(2026, 6), Instant.parse("2026-06-30T22:00:00Z"), true, lines);
    }

    @Test
    void csvHasALineForEachOfficeInTheFormOfTheLanguage() {
        List<String> german = new CsvReport(words("de")).text(report(2)).lines().toList();
        assertEquals(3, german.size());
        assertEquals('\uFEFF', german.getFirst().charAt(0));
        assertEquals(
                "\"2026-06\";\"Bürgeramt \"\"Mitte\"\"; Nord\";\"amt-0\";\"99,167\";\"714,00\";\"6,00\";\"1,50\";\"0,00\"",
                german.get(1));
        List<String> english = new CsvReport(words("en")).text(report(2)).lines().toList();
        assertEquals(
                "\"2026-06\",\"Bürgeramt 1\",\"amt-1\",\"99.167\",\"714.00\",\"6.00\",\"1.50\",\"0.00\"",
                english.get(2));
    }

    @Test
    void noNameBecomesAFormulaInASpreadsheet() {
        AvailabilityReport hostile =
                new AvailabilityReport(
                        YearMonth.of(2026, 6),
                        NOW,
                        true,
                        List.of(
                                new AvailabilityReport.Line(
                                        "amt", "=HYPERLINK(1)", Availability.NONE)));
        assertTrue(new CsvReport(words("de")).text(hostile).contains("\"'=HYPERLINK(1)\""));
    }

    @Test
    void pdfIsTaggedAndSaysWhatWasReckonedOnAllItsPages() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PdfReport(words("de")).write(report(90), NOW, out);
        try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
            String text = new PDFTextStripper().getText(document);
            assertTrue(text.contains("Verfügbarkeit der Bürgerterminals im Juni 2026"), text);
            assertTrue(
                    text.contains("Bürgeramt \"Mitte\"; Nord 99,17 % 714,0 h 6,0 h 1,5 h"), text);
            assertTrue(text.contains("Bürgeramt 89"), text);
            assertTrue(text.contains("Alle Ämter 99,17 %"), text);
            assertTrue(document.getNumberOfPages() >= 2);
            assertEquals("de", document.getDocumentCatalog().getLanguage());
            assertTrue(document.getDocumentCatalog().getMarkInfo().isMarked());
        }
    }
}
