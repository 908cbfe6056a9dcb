package de.koblenz.kiosk.citizen.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.citizen.ScreenParts;
import de.koblenz.kiosk.citizen.TestCitizens;
import de.koblenz.kiosk.citizen.TestTerminal;
import de.koblenz.kiosk.order.OrderProgress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// When the terminal asks, covers and forgets, on a virtual clock: the table of the ux metrics.
class TimeoutsTest {
    private static final String BIRTH_DATE = "question.bewohnerparkausweis.birth-date";

    private final TestTerminal terminal = TestTerminal.open();

    private Overlay.Kind overlay() {
        return terminal.session().overlay().kind();
    }

    private void seconds(int seconds) {
        terminal.pass(Duration.ofSeconds(seconds));
    }

    private void goesAfter(int idle, int warning) {
        seconds(idle - 1);
        assertEquals(Overlay.Kind.NONE, overlay());
        seconds(1);
        assertEquals(Overlay.Kind.TIMEOUT, overlay());
        seconds(warning - 1);
        assertEquals(Overlay.Kind.TIMEOUT, overlay());
        seconds(1);
        assertEquals(Optional.empty(), terminal.state().session());
    }

    private Effect.Outcome outcome() {
        return terminal.world().ended().getLast().outcome();
    }

    @Test
    void aPublicPageAsksAfter60SecondsAndGoesAfter30More() {
        terminal.touch("tile.AUTO_PARKEN");
        goesAfter(60, 30);
        assertEquals(Effect.Outcome.LEFT, outcome());
    }

    @Test
    void aPageWithAnswersAsksAfter120SecondsAndGoesAfter30More() {
        terminal.follow(TestCitizens.resident(), BIRTH_DATE);
        goesAfter(120, 30);
        assertEquals(Effect.Outcome.LEFT, outcome());
    }

