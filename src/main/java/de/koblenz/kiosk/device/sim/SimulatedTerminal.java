package de.koblenz.kiosk.device.sim;

import de.koblenz.kiosk.device.card.PcscException;
import java.nio.ByteBuffer;
import javax.smartcardio.ATR;
import javax.smartcardio.Card;
import javax.smartcardio.CardChannel;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CommandAPDU;
import javax.smartcardio.ResponseAPDU;

/// A [SimulatedReader] as `javax.smartcardio` shows it to the driver. One driver, one thread.
final class SimulatedTerminal extends CardTerminal {
    /// Whether the session to which all this belongs still lives.
    @FunctionalInterface
    interface Alive {
        void require() throws PcscException;
    }

    private final SimulatedReader reader;
    private final Alive alive;

    SimulatedTerminal(SimulatedReader reader, Alive alive) {
        this.reader = reader;
        this.alive = alive;
    }

    @Override
    public String getName() {
        return reader.name();
    }

    @Override
    public Card connect(String protocol) throws CardException {
        alive.require();
        SimulatedReader.Power power = reader.power();
        return new PoweredCard(power.number(), new ATR(power.atr()));
    }

    @Override
    public boolean isCardPresent() throws CardException {
        alive.require();
        return reader.present();
    }

    @Override
    public boolean waitForCardPresent(long millis) throws CardException {
        alive.require();
        return reader.present(true, millis);
    }

    @Override
    public boolean waitForCardAbsent(long millis) throws CardException {
        alive.require();
        return !reader.present(false, millis);
    }

    /// The card for as long as it has power.
    private final class PoweredCard extends Card {
        private final int connection;
        private final ATR atr;

        PoweredCard(int connection, ATR atr) {
            this.connection = connection;
            this.atr = atr;
        }

        @Override
        public ATR getATR() {
            return atr;
        }

        @Override
        public String getProtocol() {
            return "T=1";
        }

        @Override
        public CardChannel getBasicChannel() {
            return new BasicChannel(this);
        }

        @Override
        public CardChannel openLogicalChannel() throws CardException {
            throw new CardException("eID cards have one channel");
        }

        @Override
        public void beginExclusive() throws CardException {
            alive.require();
        }

        @Override
        public void endExclusive() throws CardException {
            alive.require();
        }

        @Override
        public byte[] transmitControlCommand(int code, byte[] command) throws CardException {
            alive.require();
            return reader.control(connection, code, command);
        }

        @Override
        public void disconnect(boolean reset) throws CardException {
            alive.require();
            if (reset) {
                reader.release(connection);
            }
        }

        byte[] transmit(byte[] command) throws CardException {
            alive.require();
            return reader.transmit(connection, command);
        }
    }

    private static final class BasicChannel extends CardChannel {
        private final PoweredCard card;

        BasicChannel(PoweredCard card) {
            this.card = card;
        }

        @Override
        public Card getCard() {
            return card;
        }

        @Override
        public int getChannelNumber() {
            return 0;
        }

        @Override
        public ResponseAPDU transmit(CommandAPDU command) throws CardException {
            return new ResponseAPDU(card.transmit(command.getBytes()));
        }

        @Override
        public int transmit(ByteBuffer command, ByteBuffer response) throws CardException {
            byte[] bytes = new byte[command.remaining()];
            command.get(bytes);
            byte[] answer = card.transmit(bytes);
            response.put(answer);
            return answer.length;
        }

        @Override
        public void close() {
            throw new IllegalStateException("the basic channel is open as long as the card");
        }
    }
}
