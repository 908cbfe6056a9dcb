package de.koblenz.kiosk.health;

import de.koblenz.kiosk.health.event.ReplyTopic;
import de.koblenz.kiosk.health.sparkplug.Datatype;
import de.koblenz.kiosk.health.sparkplug.KioskMetric;
import de.koblenz.kiosk.health.sparkplug.MalformedSparkplugException;
import de.koblenz.kiosk.health.sparkplug.MetricValue;
import de.koblenz.kiosk.health.sparkplug.SparkplugCodec;
import de.koblenz.kiosk.health.sparkplug.SparkplugMetric;
import de.koblenz.kiosk.health.sparkplug.SparkplugPayload;
import de.koblenz.kiosk.health.sparkplug.SparkplugTopic;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// One message that MQTT carried.
///
/// @param at when it was sent or arrived
/// @param topic e.g. `spBv1.0/buergeramt-koblenz/NDATA/buergeramt-1`
/// @param qos 0, 1 or 2
/// @param retained the retain flag on the wire
/// @param bytes of the payload
/// @param payload in words: JSON as it came, Sparkplug as JSON with the names of the metrics
public record WireMessage(
        Instant at, String topic, int qos, boolean retained, int bytes, String payload) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static WireMessage of(Instant at, Outgoing message) {
        return of(at, message.topic(), message.qos(), false, message.payload());
    }

    /// A message as it was on the wire.
    static WireMessage of(Instant at, String topic, int qos, boolean retained, byte[] payload) {
        boolean sparkplug =
                topic.startsWith(SparkplugTopic.NAMESPACE + "/")
                        && !topic.startsWith(SparkplugTopic.NAMESPACE + "/STATE/");
        return new WireMessage(
                at,
                topic,
                qos,
                retained,
                payload.length,
                sparkplug
                        ? words(payload)
                        // A picture, or lines that are compressed.
                        : ReplyTopic.isOne(topic)
                                ? "…"
                                : new String(payload, StandardCharsets.UTF_8));
    }

    private static String words(byte[] bytes) {
        try {
            SparkplugPayload payload = SparkplugCodec.decode(bytes);
            ObjectNode root = JSON.createObjectNode();
            payload.timestamp().ifPresent(at -> root.put("timestamp", at.toString()));
            payload.seq().ifPresent(seq -> root.put("seq", seq));
            ObjectNode metrics = root.putObject("metrics");
            payload.metrics().forEach(metric -> write(metric, metrics));
            return root.toString();
        } catch (MalformedSparkplugException e) {
            return "not Sparkplug B: " + e.getMessage();
        }
    }

    private static void write(SparkplugMetric metric, ObjectNode metrics) {
        String name =
                metric.name()
                        .orElseGet(() ->
                                metric.alias().isPresent()
                                        ? KioskMetric.of(metric.alias().getAsLong())
                                                .map(KioskMetric::key)
                                                .orElse("alias " + metric.alias().getAsLong())
                                        : "");
        switch (metric.value().orElse(null)) {
            case null -> metrics.putNull(name);
            case MetricValue.IntValue(int bits) -> metrics.put(name, Integer.toUnsignedLong(bits));
            case MetricValue.LongValue(long whole) -> {
                if (metric.datatype().filter(Datatype.DATE_TIME::equals).isPresent()) {
                    metrics.put(name, Instant.ofEpochMilli(whole).toString());
                } else {
                    metrics.put(name, whole);
                }
            }
            case MetricValue.FloatValue(float number) -> metrics.put(name, number);
            case MetricValue.DoubleValue(double number) -> metrics.put(name, number);
            case MetricValue.BooleanValue(boolean flag) -> metrics.put(name, flag);
            case MetricValue.StringValue(String words) -> metrics.put(name, words);
            case MetricValue.ForeignValue _ -> metrics.put(name, "…");
        }
    }

    /// One line of JSON; a payload that is JSON itself is written as such.
    public String toJsonLine() {
        ObjectNode line = JSON.createObjectNode();
        line.put("at", at.toString());
        line.put("topic", topic);
        line.put("qos", qos);
        line.put("retained", retained);
        line.put("bytes", bytes);
        try {
            line.set("payload", JSON.readTree(payload));
        } catch (JacksonException _) {
            line.put("payload", payload);
        }
        return line.toString();
    }
}
