package de.koblenz.kiosk.device.card;

import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminals;

/// Where readers come from: PC/SC of this machine, or a far end on the bench. Thread-safe.
public interface CardService {
    /// Begins a session.
    ///
    /// @throws CardException if the service does not run or may not be used; worth another try later
    Session connect() throws CardException;

    /// One session with the service. When the service ends, everything of the session fails for good and only a new
    /// session helps. Not thread-safe.
    interface Session extends AutoCloseable {
        CardTerminals terminals();

        @Override
        void close();
    }
}
