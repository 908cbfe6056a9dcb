package de.koblenz.kiosk.health.sparkplug;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// One metric in a payload (Sparkplug 3.0 §6.4.6).
///
/// @param name in births; empty in data messages
/// @param alias stands for the name from the birth on
/// @param timestamp when the value was so, UTC, whole milliseconds
/// @param datatype in births; empty in data messages, and where it is one that no terminal uses
/// @param value empty says that there is none (`is_null`)
/// @param historical a value of earlier that says nothing of now
/// @param passing not to be stored (`is_transient`)
public record SparkplugMetric(
        Optional<String> name,
        OptionalLong alias,
        Optional<Instant> timestamp,
        Optional<Datatype> datatype,
        Optional<MetricValue> value,
        boolean historical,
        boolean passing) {

    /// A metric as a birth tells it: by name, with alias where it has one, and type
    /// (`tck-id-payloads-alias-birth-requirement`, `tck-id-payloads-metric-datatype-req`).
    ///
    /// @param slot 0 for the node, from 1 the devices; see [KioskMetric#alias(int)]
    /// @param value empty where it is not known
    public static SparkplugMetric born(
            KioskMetric metric, int slot, Instant at, Optional<MetricValue> value) {
        return new SparkplugMetric(
                Optional.of(metric.key()),
                metric.alias(slot),
                Optional.of(at),
                Optional.of(metric.datatype()),
                value,
                false,
                false);
    }

    /// A metric as a data message tells it: by alias alone (`tck-id-payloads-alias-data-cmd-requirement`), or by name where it
    /// has none.
    public static SparkplugMetric changed(
            KioskMetric metric, int slot, Instant at, Optional<MetricValue> value) {
        OptionalLong alias = metric.alias(slot);
        return new SparkplugMetric(
                alias.isPresent() ? Optional.empty() : Optional.of(metric.key()),
                alias,
                Optional.of(at),
                Optional.empty(),
                value,
                false,
                false);
    }

    /// A metric of a last will, or of a request: by name, so that it can be read without a birth.
    public static SparkplugMetric named(KioskMetric metric, Instant at, MetricValue value) {
        return new SparkplugMetric(
                Optional.of(metric.key()),
                OptionalLong.empty(),
                Optional.of(at),
                Optional.of(metric.datatype()),
                Optional.of(value),
                false,
                false);
    }
}
