package de.koblenz.kiosk.eid.secret;

import java.util.Arrays;

/// A PIN, CAN or PUK while it is typed and used: decimal digits in a buffer that is overwritten when closed. It has no text
/// form and cannot be copied into one. Whoever receives one closes it on every path.
///
/// Thread-safe: the page that collects the digits and the thread that speaks with the card may be different ones.
public final class Secret implements AutoCloseable {
    /// Digits of the longest one, the PUK.
    public static final int MAXIMUM = 10;

    private final byte[] digits = new byte[MAXIMUM];
    private int length;
    private boolean closed;

    /// What is done with the digits.
    ///
    /// @param <R> what comes out
    /// @param <X> what may go wrong
    @FunctionalInterface
    public interface Use<R, X extends Exception> {
        /// @param digits ASCII digits (TR-03110-3 §D.2.1: ISO 8859-1), overwritten when this returns
        R apply(byte[] digits) throws X;
    }

    /// Adds a digit; does nothing when ten are there or the secret is closed.
    ///
    /// @param digit 0 to 9
    public synchronized void append(int digit) {
        if (digit < 0 || digit > 9) {
            throw new IllegalArgumentException("no digit");
        }
        if (!closed && length < MAXIMUM) {
            digits[length++] = (byte) ('0' + digit);
        }
    }

    public synchronized void removeLast() {
        if (length > 0) {
            digits[--length] = 0;
        }
    }

    public synchronized int length() {
        return length;
    }

    /// Gives the digits to `use` in a copy that is overwritten afterwards, however `use` ends.
    public <R, X extends Exception> R use(Use<R, X> use) throws X {
        byte[] copy;
        synchronized (this) {
            copy = Arrays.copyOf(digits, length);
        }
        try {
            return use.apply(copy);
        } finally {
            Arrays.fill(copy, (byte) 0);
        }
    }

    /// Whether both hold the same digits, as a repeated new PIN must.
    public boolean matches(Secret other) {
        return use(mine -> other.use(theirs -> Arrays.equals(mine, theirs)));
    }

    /// Overwrites the digits; may be called again.
    @Override
    public synchronized void close() {
        Arrays.fill(digits, (byte) 0);
        length = 0;
        closed = true;
    }

    /// Tells nothing, not even how many digits there are.
    @Override
    public String toString() {
        return "Secret";
    }
}
