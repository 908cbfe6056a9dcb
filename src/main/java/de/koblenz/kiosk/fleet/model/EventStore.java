package de.koblenz.kiosk.fleet.model;

import java.time.Instant;
import java.util.List;

/// What happened, to be read at any monitor. Thread-safe.
public interface EventStore {
    /// Events of a terminal, newest first.
    List<HistoryEvent> events(TerminalId terminal, int most) throws StoreUnavailable;

    /// Changes of a terminal from `from` until before `to`, oldest first.
    List<Change> changes(TerminalId terminal, Instant from, Instant to) throws StoreUnavailable;

    /// What [Availability] is reckoned from: connection, mode and health of all terminals from `from` until before `to`, and what they were
    /// at `from`.
    List<Change> availability(Instant from, Instant to) throws StoreUnavailable;

    /// Windows that touch that time.
    List<MaintenanceWindow> windows(Instant from, Instant to) throws StoreUnavailable;
}
