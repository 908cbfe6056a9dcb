package de.koblenz.kiosk.citizen.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.citizen.TestCitizens;
import de.koblenz.kiosk.citizen.TestTerminal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Pools, times and tickets, and a booking service that cannot be reached.
class PlacesTest {
    private final TestTerminal terminal = TestTerminal.open();

    private String page() {
        return terminal.screen().key();
    }

    private String error() {
        return terminal.guided().error().map(Guided.PageError::code).orElse("");
    }

    private void send(SessionEvent event) {
        terminal.send(event);
    }

    private void back() {
        terminal.touch("back");
    }

    private void next() {
        terminal.touch("next");
    }

    @Test
    void anotherPoolHasOtherTimesAndTickets() {
        terminal.follow(TestCitizens.swimmer(), "check");
        send(new SessionEvent.ChangePressed("venue"));
        terminal.touch("venue.moselbad");
        assertEquals("", terminal.guided().places().slotId());
        assertEquals(Map.of(), terminal.guided().places().counts());
        next();
        assertEquals("slot", page());
        next();
        assertEquals("BOOK-CHOOSE", error());
    }

    @Test
    void aPoolThatAsksForContactDataMakesTheQuestionsCome() {
        terminal.follow(TestCitizens.swimmer(), "check");
        send(new SessionEvent.ChangePressed("venue"));
        terminal.touch("venue.karthause");
        next();
        terminal.touch("slot.karthause-4-9");
        next();
        terminal.touch("more.adult");
        next();
        assertEquals("question.schwimmbad-ticket.contact-name", page());
    }

    @Test
    void slotsOfAnotherPoolOrSessionAreDropped() {
        terminal.follow(TestCitizens.swimmer(), "slot");
        Guided before = terminal.guided();
        String session = terminal.session().id();
        send(new SessionEvent.SlotsLoaded(session, "moselbad", List.of()));
        send(new SessionEvent.SlotsLoaded("another", "oberwerth", List.of()));
        send(new SessionEvent.VenuesLoaded("another", List.of()));
        send(new SessionEvent.LoadFailed("another", "BOOK-OFFLINE"));
        assertEquals(before, terminal.guided());
        assertEquals("", terminal.session().alert());
    }

    @Test
    void aTouchOfWhatIsSoldOutExplainsItAndKeepsTheChoice() {
        terminal.follow(TestCitizens.swimmerWithContact(), "slot");
        terminal.touch("slot.karthause-4-9");
        terminal.touch("slot.karthause-4-14");
        assertEquals("BOOK-SOLD-OUT", error());
        assertEquals("karthause-4-9", terminal.guided().places().slotId());
    }

    @Test
    void noMoreTicketsThanTheSlotHasPlaces() {
        terminal.follow(TestCitizens.swimmer(), "slot");
        terminal.touch("more");
        terminal.touch("slot.oberwerth-5-14");
        next();
        for (int i = 0; i < 5; i++) {
            terminal.touch("more.adult");
        }
        assertEquals("BOOK-TOO-MANY", error());
        assertEquals(3, terminal.guided().places().taken());
        terminal.touch("less.adult");
        assertEquals("", error());
        send(new SessionEvent.Counted("adult", 7));
        send(new SessionEvent.Counted("nobody", 1));
        assertEquals(2, terminal.guided().places().taken());
    }

    @Test
    void fewerThanNoTicketsCannotBeTaken() {
        terminal.follow(TestCitizens.swimmer(), "tariffs");
        terminal.touch("less.adult");
        assertEquals(Map.of(), terminal.guided().places().counts());
    }

    @Test
    void timesAreThoseOfTheOffice() {
        terminal.follow(TestCitizens.swimmer(), "slot");
        assertTrue(
                terminal.screen().body().toString().contains("09:00–13:00"),
                "the booking service said 07:00Z");
    }

    @Test
    void whatCannotBeLoadedCanBeTriedAgain() {
        terminal.world().booking(false);
        send(new SessionEvent.ServiceChosen("schwimmbad-ticket"));
        next();
        assertEquals("BOOK-OFFLINE", terminal.session().alert());
        assertEquals("venue.loading", page());
        terminal.world().booking(true);
        next();
        assertEquals("venue", page());
        assertEquals("", terminal.session().alert());
    }

    @Test
    void whileItLoadsThereIsNothingToGoOnWith() {
        terminal.world().silent(true);
        send(new SessionEvent.ServiceChosen("schwimmbad-ticket"));
        next();
        assertEquals(Optional.empty(), terminal.screen().next());
        send(new SessionEvent.NextPressed());
        assertEquals(1, terminal.effects().size());
        assertEquals("", error());
    }

    @Test
    void knownPoolsStayWhenTheyCannotBeAskedForAgain() {
        terminal.follow(TestCitizens.swimmer(), "slot");
        terminal.world().booking(false);
        back();
        assertEquals("venue", page());
        assertEquals("oberwerth", terminal.guided().places().venue().orElseThrow().id());
        assertEquals("", terminal.session().alert());
    }
}
