package de.koblenz.kiosk.device.card;

import java.util.ArrayList;
import java.util.List;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CardTerminals;

/// One context of PC/SC and its readers. Not thread-safe.
final class PcscSession extends CardTerminals implements CardService.Session {
    private final PcscLibrary library;
    private final long context;

    PcscSession(PcscLibrary library, long context) {
        this.library = library;
        this.context = context;
    }

    @Override
    public CardTerminals terminals() {
        return this;
    }

    @Override
    public List<CardTerminal> list(State state) throws PcscException {
        List<CardTerminal> terminals = new ArrayList<>();
        for (String reader : library.readers(context)) {
            PcscTerminal terminal = new PcscTerminal(library, context, reader);
            if (state == State.ALL || terminal.isCardPresent() == (state == State.CARD_PRESENT)) {
                terminals.add(terminal);
            }
        }
        return terminals;
    }

    /// Never called by our driver, which also waits for commands and therefore asks [#list(State)].
    @Override
    public boolean waitForChange(long millis) {
        throw new UnsupportedOperationException("ask list()");
    }

    @Override
    public void close() {
        try {
            library.releaseContext(context);
        } catch (PcscException _) {
            // The service has ended and the context with it.
        }
    }
}
