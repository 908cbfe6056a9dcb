package de.koblenz.kiosk.fleet.report;

import de.koblenz.kiosk.fleet.board.AvailabilityReport;
import de.koblenz.kiosk.fleet.board.AvailabilityReport.Line;
import de.koblenz.kiosk.fleet.board.FleetWords;
import de.koblenz.kiosk.fleet.board.MetricWords;
import de.koblenz.kiosk.fleet.model.Availability;
import java.util.List;

/// The report as CSV (RFC 4180, but with semicolons and decimal commas in German, as spreadsheets there expect them). UTF-8 with a byte order
/// mark, without which they take it for another encoding. Immutable and thread-safe.
public final class CsvReport {
    private static final String MARK = "\uFEFF";
    private static final String LINE = "\r\n";

    private final FleetWords words;

    public CsvReport(FleetWords words) {
        this.words = words;
    }

    /// The whole file.
    public String text(AvailabilityReport report) {
        StringBuilder csv = new StringBuilder(MARK);
        for (String heading :
                List.of("month", "office", "id", "share", "up", "down", "planned", "unknown")) {
            cell(csv, words.of("monitor.report.csv." + heading));
        }
        csv.append(LINE);
        for (Line line : report.lines()) {
            line(csv, report, line.name(), line.office(), line.availability());
        }
        return csv.toString();
    }

    private void line(
            StringBuilder csv,
            AvailabilityReport report,
            String name,
            String id,
            Availability availability) {
        MetricWords numbers = words.metrics();
        cell(csv, report.month().toString());
        cell(csv, name);
        cell(csv, id);
        cell(csv, numbers.plain(availability.share() * 100, 3));
        cell(csv, numbers.plain(AvailabilityReport.hours(availability.up()), 2));
        cell(csv, numbers.plain(AvailabilityReport.hours(availability.down()), 2));
        cell(csv, numbers.plain(AvailabilityReport.hours(availability.planned()), 2));
        cell(csv, numbers.plain(AvailabilityReport.hours(availability.unknown()), 2));
        csv.append(LINE);
    }

    private void cell(StringBuilder csv, String text) {
        boolean first =
                csv.isEmpty()
                        || csv.length() == MARK.length()
                        || csv.charAt(csv.length() - 1) == '\n';
        if (!first) {
            csv.append(words.of("monitor.report.csv.separator"));
        }
        // A name that begins so would be a formula in a spreadsheet.
        String safe = !text.isEmpty() && "=+-@\t".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        csv.append('"').append(safe.replace("\"", "\"\"")).append('"');
    }
}
