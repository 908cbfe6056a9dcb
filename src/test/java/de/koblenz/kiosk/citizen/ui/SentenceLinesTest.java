package de.koblenz.kiosk.citizen.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.citizen.TestTerminal;
import de.koblenz.kiosk.citizen.session.Aid;
import de.koblenz.kiosk.citizen.session.SessionEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceLinesTest {
    @Test
    void eachSentenceStandsOnItsOwnLine() {
        assertEquals(
                "Ihre Antworten bleiben da.\nHaben Sie eine PIN?\nDann drücken Sie „Weiter“.\nEs geht weiter.",
                SentenceLines.of(
                        "Ihre Antworten bleiben da. Haben Sie eine PIN? Dann drücken Sie „Weiter“. Es geht weiter."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Dr. Erika Mustermann",
                "St. Goar",
                "Der erste richtige Tag ist der 3. Juni 2026",
                "Zum Beispiel: 2. Stock links",
                "Schwimm-Bad: 4,50 €"
            })
    void whatIsNoEndOfASentenceBreaksNoLine(String text) {
        assertEquals(text, SentenceLines.of(text));
    }

    private static String help(String language, Aid... aids) {
        TestTerminal terminal = TestTerminal.open();
        terminal.send(new SessionEvent.LanguageChosen(language));
        for (Aid aid : aids) {
            terminal.send(new SessionEvent.AidSwitched(aid));
        }
        terminal.touch("help");
        return assertInstanceOf(Screen.Message.class, terminal.screen().body())
                .paragraphs()
                .getFirst();
    }

    @Test
    void onlyLeichteSpracheIsSetSoAndOnlyWhereThereIsRoom() {
        assertTrue(help("de-simple").contains("Frage.\nRechts"));
        assertTrue(help("de-simple", Aid.LARGE_TEXT).contains("Frage.\nRechts"));
        assertFalse(help("de-simple", Aid.LARGE_TEXT, Aid.LOW_REACH).contains("\n"));
        assertFalse(help("de").contains("\n"));
        assertFalse(help("en").contains("\n"));
    }
}
