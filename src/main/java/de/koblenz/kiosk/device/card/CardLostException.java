package de.koblenz.kiosk.device.card;

import java.io.IOException;

/// The card cannot be reached any more. Its message carries no byte of any APDU.
public final class CardLostException extends IOException {
    private static final long serialVersionUID = 1L;

    /// What went away.
    public enum Cause {
        /// The card was taken off the reader.
        CARD_REMOVED,
        /// The reader was unplugged.
        READER_GONE,
        /// The PC/SC service ended or was restarted.
        SERVICE_GONE,
        /// The answer was no response APDU, or the reader reported a transmission error.
        TRANSMISSION
    }

    private final Cause reason;

    public CardLostException(Cause reason) {
        super(reason.name());
        this.reason = reason;
    }

    public CardLostException(Cause reason, Throwable cause) {
        super(reason.name(), cause);
        this.reason = reason;
    }

    public Cause reason() {
        return reason;
    }
}
