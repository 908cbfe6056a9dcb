package de.koblenz.kiosk.device.card;

import de.koblenz.kiosk.device.Device;
import de.koblenz.kiosk.device.profile.ReaderProfile;
import java.util.Optional;

/// The terminal's reader for eID cards, whichever of the plugged-in readers that is at the moment.
///
/// Its [#health()] is `ONLINE` while a reader is there, with `media` in the words of XFS4IoT (CardReader.Status):
/// `present`, `notPresent`, or `unknown` without a reader; and `service` for PC/SC itself: `up`, `down`, or `denied`
/// where this user may not use it.
public interface CardReader extends Device {
    /// Powers the card on and opens its basic channel. A channel that is still open is taken away. Waits for the
    /// reader for some seconds at most: not for the thread of the screen.
    ///
    /// @throws CardLostException with `CARD_REMOVED` where no card lies there or it does not answer, `READER_GONE`
    ///     without a reader, `SERVICE_GONE` without PC/SC
    CardChannel connect() throws CardLostException;

    /// What is known of the reader in use; empty while there is none.
    Optional<ReaderProfile> profile();
}
