package de.koblenz.kiosk.health.sparkplug;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Whether a host application is there: JSON, QoS 1, retained (`tck-id-payloads-state-birth-payload`,
/// `tck-id-payloads-state-will-message-payload`).
///
/// @param online false in its last will
/// @param timestamp of its connection, the same in birth and will; an older one is out of date
public record HostState(boolean online, Instant timestamp) {
    private static final int LONGEST = 1024;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public byte[] encode() {
        return JSON.createObjectNode()
                .put("online", online)
                .put("timestamp", timestamp.toEpochMilli())
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    /// Reads a state.
    ///
    /// @throws MalformedSparkplugException if it is none
    public static HostState decode(byte[] json) throws MalformedSparkplugException {
        if (json.length > LONGEST) {
            throw new MalformedSparkplugException("longer than " + LONGEST + " bytes");
        }
        try {
            JsonNode root = JSON.readTree(json);
            JsonNode online = root.path("online");
            JsonNode timestamp = root.path("timestamp");
            if (!online.isBoolean() || !timestamp.canConvertToLong() || timestamp.asLong() < 0) {
                throw new MalformedSparkplugException("without online or timestamp");
            }
            return new HostState(online.asBoolean(), Instant.ofEpochMilli(timestamp.asLong()));
        } catch (JacksonException _) {
            throw new MalformedSparkplugException("not JSON");
        }
    }
}
