package de.koblenz.kiosk.fleet.model;

import java.util.Map;
import java.util.Optional;

/// What one message says of a device; what it does not say is empty.
///
/// @param status `Status/…` in XFS4IoT words
/// @param paper of a printer
/// @param words further XFS4IoT words by metric name, such as `Status/Cover`
/// @param metrics numbers by name
public record DeviceReport(
        Optional<DeviceStatus> status,
        Optional<PaperStatus> paper,
        Map<String, String> words,
        Map<String, Double> metrics) {
    /// A message that says no more than these two.
    public static DeviceReport of(DeviceStatus status, PaperStatus paper) {
        return new DeviceReport(Optional.of(status), Optional.of(paper), Map.of(), Map.of());
    }

    public DeviceReport {
        words = Map.copyOf(words);
        metrics = Map.copyOf(metrics);
    }
}
