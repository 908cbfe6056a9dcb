package de.koblenz.kiosk.eid.apdu;

import de.koblenz.kiosk.eid.tlv.Octets;
import de.koblenz.kiosk.eid.tlv.Tlv;
import java.util.Arrays;

/// A command to a card (ISO 7816-4 §5.1). Its data can be overwritten, for a new PIN may be in it. Not thread-safe.
public final class CommandApdu implements AutoCloseable {
    /// No answer data is expected.
    public static final int NO_ANSWER = 0;

    /// As much as fits a short answer.
    public static final int SHORT = 256;

    /// As much as fits an extended answer.
    public static final int EXTENDED = 65_536;

    private final int head;
    private final byte[] data;
    private final int expected;

    /// @param head the four octets class, instruction, P1 and P2 as a number
    /// @param data taken over, at most 65,535 octets
    /// @param expected octets of answer data at most, 0 to 65,536
    CommandApdu(int head, byte[] data, int expected) {
        if (data.length > 0xFFFF || expected < 0 || expected > EXTENDED) {
            throw new IllegalArgumentException("no command has this size");
        }
        this.head = head;
        this.data = data;
        this.expected = expected;
    }

    public static CommandApdu of(int head, int expected) {
        return new CommandApdu(head, new byte[0], expected);
    }

    public static CommandApdu of(int head, Octets data, int expected) {
        return new CommandApdu(head, data.toArray(), expected);
    }

    public static CommandApdu of(int head, int expected, Tlv... data) {
        Octets[] parts = new Octets[data.length];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = data[i].encoded();
        }
        return of(head, Octets.join(parts), expected);
    }

    /// A command whose data is copied from `secret` and can be overwritten by [#close()].
    public static CommandApdu ofSecret(int head, byte[] secret) {
        return new CommandApdu(head, secret.clone(), NO_ANSWER);
    }

    int head() {
        return head;
    }

    byte[] data() {
        return data;
    }

    int expected() {
        return expected;
    }

    /// The same with that bit set in its class octet.
    CommandApdu withClassBit(int bit, byte[] newData) {
        return new CommandApdu(head | bit << 24, newData, expected);
    }

    /// Whether it needs extended length.
    boolean isLong() {
        return data.length > 255 || expected > SHORT;
    }

    /// The octets on the wire; short where that is possible.
    byte[] encoded() {
        boolean longer = isLong();
        int lengths = data.length == 0 ? 0 : longer ? 3 : 1;
        int ending = expected == 0 ? 0 : !longer ? 1 : data.length == 0 ? 3 : 2;
        byte[] apdu = new byte[4 + lengths + data.length + ending];
        for (int i = 0; i < 4; i++) {
            apdu[i] = (byte) (head >>> (24 - 8 * i));
        }
        if (lengths == 3) {
            apdu[5] = (byte) (data.length >>> 8);
            apdu[6] = (byte) data.length;
        } else if (lengths == 1) {
            apdu[4] = (byte) data.length;
        }
        System.arraycopy(data, 0, apdu, 4 + lengths, data.length);
        if (ending > 1) {
            apdu[apdu.length - 2] = (byte) (expected >>> 8);
        }
        if (ending > 0) {
            apdu[apdu.length - 1] = (byte) expected;
        }
        return apdu;
    }

    /// Overwrites the data.
    @Override
    public void close() {
        Arrays.fill(data, (byte) 0);
    }
}
