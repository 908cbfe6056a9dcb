package de.koblenz.kiosk.citizen.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.citizen.ScreenParts;
import de.koblenz.kiosk.citizen.TestCard;
import de.koblenz.kiosk.citizen.TestCitizens;
import de.koblenz.kiosk.citizen.TestTerminal;
import de.koblenz.kiosk.citizen.TestWorld;
import de.koblenz.kiosk.citizen.session.StaffVisit.Part;
import de.koblenz.kiosk.eid.PinGoal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Staff at the terminal, as the pure core sees them.
class StaffReducerTest {
    private final TestTerminal terminal = TestTerminal.open();

    private void help() {
        terminal.send(new SessionEvent.OverlayOpened(Overlay.Kind.HELP));
    }

    private void inside() {
        help();
        terminal.staff(8);
    }

    private String page() {
        return terminal.screen().key();
    }

    private List<StaffRequest> requests() {
        return terminal.effects().stream()
                .filter(Effect.Staff.class::isInstance)
                .map(effect -> ((Effect.Staff) effect).request())
                .toList();
    }

    private void answer(StaffEvent event) {
        terminal.send(new SessionEvent.StaffAnswered(terminal.session().id(), event));
    }

    @Test
    void theRightCodeLeadsIn() {
        inside();
        assertEquals("staff.menu", page());
    }

    @Test
    void withoutACodeNobodyComesIn() {
        help();
        terminal.touch("staff");
        for (SessionEvent event :
                List.of(
                        new SessionEvent.Staff(new StaffEvent.PartChosen(Part.MENU)),
                        new SessionEvent.Staff(new StaffEvent.TestAsked()),
                        new SessionEvent.Staff(new StaffEvent.JobChosen("job-2")),
                        new SessionEvent.Staff(new StaffEvent.Resolved(true)),
                        new SessionEvent.Staff(new StaffEvent.Admitted(TestWorld.board())),
                        new SessionEvent.StaffAnswered(
                                terminal.session().id(),
                                new StaffEvent.Admitted(TestWorld.board())))) {
            terminal.send(event);
            assertEquals("staff.code", page(), event.toString());
        }
        assertEquals(List.of(new StaffRequest.OpenPad()), requests());
    }

    @Test
    void theAnswerToTheCodeOfAFormerSessionLetsNobodyIn() {
        help();
        terminal.world().silent(true);
        terminal.staff(8);
        String former = terminal.session().id();
        terminal.touch("end");
        help();
        terminal.staff(8);
        assertEquals("staff.checking", page());
        terminal.send(
                new SessionEvent.StaffAnswered(former, new StaffEvent.Admitted(TestWorld.board())));
        assertEquals("staff.checking", page());
    }

    @Test
    void aWrongCodeIsSaidAndTheNextHasToWait() {
        terminal.world().staff(new StaffEvent.Refused(terminal.steady().plusSeconds(30)), "");
        inside();
        assertEquals("staff.code", page());
        assertTrue(terminal.screen().alert().isPresent());
        terminal.code(8);
        assertEquals(
                1, requests().stream().filter(StaffRequest.CheckCode.class::isInstance).count());
        terminal.pass(Duration.ofSeconds(31));
        terminal.code(8);
        assertEquals(
                2, requests().stream().filter(StaffRequest.CheckCode.class::isInstance).count());
    }

    @Test
    void staffAreForgottenByThemselves() {
        inside();
        terminal.pass(Duration.ofSeconds(91));
        assertEquals(Optional.empty(), terminal.state().session());
        assertEquals(new StaffRequest.ClosePad(), requests().getLast());
    }

    @Test
    void theCitizenIsFoundAsHeWasLeft() {
        terminal.follow(TestCitizens.resident(), "question.bewohnerparkausweis.birth-date");
        Guided before = terminal.guided();
        inside();
        assertEquals("staff.menu", page());
        terminal.touch("back");
        assertEquals("question.bewohnerparkausweis.birth-date", page());
        assertEquals(before, terminal.guided());
        inside();
        terminal.pass(Duration.ofSeconds(91));
        assertEquals("question.bewohnerparkausweis.birth-date", page());
    }

    @Test
    void whatCouldNotBeLoadedIsAskedForAgainWhenStaffHaveGone() {
        terminal.world().booking(false);
        terminal.send(new SessionEvent.ServiceChosen("schwimmbad-ticket"));
        terminal.touch("next");
        inside();
        terminal.touch("back");
        assertEquals("BOOK-OFFLINE", terminal.session().alert(), "with the way to try again");
        inside();
        terminal.world().booking(true);
        terminal.pass(Duration.ofSeconds(91));
        assertEquals("venue", page());
        assertEquals("", terminal.session().alert());
    }

