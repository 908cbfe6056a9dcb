package de.koblenz.kiosk.fleet.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Numbers of the past. Thread-safe.
public interface MetricStore {
    /// The time that a rollup is of.
    Duration SLOT = Duration.ofMinutes(5);

    /// Rollups from `from` until before `to`, oldest first.
    ///
    /// @param device or empty for the terminal itself
    List<Rollup> rollups(
            TerminalId terminal, String device, String metric, Instant from, Instant to)
            throws StoreUnavailable;
}
