package de.koblenz.kiosk.citizen.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.citizen.FederalForms;
import de.koblenz.kiosk.citizen.TestTerminal;
import de.koblenz.kiosk.citizen.ui.Screen;
import de.koblenz.kiosk.service.catalog.Towns;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The town of a postcode, by what stands on the screen.
class TownProposalsTest {
    private static final String POSTCODE = "person.postcode";
    private static final String TOWN = "person.town";
    private static final String WORK_POSTCODE = "work.F60000000246";
    private static final String WORK_TOWN = "work.F60000000247";

    private final TestTerminal terminal = TestTerminal.open();

    @BeforeEach
    void opens() {
        terminal.send(new SessionEvent.ServiceChosen(FederalForms.ids().getLast()));
        terminal.send(new SessionEvent.ServiceStarted());
        turnTo("person-postcode");
    }

    private void turnTo(String page) {
        terminal.send(new SessionEvent.ChangePressed(Positions.of(page)));
    }

    private void type(String target, String text) {
        terminal.send(new SessionEvent.Entered(target, text));
    }

    private Screen.PartsEntry parts() {
        return assertInstanceOf(Screen.PartsEntry.class, terminal.screen().body());
    }

    private String town() {
        return parts().parts().get(1).value();
    }

    private List<String> offered() {
        return parts().offered().map(TownProposalsTest::names).orElse(List.of());
    }

    private static List<String> names(Screen.Choices choices) {
        return choices.choices().stream().map(choice -> choice.control().label()).toList();
    }

    @Test
    void theOnlyTownIsFilledInAndShownToBeConfirmedOrChanged() {
        type(POSTCODE, "56073");
        assertEquals("Koblenz", town());
        assertEquals(1, parts().focused());
        assertEquals(List.of(), offered());
        assertTrue(terminal.screen().hint().contains("Koblenz"), terminal.screen().hint());
        terminal.touch("next");
        assertEquals("Koblenz", terminal.guided().data().value(TOWN).orElse(""));
    }

    @Test
    void severalTownsAreOfferedToBeTouched() {
        type(POSTCODE, "56220");
        assertEquals("", town());
        assertEquals(
                List.of(
                        "Bassenheim",
                        "Kaltenengers",
                        "Kettig",
                        "St. Sebastian",
                        "Urmitz",
                        "Anderer Ort"),
                offered());
        terminal.touch("option.Kettig");
        assertEquals("Kettig", town());
        terminal.touch("next");
        assertEquals("Kettig", terminal.guided().data().value(TOWN).orElse(""));
    }

    @Test
    void anotherTownThanThoseIsTyped() {
        type(POSTCODE, "56220");
        terminal.touch("town.other");
        assertEquals(List.of(), offered());
        type(TOWN, "K");
        type(TOWN, "Kettig");
        // Also where it happens to be one of them, the keyboard stays.
        assertEquals(List.of(), offered());
        type(TOWN, "");
        assertEquals(List.of(), offered());
        type(TOWN, "Neudorf");
        terminal.touch("next");
        assertEquals("Neudorf", terminal.guided().data().value(TOWN).orElse(""));
        turnTo("person-postcode");
        assertEquals("Neudorf", town());
    }

    @Test
    void theEntryOfTheTownLeadsBackToThoseThatAreOffered() {
        type(POSTCODE, "56220");
        terminal.touch("town.other");
        terminal.send(new SessionEvent.PartFocused(TOWN, 1));
        assertFalse(offered().isEmpty());
    }

    @Test
    void whatIsNotKnownIsTyped() {
        type(POSTCODE, "99999");
        assertEquals("", town());
        assertEquals(0, parts().focused());
        assertEquals(List.of(), offered());
    }

    @Test
    void aTownThatWasFilledInGoesWithItsPostcode() {
        type(POSTCODE, "56073");
        type(POSTCODE, "5607");
        assertEquals("", town());
        type(POSTCODE, "53111");
        assertEquals("Bonn", town());
    }

    @Test
    void aTownThatWasTypedStays() {
        type(TOWN, "Neudorf");
        type(POSTCODE, "56073");
        assertEquals("Neudorf", town());
        type(TOWN, "Koblenz-Neudorf");
        type(POSTCODE, "5607");
        assertEquals("Koblenz-Neudorf", town());
    }

    @Test
    void aBlankBetweenTheDigitsIsForgiven() {
        type(POSTCODE, "56 073");
        assertEquals("Koblenz", town());
    }

    @Test
    void onAPageOfItsOwnTheTownStandsThereToo() {
        turnTo("work-F60000000246");
        type(WORK_POSTCODE, "53111");
        terminal.touch("next");
        turnTo("work-F60000000247");
        Screen.TextEntry entry = assertInstanceOf(Screen.TextEntry.class, terminal.screen().body());
        assertEquals("Bonn", entry.entry().value());
        assertTrue(terminal.screen().hint().contains("Bonn"), terminal.screen().hint());
    }

    @Test
    void onAPageOfItsOwnTownsAreRowsToo() {
        turnTo("work-F60000000246");
        type(WORK_POSTCODE, "56598");
        turnTo("work-F60000000247");
        Screen.Choices choices = assertInstanceOf(Screen.Choices.class, terminal.screen().body());
        assertEquals(List.of("Rheinbrohl", "Hammerstein", "Anderer Ort"), names(choices));
        terminal.touch("next");
        assertEquals(
                "FIELD-REQUIRED", terminal.guided().error().map(Guided.PageError::code).orElse(""));
        terminal.touch("option.Hammerstein");
        terminal.touch("next");
        assertEquals("Hammerstein", terminal.guided().data().value(WORK_TOWN).orElse(""));
    }

    /// Nobody's application says a town that belongs to a postcode of before.
    @Test
    void anotherPostcodeAsksForTheTownAgain() {
        turnTo("work-F60000000246");
        type(WORK_POSTCODE, "56073");
        terminal.touch("next");
        turnTo("work-F60000000247");
        terminal.touch("next");
        assertEquals("Koblenz", terminal.guided().data().value(WORK_TOWN).orElse(""));
        turnTo("work-F60000000246");
        type(WORK_POSTCODE, "53111");
        terminal.touch("next");
        assertEquals("", terminal.guided().data().value(WORK_TOWN).orElse(""));
        turnTo("work-F60000000247");
        terminal.touch("next");
        assertEquals("Bonn", terminal.guided().data().value(WORK_TOWN).orElse(""));
    }

    @Test
    void withoutAListEverythingIsTyped() {
        terminal.journeys().know(Towns.NONE);
        type(POSTCODE, "56073");
        assertEquals("", town());
    }

    @Test
    void whatIsNoneOfTheTownsCannotBeTouched() {
        type(POSTCODE, "56220");
        terminal.send(new SessionEvent.OptionChosen(TOWN, "Atlantis"));
        assertEquals("", town());
    }
}
