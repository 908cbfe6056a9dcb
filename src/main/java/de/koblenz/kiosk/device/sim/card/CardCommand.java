package de.koblenz.kiosk.device.sim.card;

import java.util.Arrays;

/// A command APDU taken apart (ISO 7816-4:2013 §5.1, ISO 7816-3 §12.1.3). Its array is its own.
final class CardCommand {
    private static final int SECURE = 0x0C;
    private static final int CHAINED = 0x10;

    private final int cla;
    private final int ins;
    private final int p1;
    private final int p2;
    private final byte[] data;
    private final int expected;

    /// @param expected greatest length of the answer, 0 for none, 256 or 65,536 for all there is
    CardCommand(int cla, int ins, int p1, int p2, byte[] data, int expected) {
        this.cla = cla;
        this.ins = ins;
        this.p1 = p1;
        this.p2 = p2;
        this.data = data;
        this.expected = expected;
    }

    /// Takes an APDU apart, short or extended.
    ///
    /// @throws CardError with `6700` where its lengths do not agree
    static CardCommand of(byte[] apdu) throws CardError {
        if (apdu.length < 4) {
            throw new CardError(CardError.WRONG_LENGTH);
        }
        int from = 4;
        int length = 0;
        int expected = 0;
        int left = apdu.length - 4;
        if (left == 1) {
            expected = expected(apdu[4] & 0xFF, 256);
        } else if (left > 1 && apdu[4] != 0) {
            length = apdu[4] & 0xFF;
            from = 5;
            if (left == 2 + length) {
                expected = expected(apdu[5 + length] & 0xFF, 256);
            } else if (left != 1 + length) {
                throw new CardError(CardError.WRONG_LENGTH);
            }
        } else if (left == 3) {
            expected = expected(word(apdu, 5), 65_536);
        } else if (left > 3) {
            length = word(apdu, 5);
            from = 7;
            if (length == 0) {
                throw new CardError(CardError.WRONG_LENGTH);
            }
            if (left == 5 + length) {
                expected = expected(word(apdu, 7 + length), 65_536);
            } else if (left != 3 + length) {
                throw new CardError(CardError.WRONG_LENGTH);
            }
        } else if (left == 2) {
            throw new CardError(CardError.WRONG_LENGTH);
        }
        return new CardCommand(
                apdu[0] & 0xFF,
                apdu[1] & 0xFF,
                apdu[2] & 0xFF,
                apdu[3] & 0xFF,
                Arrays.copyOfRange(apdu, from, from + length),
                expected);
    }

    private static int expected(int value, int all) {
        return value == 0 ? all : value;
    }

    private static int word(byte[] bytes, int at) {
        return ((bytes[at] & 0xFF) << 8) | (bytes[at + 1] & 0xFF);
    }

    int cla() {
        return cla;
    }

    int ins() {
        return ins;
    }

    int p1() {
        return p1;
    }

    int p2() {
        return p2;
    }

    /// P1 and P2 as one number.
    int parameters() {
        return (p1 << 8) | p2;
    }

    byte[] data() {
        return data;
    }

    int expected() {
        return expected;
    }

    /// Whether its answer may be as long as the format allows.
    boolean expectsAll() {
        return expected == 256 || expected == 65_536;
    }

    boolean secure() {
        return (cla & 0x60) == 0 && (cla & SECURE) == SECURE;
    }

    /// Whether more of it follows (ISO 7816-4 §5.3.3).
    boolean chained() {
        return (cla & 0xE0) == 0 && (cla & CHAINED) != 0;
    }

    /// The same command with other contents and without secure messaging.
    CardCommand plain(byte[] content, int answer) {
        return new CardCommand(cla & ~SECURE, ins, p1, p2, content, answer);
    }

    /// The same command with other contents, as the last of its chain.
    CardCommand joined(byte[] content) {
        return new CardCommand(cla & ~CHAINED, ins, p1, p2, content, expected);
    }
}
