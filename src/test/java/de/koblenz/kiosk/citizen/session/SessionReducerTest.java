package de.koblenz.kiosk.citizen.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.citizen.ScreenParts;
import de.koblenz.kiosk.citizen.TestCitizens;
import de.koblenz.kiosk.citizen.TestTerminal;
import de.koblenz.kiosk.citizen.TestWorld;
import de.koblenz.kiosk.device.DeviceState;
import de.koblenz.kiosk.order.OrderId;
import de.koblenz.kiosk.order.OrderProgress;
import de.koblenz.kiosk.order.OrderRequest;
import de.koblenz.kiosk.service.catalog.LifeSituation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What each event does, page by page.
class SessionReducerTest {
    private static final String GIVEN_NAMES = "question.bewohnerparkausweis.given-names";
    private static final String BIRTH_DATE = "question.bewohnerparkausweis.birth-date";
    private static final String OWNER = "question.bewohnerparkausweis.owner";
    private static final String DECLARATION = "question.bewohnerparkausweis.declaration";

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

    // ---- answering

    @Test
    void answersThatDoNotFitTheirEntryAreDropped() {
        terminal.follow(TestCitizens.resident(), GIVEN_NAMES);
        Guided before = terminal.guided();
        send(new SessionEvent.Entered("applicant.givenNames", "x".repeat(81)));
        send(new SessionEvent.Entered("applicant.familyName", "not asked on this page"));
        send(new SessionEvent.OptionChosen("applicant.givenNames", "no choice"));
        send(new SessionEvent.Counted("adult", 1));
        assertEquals(before, terminal.guided());
    }

    @Test
    void onlyCodesOfTheQuestionCanBeChosen() {
        terminal.follow(TestCitizens.resident(), OWNER);
        send(new SessionEvent.OptionChosen("vehicle.owner", "my aunt"));
        send(new SessionEvent.Entered("vehicle.owner", ""));
        assertFalse(terminal.guided().drafts().containsKey("vehicle.owner"));
    }

    @Test
    void aDeclarationCanBeTakenBack() {
        terminal.follow(TestCitizens.resident(), DECLARATION);
        next();
        assertEquals("FIELD-CONSENT", error());
        terminal.touch("option.true");
        assertEquals("", error());
        terminal.touch("option.true");
        next();
        assertEquals("FIELD-CONSENT", error());
        terminal.touch("option.true");
        next();
        assertEquals("copy", page());
    }

    @Test
    void theErrorStaysWhileTheCitizenCorrects() {
        terminal.follow(TestCitizens.resident(), GIVEN_NAMES);
        next();
        assertEquals("FIELD-REQUIRED", error());
        terminal.type("applicant.givenNames", "Erika");
        assertEquals("FIELD-REQUIRED", error());
        next();
        assertEquals("question.bewohnerparkausweis.family-name", page());
    }

    @Test
    void aFullDayLeadsToTheMonthAndAFullMonthToTheYear() {
        terminal.follow(TestCitizens.resident(), BIRTH_DATE);
        terminal.type("applicant.birthDate#0", "1");
        assertEquals(0, terminal.guided().focused());
        terminal.type("applicant.birthDate#0", "12");
        assertEquals(1, terminal.guided().focused());
        terminal.type("applicant.birthDate#1", "08");
        assertEquals(2, terminal.guided().focused());
        terminal.type("applicant.birthDate#2", "1964");
        assertEquals(2, terminal.guided().focused());
        // Taking a digit away is no reason to leave.
        terminal.type("applicant.birthDate#0", "1");
        assertEquals(0, terminal.guided().focused());
    }

    @Test
    void theFocusGoesWhereItIsPut() {
        terminal.follow(TestCitizens.resident(), BIRTH_DATE);
        send(new SessionEvent.PartFocused("applicant.birthDate#2", 0));
        assertEquals(2, terminal.guided().focused());
        send(new SessionEvent.PartFocused("applicant.birthDate", 1));
        assertEquals(1, terminal.guided().focused());
        send(new SessionEvent.PartFocused("applicant.birthDate", 77));
        send(new SessionEvent.PartFocused("vehicle.length", 0));
        assertEquals(1, terminal.guided().focused());
    }

    @Test
    void anAnswerMakesAQuestionComeAndGo() {
        terminal.follow(TestCitizens.resident(), OWNER);
        terminal.touch("option.other");
        next();
        assertEquals("question.bewohnerparkausweis.permission", page());
        back();
        terminal.touch("option.self");
        next();
        assertEquals("question.bewohnerparkausweis.length", page());
    }

    @Test
    void whatWasChangedAtTheEndLeadsBackToTheEnd() {
        terminal.follow(TestCitizens.resident(), "check");
        send(new SessionEvent.ChangePressed("question:given-names"));
        terminal.type("applicant.givenNames", "Erika Maria");
        next();
        assertEquals("check", page());
        assertEquals(
                Optional.of("Erika Maria"), terminal.guided().data().value("applicant.givenNames"));
    }

