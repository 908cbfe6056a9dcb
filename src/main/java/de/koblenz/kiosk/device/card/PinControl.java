package de.koblenz.kiosk.device.card;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// The bytes of FEATURE_MODIFY_PIN_DIRECT (PC/SC part 10 §2.5.3, PIN_MODIFY_STRUCTURE).
final class PinControl {
    private static final byte SECONDS = 60;
    private static final int DIGITS = 6;

    private PinControl() {}

    /// Asks for a new PIN of six digits, twice.
    ///
    /// @param command four bytes to which the reader adds length and digits
    static byte[] change(byte[] command) {
        return ByteBuffer.allocate(24 + command.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                // bTimeOut, bTimeOut2: until the first digit, and between digits.
                .put(SECONDS)
                .put(SECONDS)
                // bmFormatString: counted in bytes, ASCII.
                .put((byte) 0x82)
                // bmPINBlockString, bmPINLengthFormat: neither length nor block in the command.
                .put((byte) 0)
                .put((byte) 0)
                // bInsertionOffsetOld, bInsertionOffsetNew.
                .put((byte) 0)
                .put((byte) 0)
                // wPINMaxExtraDigit: at most in the low byte, at least in the high one.
                .putShort((short) (DIGITS << 8 | DIGITS))
                // bConfirmPIN: the new one twice, the old one not.
                .put((byte) 1)
                // bEntryValidationCondition: the green key.
                .put((byte) 2)
                // bNumberMessage; wLangId: German; bMsgIndex1 to 3, of which readers want the
                // third, too.
                .put((byte) 2)
                .putShort((short) 0x0407)
                .put((byte) 0)
                .put((byte) 1)
                .put((byte) 2)
                // bTeoPrologue.
                .put(new byte[3])
                .putInt(command.length)
                .put(command)
                .array();
    }

    /// What the reader answered to [#change(byte[])]: the card's status bytes, or its own (§2.5.2, table of return codes).
    static PinOutcome outcome(byte[] answer) {
        if (answer.length != 2) {
            return new PinOutcome.Fault();
        }
        int status = Short.toUnsignedInt(ByteBuffer.wrap(answer).getShort());
        return switch (status) {
            case 0x6400 -> new PinOutcome.NotEntered(KeypadReason.TIMED_OUT);
            case 0x6401 -> new PinOutcome.NotEntered(KeypadReason.CANCELLED);
            case 0x6402 -> new PinOutcome.NotEntered(KeypadReason.DIFFERENT);
            case 0x6403 -> new PinOutcome.NotEntered(KeypadReason.LENGTH);
            case 0x6B80 -> new PinOutcome.Fault();
            default -> new PinOutcome.Answered(status);
        };
    }
}
