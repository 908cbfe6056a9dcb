package de.koblenz.kiosk.health;

import java.time.Instant;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// One message that MQTT carried.
///
/// @param at when it was acknowledged (sent) or arrived (received)
/// @param topic e.g. `kiosk/v1/buergeramt-koblenz/buergeramt-1/state`
/// @param qos 0, 1 or 2
/// @param retained the retain flag on the wire
/// @param payload text, usually JSON
public record WireMessage(Instant at, String topic, int qos, boolean retained, String payload) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// One line of JSON; a payload that is JSON itself is written as such.
    public String toJsonLine() {
        ObjectNode line = JSON.createObjectNode();
        line.put("at", at.toString());
        line.put("topic", topic);
        line.put("qos", qos);
        line.put("retained", retained);
        try {
            line.set("payload", JSON.readTree(payload));
        } catch (JacksonException _) {
            line.put("payload", payload);
        }
        return line.toString();
    }
}
