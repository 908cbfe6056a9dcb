package de.koblenz.kiosk.fleet.model;

import java.util.Map;

/// What is known of one device of a terminal.
///
/// @param status XFS4IoT device state
/// @param paper of a printer
/// @param words further XFS4IoT words by metric name, such as `Status/Cover`
/// @param metrics numbers by metric name, such as [MetricNames#PAPER_REMAINING]
/// @param birth the terminal's birth in which the device was told of; one that a new birth does not tell of is gone
public record DeviceCondition(
        DeviceStatus status,
        PaperStatus paper,
        Map<String, String> words,
        Map<String, Double> metrics,
        long birth) {
    /// Nothing said yet.
    static final DeviceCondition UNHEARD =
            new DeviceCondition(DeviceStatus.STARTING, PaperStatus.UNKNOWN, Map.of(), Map.of(), -1);

    public DeviceCondition {
        words = Map.copyOf(words);
        metrics = Map.copyOf(metrics);
    }
}
