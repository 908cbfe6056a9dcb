package de.koblenz.kiosk.health.sparkplug;

/// [SparkplugPayload] as the bytes of Sparkplug B (protocol buffers, Sparkplug 3.0 §6.4.1). Thread-safe.
///
/// Whoever sends through it can send nothing that is not on the list [KioskMetric]. What is read is limited in length and in
/// the number of its metrics; fields that no terminal uses are read over.
public final class SparkplugCodec {
    /// A birth is 1 kB or so, a signed request with a configuration the longest; whatever is longer is none of ours.
    public static final int LONGEST = 1 << 20;

    /// Most metrics in one payload.
    public static final int MOST_METRICS = 2_000;

    private SparkplugCodec() {}

    /// The bytes of a payload.
    ///
    /// @throws IllegalArgumentException if a metric is not on the list, or its value not of the kind that is listed: a bug
    public static byte[] encode(SparkplugPayload payload) {
        payload.metrics().forEach(KioskMetric::requireListed);
        return PayloadWriter.write(payload);
    }

    /// Reads a payload.
    ///
    /// @throws MalformedSparkplugException if it is none, whoever sent it
    public static SparkplugPayload decode(byte[] bytes) throws MalformedSparkplugException {
        if (bytes.length > LONGEST) {
            throw new MalformedSparkplugException("longer than " + LONGEST + " bytes");
        }
        return PayloadReader.read(bytes);
    }
}
