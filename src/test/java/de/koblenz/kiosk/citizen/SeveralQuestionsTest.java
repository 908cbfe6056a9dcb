package de.koblenz.kiosk.citizen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.citizen.session.Aid;
import de.koblenz.kiosk.citizen.session.Positions;
import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.citizen.session.SessionState;
import de.koblenz.kiosk.citizen.ui.KioskGeometry;
import de.koblenz.kiosk.citizen.ui.Screen;
import de.koblenz.kiosk.service.form.QuestionPage;
import de.koblenz.kiosk.service.journey.Journey;
import de.koblenz.kiosk.service.journey.JourneyTexts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Pages that ask several questions: what they are called, and where their hints stand.
class SeveralQuestionsTest {
    private final TestTerminal terminal = CityServices.terminal(KioskGeometry.PORTRAIT);

    private Screen page(String language, String key) {
        if (terminal.state().session().flatMap(SessionState::guided).isEmpty()) {
            terminal.send(new SessionEvent.Touched());
            terminal.send(new SessionEvent.ServiceChosen("hund-anmelden"));
            terminal.send(new SessionEvent.ServiceStarted());
            terminal.touch("identity.HAND");
            terminal.touch("next");
        }
        terminal.send(new SessionEvent.LanguageChosen(language));
        terminal.send(new SessionEvent.ChangePressed(Positions.of(key)));
        return terminal.screen();
    }

    private List<String> hints() {
        return assertInstanceOf(Screen.PartsEntry.class, terminal.screen().body()).parts().stream()
                .map(Screen.Entry::hint)
                .toList();
    }

    @Test
    void aPageIsCalledByAllThatItAsks() {
        String title = page("de", "F60000000246").title();
        assertTrue(title.contains("Postleitzahl") && title.contains("Ort"), title);
        assertEquals("Ihre Anschrift", terminal.screen().section());
    }

    @Test
    void aPageThatAsksAllOfAGroupIsCalledAsTheGroup() {
        assertEquals("Wann sind Sie geboren?", page("de", "F60000000231").title());
    }

    /// In no shipped service a page of several questions bears the name of one.
    @Test
    void noPageIsCalledByOneOfItsQuestions() {
        Map<String, Journey> journeys = new HashMap<>(ShippedKiosk.CONFIG.journeys());
        CityServices.PACKAGES.forEach(
                (id, pack) -> pack.journey().ifPresent(journey -> journeys.put(id, journey)));
        int several = 0;
        for (Journey journey : journeys.values()) {
            JourneyTexts keys = new JourneyTexts(journey);
            for (QuestionPage page : journey.questionnaire().pages()) {
                if (!keys.severalAsked(page)) {
                    continue;
                }
                several++;
                for (String tag : CityServices.LOCALES.tags()) {
                    var texts = CityServices.LOCALES.texts(tag);
                    if (texts.has(keys.title(page))) {
                        String title = texts.of(keys.title(page));
                        assertNotEquals(texts.of(keys.label(page.fields().getFirst())), title);
                        assertTrue(
                                !title.contains("Postleitzahl") || title.contains("Ort"),
                                journey.serviceId() + ": " + title);
                    }
                }
            }
        }
        assertTrue(several > 40, "pages: " + several);
    }

    @Test
    void eachQuestionHasItsHintAtItsField() {
        Screen page = page("de", "F60000000243");
        assertEquals(
                List.of("Ihre Wohnung in Koblenz, mit Hausnummer.", "Zum Beispiel 7 oder 12a."),
                hints());
        assertEquals("", page.hint());
        page = page("de", "F60000000231");
        assertEquals(List.of("Zum Beispiel 3.", "", "Mit vier Ziffern."), hints());
        assertEquals("Was Sie nicht wissen, lassen Sie leer.", page.hint());
    }

    /// In low reach the keyboard needs the room below the fields.
    @Test
    void hintsWithoutRoomStandBelowTheTitleWithTheNamesOfTheirFields() {
        page("de", "F60000000243");
        terminal.send(new SessionEvent.AidSwitched(Aid.LOW_REACH));
        assertEquals(List.of("", ""), hints());
        assertEquals(
                "Straße: Ihre Wohnung in Koblenz, mit Hausnummer. Hausnummer: Zum Beispiel 7 oder 12a.",
                terminal.screen().hint());
    }
}
