package de.koblenz.kiosk.health.sparkplug;

/// Whether a metric is the terminal's or one of its devices'.
public enum MetricScope {
    NODE,
    DEVICE
}
