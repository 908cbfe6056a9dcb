package de.koblenz.kiosk.citizen;

import de.koblenz.kiosk.citizen.session.CardStep;
import de.koblenz.kiosk.citizen.session.CardVisit;
import de.koblenz.kiosk.citizen.session.Overlay;
import de.koblenz.kiosk.citizen.session.SessionEvent;
import de.koblenz.kiosk.citizen.ui.Screen;
import de.koblenz.kiosk.device.DeviceState;
import de.koblenz.kiosk.eid.EidStep;
import de.koblenz.kiosk.eid.EntryNote;
import de.koblenz.kiosk.eid.PinGoal;
import java.time.Duration;

/// One way through everything that a citizen does with an identity card, for [EveryPage].
final class CardTour extends PageTour {
    @Override
    void walk() {
        card();
    }

    /// Every step of every errand with a card, and what can be looked at on it.
    private void card() {
        newTerminal();
        terminal.touch("tile.AUSWEIS_PASS");
        terminal.touch("service.pin");
        see("pin-service");
        for (PinGoal goal : PinGoal.values()) {
            newTerminal();
            terminal.send(new SessionEvent.PinServiceChosen());
            terminal.touch("pin." + goal);
            errand();
        }
        newTerminal();
        terminal.send(new SessionEvent.PinServiceChosen());
        terminal.touch("pin.CHANGE");
        terminal.send(
                new SessionEvent.CardMoved(
                        terminal.session().card().orElseThrow().id(), TestCard.atKeypad()));
        terminal.touch("back");
        see("card.keypad.givenUp");
        newTerminal();
        terminal.send(new SessionEvent.ServiceChosen("bewohnerparkausweis"));
        terminal.touch("next");
        see("identity");
        terminal.touch("next");
        see("identity.error");
        terminal.send(
                new SessionEvent.DeviceChanged(TestCard.reader(DeviceState.NO_DEVICE, false)));
        see("identity.noReader");
        terminal.send(new SessionEvent.DeviceChanged(TestCard.reader(DeviceState.ONLINE, false)));
        terminal.touch("identity.CARD");
        see("identity.chosen");
        terminal.touch("next");
        see("card.consent");
        terminal.touch("group.DATE_OF_BIRTH");
        see("card.consent.declined");
        errand();
        terminal.touch("look.USUAL");
        terminal.touch("next");
        terminal.touch("back");
        see("identity.known");
        onSite();
        newTerminal();
        terminal.send(new SessionEvent.DeviceChanged(TestCard.reader(DeviceState.ONLINE, true)));
        terminal.send(new SessionEvent.Touched());
        terminal.send(new SessionEvent.OverlayOpened(Overlay.Kind.END));
        terminal.pass(Duration.ofSeconds(1));
        see("card-left");
    }

    /// Staff let a card be read without its PIN.
    private void onSite() {
        newTerminal();
        terminal.send(new SessionEvent.ServiceChosen("bewohnerparkausweis"));
        terminal.touch("next");
        terminal.touch("identity.CARD");
        terminal.touch("next");
        terminal.send(
                new SessionEvent.CardMoved(
                        terminal.session().card().orElseThrow().id(),
                        new CardStep.Identifying(new EidStep.PinNeeded(3, EntryNote.NONE))));
        terminal.touch("without");
        see("card.without.onSite");
        terminal.touch("on-site");
        terminal.code(8);
        see("staff.photo");
    }

    private void errand() {
        CardVisit visit = terminal.session().card().orElseThrow();
        for (CardStep step : TestCard.steps(visit.errand())) {
            terminal.send(new SessionEvent.CardMoved(visit.id(), step));
            Screen shown = terminal.screen();
            EntryNote note = step.note();
            String name = shown.key() + (note == EntryNote.NONE ? "" : "." + note);
            see(name);
            if (step.entry().isPresent()) {
                terminal.send(new SessionEvent.DigitsCounted(visit.id(), 3));
                see(name + ".typed");
                terminal.touch("next");
                see(terminal.screen().key());
                terminal.send(new SessionEvent.CardMoved(visit.id(), step));
                terminal.touch("without");
                see(terminal.screen().key());
            } else if (ScreenParts.control(shown, "look.FULL").isPresent()) {
                terminal.touch("look.FULL");
                see(name + ".full");
            }
        }
    }
}
