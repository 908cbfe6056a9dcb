package de.koblenz.kiosk.citizen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.citizen.session.Overlay;
import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.device.sim.card.KeypadReader;
import de.koblenz.kiosk.device.sim.card.Personas;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Citizens at a reader with keys of its own, through the real card desk, driver and protocols.
class KeypadJourneysTest {
    private final LiveCard live = new LiveCard();

    @AfterEach
    void close() {
        live.close();
    }

    /// From the question on only the reader itself spoke with the card.
    private static void assertNothingAfterQuestion(KeypadReader keypad) {
        List<byte[]> heard = keypad.heard();
        int question = heard.size() - 1;
        while (heard.get(question).length < 4 || heard.get(question)[0] != 2) {
            question--;
        }
        // What is shorter than a command is a question to the reader alone.
        assertTrue(heard.stream().skip(question + 1).noneMatch(command -> command.length >= 4));
    }

    @Test
    void whoTypesAtTheReaderIsRead() {
        live.identifies();
        KeypadReader keypad = live.laysAtKeypad(Personas.ORDINARY);
        live.sees("card.keypad.PIN");
        keypad.typing(Personas.USUAL.pin());
        live.sees("card.read");
    }

    @Test
    void whoGoesBackIsAskedToPressTheRedKeyAndIsBackOnceItIsPressed() {
        live.identifies();
        KeypadReader keypad = live.laysAtKeypad(Personas.ORDINARY);
        live.sees("card.keypad.PIN");
        keypad.awaitQuestion();
        live.terminal.touch("back");
        live.sees("card.keypad.givenUp");
        keypad.typing(KeypadReader.RED_KEY);
        live.sees("identity");
        assertNothingAfterQuestion(keypad);
    }

    @Test
    void aPinTypedAfterGoingBackIsNotUsed() {
        live.identifies();
        KeypadReader keypad = live.laysAtKeypad(Personas.ORDINARY);
        live.sees("card.keypad.PIN");
        keypad.awaitQuestion();
        live.terminal.touch("back");
        live.sees("card.keypad.givenUp");
        keypad.typing(Personas.USUAL.pin());
        live.sees("identity");
        assertNothingAfterQuestion(keypad);
    }

    @Test
    void aPinTypedAfterTheSessionsEndIsNotUsed() {
        live.identifies();
        KeypadReader keypad = live.laysAtKeypad(Personas.ORDINARY);
        live.sees("card.keypad.PIN");
        keypad.awaitQuestion();
        live.terminal.send(new SessionEvent.OverlayOpened(Overlay.Kind.END));
        live.terminal.touch("next");
        assertTrue(live.terminal.state().session().isEmpty());
        keypad.typing(Personas.USUAL.pin());
        live.sees("card-left");
        live.reader.take();
        live.sees("start");
        // The desk is free again, and the card has lost no try.
        live.manages("LOOK");
        live.lays(Personas.ORDINARY);
        live.sees("card.state.THREE_TRIES");
        assertNothingAfterQuestion(keypad);
    }

    @Test
    void whoDoesNotWaitForTheReaderLeavesAtOnce() {
        live.identifies();
        KeypadReader keypad = live.laysAtKeypad(Personas.ORDINARY);
        live.sees("card.keypad.PIN");
        keypad.awaitQuestion();
        live.terminal.touch("back");
        live.terminal.touch("back");
        assertEquals("identity", live.terminal.screen().key());
        keypad.typing(KeypadReader.NOTHING);
        live.terminal.touch("identity.CARD");
        live.terminal.touch("next");
        live.sees("card.consent");
        assertNothingAfterQuestion(keypad);
    }

    /// A wrong PUK costs nothing, the right one is not used to unblock.
    @Test
    void aPukTypedAfterGoingBackUnblocksNothing() {
        live.manages("UNBLOCK");
        KeypadReader keypad = live.laysAtKeypad(Personas.BLOCKED);
        live.sees("card.keypad.PUK");
        keypad.awaitQuestion();
        live.terminal.touch("back");
        live.sees("card.keypad.givenUp");
        keypad.typing(Personas.USUAL.puk());
        live.sees("pin-service");
        live.terminal.touch("pin.LOOK");
        live.sees("card.state.BLOCKED");
    }
}
