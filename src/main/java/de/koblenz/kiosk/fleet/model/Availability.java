package de.koblenz.kiosk.fleet.model;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How long terminals could be used in a month.
///
/// @param up heard, in service and not failed
/// @param down everything else outside of maintenance
/// @param planned maintenance, whatever the terminal did; also windows entered afterwards
/// @param unknown before anything was known
public record Availability(Duration up, Duration down, Duration planned, Duration unknown) {
    /// Nothing yet.
    public static final Availability NONE =
            new Availability(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);

    /// Part of the time that counts, 0 to 1; 1 where no time counts.
    public double share() {
        Duration counted = up.plus(down);
        return counted.isZero() ? 1 : (double) up.toMillis() / counted.toMillis();
    }

    public Availability plus(Availability other) {
        return new Availability(
                up.plus(other.up),
                down.plus(other.down),
                planned.plus(other.planned),
                unknown.plus(other.unknown));
    }

    private Availability plus(boolean covered, boolean usable, Duration time) {
        if (covered) {
            return new Availability(up, down, planned.plus(time), unknown);
        }
        return usable
                ? new Availability(up.plus(time), down, planned, unknown)
                : new Availability(up, down.plus(time), planned, unknown);
    }

    /// The report of a month by office.
    ///
    /// @param changes of subjects connection, mode and health, from before the month on, in any order
    /// @param windows maintenance that touches the month
    /// @param zone whose month it is
    /// @param until when the month is not over yet
    public static Map<String, Availability> byOffice(
            Collection<Change> changes,
            Collection<MaintenanceWindow> windows,
            YearMonth month,
            ZoneId zone,
            Instant until) {
        Map<TerminalId, List<Change>> byTerminal = new TreeMap<>();
        for (Change change : changes) {
            byTerminal.computeIfAbsent(change.terminal(), _ -> new ArrayList<>()).add(change);
        }
        Instant from = month.atDay(1).atStartOfDay(zone).toInstant();
        Instant end = month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
        Instant to = until.isBefore(end) ? until : end;
        Map<String, Availability> offices = new TreeMap<>();
        byTerminal.forEach((id, own) -> {
            Availability part = of(id, own, windows, from, to);
            // One that was taken away before is not of this month.
            if (!part.equals(NONE)) {
                offices.merge(id.office(), part, Availability::plus);
            }
        });
        return offices;
    }

    /// One terminal from `from` until before `to`.
    static Availability of(
            TerminalId id,
            List<Change> changes,
            Collection<MaintenanceWindow> windows,
            Instant from,
            Instant to) {
        List<Change> ordered = new ArrayList<>(changes);
        ordered.sort(Comparator.comparing(Change::at));
        List<Instant> borders = borders(id, windows, from, to);
        ordered.forEach(change -> {
            if (change.at().isAfter(from) && change.at().isBefore(to)) {
                borders.add(change.at());
            }
        });
        borders.sort(Comparator.naturalOrder());
        Use use = new Use();
        Availability sum = NONE;
        int next = 0;
        for (int i = 0; i + 1 < borders.size(); i++) {
            Instant start = borders.get(i);
            while (next < ordered.size() && !ordered.get(next).at().isAfter(start)) {
                use.take(ordered.get(next++));
            }
            Duration time = Duration.between(start, borders.get(i + 1));
            if (use.removed()) {
                continue;
            }
            boolean covered = windows.stream().anyMatch(window -> window.covers(id, start));
            sum =
                    use.known() || covered
                            ? sum.plus(covered, use.usable(), time)
                            : sum.plus(
                                    new Availability(
                                            Duration.ZERO, Duration.ZERO, Duration.ZERO, time));
        }
        return sum;
    }

    private static List<Instant> borders(
            TerminalId id, Collection<MaintenanceWindow> windows, Instant from, Instant to) {
        List<Instant> borders = new ArrayList<>(List.of(from, to));
        for (MaintenanceWindow window : windows) {
            for (Instant border : List.of(window.from(), window.to())) {
                boolean own = window.covers(id, window.from());
                if (own && border.isAfter(from) && border.isBefore(to)) {
                    borders.add(border);
                }
            }
        }
        return borders;
    }

    /// What the three subjects say together.
    private static final class Use {
        private String connection = Connection.UNKNOWN.name();
        private String mode = TerminalMode.UNKNOWN.name();
        private String health = Health.UNKNOWN.name();

        void take(Change change) {
            switch (change.subject()) {
                case Change.CONNECTION -> connection = change.value();
                case Change.MODE -> mode = change.value();
                case Change.HEALTH -> health = change.value();
                default -> {}
            }
        }

        boolean removed() {
            return connection.equals(Change.REMOVED);
        }

        boolean known() {
            return !connection.equals(Connection.UNKNOWN.name());
        }

        boolean usable() {
            return connection.equals(Connection.ONLINE.name())
                    && mode.equals(TerminalMode.IN_SERVICE.name())
                    && !health.equals(Health.FAILED.name());
        }
    }
}
