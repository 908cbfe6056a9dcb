package de.koblenz.kiosk.citizen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.citizen.session.CardErrand;
import de.koblenz.kiosk.citizen.session.CardStep;
import de.koblenz.kiosk.citizen.session.Effect;
import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.citizen.session.StaffEvent;
import de.koblenz.kiosk.device.sim.card.KeypadReader;
import de.koblenz.kiosk.device.sim.card.Personas;
import de.koblenz.kiosk.eid.EidStep;
import de.koblenz.kiosk.eid.EntryNote;
import de.koblenz.kiosk.eid.StaffConfirmation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Citizens without a PIN, whose card staff let be read with its CAN (§ 18a PAuswG), through the real desk and protocols.
class OnSiteJourneysTest {
    private static final int CODE = 8;

    private final LiveCard live = new LiveCard();

    @AfterEach
    void close() {
        live.close();
    }

    /// As far as the page on which staff compare the photo.
    private void staffAreAsked() {
        live.terminal.touch("on-site");
        assertEquals("staff.code", live.terminal.screen().key());
        live.terminal.code(CODE);
        assertEquals("staff.photo", live.terminal.screen().key());
    }

    private void withoutPin() {
        live.identifies();
        live.lays(Personas.ORDINARY);
        live.sees("card.entry.PIN");
        live.terminal.touch("without");
        staffAreAsked();
    }

    private boolean offered() {
        return ScreenParts.control(live.terminal.screen(), "on-site").isPresent();
    }

    @Test
    void staffConfirmAndTheCardIsReadWithItsCan() {
        withoutPin();
        assertTrue(live.register.isEmpty(), "nobody has confirmed yet");
        live.terminal.touch("next");
        live.sees("card.entry.CAN.onSite");
        live.enters(Personas.USUAL.can());
        live.sees("card.read");
        live.terminal.touch("next");
        assertEquals(
                "Mustermann",
                live.terminal.guided().data().value("applicant.familyName").orElse(""));
        assertEquals(
                List.of(new StaffConfirmation("bewohnerparkausweis", live.terminal.now())),
                live.register);
    }

    @Test
    void whatTheCitizenDeclinedIsNotReadOnSiteEither() {
        live.terminal.send(new SessionEvent.ServiceChosen("bewohnerparkausweis"));
        live.terminal.touch("next");
        live.terminal.touch("identity.CARD");
        live.terminal.touch("next");
        live.sees("card.consent");
        live.terminal.touch("group.DATE_OF_BIRTH");
        live.terminal.touch("next");
        live.lays(Personas.ORDINARY);
        live.sees("card.entry.PIN");
        live.terminal.touch("without");
        staffAreAsked();
        live.terminal.touch("next");
        live.sees("card.entry.CAN.onSite");
        live.enters(Personas.USUAL.can());
        live.sees("card.read");
        live.terminal.touch("next");
        assertEquals("question.bewohnerparkausweis.birth-date", live.terminal.screen().key());
    }

    @Test
    void aBlockedPinDoesNotMatterOnSite() {
        live.identifies();
        live.lays(Personas.BLOCKED);
        live.sees("card.failed.EID-PIN-BLOCKED");
        staffAreAsked();
        live.terminal.touch("next");
        live.sees("card.entry.CAN.onSite");
        live.enters("999999");
        live.sees("a wrong CAN", screen -> screen.alert().isPresent());
        live.enters(Personas.USUAL.can());
        live.sees("card.read");
    }

    @Test
    void anotherCardNeedsAnotherLook() {
        withoutPin();
        live.terminal.touch("next");
        live.sees("card.entry.CAN.onSite");
        live.reader.take();
        live.sees("card.failed.EID-CARD-REMOVED");
        live.lays(Personas.LONG_NAMES);
        live.sees("card.failed.EID-STAFF-NOT-CONFIRMED");
        assertEquals(1, live.register.size());
        staffAreAsked();
        live.terminal.touch("next");
        live.sees("card.entry.CAN.onSite");
        assertEquals(2, live.register.size());
    }

