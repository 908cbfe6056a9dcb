package de.koblenz.kiosk.health.event;

import java.util.UUID;

/// Where a terminal sends what a command asked for and does not fit into an event: `kiosk/v1/<office>/<terminal>/reply/<jti>`, QoS 1,
/// not retained.
///
/// @param command `jti`
public record ReplyTopic(String office, String terminal, UUID command) {
    private static final String REPLY = "reply";

    public ReplyTopic {
        KioskTopic.requireId(office);
        KioskTopic.requireId(terminal);
    }

    /// As MQTT carries it.
    public String text() {
        return KioskTopic.ROOT + "/" + office + "/" + terminal + "/" + REPLY + "/" + command;
    }

    /// All terminals' replies of an office, as a filter.
    ///
    /// @param office its part of the topic, or `+`
    public static String all(String office) {
        return KioskTopic.ROOT + "/" + office + "/+/" + REPLY + "/+";
    }

    /// Whether a topic is one, by its form.
    public static boolean isOne(String text) {
        String[] parts = text.split("/", 7);
        return parts.length == 6
                && text.startsWith(KioskTopic.ROOT + "/")
                && parts[4].equals(REPLY);
    }

    /// Reads a topic.
    ///
    /// @throws MalformedEventException if it is none
    public static ReplyTopic parse(String text) throws MalformedEventException {
        if (isOne(text)) {
            String[] parts = text.split("/", 6);
            try {
                ReplyTopic topic = new ReplyTopic(parts[2], parts[3], UUID.fromString(parts[5]));
                // The JDK also takes shortened ids.
                if (topic.text().equals(text)) {
                    return topic;
                }
            } catch (IllegalArgumentException _) {
                // As any other.
            }
        }
        throw new MalformedEventException("not a topic of a reply");
    }
}
