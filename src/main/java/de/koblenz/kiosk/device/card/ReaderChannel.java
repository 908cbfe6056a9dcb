package de.koblenz.kiosk.device.card;

import de.koblenz.kiosk.device.card.CardLostException.Cause;
import de.koblenz.kiosk.device.profile.ReaderProfile;
import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import org.jspecify.annotations.Nullable;

/// A powered card as the reader's thread sees it. That thread only.
final class ReaderChannel {
    private final CardTerminal terminal;
    private final Card card;
    private final javax.smartcardio.CardChannel channel;
    private final ReaderControls controls;
    private final ByteBuffer response = ByteBuffer.allocate(PcscLibrary.LONGEST_RESPONSE);
    private @Nullable Cause lost;

    private ReaderChannel(CardTerminal terminal, Card card, ReaderControls controls) {
        this.terminal = terminal;
        this.card = card;
        this.channel = card.getBasicChannel();
        this.controls = controls;
    }

    /// Powers the card on, keeps other programs away from it, and asks the reader what else it can do.
    static ReaderChannel open(CardTerminal terminal, ReaderProfile profile) throws CardException {
        Card card = terminal.connect("*");
        try {
            card.beginExclusive();
            return new ReaderChannel(
                    terminal, card, ReaderControls.of(profile, card::transmitControlCommand));
        } catch (CardException | RuntimeException e) {
            release(card);
            throw e;
        }
    }

    CardTerminal terminal() {
        return terminal;
    }

    /// Why the card can no longer be reached; null while it can.
    @Nullable Cause lost() {
        return lost;
    }

    /// Passes a command on.
    ///
    /// @throws CardLostException after [#lose(Cause)]
    byte[] transmit(byte[] command) throws CardException, CardLostException {
        requireCard();
        response.clear();
        int count = channel.transmit(ByteBuffer.wrap(command), response);
        byte[] answer = Arrays.copyOf(response.array(), count);
        Arrays.fill(response.array(), 0, count, (byte) 0);
        if (count < 2) {
            throw new CardException("no status bytes");
        }
        return answer;
    }

    /// What the reader itself can be asked for.
    ///
    /// @throws CardLostException after [#lose(Cause)]
    ReaderControls controls() throws CardLostException {
        requireCard();
        return controls;
    }

    private void requireCard() throws CardLostException {
        if (lost != null) {
            throw new CardLostException(lost);
        }
    }

    /// Gives the card free for good.
    void lose(Cause reason) {
        if (lost != null) {
            return;
        }
        lost = reason;
        release(card);
    }

    private static void release(Card card) {
        try {
            card.endExclusive();
            card.disconnect(true);
        } catch (CardException | RuntimeException _) {
            // It is gone already: then it has no power either.
        }
    }
}
