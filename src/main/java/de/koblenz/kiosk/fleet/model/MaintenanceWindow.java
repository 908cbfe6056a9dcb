package de.koblenz.kiosk.fleet.model;

import java.time.Instant;
import java.util.Optional;

/// A time in which alarms are raised but nobody is called: no notice, no reminder, no escalation. What is still there at its end is told of then.
///
/// @param id unique
/// @param office empty for the whole fleet
/// @param terminal empty for the whole office
/// @param from first moment
/// @param to first moment after it
/// @param reason for colleagues
public record MaintenanceWindow(
        String id,
        Optional<String> office,
        Optional<String> terminal,
        Instant from,
        Instant to,
        String reason) {
    public MaintenanceWindow {
        if (!from.isBefore(to) || (terminal.isPresent() && office.isEmpty())) {
            throw new IllegalArgumentException("not a maintenance window");
        }
    }

    /// Whether it silences that alarm at that moment. A window of a terminal silences nothing about its office.
    public boolean silences(AlarmKey key, Instant at) {
        return holds(at)
                && (office.isEmpty() || office.get().equals(key.office()))
                && (terminal.isEmpty() || terminal.get().equals(key.terminal()))
                && key.kind() != AlarmKind.BROKER_LOST;
    }

    /// Whether work is done at that terminal at that moment.
    public boolean covers(TerminalId id, Instant at) {
        return holds(at)
                && (office.isEmpty() || office.get().equals(id.office()))
                && (terminal.isEmpty() || terminal.get().equals(id.terminal()));
    }

    /// Whether it is now.
    public boolean holds(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }
}
