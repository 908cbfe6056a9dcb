package de.koblenz.kiosk.device.card;

import de.koblenz.kiosk.device.card.PaceOutcome.Command;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/// The bytes of FEATURE_EXECUTE_PACE (PC/SC part 10, amendment 1.1; the codes: BSI TR-03119 §D.1). Numbers have the order of the
/// machine, which is lowest byte first wherever Java 25 runs on Linux with 64 bits.
final class PaceControl {
    private static final byte CAPABILITIES = 1;
    private static final byte ESTABLISH = 2;
    private static final int EID = 0x20;
    private static final int LONGEST_TEMPLATE = 0xFF;
    private static final int LONGEST_DESCRIPTION = 0xFF00;

    private PaceControl() {}

    /// GetReaderPACECapabilities.
    static byte[] capabilities() {
        return new byte[] {CAPABILITIES, 0, 0};
    }

    /// Whether the answer to [#capabilities()] offers PACE for identity cards.
    static boolean offersEid(byte[] answer) {
        ByteBuffer left = ByteBuffer.wrap(answer).order(ByteOrder.LITTLE_ENDIAN);
        return answer.length == 7
                && left.getInt() == 0
                && left.getShort() == 1
                && (left.get() & EID) != 0;
    }

    /// EstablishPACEChannel without a password: the reader asks for it.
    static byte[] establish(int password, byte[] template, byte[] description) {
        if (template.length > LONGEST_TEMPLATE || description.length > LONGEST_DESCRIPTION) {
            throw new IllegalArgumentException("too long for a reader");
        }
        int length = 5 + template.length + description.length;
        return ByteBuffer.allocate(3 + length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(ESTABLISH)
                .putShort((short) length)
                .put((byte) password)
                .put((byte) template.length)
                .put(template)
                .put((byte) 0)
                .putShort((short) description.length)
                .put(description)
                .array();
    }

    /// What the reader answered to [#establish(int, byte[], byte[])].
    static PaceOutcome outcome(byte[] answer) {
        ByteBuffer left = ByteBuffer.wrap(answer).order(ByteOrder.LITTLE_ENDIAN);
        if (left.remaining() < Integer.BYTES) {
            return new PaceOutcome.Fault(0);
        }
        int result = left.getInt();
        if (result != 0) {
            return refused(result);
        }
        try {
            return established(left);
        } catch (BufferUnderflowException _) {
            return new PaceOutcome.Fault(0);
        }
    }

    private static PaceOutcome established(ByteBuffer left) {
        if (Short.toUnsignedInt(left.getShort()) != left.remaining()) {
            return new PaceOutcome.Fault(0);
        }
        // Status of MSE:Set AT, which is a warning where few tries are left; then EF.CardAccess,
        // read already.
        left.getShort();
        bytes(left, Short.toUnsignedInt(left.getShort()));
        if (!left.hasRemaining()) {
            return new PaceOutcome.Established(Optional.empty(), Optional.empty(), "");
        }
        Optional<String> trustPoint = name(bytes(left, Byte.toUnsignedInt(left.get())));
        Optional<String> former = name(bytes(left, Byte.toUnsignedInt(left.get())));
        byte[] identity = bytes(left, Short.toUnsignedInt(left.getShort()));
        return left.hasRemaining()
                ? new PaceOutcome.Fault(0)
                : new PaceOutcome.Established(
                        trustPoint, former, HexFormat.of().formatHex(identity));
    }

    private static byte[] bytes(ByteBuffer left, int length) {
        if (length > left.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] bytes = new byte[length];
        left.get(bytes);
        return bytes;
    }

    private static Optional<String> name(byte[] name) {
        return name.length == 0
                ? Optional.empty()
                : Optional.of(new String(name, StandardCharsets.ISO_8859_1));
    }

    private static PaceOutcome refused(int result) {
        int status = result & 0xFFFF;
        return switch (result >>> 16) {
            case 0xF000, 0xF001 -> new PaceOutcome.Refused(Command.CARD_ACCESS, status);
            case 0xF002 -> new PaceOutcome.Refused(Command.SET_TEMPLATE, status);
            case 0xF003, 0xF004, 0xF005, 0xF006 ->
                    new PaceOutcome.Refused(Command.AUTHENTICATE, status);
            default ->
                    switch (result) {
                        // "Communication abort, for example the card was taken away"; "no card".
                        case 0xF0100001, 0xF0100002 -> new PaceOutcome.CardGone();
                        case 0xF0200001 -> new PaceOutcome.NotEntered(KeypadReason.CANCELLED);
                        case 0xF0200002 -> new PaceOutcome.NotEntered(KeypadReason.TIMED_OUT);
                        case 0xF0200003 -> new PaceOutcome.NoOwnPin();
                        default -> new PaceOutcome.Fault(result);
                    };
        };
    }
}
