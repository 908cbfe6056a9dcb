package de.koblenz.kiosk.citizen.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.koblenz.kiosk.citizen.TestCitizens;
import de.koblenz.kiosk.citizen.TestTerminal;
import de.koblenz.kiosk.citizen.TestWorld;
import de.koblenz.kiosk.device.DeviceState;
import de.koblenz.kiosk.order.OrderProgress;
import de.koblenz.kiosk.service.catalog.LifeSituation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How a session begins and ends, and how a citizen finds a service.
class SessionReducerTest {
    private static final String GIVEN_NAMES = "question.bewohnerparkausweis.given-names";
    private static final String BIRTH_DATE = "question.bewohnerparkausweis.birth-date";

    private final TestTerminal terminal = TestTerminal.open();

    private String page() {
        return terminal.screen().key();
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

    // ---- begin and end

    @Test
    void theFirstTouchBeginsTheSessionAndIsCarriedOutAtOnce() {
        send(new SessionEvent.SituationChosen(LifeSituation.AUTO_PARKEN));
        assertEquals("situation.AUTO_PARKEN", page());
    }

    @Test
    void whatOnlyAPageOfASessionOffersBeginsNone() {
        for (SessionEvent late :
                List.of(
                        new SessionEvent.NextPressed(),
                        new SessionEvent.BackPressed(),
                        new SessionEvent.EndConfirmed(),
                        new SessionEvent.MoreTimePressed(),
                        new SessionEvent.CoverLifted(),
                        new SessionEvent.OverlayClosed(),
                        new SessionEvent.OverlayOpened(Overlay.Kind.END),
                        new SessionEvent.Entered("search", "Perso"),
                        new SessionEvent.ServiceStarted())) {
            send(late);
            assertEquals(Optional.empty(), terminal.state().session(), late::toString);
        }
        assertEquals(List.of(), terminal.effects());
    }

    @Test
    void twoTouchesOfFinishEndOneSessionAndBeginNone() {
        terminal.follow(TestCitizens.resident(), "order.running");
        terminal.fulfil();
        next();
        send(new SessionEvent.NextPressed());
        assertEquals(Optional.empty(), terminal.state().session());
        assertEquals(1, terminal.world().ended().size());
        assertEquals(Effect.Outcome.COMPLETED, terminal.world().ended().getFirst().outcome());
    }

    @Test
    void endAsksOnlyWhereThereIsSomethingToLose() {
        terminal.touch("tile.AUTO_PARKEN");
        terminal.touch("end");
        assertEquals(Optional.empty(), terminal.state().session());
        assertEquals(Effect.Outcome.LOOKED, terminal.world().ended().getLast().outcome());

        terminal.follow(TestCitizens.resident(), BIRTH_DATE);
        terminal.touch("end");
        assertEquals("end", page());
        back();
        assertEquals(BIRTH_DATE, page());
        terminal.touch("end");
        next();
        assertEquals(Optional.empty(), terminal.state().session());
        assertEquals(Effect.Outcome.ENDED, terminal.world().ended().getLast().outcome());
    }

    @ParameterizedTest
    @EnumSource(
            value = OrderProgress.Phase.class,
            names = {"SOLD_OUT", "PAYMENT_FAILED", "CANCELLED"})
    void endAsksAfterAnOrderThatFailedBecauseTheAnswersAreStillThere(OrderProgress.Phase phase) {
        terminal.follow(TestCitizens.swimmer(), "order.running");
        terminal.progress(phase);
        back();
        assertEquals("end", page());
        back();
        assertEquals(phase, terminal.guided().order().orElseThrow().phase());
    }

    @Test
    void anOrderThatMayBePaidIsLeftAtTheEnd() {
        terminal.follow(TestCitizens.swimmer(), "order.running");
        terminal.progress(OrderProgress.Phase.AWAITING_PAYMENT);
        terminal.touch("end");
        next();
        assertEquals(List.of(terminal.world().placed().getFirst().id()), terminal.world().left());
    }

    @Test
    void aClosedTerminalTakesNoTouches() {
        send(new SessionEvent.ServiceModeChanged(false, "CFG-BROKEN"));
        send(new SessionEvent.Touched());
        assertEquals(Optional.empty(), terminal.state().session());
        send(new SessionEvent.ServiceModeChanged(true, ""));
        assertEquals("start", page());
    }

    // ---- finding a service

    @Test
    void backLeadsTheWayThatTheCitizenCame() {
        terminal.touch("search");
        terminal.type("search", "Bewohnerpark");
        terminal.touch("service.bewohnerparkausweis");
        back();
        assertEquals("search", page());
        assertEquals("Bewohnerpark", ((Page.Search) terminal.session().page()).typed());
        back();
        assertEquals("start", page());
    }

    @Test
    void hitsOfAnOlderTextAreDropped() {
        terminal.touch("search");
        terminal.type("search", "Hund");
        Page before = terminal.session().page();
        send(new SessionEvent.HitsFound("Hun", List.of()));
        assertEquals(before, terminal.session().page());
    }

    @Test
    void aServiceOfTheFederalListSaysWhoIsResponsibleAndCannotBeStarted() {
        terminal.touch("search");
        terminal.type("search", "Abdrucke");
        terminal.touch("service.99046029000000");
        assertEquals("elsewhere", page());
        assertEquals(Optional.empty(), terminal.screen().next());
        Page shown = terminal.session().page();
        send(new SessionEvent.ServiceStarted());
        assertEquals(shown, terminal.session().page());
        back();
        assertEquals("search", page());
    }

    @Test
    void aTextThatNobodyTypesIsNotSearchedFor() {
        terminal.touch("search");
        send(new SessionEvent.Entered("search", "x".repeat(61)));
        assertEquals(List.of(), terminal.effects());
        assertEquals("", ((Page.Search) terminal.session().page()).typed());
    }

    @Test
    void aServiceWithoutJourneyCannotBeStarted() {
        send(new SessionEvent.ServiceChosen("kfz-abmelden"));
        send(new SessionEvent.ServiceStarted());
        assertEquals("service.kfz-abmelden", page());
        assertEquals(Optional.empty(), terminal.session().guided());
    }

    @ParameterizedTest
    @ValueSource(strings = {"out", "jammed", ""})
    void withoutPaperNothingIsStartedThatIsPrinted(String paper) {
        send(new SessionEvent.DeviceChanged(TestWorld.printer(DeviceState.ONLINE, paper)));
        send(new SessionEvent.ServiceChosen("bewohnerparkausweis"));
        assertEquals("PRN-NOT-READY", terminal.screen().alert().orElseThrow().code());
        send(new SessionEvent.ServiceStarted());
        assertEquals(Optional.empty(), terminal.session().guided());
    }

    @Test
    void anotherServiceBeginsWithoutTheAnswersOfTheFirst() {
        terminal.follow(TestCitizens.resident(), BIRTH_DATE);
        for (int i = 0; i < 6; i++) {
            back();
        }
        assertEquals("start", page());
        send(new SessionEvent.ServiceChosen("schwimmbad-ticket"));
        next();
        assertEquals("venue", page());
        assertEquals(Map.of(), terminal.guided().drafts());
    }

    @Test
    void theSameServiceGoesOnWithItsAnswers() {
        terminal.follow(TestCitizens.resident(), BIRTH_DATE);
        Map<String, String> typed = terminal.guided().drafts();
        back();
        back();
        back();
        back();
        assertEquals("service.bewohnerparkausweis", page());
        next();
        assertEquals("identity", page());
        next();
        assertEquals(GIVEN_NAMES, page());
        assertEquals(typed, terminal.guided().drafts());
    }
}
