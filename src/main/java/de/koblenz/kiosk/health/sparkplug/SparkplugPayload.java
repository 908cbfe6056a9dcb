package de.koblenz.kiosk.health.sparkplug;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Payload of a Sparkplug B message (Sparkplug 3.0 §6.4.5).
///
/// @param timestamp when it was sent, UTC, whole milliseconds
/// @param seq 0 to 255; empty in NDEATH and NCMD (`tck-id-payloads-ndeath-seq`, `tck-id-payloads-ncmd-seq`)
/// @param metrics in the order of the wire
public record SparkplugPayload(
        Optional<Instant> timestamp, OptionalInt seq, List<SparkplugMetric> metrics) {
    /// Greatest sequence number; 0 follows it (`tck-id-payloads-sequence-num-incrementing`).
    public static final int LAST_SEQ = 255;

    public SparkplugPayload {
        metrics = List.copyOf(metrics);
        if (seq.isPresent() && (seq.getAsInt() < 0 || seq.getAsInt() > LAST_SEQ)) {
            throw new IllegalArgumentException("seq beyond 0 to 255");
        }
    }

    /// A message in the sequence of a node.
    public static SparkplugPayload of(Instant at, int seq, List<SparkplugMetric> metrics) {
        return new SparkplugPayload(Optional.of(at), OptionalInt.of(seq), metrics);
    }

    /// A message outside of the sequence: a last will or a request.
    public static SparkplugPayload unnumbered(Instant at, List<SparkplugMetric> metrics) {
        return new SparkplugPayload(Optional.of(at), OptionalInt.empty(), metrics);
    }
}
