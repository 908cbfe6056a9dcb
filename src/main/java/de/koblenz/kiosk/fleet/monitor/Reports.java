package de.koblenz.kiosk.fleet.monitor;

import de.koblenz.kiosk.fleet.board.AvailabilityReport;
import java.io.IOException;
import java.nio.file.Path;

/// Writes reports to where the operator finds them. Not called on the JavaFX thread.
public interface Reports {
    /// Forms of a report.
    enum Form {
        CSV,
        PDF
    }

    /// Writes a report; one that is there already is replaced.
    ///
    /// @return its file
    Path write(AvailabilityReport report, Form form) throws IOException;
}
