package de.koblenz.kiosk.fleet.board;

import de.koblenz.kiosk.fleet.model.Availability;
import java.util.List;

/// What people read of an availability, on the screen as on paper.
public final class AvailabilityColumns {
    /// Headings, as parts of keys `monitor.report.…`.
    public static final List<String> ALL =
            List.of("office", "share", "up", "down", "planned", "unknown");

    private AvailabilityColumns() {}

    /// The values of a line after the office's name.
    public static List<String> values(FleetWords words, Availability availability) {
        MetricWords numbers = words.metrics();
        return List.of(
                numbers.number(availability.share() * 100, 2) + " %",
                numbers.number(AvailabilityReport.hours(availability.up()), 1) + " h",
                numbers.number(AvailabilityReport.hours(availability.down()), 1) + " h",
                numbers.number(AvailabilityReport.hours(availability.planned()), 1) + " h",
                numbers.number(AvailabilityReport.hours(availability.unknown()), 1) + " h");
    }
}
