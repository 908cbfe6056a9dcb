package de.koblenz.kiosk.citizen.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.citizen.TestCard;
import de.koblenz.kiosk.citizen.TestCitizens;
import de.koblenz.kiosk.citizen.TestTerminal;
import de.koblenz.kiosk.device.DeviceState;
import de.koblenz.kiosk.eid.PinGoal;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// When the terminal asks and gives up while digits are to be typed that nobody may know, and how long it calls for a card:
/// the table of the ux metrics.
class EntryTimeoutsTest {
    private final TestTerminal terminal = TestTerminal.open();

    private Overlay.Kind overlay() {
        return terminal.session().overlay().kind();
    }

    private void seconds(int seconds) {
        terminal.pass(Duration.ofSeconds(seconds));
    }

    /// The card asks for digits.
    private CardVisit asked() {
        CardVisit visit = terminal.session().card().orElseThrow();
        terminal.send(
                new SessionEvent.CardMoved(
                        visit.id(),
                        TestCard.steps(visit.errand()).stream()
                                .filter(step -> step.entry().isPresent())
                                .findFirst()
                                .orElseThrow()));
        return visit;
    }

    private CardVisit ofTheForm() {
        terminal.follow(TestCitizens.resident(), "identity");
        terminal.touch("identity.CARD");
        terminal.touch("next");
        return asked();
    }

    private CardVisit ofThePinService() {
        terminal.send(new SessionEvent.PinServiceChosen());
        terminal.touch("pin." + PinGoal.CHANGE);
        return asked();
    }

    @Test
    void whoTypesNothingIsAskedAfter60SecondsAndThenTheCardIsGivenUpAndTheFormKept() {
        CardVisit visit = ofTheForm();
        Guided before = terminal.guided();
        seconds(59);
        assertEquals(Overlay.Kind.NONE, overlay());
        seconds(1);
        assertEquals(Overlay.Kind.TIMEOUT, overlay());
        seconds(19);
        assertEquals(Overlay.Kind.TIMEOUT, overlay());
        seconds(1);
        assertEquals("identity", terminal.screen().key());
        assertEquals(Optional.empty(), terminal.session().card());
        assertTrue(terminal.effects().contains(new Effect.CloseCard(visit.id())));
        assertEquals(before, terminal.guided());
        seconds(39);
        assertEquals(Overlay.Kind.NONE, overlay());
        seconds(1);
        assertEquals(Overlay.Kind.TIMEOUT, overlay(), "the form has its own time");
        seconds(30);
        assertEquals(Optional.empty(), terminal.state().session());
    }

    @Test
    void whoTypesNoPinInThePinServiceIsSoonForgotten() {
        ofThePinService();
        seconds(80);
        assertEquals("pin-service", terminal.screen().key());
        seconds(1);
        assertEquals(Overlay.Kind.TIMEOUT, overlay());
        seconds(30);
        assertEquals(Optional.empty(), terminal.state().session());
    }

    @Test
    void eachDigitBeginsTheTimeAnewAndErasingThemDoesNot() {
        CardVisit visit = ofThePinService();
        for (int digits = 1; digits <= 5; digits++) {
            seconds(59);
            terminal.send(new SessionEvent.DigitsCounted(visit.id(), digits));
        }
        seconds(59);
        assertEquals(Overlay.Kind.NONE, overlay());
        terminal.send(new SessionEvent.DigitsCounted(visit.id(), 0));
        terminal.send(new SessionEvent.DigitsCounted("another", 3));
        seconds(1);
        assertEquals(Overlay.Kind.TIMEOUT, overlay());
    }

    @Test
    void withMoreTimeItAsksAfter240SecondsAndGivesUpAfter60More() {
        ofTheForm();
        terminal.send(new SessionEvent.AidSwitched(Aid.MORE_TIME));
        seconds(239);
        assertEquals(Overlay.Kind.NONE, overlay());
        seconds(60);
        assertEquals(Overlay.Kind.TIMEOUT, overlay());
        seconds(1);
        assertEquals("identity", terminal.screen().key());
    }

    @Test
    void eachDigitOfTheStaffCodeIsATouch() {
        terminal.send(new SessionEvent.OverlayOpened(Overlay.Kind.HELP));
        terminal.touch("staff");
        for (int digits = 1; digits <= 3; digits++) {
            seconds(50);
            terminal.send(
                    new SessionEvent.StaffAnswered(
                            terminal.session().id(), new StaffEvent.DigitsCounted(digits)));
        }
        seconds(59);
        assertEquals("staff.code", terminal.screen().key());
        seconds(31);
        assertEquals(Optional.empty(), terminal.state().session());
    }

    @Test
    void aCardThatIsLeftBehindIsCalledForEveryFiveSecondsForAMinute() {
        terminal.touch("tile.AUTO_PARKEN");
        terminal.send(new SessionEvent.DeviceChanged(TestCard.reader(DeviceState.ONLINE, true)));
        terminal.touch("end");
        seconds(1);
        assertEquals(1, calls());
        seconds(5);
        assertEquals(2, calls());
        seconds(54);
        assertEquals(12, calls());
        seconds(300);
        assertEquals(12, calls());
        assertTrue(terminal.state().cardLeft().orElseThrow().forStaff(terminal.steady()));
    }

    private long calls() {
        return terminal.effects().stream().filter(Effect.CallForCard.class::isInstance).count();
    }
}
