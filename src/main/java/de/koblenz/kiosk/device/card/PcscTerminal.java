package de.koblenz.kiosk.device.card;

import javax.smartcardio.Card;
import javax.smartcardio.CardTerminal;

/// One reader of a PC/SC session. Not thread-safe.
final class PcscTerminal extends CardTerminal {
    private final PcscLibrary library;
    private final long context;
    private final String name;

    PcscTerminal(PcscLibrary library, long context, String name) {
        this.library = library;
        this.context = context;
        this.name = name;
    }

    @Override
    public String getName() {
        return name;
    }

    /// Powers the card on with whatever protocol it speaks.
    @Override
    public Card connect(String protocol) throws PcscException {
        if (!protocol.equals("*")) {
            throw new IllegalArgumentException("not offered: " + protocol);
        }
        PcscLibrary.Connection connection = library.connect(context, name);
        return new PcscCard(library, connection, library.atr(connection.handle()));
    }

    @Override
    public boolean isCardPresent() throws PcscException {
        return library.cardPresent(context, name, false, 0);
    }

    @Override
    public boolean waitForCardPresent(long millis) throws PcscException {
        return library.cardPresent(context, name, false, millis);
    }

    @Override
    public boolean waitForCardAbsent(long millis) throws PcscException {
        return !library.cardPresent(context, name, true, millis);
    }
}
