package de.koblenz.kiosk.health.sparkplug;

import java.util.Optional;

/// A topic below `spBv1.0/` (Sparkplug 3.0 §4.1).
public sealed interface SparkplugTopic {
    /// Namespace of payloads of kind B (`tck-id-topic-structure-namespace-a`).
    String NAMESPACE = "spBv1.0";

    /// Longest id of a group, node, device or host that is read.
    int LONGEST_ID = 128;

    /// As MQTT carries it.
    String text();

    /// Where an edge node speaks, or is spoken to.
    ///
    /// @param group e.g. the office
    /// @param node e.g. the terminal
    /// @param device present exactly where `type` is of a device
    record Edge(String group, MessageType type, String node, Optional<String> device)
            implements SparkplugTopic {
        public Edge {
            requireId(group);
            requireId(node);
            device.ifPresent(SparkplugTopic::requireId);
            if (device.isPresent() != type.ofDevice()) {
                throw new IllegalArgumentException(type + " with or without a device");
            }
        }

        @Override
        public String text() {
            String ofNode = NAMESPACE + "/" + group + "/" + type + "/" + node;
            return device.map(name -> ofNode + "/" + name).orElse(ofNode);
        }
    }

    /// Whether a host application is there, retained (Sparkplug 3.0 §4.3).
    ///
    /// @param host its id
    record Host(String host) implements SparkplugTopic {
        public Host {
            requireId(host);
        }

        @Override
        public String text() {
            return NAMESPACE + "/STATE/" + host;
        }
    }

    /// Topic of a message of, or to, the node itself.
    static Edge node(String group, MessageType type, String node) {
        return new Edge(group, type, node, Optional.empty());
    }

    /// Topic of a message of, or to, one of its devices.
    static Edge device(String group, MessageType type, String node, String device) {
        return new Edge(group, type, node, Optional.of(device));
    }

    /// Reads a topic.
    ///
    /// @throws MalformedSparkplugException if it is none of Sparkplug B
    static SparkplugTopic parse(String text) throws MalformedSparkplugException {
        String[] parts = text.split("/", 6);
        if (parts.length < 3 || parts.length > 5 || !parts[0].equals(NAMESPACE)) {
            throw new MalformedSparkplugException("not a topic of " + NAMESPACE);
        }
        try {
            if (parts.length == 3) {
                if (!parts[1].equals("STATE")) {
                    throw new MalformedSparkplugException("three parts without STATE");
                }
                return new Host(parts[2]);
            }
            return new Edge(
                    parts[1],
                    MessageType.valueOf(parts[2]),
                    parts[3],
                    parts.length == 5 ? Optional.of(parts[4]) : Optional.empty());
        } catch (IllegalArgumentException _) {
            throw new MalformedSparkplugException("not a message type, or not an id");
        }
    }

    /// No `+`, `/` or `#` (`tck-id-topic-structure-namespace-valid-group-id` and its neighbours), and nothing that MQTT
    /// forbids in a topic (MQTT v5.0 §1.5.4, §4.7.3).
    private static void requireId(String id) {
        if (id.isEmpty()
                || id.length() > LONGEST_ID
                || id.chars()
                        .anyMatch(c -> c < ' ' || c == '+' || c == '/' || c == '#' || c == 127)) {
            throw new IllegalArgumentException("not an id");
        }
    }
}