    @Test
    void answersCountAlsoWhenTheCitizenLooksAtThePublicPagesAgain() {
        terminal.follow(TestCitizens.resident(), "question.bewohnerparkausweis.given-names");
        terminal.type("applicant.givenNames", "Erika");
        terminal.touch("back");
        terminal.touch("back");
        goesAfter(120, 30);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void withMoreTimeItAsksAfter240SecondsAndGoesAfter60More(boolean answers) {
        if (answers) {
            terminal.follow(TestCitizens.resident(), BIRTH_DATE);
        }
        terminal.send(new SessionEvent.AidSwitched(Aid.MORE_TIME));
        goesAfter(240, 60);
    }

    @Test
    void eachTouchBeginsTheTimeAnew() {
        terminal.touch("tile.AUTO_PARKEN");
        for (int i = 0; i < 5; i++) {
            seconds(59);
            terminal.send(new SessionEvent.Touched());
        }
        goesAfter(60, 30);
    }

    @Test
    void typingBeginsTheTimeAnew() {
        terminal.follow(TestCitizens.resident(), BIRTH_DATE);
        seconds(119);
        terminal.type("applicant.birthDate#0", "1");
        goesAfter(120, 30);
    }

    @Test
    void theWarningSaysHowManySecondsAreLeft() {
        terminal.touch("tile.AUTO_PARKEN");
        seconds(60);
        assertTrue(ScreenParts.texts(terminal.screen()).toString().contains("Noch 30 Sekunden"));
        seconds(21);
        assertTrue(ScreenParts.texts(terminal.screen()).toString().contains("Noch 9 Sekunden"));
    }

    @Test
    void theTimeCanBeExtendedAsOftenAsWantedAndNothingIsLost() {
        terminal.follow(TestCitizens.resident(), BIRTH_DATE);
        terminal.type("applicant.birthDate#0", "12");
        SessionState before = terminal.session();
        for (int i = 0; i < 12; i++) {
            seconds(120 + 29);
            assertEquals(Overlay.Kind.TIMEOUT, overlay());
            terminal.touch("next");
        }
        assertEquals(before.touchedAt(terminal.steady()), terminal.session());
        goesAfter(120, 30);
    }

    @Test
    void aTouchBesideTheButtonDoesNotExtend() {
        terminal.touch("tile.AUTO_PARKEN");
        seconds(60);
        terminal.send(new SessionEvent.Touched());
        terminal.send(new SessionEvent.CoverLifted());
        seconds(30);
        assertEquals(Optional.empty(), terminal.state().session());
    }

    @Test
    void whoChoosesALanguageUnderTheWarningIsThere() {
        terminal.follow(TestCitizens.resident(), BIRTH_DATE);
        Guided before = terminal.guided();
        seconds(121);
        terminal.touch("language");
        assertEquals(Overlay.Kind.LANGUAGE, overlay());
        terminal.touch("language.en");
        assertEquals(before, terminal.guided());
        assertEquals("en", terminal.session().language());
        goesAfter(120, 30);
    }

    @Test
    void theWarningAlsoComesOverAnotherOverlay() {
        terminal.follow(TestCitizens.resident(), BIRTH_DATE);
        terminal.touch("help");
        seconds(120);
        assertEquals(Overlay.Kind.TIMEOUT, overlay());
    }

    @Test
    void endingUnderTheWarningEndsAtOnce() {
        terminal.follow(TestCitizens.resident(), BIRTH_DATE);
        seconds(120);
        terminal.touch("back");
        assertEquals(Optional.empty(), terminal.state().session());
        assertEquals(Effect.Outcome.ENDED, outcome());
    }

    @Test
    void theNextCitizenBeginsInTheDefaultLanguageWithoutAids() {
        terminal.send(new SessionEvent.LanguageChosen("en"));
        terminal.send(new SessionEvent.AidSwitched(Aid.LARGE_TEXT));
        seconds(90);
        assertEquals("de", terminal.screen().look().language());
        terminal.send(new SessionEvent.Touched());
        assertEquals("de", terminal.session().language());
        assertEquals(Set.of(), terminal.session().aids());
    }

    @ParameterizedTest
    @ValueSource(ints = {86_400, -86_400})
    void aClockThatIsSetNeitherEndsASessionNorProlongsIt(int by) {
        terminal.follow(TestCitizens.resident(), BIRTH_DATE);
        seconds(60);
        terminal.setClock(Duration.ofSeconds(by));
        seconds(59);
        assertEquals(Overlay.Kind.NONE, overlay());
        seconds(1);
        assertEquals(Overlay.Kind.TIMEOUT, overlay());
        terminal.setClock(Duration.ofSeconds(by));
        seconds(21);
        assertTrue(ScreenParts.texts(terminal.screen()).toString().contains("Noch 9 Sekunden"));
        seconds(9);
        assertEquals(Optional.empty(), terminal.state().session());
    }

    @ParameterizedTest
    @ValueSource(ints = {86_400, -86_400})
    void aPaymentIsWaitedForAsLongAsItsLimitWasWhateverTheClockIsSetTo(int by) {
        terminal.follow(TestCitizens.resident(), "order.running");
        terminal.progress(OrderProgress.Phase.AWAITING_PAYMENT);
        terminal.setClock(Duration.ofSeconds(by));
        terminal.pass(Duration.ofMinutes(10));
        assertTrue(ScreenParts.texts(terminal.screen()).toString().contains("5:00"));
        terminal.pass(Duration.ofMinutes(6).minusSeconds(1));
        assertEquals(Overlay.Kind.NONE, overlay());
        seconds(1);
        assertEquals(Overlay.Kind.TIMEOUT, overlay());
    }

    // ---- nobody stands there

    @Test
    void answersAreCoveredWhenNobodyStandsThereAndComeBack() {
        terminal.follow(TestCitizens.resident(), BIRTH_DATE);
        SessionState before = terminal.session();
        terminal.step(false);
        assertEquals("cover", terminal.screen().key());
        assertEquals(List.of(), terminal.screen().services());
        seconds(44);
        terminal.step(true);
        assertEquals("cover", terminal.screen().key());
        terminal.touch("next");
        assertEquals(before.touchedAt(terminal.steady()), terminal.session());
    }

    @Test
    void whatIsCoveredIsWipedAfter45Seconds() {
        terminal.follow(TestCitizens.resident(), BIRTH_DATE);
        terminal.step(false);
        seconds(44);
        assertEquals(Overlay.Kind.COVER, overlay());
        seconds(1);
        assertEquals(Optional.empty(), terminal.state().session());
        assertEquals(Effect.Outcome.LEFT, outcome());
    }

    @Test
    void whoPassesByDoesNotKeepItCoveredLonger() {
        terminal.follow(TestCitizens.resident(), BIRTH_DATE);
        terminal.step(false);
        for (int i = 0; i < 4; i++) {
            seconds(11);
            terminal.step(true);
            terminal.step(false);
        }
        seconds(1);
        assertEquals(Optional.empty(), terminal.state().session());
    }

    @Test
    void theCoverCannotBeLookedBehind() {
        terminal.follow(TestCitizens.resident(), BIRTH_DATE);
        terminal.step(false);
        for (SessionEvent event :
                List.of(
                        new SessionEvent.Touched(),
                        new SessionEvent.BackPressed(),
                        new SessionEvent.OverlayClosed(),
                        new SessionEvent.OverlayOpened(Overlay.Kind.END),
                        new SessionEvent.LanguageChosen("en"),
                        new SessionEvent.MoreTimePressed())) {
            terminal.send(event);
            assertEquals("cover", terminal.screen().key(), event::toString);
        }
    }

    @Test
    void publicPagesAreNotCovered() {
        terminal.touch("tile.AUTO_PARKEN");
        terminal.step(false);
        assertEquals(Overlay.Kind.NONE, overlay());
    }

    // ---- an order

    @ParameterizedTest
    @EnumSource(
            value = OrderProgress.Phase.class,
            names = {
                "PLACED",
                "RESERVING",
                "OPENING_PAYMENT",
                "AWAITING_PAYMENT",
                "PAID",
                "SUBMITTING",
                "PRINTING"
            })
    void anOrderThatRunsIsWaitedForThoughNobodyTouches(OrderProgress.Phase phase) {
        terminal.follow(TestCitizens.resident(), "order.running");
        terminal.progress(phase);
        terminal.pass(Duration.ofSeconds(290));
        assertEquals(Overlay.Kind.NONE, overlay());
        terminal.fulfil();
        assertEquals("order.done", terminal.screen().key());
        assertEquals(List.of(), terminal.world().left());
    }

    @ParameterizedTest
    @EnumSource(
            value = OrderProgress.Phase.class,
            names = {"PLACED", "AWAITING_PAYMENT", "SUBMITTING", "PRINTING"})
    void anOrderThatStandsStillIsLeftToItself(OrderProgress.Phase phase) {
        terminal.follow(TestCitizens.resident(), "order.running");
        terminal.progress(phase);
        terminal.pass(Duration.ofMinutes(30));
        assertEquals(Optional.empty(), terminal.state().session());
        assertEquals(List.of(terminal.world().placed().getFirst().id()), terminal.world().left());
    }

    @ParameterizedTest
    @EnumSource(
            value = OrderProgress.Phase.class,
            names = {"AWAITING_PAYMENT", "PAYMENT_UNCLEAR", "PAID", "PRINTING"})
    void anOrderGoesOnWithoutTheCitizenWhoIsGone(OrderProgress.Phase phase) {
        terminal.follow(TestCitizens.resident(), "order.running");
        terminal.progress(phase);
        terminal.step(false);
        seconds(45);
        assertEquals(Optional.empty(), terminal.state().session());
        assertEquals(List.of(terminal.world().placed().getFirst().id()), terminal.world().left());
        assertEquals(Effect.Outcome.LEFT, outcome());
    }

    @Test
    void anUnclearPaymentGoesOnWithoutTheCitizenWhoWasToldSo() {
        terminal.follow(TestCitizens.resident(), "order.running");
        terminal.progress(OrderProgress.Phase.PAYMENT_UNCLEAR);
        seconds(120);
        assertEquals(Overlay.Kind.TIMEOUT, overlay());
        seconds(30);
        assertEquals(Optional.empty(), terminal.state().session());
        assertEquals(List.of(terminal.world().placed().getFirst().id()), terminal.world().left());
    }

    @Test
    void theWarningGoesAwayWhenTheOrderGoesOn() {
        terminal.follow(TestCitizens.resident(), "order.running");
        terminal.progress(OrderProgress.Phase.PAYMENT_UNCLEAR);
        seconds(121);
        terminal.progress(OrderProgress.Phase.PRINTING);
        terminal.pass(Duration.ofMinutes(5));
        assertEquals("order.running", terminal.screen().key());
        terminal.progress(OrderProgress.Phase.DONE);
        assertEquals("order.done", terminal.screen().key());
    }

    @Test
    void aFinishedServiceIsCompletedThoughNobodyPressesFinish() {
        terminal.follow(TestCitizens.resident(), "order.running");
        terminal.fulfil();
        terminal.send(new SessionEvent.Touched());
        goesAfter(120, 30);
        assertEquals(Effect.Outcome.COMPLETED, outcome());
        assertEquals(List.of(), terminal.world().left());
    }

    @Test
    void closingTheTerminalEndsTheSessionAndLeavesTheOrder() {
        terminal.follow(TestCitizens.resident(), "order.running");
        terminal.progress(OrderProgress.Phase.PAID);
        terminal.send(new SessionEvent.ServiceModeChanged(false, ""));
        assertEquals("out-of-service", terminal.screen().key());
        assertEquals(List.of(terminal.world().placed().getFirst().id()), terminal.world().left());
        assertEquals(Effect.Outcome.CLOSED, outcome());
        assertFalse(terminal.state().inService());
    }

    @Test
    void whatAnOperatorSaysStandsOnTheScreenUntilTheTerminalServesAgain() {
        terminal.send(
                new SessionEvent.ServiceModeChanged(
                        false, "", Map.of("de", "Umbau bis Freitag", "en", "Closed until Friday")));
        assertTrue(ScreenParts.texts(terminal.screen()).contains("Umbau bis Freitag"));
        terminal.send(new SessionEvent.ServiceModeChanged(true, ""));
        terminal.send(new SessionEvent.ServiceModeChanged(false, ""));
        assertFalse(ScreenParts.texts(terminal.screen()).contains("Umbau bis Freitag"));
    }
}
