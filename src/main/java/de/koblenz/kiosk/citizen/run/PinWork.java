package de.koblenz.kiosk.citizen.run;

import de.koblenz.kiosk.citizen.session.CardStep;
import de.koblenz.kiosk.device.card.CardReader;
import de.koblenz.kiosk.eid.PinDialogue;
import de.koblenz.kiosk.eid.PinStep;
import de.koblenz.kiosk.eid.data.DataGroup;
import de.koblenz.kiosk.eid.secret.Secret;
import java.util.Set;

/// Something done with the PIN of a card, by whichever road.
public final class PinWork implements CardWork {
    private final PinDialogue management;

    public PinWork(PinDialogue management) {
        this.management = management;
    }

    @Override
    public CardStep begin() {
        return step();
    }

    @Override
    public CardStep step() {
        return new CardStep.Managing(management.step());
    }

    @Override
    public CardStep agree(Set<DataGroup> chosen) {
        return step();
    }

    @Override
    public CardStep card(CardReader reader) {
        return new CardStep.Managing(management.card(reader));
    }

    @Override
    public boolean keypad() {
        return management.keypad();
    }

    @Override
    public CardStep atKeypad() {
        return new CardStep.Managing(management.atKeypad());
    }

    @Override
    public CardStep enter(Secret first, Secret last) {
        try (first;
                last) {
            return new CardStep.Managing(
                    switch (management.step()) {
                        case PinStep.PinNeeded _ -> management.pin(last);
                        case PinStep.CanNeeded _ -> management.can(last);
                        case PinStep.PukNeeded _ -> management.puk(last);
                        case PinStep.NewPinNeeded _ -> management.newPin(first, last);
                        case PinStep.CardNeeded _,
                                PinStep.StateFound _,
                                PinStep.PinSet _,
                                PinStep.PinUnblocked _,
                                PinStep.Failed _ ->
                                management.step();
                    });
        }
    }

    @Override
    public void giveUp() {
        management.giveUp();
    }

    @Override
    public void close() {
        management.close();
    }
}
