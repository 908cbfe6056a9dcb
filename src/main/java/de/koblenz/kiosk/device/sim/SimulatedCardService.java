package de.koblenz.kiosk.device.sim;

import de.koblenz.kiosk.device.card.CardService;
import de.koblenz.kiosk.device.card.PcscException;
import de.koblenz.kiosk.device.card.PcscFault;
import java.util.ArrayList;
import java.util.List;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CardTerminals;
import org.jspecify.annotations.Nullable;

/// A PC/SC service without PC/SC: the far end of the card reader's real driver. Its readers can be plugged in and out,
/// it can be stopped and started; whoever held a session over a stop holds a dead one, as with pcscd. Thread-safe.
public final class SimulatedCardService implements CardService {
    private final List<SimulatedReader> readers = new ArrayList<>();
    private boolean running = true;
    private int era;

    /// A running service without readers.
    public SimulatedCardService() {}

    /// Plugs in a reader.
    ///
    /// @param name as PC/SC would call it
    public synchronized SimulatedReader plug(String name) {
        SimulatedReader reader = new SimulatedReader(name);
        readers.add(reader);
        return reader;
    }

    /// Plugs a reader in again.
    public synchronized void plug(SimulatedReader reader) {
        reader.plugged(true);
        readers.add(reader);
    }

    /// Pulls a reader's plug; a card on it loses its power.
    public synchronized void unplug(SimulatedReader reader) {
        readers.remove(reader);
        reader.plugged(false);
    }

    /// Ends the service: every session is dead from now on.
    public synchronized void stop() {
        running = false;
        era++;
        readers.forEach(SimulatedReader::powerOff);
    }

    public synchronized void start() {
        running = true;
    }

    @Override
    public synchronized Session connect() throws PcscException {
        if (!running) {
            throw new PcscException(PcscFault.NO_SERVICE);
        }
        return new SimulatedSession(era);
    }

    private synchronized List<SimulatedReader> readers(int of) throws PcscException {
        require(of);
        return List.copyOf(readers);
    }

    private synchronized void require(int of) throws PcscException {
        if (!running || of != era) {
            throw new PcscException(PcscFault.NO_SERVICE);
        }
    }

    private final class SimulatedSession extends CardTerminals implements Session {
        private final int begun;
        private @Nullable PcscFault ended;

        SimulatedSession(int begun) {
            this.begun = begun;
        }

        @Override
        public CardTerminals terminals() {
            return this;
        }

        @Override
        public List<CardTerminal> list(State state) throws CardException {
            if (ended != null) {
                throw new PcscException(ended);
            }
            List<CardTerminal> terminals = new ArrayList<>();
            for (SimulatedReader reader : readers(begun)) {
                SimulatedTerminal terminal = new SimulatedTerminal(reader, () -> require(begun));
                if (state == State.ALL
                        || terminal.isCardPresent() == (state == State.CARD_PRESENT)) {
                    terminals.add(terminal);
                }
            }
            return terminals;
        }

        @Override
        public boolean waitForChange(long millis) {
            throw new UnsupportedOperationException("ask list()");
        }

        @Override
        public void close() {
            ended = PcscFault.INVALID_HANDLE;
        }
    }
}
