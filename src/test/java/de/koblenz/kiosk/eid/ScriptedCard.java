package de.koblenz.kiosk.eid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.device.card.CardChannel;
import de.koblenz.kiosk.device.card.CardLostException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Locale;

/// A channel that expects exact commands and gives recorded answers.
public final class ScriptedCard implements CardChannel {
    private final Deque<String> script = new ArrayDeque<>();
    private final boolean extended;
    private boolean closed;

    public ScriptedCard(boolean extended) {
        this.extended = extended;
    }

    /// @param command in hexadecimal, blanks allowed; empty for any
    public ScriptedCard answer(String command, String answer) {
        script.add(plain(command));
        script.add(plain(answer));
        return this;
    }

    private static String plain(String hex) {
        return hex.replace(" ", "").toLowerCase(Locale.ROOT);
    }

    @Override
    public byte[] transmit(byte[] command) throws CardLostException {
        if (script.isEmpty()) {
            throw new CardLostException(CardLostException.Cause.CARD_REMOVED);
        }
        String expected = script.remove();
        if (!expected.isEmpty()) {
            assertEquals(expected, HexFormat.of().formatHex(command));
        }
        return HexFormat.of().parseHex(script.remove());
    }

    public void assertPlayed() {
        assertTrue(script.isEmpty(), () -> script.size() / 2 + " commands were not sent");
    }

    public boolean isClosed() {
        return closed;
    }

    @Override
    public boolean extendedLength() {
        return extended;
    }

    @Override
    public void close() {
        closed = true;
    }
}
