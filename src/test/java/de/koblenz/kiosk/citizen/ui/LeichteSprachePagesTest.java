package de.koblenz.kiosk.citizen.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.citizen.CityServices;
import de.koblenz.kiosk.citizen.ScreenParts;
import de.koblenz.kiosk.citizen.ShippedKiosk;
import de.koblenz.kiosk.citizen.TestTerminal;
import de.koblenz.kiosk.citizen.session.Aid;
import de.koblenz.kiosk.citizen.session.Overlay;
import de.koblenz.kiosk.citizen.session.SessionEvent;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// How citizens come to Leichte Sprache and back, and where they are told that there is none.
class LeichteSprachePagesTest {
    private static final String SIMPLE = "de-simple";

    private final TestTerminal terminal = CityServices.terminal(KioskGeometry.PORTRAIT);

    private String alert() {
        return terminal.screen().alert().map(Screen.Alert::text).orElse("").replace('\n', ' ');
    }

    private void look(String service, String language) {
        terminal.send(new SessionEvent.ServiceChosen(service));
        terminal.send(new SessionEvent.LanguageChosen(language));
    }

    @Test
    void itStandsBesideTheLanguagesByItsOwnName() {
        terminal.touch("tile.HUND_STEUERN");
        terminal.touch("language");
        assertEquals(
                List.of("Deutsch", "Leichte Sprache", "English"),
                assertInstanceOf(Screen.Languages.class, terminal.screen().body())
                        .languages()
                        .stream()
                        .map(choice -> choice.control().label())
                        .toList());
        terminal.touch("language.de-simple");
        assertEquals("situation.HUND_STEUERN", terminal.screen().key());
        assertEquals("Hund und Steuern", terminal.screen().title());
        assertEquals(SIMPLE, terminal.screen().look().language());
        assertFalse(terminal.screen().look().rightToLeft());
    }

    @Test
    void itIsASwitchAmongTheAidsThatStayOpen() {
        terminal.touch("tile.HUND_STEUERN");
        terminal.touch("aids");
        terminal.touch("aid.simple");
        assertEquals(SIMPLE, terminal.session().language());
        assertEquals(Overlay.Kind.AIDS, terminal.session().overlay().kind());
        assertTrue(
                assertInstanceOf(Screen.Switches.class, terminal.screen().body())
                        .switches()
                        .getFirst()
                        .on());
        terminal.touch("aid." + Aid.LARGE_TEXT);
        terminal.touch("aid.simple");
        assertEquals("de", terminal.session().language());
        assertEquals(Set.of(Aid.LARGE_TEXT), terminal.session().aids());
    }

    @Test
    void switchingAllAidsOffSwitchesItOff() {
        terminal.touch("tile.HUND_STEUERN");
        terminal.touch("aids");
        terminal.touch("aid.simple");
        terminal.touch("aids.reset");
        assertEquals("de", terminal.session().language());
        assertEquals("Bedienhilfen", terminal.screen().title());
    }

    @Test
    void switchingAllAidsOffLeavesAnotherLanguage() {
        terminal.send(new SessionEvent.LanguageChosen("en"));
        terminal.touch("aids");
        assertTrue(ScreenParts.control(terminal.screen(), "aid.simple").isEmpty());
        terminal.touch("aids.reset");
        assertEquals("en", terminal.session().language());
    }

    @Test
    void aServiceWithoutItSaysSoBeforeItStarts() {
        look("musikschule", SIMPLE);
        assertEquals(ShippedKiosk.CONFIG.simple().of("service.german"), alert());
        assertTrue(terminal.screen().next().isPresent());
        terminal.send(new SessionEvent.LanguageChosen("de"));
        assertEquals("", alert());
        terminal.send(new SessionEvent.LanguageChosen("en"));
        assertEquals("", alert());
    }

    @Test
    void aServiceThatSpeaksItHasNothingToSay() {
        for (String service : List.of("hund-anmelden", "kita-platz", "briefwahl")) {
            look(service, SIMPLE);
            assertEquals("", alert(), service);
        }
    }

    /// A description in the usual German is no Leichte Sprache.
    @Test
    void aLongDescriptionSaysThatItIsDifficult() {
        look("hund-anmelden", SIMPLE);
        terminal.touch("more");
        assertTrue(
                ScreenParts.texts(terminal.screen())
                        .contains(ShippedKiosk.CONFIG.simple().of("description.german")));
    }
}