    @Test
    void anOrderThatIsRefusedMeanwhileIsFoundSoWhenStaffHaveGone() {
        terminal.follow(TestCitizens.resident(), "check");
        terminal.world().silent(true);
        terminal.touch("next");
        terminal.world().silent(false);
        inside();
        terminal.send(
                new SessionEvent.OrderRefused(
                        terminal.guided().order().orElseThrow().id(), "ORD-DISK-FULL"));
        assertEquals("staff.menu", page());
        terminal.touch("back");
        assertEquals("check", page());
        assertEquals("ORD-DISK-FULL", terminal.session().alert());
    }

    @Test
    void noAnswerOfACitizenIsOnAnyPageForStaff() {
        terminal.follow(TestCitizens.resident(), "check");
        inside();
        for (String part : List.of("staff.DEVICES", "staff.JOBS", "staff.KEPT")) {
            terminal.touch(part);
            for (String text : ScreenParts.texts(terminal.screen())) {
                assertFalse(text.contains("Erika") || text.contains("Mustermann"), text);
            }
            terminal.touch("back");
        }
    }

    @Test
    void staffComeInAlsoWhereAnOperatorHasClosedTheTerminal() {
        terminal.send(new SessionEvent.ServiceModeChanged(false, ""));
        assertEquals("out-of-service", page());
        terminal.staff(8);
        assertEquals("staff.menu", page());
        terminal.touch("staff.test");
        assertEquals(new StaffRequest.PrintTest(), requests().getLast());
        terminal.touch("back");
        assertEquals("out-of-service", page());
        assertEquals(Optional.empty(), terminal.state().session());
    }

    @Test
    void aTerminalThatCouldNotOpenShowsItsCodeAndNoDoorToNothing() {
        terminal.send(new SessionEvent.ServiceModeChanged(false, "STORE-OPEN"));
        assertTrue(ScreenParts.texts(terminal.screen()).toString().contains("STORE-OPEN"));
        assertEquals(Optional.empty(), ScreenParts.control(terminal.screen(), "staff"));
        terminal.send(new SessionEvent.Staff(new StaffEvent.Asked()));
        assertEquals(Optional.empty(), terminal.state().session());
    }

    @Test
    void outOfServiceNobodyElseIsServed() {
        terminal.send(new SessionEvent.ServiceModeChanged(false, ""));
        terminal.send(new SessionEvent.Touched());
        terminal.send(new SessionEvent.ServiceChosen("schwimmbad-ticket"));
        assertEquals(Optional.empty(), terminal.state().session());
    }

    @Test
    void aKeptPaperIsPrintedForAReason() {
        inside();
        terminal.touch("staff.KEPT");
        terminal.touch("job.job-2");
        terminal.touch("staff.REASON");
        terminal.touch("reason.PAPER_JAM");
        assertEquals(
                new StaffRequest.Reprint("job-2", ReprintReason.PAPER_JAM), requests().getLast());
        assertEquals("staff.job", page());
    }

    @Test
    void onlyAPaperOfUnknownFateIsResolved() {
        inside();
        terminal.touch("staff.JOBS");
        terminal.touch("job.job-0");
        terminal.send(new SessionEvent.Staff(new StaffEvent.Resolved(true)));
        assertFalse(requests().stream().anyMatch(StaffRequest.Resolve.class::isInstance));
        terminal.touch("back");
        terminal.touch("job.job-2");
        terminal.touch("staff.didNot");
        assertEquals(new StaffRequest.Resolve("job-2", false), requests().getLast());
    }

    @Test
    void whoGoesOnWhileAPaperIsPrintedIsNotFetchedBack() {
        inside();
        terminal.world().silent(true);
        terminal.touch("staff.test");
        assertEquals("staff.working", page());
        terminal.touch("back");
        terminal.touch("staff.JOBS");
        answer(new StaffEvent.Done("", StaffBoard.EMPTY));
        assertEquals("staff.jobs", page());
        assertTrue(ScreenParts.control(terminal.screen(), "job.job-0").isEmpty(), "a new list");
    }

    @Test
    void whatACitizenBeganToTypeForACardIsGoneWhenStaffCome() {
        terminal.send(new SessionEvent.PinServiceChosen());
        terminal.touch("pin." + PinGoal.CHANGE);
        CardVisit visit = terminal.session().card().orElseThrow();
        terminal.send(
                new SessionEvent.CardMoved(
                        visit.id(),
                        TestCard.steps(visit.errand()).stream()
                                .filter(step -> step.entry().isPresent())
                                .findFirst()
                                .orElseThrow()));
        terminal.send(new SessionEvent.DigitsCounted(visit.id(), 3));

        help();
        terminal.touch("staff");

        assertTrue(terminal.effects().contains(new Effect.WipeEntry(visit.id())));
        assertEquals(0, terminal.session().card().orElseThrow().digits());
    }
}
