package de.koblenz.kiosk.device.card;

/// The keys of the reader itself: what is typed there never reaches this machine (PC/SC part 10; BSI TR-03119, class standard
/// and comfort). Each call waits for the citizen, up to the reader's own limit of about a minute: not for the thread of the screen.
///
/// Not thread-safe: belongs to the channel that gave it.
public interface ReaderKeypad {
    /// Asks for a password and runs PACE with it (EstablishPACEChannel). Afterwards the reader protects what is sent to it plain,
    /// and passes on what is protected already.
    ///
    /// @param password 2 for the CAN, 3 for the PIN, 4 for the PUK (TR-03110-3 §B.11.1)
    /// @param template certificate holder authorization template with its tag `7F4C`, at most 255 bytes; empty where no terminal
    ///     authentication follows
    /// @param description description of the certificate, which a reader with a display may show; may be empty
    /// @throws CardLostException as from [CardChannel#transmit(byte[])]
    PaceOutcome establishPace(int password, byte[] template, byte[] description)
            throws CardLostException;

    /// Whether a new PIN can be typed here, too.
    boolean changesPin();

    /// Asks for a new PIN of six digits, twice, and sends it (MODIFY_PIN_DIRECT).
    ///
    /// @param command first four bytes of the command to which the reader adds the PIN
    /// @throws CardLostException as from [CardChannel#transmit(byte[])]
    PinOutcome changePin(byte[] command) throws CardLostException;
}
