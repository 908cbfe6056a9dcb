package de.koblenz.kiosk.sandbox.broker;

import java.io.IOException;

/// What a peer did against MQTT v5.0, with the reason code of the DISCONNECT that answers it (§3.14.2.1).
final class ProtocolError extends IOException {
    static final int MALFORMED = 0x81;
    static final int AGAINST_PROTOCOL = 0x82;
    static final int VERSION = 0x84;
    static final int TOPIC_NAME_INVALID = 0x90;
    static final int TOPIC_ALIAS_INVALID = 0x94;
    static final int TOO_LARGE = 0x95;
    static final int QOS_NOT_SUPPORTED = 0x9B;

    private final int code;

    ProtocolError(int code, String message) {
        super(message);
        this.code = code;
    }

    int code() {
        return code;
    }
}