    @Test
    void withoutTheRightCodeNothingIsRead() {
        live.identifies();
        live.lays(Personas.ORDINARY);
        live.sees("card.entry.PIN");
        live.terminal.touch("without");
        live.terminal.touch("on-site");
        live.terminal.world().staff(new StaffEvent.Refused(live.terminal.now()), "");
        live.terminal.code(CODE);
        assertEquals("staff.code", live.terminal.screen().key());
        live.terminal.send(new SessionEvent.NextPressed());
        live.terminal.touch("back");
        assertTrue(offered());
        live.terminal.touch("back");
        live.sees("card.entry.PIN");
        assertTrue(live.register.isEmpty());
    }

    @Test
    void aPhotoOfSomebodyElseLeadsBackToTheCitizen() {
        withoutPin();
        live.terminal.touch("back");
        assertTrue(offered());
        assertTrue(live.register.isEmpty());
    }

    @Test
    void staffWhoLeaveLetNobodyIn() {
        withoutPin();
        live.terminal.pass(Duration.ofSeconds(91));
        assertFalse(live.terminal.screen().key().startsWith("staff"));
        live.terminal.send(new SessionEvent.NextPressed());
        assertTrue(live.register.isEmpty());
    }

    @Test
    void staffBesideACitizenSeeNoPapers() {
        withoutPin();
        live.terminal.send(
                new SessionEvent.Staff(
                        new StaffEvent.PartChosen(
                                de.koblenz.kiosk.citizen.session.StaffVisit.Part.JOBS)));
        live.terminal.send(new SessionEvent.Staff(new StaffEvent.JobChosen("job-1")));
        assertEquals("staff.photo", live.terminal.screen().key());
    }

    @Test
    void withACertificateThatDoesNotAllowItNobodyIsOfferedIt() {
        TestTerminal terminal = TestTerminal.open();
        terminal.send(new SessionEvent.ServiceChosen("bewohnerparkausweis"));
        terminal.touch("next");
        terminal.touch("identity.CARD");
        terminal.touch("next");
        String visit = terminal.session().card().orElseThrow().id();
        EidStep.ConsentNeeded consent =
                (EidStep.ConsentNeeded)
                        ((CardStep.Identifying) terminal.session().card().orElseThrow().step())
                                .step();
        terminal.send(
                new SessionEvent.CardMoved(
                        visit,
                        new CardStep.Identifying(
                                new EidStep.ConsentNeeded(
                                        consent.description(),
                                        consent.validUntil(),
                                        consent.required(),
                                        consent.optional(),
                                        false))));
        terminal.send(
                new SessionEvent.CardMoved(
                        visit, new CardStep.Identifying(new EidStep.PinNeeded(3, EntryNote.NONE))));
        terminal.touch("without");
        assertEquals(Optional.empty(), ScreenParts.control(terminal.screen(), "on-site"));
        terminal.send(new SessionEvent.OnSiteAsked());
        assertEquals("card.without.PIN", terminal.screen().key());
        assertTrue(
                terminal.effects().stream()
                        .noneMatch(effect ->
                                effect instanceof Effect.OpenCard(var _, CardErrand errand)
                                        && errand instanceof CardErrand.IdentifyOnSite));
    }

    @Test
    void atAReaderWithKeysTheRedKeyComesFirst() {
        live.identifies();
        KeypadReader keypad = live.laysAtKeypad(Personas.ORDINARY);
        live.sees("card.keypad.PIN");
        keypad.awaitQuestion();
        live.terminal.touch("without");
        assertFalse(offered());
        keypad.typing(KeypadReader.RED_KEY);
        live.sees("card.keypad.PIN.again");
        live.terminal.touch("without");
        staffAreAsked();
        live.terminal.touch("next");
        live.sees("card.keypad.CAN");
        keypad.typing(Personas.USUAL.can());
        live.sees("card.read");
    }
}
