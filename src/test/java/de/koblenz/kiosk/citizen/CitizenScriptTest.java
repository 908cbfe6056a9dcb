package de.koblenz.kiosk.citizen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import de.koblenz.kiosk.citizen.session.SessionEvent;
import org.junit.jupiter.api.Test;

/// The ways that go well are in the tests of the whole journeys.
class CitizenScriptTest {
    private final TestTerminal terminal = TestTerminal.open();

    @Test
    void heSaysWhereHisScriptEnds() {
        CitizenScript citizen =
                CitizenScript.byTile("bewohnerparkausweis", "AUTO_PARKEN")
                        .chooses("identity", "identity.HAND");
        IllegalStateException lost =
                assertThrows(IllegalStateException.class, () -> terminal.follow(citizen));
        assertEquals(
                "the script does not say how to go on at"
                        + " Screen[question.bewohnerparkausweis.given-names]",
                lost.getMessage());
    }

    @Test
    void heLeavesWhereHisServiceCannotBeStarted() {
        CitizenScript citizen = CitizenScript.bySearch("kfz-abmelden", "Auto abmelden");
        assertEquals(new CitizenScript.Act.Leave(), terminal.follow(citizen));
        assertEquals("service.kfz-abmelden", terminal.screen().key());
    }

    @Test
    void heComesBackFromAPageThatSomebodyElseOpened() {
        terminal.send(new SessionEvent.Touched());
        terminal.touch("language");
        terminal.follow(TestCitizens.swimmer(), "venue");
    }

    @Test
    void whatHeTypesIsNotInTheWordsForLogs() {
        assertFalse(
                new CitizenScript.Act.Type("applicant.givenNames", "Erika")
                        .toString()
                        .contains("Erika"));
    }
}
