package de.koblenz.kiosk.sandbox.broker;

import java.util.Base64;

/// An application message.
///
/// @param payload base64, as a record holds no array
record Message(String topic, String payload, int qos, boolean retain) {
    static Message of(String topic, byte[] payload, int qos, boolean retain) {
        return new Message(topic, Base64.getEncoder().encodeToString(payload), qos, retain);
    }

    byte[] bytes() {
        return Base64.getDecoder().decode(payload);
    }

    boolean empty() {
        return payload.isEmpty();
    }

    Message as(int otherQos, boolean otherRetain) {
        return new Message(topic, payload, otherQos, otherRetain);
    }
}
