package de.koblenz.kiosk.eid;

import de.koblenz.kiosk.device.card.CardChannel;
import de.koblenz.kiosk.device.card.CardLostException;
import de.koblenz.kiosk.device.sim.SimulatedCard;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/// A simulated card on a reader that may lose it, or change what it says.
final class LaidCard implements CardChannel {
    /// What happens to an answer.
    @FunctionalInterface
    interface Tampering {
        /// @param index of the command, from 0
        byte[] apply(int index, byte[] answer);
    }

    private final SimulatedCard card;
    private final boolean extended;
    private IntPredicate lostBefore = index -> false;
    private IntPredicate lostAfter = index -> false;
    private Tampering tampering = (index, answer) -> answer;
    private CardLostException.Cause cause = CardLostException.Cause.CARD_REMOVED;
    private final List<byte[]> commands = new ArrayList<>();
    private boolean closed;

    LaidCard(SimulatedCard card, boolean extended) {
        this.card = card;
        this.extended = extended;
        card.powerOn();
    }

    LaidCard(SimulatedCard card) {
        this(card, true);
    }

    /// The card is away before the command reaches it.
    LaidCard lostBefore(int index, CardLostException.Cause why) {
        lostBefore = i -> i >= index;
        cause = why;
        return this;
    }

    /// The card hears the command, and its answer is lost.
    LaidCard lostAfter(int index) {
        lostAfter = i -> i >= index;
        return this;
    }

    LaidCard tampered(Tampering how) {
        tampering = how;
        return this;
    }

    @Override
    public byte[] transmit(byte[] command) throws CardLostException {
        int index = commands.size();
        commands.add(command.clone());
        if (closed || lostBefore.test(index)) {
            throw new CardLostException(cause);
        }
        byte[] answer = card.transmit(command.clone());
        if (lostAfter.test(index)) {
            throw new CardLostException(cause);
        }
        return tampering.apply(index, answer);
    }

    List<byte[]> commands() {
        return commands;
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public boolean extendedLength() {
        return extended;
    }

    @Override
    public void close() {
        closed = true;
        card.powerOff();
    }
}
