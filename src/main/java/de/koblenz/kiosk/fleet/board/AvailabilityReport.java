package de.koblenz.kiosk.fleet.board;

import de.koblenz.kiosk.fleet.model.Availability;
import de.koblenz.kiosk.fleet.model.EventStore;
import de.koblenz.kiosk.fleet.model.StoreUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// How long the terminals of each office could be used in a month.
///
/// @param month which one
/// @param until up to when it is told; before the month's end while it is not over
/// @param over whether the month is over
/// @param lines by office, in the order of their names
public record AvailabilityReport(YearMonth month, Instant until, boolean over, List<Line> lines) {
    private static final double SECONDS_PER_HOUR = 3600;

    /// One office.
    ///
    /// @param office its id
    /// @param name for people
    public record Line(String office, String name, Availability availability) {}

    public AvailabilityReport {
        lines = List.copyOf(lines);
    }

    /// Reckons the report from what is kept.
    public static AvailabilityReport of(
            EventStore events, YearMonth month, FleetWords words, Instant now)
            throws StoreUnavailable {
        ZoneId zone = words.zone();
        Instant from = month.atDay(1).atStartOfDay(zone).toInstant();
        Instant end = month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
        Instant until = now.isBefore(end) ? now : end;
        List<Line> lines = new ArrayList<>();
        if (from.isBefore(until)) {
            Map<String, Availability> offices =
                    Availability.byOffice(
                            events.availability(from, until),
                            events.windows(from, until),
                            month,
                            zone,
                            until);
            offices.forEach((office, availability) ->
                    lines.add(new Line(office, words.office(office), availability)));
            lines.sort((a, b) -> a.name().compareTo(b.name()));
        }
        return new AvailabilityReport(month, until, !now.isBefore(end), lines);
    }

    /// All offices together.
    public Availability total() {
        return lines.stream().map(Line::availability).reduce(Availability.NONE, Availability::plus);
    }

    /// Hours, as they stand in reports.
    public static double hours(Duration time) {
        return time.toSeconds() / SECONDS_PER_HOUR;
    }
}
