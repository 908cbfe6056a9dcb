package de.koblenz.kiosk.sandbox;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A JSON object whose fields are read strictly: a missing field, another type or another size is a [Refusal]
/// that names the field and never its content. Unknown fields are ignored, as protocols grow.
final class Fields {
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(JsonNodeFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
                    .build();

    private final ObjectNode node;

    private Fields(ObjectNode node) {
        this.node = node;
    }

    /// An empty object to build an answer in.
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /// Reads one JSON object (RFC 8259), nothing before or behind it, no name twice.
    public static Fields parse(String json) throws Refusal {
        try {
            if (MAPPER.readTree(json) instanceof ObjectNode object) {
                return new Fields(object);
            }
        } catch (JacksonException e) {
            throw Refusal.badRequest("the body is not JSON");
        }
        throw Refusal.badRequest("the body is not a JSON object");
    }

    /// Reads an object that a stand-in wrote itself; anything else is a bug.
    public static ObjectNode stored(String json) {
        return (ObjectNode) MAPPER.readTree(json);
    }

    /// The same text for the same content: names sorted, no white space.
    public static String canonical(JsonNode node) {
        return MAPPER.writeValueAsString(node);
    }

    /// The object itself; changing it changes these fields.
    public ObjectNode node() {
        return node;
    }

    /// A text of `least` to `most` characters that is not blank.
    public String text(String name, int least, int most) throws Refusal {
        return optionalText(name, least, most)
                .orElseThrow(() -> Refusal.badRequest(name + " is missing"));
    }

    public Optional<String> optionalText(String name, int least, int most) throws Refusal {
        JsonNode value = node.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isString()) {
            throw Refusal.badRequest(name + " must be text");
        }
        String text = value.stringValue();
        if (text.length() < least || text.length() > most || (least > 0 && text.isBlank())) {
            throw Refusal.badRequest(name + " must have " + least + " to " + most + " characters");
        }
        return Optional.of(text);
    }

    /// A text that matches `pattern` whole.
    public String text(String name, Pattern pattern) throws Refusal {
        String text = text(name, 0, Integer.MAX_VALUE);
        if (!pattern.matcher(text).matches()) {
            throw Refusal.badRequest(name + " must match " + pattern.pattern());
        }
        return text;
    }

    /// A whole number of `least` to `most`; 3.0 and "3" are none.
    public int integer(String name, int least, int most) throws Refusal {
        JsonNode value = node.path(name);
        if (!value.isIntegralNumber()
                || !value.canConvertToInt()
                || value.intValue() < least
                || value.intValue() > most) {
            throw Refusal.badRequest(name + " must be a whole number of " + least + " to " + most);
        }
        return value.intValue();
    }

    /// An object within this one.
    public Fields object(String name) throws Refusal {
        if (node.path(name) instanceof ObjectNode inner) {
            return new Fields(inner);
        }
        throw Refusal.badRequest(name + " must be an object");
    }

    /// The items of a list of objects; an absent list is an empty one.
    public List<Fields> objects(String name) throws Refusal {
        JsonNode list = node.path(name);
        if (list.isMissingNode() || list.isNull()) {
            return List.of();
        }
        if (!list.isArray() || !list.values().stream().allMatch(JsonNode::isObject)) {
            throw Refusal.badRequest(name + " must be a list of objects");
        }
        return list.values().stream().map(item -> new Fields((ObjectNode) item)).toList();
    }

    /// A list of different UUIDs (RFC 9562) in lower case; an absent list is an empty one.
    public List<String> uuids(String name, int most) throws Refusal {
        JsonNode list = node.path(name);
        if (list.isMissingNode() || list.isNull()) {
            return List.of();
        }
        if (!list.isArray() || list.size() > most) {
            throw Refusal.badRequest(name + " must be a list of at most " + most);
        }
        List<String> found =
                list.values().stream()
                        .map(item -> item.asString(""))
                        .filter(Fields::isUuid)
                        .distinct()
                        .toList();
        if (found.size() != list.size()) {
            throw Refusal.badRequest(name + " must hold different UUIDs");
        }
        return found;
    }

    /// Whether `text` is a UUID in its one canonical form: 36 characters, lower case.
    public static boolean isUuid(String text) {
        try {
            return text.length() == 36 && UUID.fromString(text).toString().equals(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
