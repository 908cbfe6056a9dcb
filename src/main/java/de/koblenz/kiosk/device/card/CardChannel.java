package de.koblenz.kiosk.device.card;

import java.util.Optional;

/// The basic logical channel to one card for as long as it lies on the reader: command APDU in, response APDU out
/// (ISO 7816-3 §12, ISO 7816-4 §5). Knows nothing of what the bytes mean.
///
/// Not thread-safe: one thread speaks with a card at a time.
public interface CardChannel extends AutoCloseable {
    /// Sends one command and waits for its answer.
    ///
    /// @param command a whole command APDU, short or (where [#extendedLength()]) extended, 4 to 65,544 bytes; never kept
    /// @return the whole response APDU with the two status bytes at its end, at least 2 bytes; `61xx` and `6Cxx` are not
    ///     resolved here
    /// @throws CardLostException when the card, the reader or the PC/SC service went away, or the answer is no response
    ///     APDU; the channel is unusable from then on
    byte[] transmit(byte[] command) throws CardLostException;

    /// Whether reader and transport carry extended-length APDUs; otherwise long commands must be chained (ISO 7816-4 §5.3.3).
    boolean extendedLength();

    /// The reader's own keypad, where it has one that runs PACE.
    default Optional<ReaderKeypad> keypad() {
        return Optional.empty();
    }

    /// Gives the card free and powers it off; does nothing when it is gone already.
    @Override
    void close();
}
