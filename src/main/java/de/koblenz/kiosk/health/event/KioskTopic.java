package de.koblenz.kiosk.health.event;

/// A topic of ours beside Sparkplug's: `kiosk/v1/<office>/<terminal>/…`.
///
/// @param office the office's part
/// @param terminal id of the terminal
/// @param channel what is said there
public record KioskTopic(String office, String terminal, Channel channel) {
    static final String ROOT = "kiosk/v1";

    /// What is said on a topic.
    public enum Channel {
        /// Events of the terminal, QoS 1.
        EVENT("event"),
        /// What the monitor has of them, QoS 1.
        EVENT_ACK("event/ack"),
        /// State as JSON, retained, written by the monitor for programs that know no Sparkplug.
        STATE("state");

        private final String path;

        Channel(String path) {
            this.path = path;
        }
    }

    public KioskTopic {
        requireId(office);
        requireId(terminal);
    }

    /// As MQTT carries it.
    public String text() {
        return ROOT + "/" + office + "/" + terminal + "/" + channel.path;
    }

    /// All terminals' topics of a channel, as a filter.
    public static String all(Channel channel) {
        return ROOT + "/+/+/" + channel.path;
    }

    /// Reads a topic.
    ///
    /// @throws MalformedEventException if it is none of ours
    public static KioskTopic parse(String text) throws MalformedEventException {
        String[] parts = text.split("/", 5);
        if (parts.length == 5 && (parts[0] + "/" + parts[1]).equals(ROOT)) {
            for (Channel channel : Channel.values()) {
                if (channel.path.equals(parts[4])) {
                    try {
                        return new KioskTopic(parts[2], parts[3], channel);
                    } catch (IllegalArgumentException _) {
                        break;
                    }
                }
            }
        }
        throw new MalformedEventException("not a topic of ours");
    }

    static void requireId(String id) {
        if (!id.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
            throw new IllegalArgumentException("not an id");
        }
    }
}