    @Test
    void backFromAChangeLeadsBackToTheEndAsWell() {
        terminal.follow(TestCitizens.resident(), "check");
        Guided before = terminal.guided();
        send(new SessionEvent.ChangePressed("question:width"));
        back();
        assertEquals("check", page());
        assertEquals(before, terminal.guided());
    }

    @Test
    void aChangeThatOpensAQuestionLeadsThereFirst() {
        terminal.follow(TestCitizens.resident(), "check");
        send(new SessionEvent.ChangePressed("question:owner"));
        terminal.touch("option.company");
        next();
        assertEquals("question.bewohnerparkausweis.permission", page());
        terminal.touch("option.true");
        next();
        assertEquals("check", page());
    }

    @ParameterizedTest
    @ValueSource(strings = {"order", "check-answers", "question:permission", "question:nothing"})
    void onlyPagesThatAreThereCanBeChanged(String key) {
        terminal.follow(TestCitizens.resident(), "check");
        send(new SessionEvent.ChangePressed(key));
        assertEquals("check", page());
    }

    // ---- places

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

    // ---- the order

    @Test
    void anOrderIsPlacedOnceHoweverOftenTheButtonIsTouched() {
        terminal.follow(TestCitizens.swimmer(), "check");
        for (int i = 0; i < 5; i++) {
            send(new SessionEvent.NextPressed());
        }
        assertEquals(1, terminal.world().placed().size());
        assertEquals("order.running", page());
    }

    @Test
    void aLateFailureOfTheBookingServiceDoesNotLoseTheOrder() {
        terminal.follow(TestCitizens.swimmer(), "order.running");
        terminal.progress(OrderProgress.Phase.AWAITING_PAYMENT);
        send(new SessionEvent.LoadFailed(terminal.session().id(), "BOOK-OFFLINE"));
        assertEquals("order.payment", page());
    }

    @Test
    void aRefusedOrderLeadsBackAndIsPlacedAnewWithAnotherId() {
        terminal.world().refuseOrders("ORD-DISK-FULL");
        terminal.follow(TestCitizens.swimmer(), "check");
        next();
        assertEquals("check", page());
        assertEquals("ORD-DISK-FULL", terminal.session().alert());
        terminal.world().refuseOrders("");
        next();
        assertEquals("order.running", page());
        List<OrderRequest> asked =
                terminal.effects().stream()
                        .filter(Effect.PlaceOrder.class::isInstance)
                        .map(effect -> ((Effect.PlaceOrder) effect).request())
                        .toList();
        assertEquals(2, asked.size());
        assertNotEquals(asked.getFirst().id(), asked.getLast().id());
    }

    @Test
    void aRefusalOfAnotherOrderChangesNothing() {
        terminal.follow(TestCitizens.swimmer(), "order.running");
        SessionState before = terminal.session();
        send(
                new SessionEvent.OrderRefused(
                        OrderId.of("00000000-0000-0000-0000-000000000001"), "ORD-DISK-FULL"));
        assertEquals(before, terminal.session());
    }

    @Test
    void progressOfAnOrderOfSomebodyElseIsDropped() {
        terminal.follow(TestCitizens.swimmer(), "order.running");
        OrderProgress old = terminal.progress(OrderProgress.Phase.AWAITING_PAYMENT);
        terminal.leave();
        terminal.follow(TestCitizens.swimmer(), "order.running");
        SessionState before = terminal.session();
        send(new SessionEvent.OrderProgressed(old));
        assertEquals(before, terminal.session());
    }

    @Test
    void onlyAnOrderThatWaitsForMoneyCanBeCancelled() {
        terminal.follow(TestCitizens.swimmer(), "order.running");
        for (OrderProgress.Phase phase : OrderProgress.Phase.values()) {
            terminal.progress(phase);
            send(new SessionEvent.BackPressed());
            int expected = phase.compareTo(OrderProgress.Phase.AWAITING_PAYMENT) >= 0 ? 1 : 0;
            assertEquals(expected, terminal.world().cancelled().size(), phase::name);
        }
    }

    @Test
    void afterSoldOutOnlyTheTimeIsAskedForAgain() {
        terminal.follow(TestCitizens.swimmer(), "order.running");
        terminal.world().sellOut("oberwerth-4-9");
        terminal.progress(OrderProgress.Phase.SOLD_OUT);
        next();
        assertEquals("slot", page());
        next();
        assertEquals("BOOK-SOLD-OUT", error());
        terminal.touch("slot.oberwerth-3-9");
        next();
        assertEquals("check", page());
        next();
        assertEquals(2, terminal.world().placed().size());
    }

    @Test
    void anApplicationThatIsSaidToBeSoldOutLeadsBackToItsAnswers() {
        terminal.follow(TestCitizens.resident(), "order.running");
        terminal.progress(OrderProgress.Phase.SOLD_OUT);
        next();
        assertEquals("check", page());
    }

