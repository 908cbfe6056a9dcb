package de.koblenz.kiosk.health.event;

import de.koblenz.kiosk.device.DeviceId;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// [KioskEvent] and [EventAck] as JSON, UTF-8. Thread-safe. Fields that it does not know it leaves behind; kinds that it does
/// not know it refuses.
public final class EventCodec {
    /// Version of the message.
    static final int SCHEMA = 1;

    /// An event is 300 bytes or so; whatever is longer is none of ours.
    private static final int LONGEST = 4 * 1024;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private EventCodec() {}

    public static byte[] encode(KioskEvent event) {
        ObjectNode root = JSON.createObjectNode();
        root.put("schema", SCHEMA);
        root.put("outbox", event.outbox().toString());
        root.put("seq", event.seq());
        root.put("at", event.at().truncatedTo(ChronoUnit.MILLIS).toString());
        root.put("kind", event.kind().key());
        root.put("severity", event.severity().name());
        event.device().ifPresent(device -> root.put("device", device.value()));
        if (!event.code().isEmpty()) {
            root.put("code", event.code());
        }
        event.command().ifPresent(command -> root.put("command", command.toString()));
        if (!event.numbers().isEmpty()) {
            ObjectNode numbers = root.putObject("numbers");
            new EnumMap<>(event.numbers()).forEach((name, value) -> numbers.put(name.key(), value));
        }
        return bytes(root);
    }

    public static byte[] encode(EventAck ack) {
        return bytes(
                JSON.createObjectNode()
                        .put("outbox", ack.outbox().toString())
                        .put("upTo", ack.upTo()));
    }

    private static byte[] bytes(ObjectNode root) {
        return root.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// Reads an event.
    ///
    /// @throws MalformedEventException if it is none
    public static KioskEvent decodeEvent(byte[] json) throws MalformedEventException {
        JsonNode root = read(json);
        if (root.path("schema").asInt(0) != SCHEMA) {
            throw new MalformedEventException("not schema " + SCHEMA);
        }
        try {
            return new KioskEvent(
                    id(root.path("outbox")),
                    number(root.path("seq")),
                    Instant.parse(root.path("at").asString("")).truncatedTo(ChronoUnit.MILLIS),
                    EventKind.of(root.path("kind").asString(""))
                            .orElseThrow(() -> new MalformedEventException("an unknown kind")),
                    Severity.valueOf(root.path("severity").asString("")),
                    root.has("device")
                            ? Optional.of(new DeviceId(root.path("device").asString("")))
                            : Optional.empty(),
                    root.path("code").asString(""),
                    root.has("command") ? Optional.of(id(root.path("command"))) : Optional.empty(),
                    numbers(root.path("numbers")));
        } catch (IllegalArgumentException | DateTimeException | JacksonException e) {
            throw new MalformedEventException(e.getClass().getSimpleName());
        }
    }

    /// Reads an acknowledgement.
    ///
    /// @throws MalformedEventException if it is none
    public static EventAck decodeAck(byte[] json) throws MalformedEventException {
        JsonNode root = read(json);
        try {
            return new EventAck(id(root.path("outbox")), number(root.path("upTo")));
        } catch (IllegalArgumentException | JacksonException e) {
            throw new MalformedEventException(e.getClass().getSimpleName());
        }
    }

    private static JsonNode read(byte[] json) throws MalformedEventException {
        if (json.length > LONGEST) {
            throw new MalformedEventException("longer than " + LONGEST + " bytes");
        }
        try {
            return JSON.readTree(json);
        } catch (JacksonException _) {
            throw new MalformedEventException("not JSON");
        }
    }

    private static UUID id(JsonNode node) {
        UUID id = UUID.fromString(node.asString(""));
        // The JDK also takes shortened ones.
        if (!id.toString().equals(node.asString(""))) {
            throw new IllegalArgumentException("not a UUID");
        }
        return id;
    }

    private static long number(JsonNode node) throws MalformedEventException {
        if (!node.canConvertToLong() || !node.isIntegralNumber()) {
            throw new MalformedEventException("not a whole number");
        }
        return node.asLong();
    }

    private static Map<EventNumber, Long> numbers(JsonNode node) throws MalformedEventException {
        Map<EventNumber, Long> numbers = new EnumMap<>(EventNumber.class);
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            Optional<EventNumber> name = EventNumber.of(field.getKey());
            if (name.isPresent()) {
                numbers.put(name.get(), number(field.getValue()));
            }
        }
        return numbers;
    }
}
