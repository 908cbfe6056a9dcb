package de.koblenz.kiosk.fleet.model;

import java.util.Map;
import java.util.Optional;

/// What one message says of the terminal itself; what it does not say is empty.
///
/// @param mode `Status/Mode`
/// @param health `Status/Health`
/// @param code `Status/Code`
/// @param software version of the program
/// @param configuration hash of the configuration
/// @param words further words by metric name, such as [MetricNames#PAYMENT]
/// @param metrics numbers by name
public record NodeReport(
        Optional<TerminalMode> mode,
        Optional<Health> health,
        Optional<String> code,
        Optional<String> software,
        Optional<String> configuration,
        Map<String, String> words,
        Map<String, Double> metrics) {
    /// A message that says nothing but that the terminal lives.
    public static final NodeReport NOTHING =
            new NodeReport(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Map.of(),
                    Map.of());

    public NodeReport {
        words = Map.copyOf(words);
        metrics = Map.copyOf(metrics);
    }
}
