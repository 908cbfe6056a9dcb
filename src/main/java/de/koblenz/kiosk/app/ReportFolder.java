package de.koblenz.kiosk.app;

import de.koblenz.kiosk.fleet.board.AvailabilityReport;
import de.koblenz.kiosk.fleet.board.FleetWords;
import de.koblenz.kiosk.fleet.monitor.Reports;
import de.koblenz.kiosk.fleet.report.CsvReport;
import de.koblenz.kiosk.fleet.report.PdfReport;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// Reports as files of a folder: `verfuegbarkeit-2026-06.pdf`. Thread-safe.
///
/// @param folder made when the first is written
record ReportFolder(Path folder, FleetWords words) implements Reports {
    @Override
    public Path write(AvailabilityReport report, Form form) throws IOException {
        Path file =
                folder.resolve(
                        words.of("monitor.report.file", "month", report.month())
                                + "."
                                + form.name().toLowerCase(Locale.ROOT));
        write(report, form, file);
        return file;
    }

    /// Writes a report to that file.
    void write(AvailabilityReport report, Form form, Path file) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        switch (form) {
            case CSV ->
                    Files.writeString(
                            file, new CsvReport(words).text(report), StandardCharsets.UTF_8);
            case PDF -> {
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                    new PdfReport(words).write(report, report.until(), out);
                }
            }
        }
    }
}
