package de.koblenz.kiosk.citizen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.citizen.ui.KioskGeometry;
import de.koblenz.kiosk.citizen.ui.Screen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A date of birth that is typed in three fields on one page, in a package of the city.
class BirthDatePageTest {
    private static final String PAGE = "question.hund-anmelden.F60000000231";
    private static final String DATE = "G99011000001.G60000000083.F600000002";

    private final TestTerminal terminal = CityServices.terminal(KioskGeometry.PORTRAIT);

    @BeforeEach
    void goToTheDate() {
        terminal.send(new SessionEvent.ServiceChosen("hund-anmelden"));
        for (int i = 0; i < 20 && !terminal.screen().key().equals(PAGE); i++) {
            switch (terminal.screen().body()) {
                case Screen.TextEntry(Screen.Entry entry) -> terminal.type(entry.target(), "Erika");
                case Screen.Choices _ when terminal.screen().key().equals("identity") ->
                        terminal.touch("identity.HAND");
                default -> {}
            }
            terminal.touch("next");
        }
    }

    private String typed(String day, String month, String year) {
        terminal.type(DATE + "31", day);
        terminal.type(DATE + "32", month);
        terminal.type(DATE + "33", year);
        terminal.touch("next");
        return terminal.guided().error().map(error -> error.code()).orElse("");
    }

    @Test
    void itIsCheckedWhereItIsTyped() {
        assertEquals("FIELD-DATE", typed("31", "2", "1990"));
        assertEquals(
                "Diesen Tag gibt es nicht. Bitte prüfen Sie Tag, Monat und Jahr.",
                terminal.screen().alert().orElseThrow().text());
        assertEquals("FIELD-FUTURE", typed("4", "6", "2026"));
        assertEquals(PAGE, terminal.screen().key());
        assertEquals("", typed("3", "6", "2026"));
        assertNotEquals(PAGE, terminal.screen().key());
    }

    /// The day that is typed goes with the month that is typed, not with the one that was accepted before.
    @Test
    void allThreeCanBeCorrectedAtOnce() {
        assertEquals("", typed("28", "2", "1990"));
        terminal.touch("back");
        assertEquals(PAGE, terminal.screen().key());
        assertEquals("", typed("31", "1", "1990"));
    }
}
