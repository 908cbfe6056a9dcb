package de.koblenz.kiosk.device.card;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import javax.smartcardio.CardException;

/// What a reader offers beside passing commands on (PC/SC part 10 §2.2, §2.6). What it says is believed only as far as it can be read:
/// a reader that answers nonsense offers nothing.
///
/// @param codes control codes by feature
record ReaderFeatures(Map<Integer, Integer> codes) {
    static final int MODIFY_PIN_DIRECT = 0x07;
    static final int TLV_PROPERTIES = 0x12;
    static final int EXECUTE_PACE = 0x20;

    /// CM_IOCTL_GET_FEATURE_REQUEST: SCARD_CTL_CODE(3400) of pcsc-lite.
    static final int QUESTION = 0x42000D48;

    private static final int LONGEST_DATA = 0x0A;
    private static final ReaderFeatures NONE = new ReaderFeatures(Map.of());

    ReaderFeatures {
        codes = Map.copyOf(codes);
    }

    /// Commands to the reader itself.
    @FunctionalInterface
    interface Control {
        byte[] send(int code, byte[] data) throws CardException;
    }

    /// Asks the reader.
    static ReaderFeatures of(Control control) {
        try {
            return parse(control.send(QUESTION, new byte[0]));
        } catch (CardException | RuntimeException _) {
            // Many drivers answer the question itself with an error, where there is nothing to
            // tell.
            return NONE;
        }
    }

    /// Tag, length 4, control code with its highest byte first.
    static ReaderFeatures parse(byte[] answer) {
        Map<Integer, Integer> codes = new HashMap<>();
        ByteBuffer left = ByteBuffer.wrap(answer);
        while (left.remaining() >= 2) {
            int feature = Byte.toUnsignedInt(left.get());
            int length = Byte.toUnsignedInt(left.get());
            if (length > left.remaining()) {
                break;
            }
            if (length == Integer.BYTES) {
                codes.put(feature, left.getInt());
            } else {
                left.position(left.position() + length);
            }
        }
        return new ReaderFeatures(codes);
    }

    OptionalInt code(int feature) {
        Integer code = codes.get(feature);
        return code == null ? OptionalInt.empty() : OptionalInt.of(code);
    }

    /// Whether the reader says that it carries short commands only (property `dwMaxAPDUDataSize`). Most say nothing.
    boolean shortCommandsOnly(Control control) {
        OptionalInt code = code(TLV_PROPERTIES);
        if (code.isEmpty()) {
            return false;
        }
        try {
            OptionalInt longest = longestData(control.send(code.getAsInt(), new byte[0]));
            return longest.isPresent() && longest.getAsInt() <= 0x100;
        } catch (CardException | RuntimeException _) {
            return false;
        }
    }

    /// Tag, length, value with its lowest byte first (§2.6.14).
    static OptionalInt longestData(byte[] properties) {
        ByteBuffer left = ByteBuffer.wrap(properties).order(ByteOrder.LITTLE_ENDIAN);
        try {
            while (left.hasRemaining()) {
                int property = Byte.toUnsignedInt(left.get());
                int length = Byte.toUnsignedInt(left.get());
                if (property == LONGEST_DATA && length == Integer.BYTES) {
                    int longest = left.getInt();
                    return longest < 0 ? OptionalInt.empty() : OptionalInt.of(longest);
                }
                left.position(left.position() + length);
            }
        } catch (BufferUnderflowException | IllegalArgumentException _) {
            // Ends in the middle of a property.
        }
        return OptionalInt.empty();
    }
}
