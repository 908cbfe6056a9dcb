package de.koblenz.kiosk.eid.ausweisapp;

import de.koblenz.kiosk.device.DeviceHealth;
import de.koblenz.kiosk.device.DeviceId;
import de.koblenz.kiosk.device.card.CardChannel;
import de.koblenz.kiosk.device.card.CardReader;
import de.koblenz.kiosk.device.profile.ReaderProfile;
import java.util.Optional;
import java.util.function.Consumer;

/// The terminal's own reader, which must not be touched on this road.
final class UntouchedReader implements CardReader {
    @Override
    public CardChannel connect() {
        throw new AssertionError("touched");
    }

    @Override
    public Optional<ReaderProfile> profile() {
        throw new AssertionError("touched");
    }

    @Override
    public DeviceId id() {
        throw new AssertionError("touched");
    }

    @Override
    public DeviceHealth health() {
        throw new AssertionError("touched");
    }

    @Override
    public void observe(Consumer<DeviceHealth> listener) {
        throw new AssertionError("touched");
    }

    @Override
    public void close() {}
}
