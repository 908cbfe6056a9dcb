package de.koblenz.kiosk.fleet.report;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import de.koblenz.kiosk.fleet.board.AvailabilityColumns;
import de.koblenz.kiosk.fleet.board.AvailabilityReport;
import de.koblenz.kiosk.fleet.board.AvailabilityReport.Line;
import de.koblenz.kiosk.fleet.board.FleetWords;
import de.koblenz.kiosk.fleet.model.Availability;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/// The report as PDF on A4, tagged so that a screen reader can read its table (PDF/UA-1). Immutable and thread-safe.
public final class PdfReport {
    private static final String FONTS = "/de/koblenz/kiosk/citizen/ui/fonts/";

    private static final String STYLE =
            """
            @page { size: A4; margin: 20mm 18mm 20mm 18mm;
              @bottom-right { content: counter(page) " / " counter(pages); font-family: Fira; font-size: 9pt; color: #51577A; } }
            body { font-family: Fira; font-size: 10pt; color: #131525; }
            h1 { font-size: 20pt; font-weight: bold; margin: 0 0 2mm 0; }
            p { margin: 0 0 2mm 0; }
            .hint { color: #51577A; }
            table { width: 100%; border-collapse: collapse; margin-top: 6mm; -fs-table-paginate: paginate; }
            th { text-align: left; font-weight: bold; border-bottom: 1.2pt solid #51577A; padding: 1.6mm 1.5mm; }
            td { border-bottom: 0.4pt solid #C0C3D5; padding: 1.6mm 1.5mm; }
            tr { page-break-inside: avoid; }
            .number { text-align: right; white-space: nowrap; }
            .total td { font-weight: bold; border-bottom: none; border-top: 1.2pt solid #51577A; }
            """;

    static {
        XRLog.setLoggingEnabled(false);
    }

    private final FleetWords words;

    public PdfReport(FleetWords words) {
        this.words = words;
    }

    /// Writes the file.
    ///
    /// @param now when it was made
    public void write(AvailabilityReport report, Instant now, OutputStream out) throws IOException {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.useFont(
                () -> font("FiraSans-Regular.ttf"),
                "Fira",
                400,
                PdfRendererBuilder.FontStyle.NORMAL,
                true);
        builder.useFont(
                () -> font("FiraSans-SemiBold.ttf"),
                "Fira",
                700,
                PdfRendererBuilder.FontStyle.NORMAL,
                true);
        builder.withHtmlContent(html(report, now), null);
        builder.withProducer("Bürgerterminal");
        builder.toStream(out);
        builder.run();
    }

    private static InputStream font(String name) {
        return Objects.requireNonNull(PdfReport.class.getResourceAsStream(FONTS + name));
    }

    private String html(AvailabilityReport report, Instant now) {
        StringBuilder html = new StringBuilder();
        String title = words.of("monitor.report.title", "month", words.month(report.month()));
        html.append("<!DOCTYPE html><html lang=\"")
                .append(words.texts().locale().getLanguage())
                .append("\"><head><title>")
                .append(plain(title))
                .append("</title><meta name=\"subject\" content=\"")
                .append(plain(title))
                .append("\"/><meta name=\"description\" content=\"")
                .append(plain(title))
                .append("\"/><style>")
                .append(STYLE)
                .append("</style></head><body><h1>")
                .append(plain(title))
                .append("</h1>");
        if (!report.over()) {
            paragraph(
                    html,
                    words.of(
                            "monitor.report.running",
                            "moment",
                            words.moment(report.until(), Instant.EPOCH)));
        }
        paragraph(html, words.of("monitor.report.meaning"));
        paragraph(
                html,
                words.of(
                        "monitor.report.made",
                        Map.of(
                                "date", words.date(now.atZone(words.zone()).toLocalDate()),
                                "time", words.time(now))));
        html.append("<table><thead><tr>");
        for (String column : AvailabilityColumns.ALL) {
            html.append(column.equals("office") ? "<th>" : "<th class=\"number\">")
                    .append(plain(words.of("monitor.report." + column)))
                    .append("</th>");
        }
        html.append("</tr></thead><tbody>");
        for (Line line : report.lines()) {
            row(html, line.name(), line.availability(), false);
        }
        row(html, words.of("monitor.report.total"), report.total(), true);
        return html.append("</tbody></table></body></html>").toString();
    }

    private static void paragraph(StringBuilder html, String text) {
        html.append("<p class=\"hint\">").append(plain(text)).append("</p>");
    }

    private void row(StringBuilder html, String name, Availability availability, boolean total) {
        html.append(total ? "<tr class=\"total\"><td>" : "<tr><td>").append(plain(name));
        for (String value : AvailabilityColumns.values(words, availability)) {
            html.append("</td><td class=\"number\">").append(plain(value));
        }
        html.append("</td></tr>");
    }

    private static String plain(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
