package de.koblenz.kiosk.sandbox.broker;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// One control packet of MQTT v5.0 (§2.1): type, flags, and a body that is read field by field.
///
/// Every read is checked against the end of the body, as lengths come from outside. Used by one thread.
final class Packet {
    /// Longest body that is accepted; the protocol itself would allow 256 MB.
    static final int LONGEST = 256 * 1024;

    static final int CONNECT = 1;
    static final int CONNACK = 2;
    static final int PUBLISH = 3;
    static final int PUBACK = 4;
    static final int SUBSCRIBE = 8;
    static final int SUBACK = 9;
    static final int UNSUBSCRIBE = 10;
    static final int UNSUBACK = 11;
    static final int PINGREQ = 12;
    static final int PINGRESP = 13;
    static final int DISCONNECT = 14;

    private static final int TOPIC_ALIAS = 0x23;

    private final int type;
    private final int flags;
    private final ByteBuffer body;

    private Packet(int type, int flags, ByteBuffer body) {
        this.type = type;
        this.flags = flags;
        this.body = body;
    }

    /// Reads one packet.
    ///
    /// @throws EOFException if the peer closed the line
    /// @throws ProtocolError if what came is not MQTT
    static Packet read(InputStream in) throws IOException {
        int head = byteOf(in);
        int length = 0;
        for (int shift = 0; ; shift += 7) {
            if (shift > 21) {
                throw new ProtocolError(ProtocolError.MALFORMED, "length of five bytes");
            }
            int part = byteOf(in);
            length |= (part & 0x7F) << shift;
            if ((part & 0x80) == 0) {
                break;
            }
        }
        if (length > LONGEST) {
            throw new ProtocolError(ProtocolError.TOO_LARGE, "packet of " + length + " bytes");
        }
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException();
        }
        return new Packet(head >> 4, head & 0x0F, ByteBuffer.wrap(body));
    }

    private static int byteOf(InputStream in) throws IOException {
        int value = in.read();
        if (value < 0) {
            throw new EOFException();
        }
        return value;
    }

    int type() {
        return type;
    }

    int flags() {
        return flags;
    }

    boolean more() {
        return body.hasRemaining();
    }

    int readByte() throws ProtocolError {
        need(1);
        return body.get() & 0xFF;
    }

    int readShort() throws ProtocolError {
        need(2);
        return body.getShort() & 0xFFFF;
    }

    String readText() throws ProtocolError {
        return new String(readBinary(), StandardCharsets.UTF_8);
    }

    byte[] readBinary() throws ProtocolError {
        byte[] bytes = new byte[readShort()];
        need(bytes.length);
        body.get(bytes);
        return bytes;
    }

    byte[] readRest() {
        byte[] bytes = new byte[body.remaining()];
        body.get(bytes);
        return bytes;
    }

    /// Passes over the properties (§2.2.2); none of them matters here, but a topic alias would (§3.3.2.3.4).
    void skipProperties() throws ProtocolError {
        int length = 0;
        for (int shift = 0; ; shift += 7) {
            if (shift > 21) {
                throw new ProtocolError(ProtocolError.MALFORMED, "property length");
            }
            int part = readByte();
            length |= (part & 0x7F) << shift;
            if ((part & 0x80) == 0) {
                break;
            }
        }
        need(length);
        if (type == PUBLISH && length > 0 && body.get(body.position()) == TOPIC_ALIAS) {
            throw new ProtocolError(ProtocolError.TOPIC_ALIAS_INVALID, "topic alias");
        }
        body.position(body.position() + length);
    }

    private void need(int bytes) throws ProtocolError {
        if (body.remaining() < bytes) {
            throw new ProtocolError(ProtocolError.MALFORMED, "packet too short");
        }
    }
}
