package de.koblenz.kiosk.device.card;

import java.nio.ByteBuffer;
import javax.smartcardio.ATR;
import javax.smartcardio.Card;
import javax.smartcardio.CardChannel;
import javax.smartcardio.CardException;
import javax.smartcardio.CommandAPDU;
import javax.smartcardio.ResponseAPDU;

/// One powered card of a PC/SC session. Not thread-safe.
final class PcscCard extends Card {
    private static final long LEAVE = 0;

    /// Off rather than reset: a secure channel must not outlive its user, nor an RF field the session.
    private static final long UNPOWER = 2;

    private final PcscLibrary library;
    private final PcscLibrary.Connection connection;
    private final ATR atr;

    PcscCard(PcscLibrary library, PcscLibrary.Connection connection, byte[] atr) {
        this.library = library;
        this.connection = connection;
        this.atr = new ATR(atr);
    }

    @Override
    public ATR getATR() {
        return atr;
    }

    @Override
    public String getProtocol() {
        return connection.protocol() == 1 ? "T=0" : "T=1";
    }

    @Override
    public CardChannel getBasicChannel() {
        return new BasicChannel();
    }

    @Override
    public CardChannel openLogicalChannel() throws CardException {
        throw new CardException("eID cards have one channel");
    }

    @Override
    public void beginExclusive() throws PcscException {
        library.beginTransaction(connection.handle());
    }

    @Override
    public void endExclusive() throws PcscException {
        library.endTransaction(connection.handle());
    }

    @Override
    public byte[] transmitControlCommand(int code, byte[] command) throws PcscException {
        return library.control(connection.handle(), Integer.toUnsignedLong(code), command);
    }

    /// @param reset powers the card off
    @Override
    public void disconnect(boolean reset) throws PcscException {
        library.disconnect(connection.handle(), reset ? UNPOWER : LEAVE);
    }

    /// Passes bytes on as they are: no `61xx`, no `6Cxx`, no channel number is added.
    private final class BasicChannel extends CardChannel {
        @Override
        public Card getCard() {
            return PcscCard.this;
        }

        @Override
        public int getChannelNumber() {
            return 0;
        }

        @Override
        public ResponseAPDU transmit(CommandAPDU command) throws PcscException {
            return new ResponseAPDU(library.transmit(connection, command.getBytes()));
        }

        @Override
        public int transmit(ByteBuffer command, ByteBuffer response) throws PcscException {
            byte[] bytes = new byte[command.remaining()];
            command.get(bytes);
            byte[] answer = library.transmit(connection, bytes);
            response.put(answer);
            return answer.length;
        }

        @Override
        public void close() {
            throw new IllegalStateException("the basic channel is open as long as the card");
        }
    }
}
