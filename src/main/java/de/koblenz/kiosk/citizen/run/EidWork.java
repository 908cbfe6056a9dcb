package de.koblenz.kiosk.citizen.run;

import de.koblenz.kiosk.citizen.session.CardErrand;
import de.koblenz.kiosk.citizen.session.CardStep;
import de.koblenz.kiosk.device.card.CardReader;
import de.koblenz.kiosk.eid.EidDialogue;
import de.koblenz.kiosk.eid.EidStep;
import de.koblenz.kiosk.eid.data.DataGroup;
import de.koblenz.kiosk.eid.secret.Secret;
import java.util.Optional;
import java.util.Set;

/// A card that is read, by whichever road.
public final class EidWork implements CardWork {
    private final EidDialogue workflow;
    private final Optional<CardErrand.IdentifyOnSite> onSite;

    private EidWork(EidDialogue workflow, Optional<CardErrand.IdentifyOnSite> onSite) {
        this.workflow = workflow;
        this.onSite = onSite;
    }

    /// With its PIN.
    public static EidWork withPin(EidDialogue workflow) {
        return new EidWork(workflow, Optional.empty());
    }

    /// With its CAN, as staff have confirmed.
    public static EidWork onSite(EidDialogue workflow, CardErrand.IdentifyOnSite errand) {
        return new EidWork(workflow, Optional.of(errand));
    }

    @Override
    public CardStep begin() {
        workflow.start();
        onSite.ifPresent(errand -> {
            workflow.consent(errand.chosen());
            workflow.staffConfirmed(errand.confirmation());
        });
        return step();
    }

    @Override
    public CardStep step() {
        return new CardStep.Identifying(workflow.step());
    }

    @Override
    public CardStep agree(Set<DataGroup> chosen) {
        return new CardStep.Identifying(workflow.consent(chosen));
    }

    @Override
    public CardStep card(CardReader reader) {
        return new CardStep.Identifying(workflow.card(reader));
    }

    @Override
    public boolean keypad() {
        return workflow.keypad();
    }

    @Override
    public CardStep atKeypad() {
        return new CardStep.Identifying(workflow.atKeypad());
    }

    @Override
    public CardStep enter(Secret first, Secret last) {
        try (first;
                last) {
            return new CardStep.Identifying(
                    switch (workflow.step()) {
                        case EidStep.PinNeeded _ -> workflow.pin(last);
                        case EidStep.CanNeeded _ -> workflow.can(last);
                        case EidStep.ConsentNeeded _,
                                EidStep.StaffNeeded _,
                                EidStep.CardNeeded _,
                                EidStep.IdentityRead _,
                                EidStep.Failed _ ->
                                workflow.step();
                    });
        }
    }

    @Override
    public void giveUp() {
        workflow.giveUp();
    }

    @Override
    public void close() {
        workflow.close();
    }
}