    @ParameterizedTest
    @EnumSource(
            value = OrderProgress.Phase.class,
            names = {"PAYMENT_FAILED", "CANCELLED"})
    void afterAFailedPaymentTheSameAnswersCanBeOrderedAgain(OrderProgress.Phase phase) {
        terminal.follow(TestCitizens.resident(), "order.running");
        terminal.progress(phase);
        next();
        assertEquals("check", page());
        next();
        OrderRequest first = terminal.world().placed().getFirst();
        OrderRequest second = terminal.world().placed().getLast();
        assertNotEquals(first.id(), second.id());
        assertEquals(first.cents(), second.cents());
        assertEquals(first.application(), second.application());
    }

    @ParameterizedTest
    @EnumSource(
            value = OrderProgress.Phase.class,
            names = {"PAYMENT_FAILED", "CANCELLED"})
    void whatCanStillBePaidIsTakenUpAgainAndNotOrderedTwice(OrderProgress.Phase phase) {
        terminal.follow(TestCitizens.resident(), "order.running");
        OrderProgress placed = terminal.guided().order().orElseThrow();
        send(new SessionEvent.OrderProgressed(resumable(placed, phase)));
        next();
        assertEquals(List.of(placed.id()), terminal.world().resumed());
        assertEquals(1, terminal.world().placed().size());
        send(new SessionEvent.OverlayOpened(Overlay.Kind.END));
        send(new SessionEvent.EndConfirmed());
        assertEquals(List.of(placed.id()), terminal.world().left());
    }

    private static OrderProgress resumable(OrderProgress of, OrderProgress.Phase phase) {
        return new OrderProgress(
                of.id(),
                phase,
                of.reference(),
                of.cents(),
                "",
                of.payUntil(),
                "",
                true,
                of.papers(),
                "PAY-TIMEOUT");
    }

    @Test
    void aPaymentPageWithoutAddressIsNotShown() {
        terminal.follow(TestCitizens.resident(), "order.running");
        OrderProgress placed = terminal.guided().order().orElseThrow();
        send(
                new SessionEvent.OrderProgressed(
                        resumable(placed, OrderProgress.Phase.AWAITING_PAYMENT)));
        assertEquals("order.running", page());
    }

    @Test
    void anOrderThatIsStuckHoldsTheTerminalFiveMinutesAfterItsLastProgress() {
        terminal.follow(TestCitizens.resident(), "order.running");
        terminal.pass(Duration.ofMinutes(4));
        terminal.progress(OrderProgress.Phase.PAID);
        terminal.pass(Duration.ofMinutes(4));
        assertEquals(Overlay.Kind.NONE, terminal.session().overlay().kind());
        OrderId order = terminal.guided().order().orElseThrow().id();
        terminal.pass(Duration.ofMinutes(2));
        terminal.pass(Duration.ofMinutes(1));
        assertTrue(terminal.state().session().isEmpty());
        assertEquals(List.of(order), terminal.world().left());
    }

    @Test
    void theKeptPageSaysOnlyWhatIsTrue() {
        terminal.follow(TestCitizens.resident(), "order.running");
        terminal.progress(OrderProgress.Phase.PAPER_KEPT, "PRN-PAPER-OUT");
        String sent = ScreenParts.texts(terminal.screen()).toString();
        terminal.progress(OrderProgress.Phase.PAPER_KEPT, "SUB-PENDING");
        String pending = ScreenParts.texts(terminal.screen()).toString();
        assertTrue(sent.contains("Bezahlt ist."), sent);
        assertTrue(sent.contains("Ihr Antrag ist abgesendet."), sent);
        assertFalse(sent.contains("gebucht"), sent);
        assertFalse(pending.contains("Ihr Antrag ist abgesendet."), pending);
        assertTrue(pending.contains("Er wird abgesendet, sobald"), pending);
    }

    @Test
    void whoNeedsMoreTimeToPayGetsIt() {
        terminal.follow(TestCitizens.resident(), "order.running");
        terminal.progress(OrderProgress.Phase.AWAITING_PAYMENT);
        send(new SessionEvent.MoreTimePressed());
        assertEquals(
                List.of(terminal.guided().order().orElseThrow().id()), terminal.world().resumed());
    }

    @Test
    void withoutPrinterNothingIsOrdered() {
        terminal.follow(TestCitizens.swimmer(), "check");
        send(new SessionEvent.DeviceChanged(TestWorld.printer(DeviceState.NO_DEVICE, "")));
        next();
        assertEquals("check", page());
        assertEquals("PRN-NOT-READY", terminal.session().alert());
        assertEquals(List.of(), terminal.world().placed());
        send(new SessionEvent.DeviceChanged(TestWorld.printer(DeviceState.ONLINE, "low")));
        next();
        assertEquals("order.running", page());
    }

    @Test
    void aSlotThatFilledUpMeanwhileIsNotOrdered() {
        terminal.follow(TestCitizens.swimmer(), "check");
        terminal.world().sellOut("oberwerth-4-9");
        send(
                new SessionEvent.SlotsLoaded(
                        terminal.session().id(), "oberwerth", terminal.world().slots("oberwerth")));
        next();
        assertEquals("slot", page());
        assertEquals(List.of(), terminal.world().placed());
    }
}
