package de.koblenz.kiosk.device.card;

/// PC/SC of this machine through `libpcsclite`. Immutable and thread-safe.
public final class PcscService implements CardService {
    /// Does nothing yet: library and service may come later.
    public PcscService() {}

    @Override
    public Session connect() throws PcscException {
        PcscLibrary library = PcscLibrary.load();
        return new PcscSession(library, library.establishContext());
    }
}
