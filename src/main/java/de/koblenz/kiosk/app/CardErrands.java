package de.koblenz.kiosk.app;

import de.koblenz.kiosk.citizen.run.CardWork;
import de.koblenz.kiosk.citizen.run.EidWork;
import de.koblenz.kiosk.citizen.run.PinWork;
import de.koblenz.kiosk.citizen.session.CardErrand;
import de.koblenz.kiosk.eid.StaffConfirmation;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

/// How each errand with an identity card is done here. Thread-safe.
final class CardErrands implements Function<CardErrand, Optional<CardWork>> {
    private static final System.Logger LOG = System.getLogger("kiosk.card");

    private final CardRoad road;
    private final Clock clock;

    /// @param clock in the office's zone: by it cards and certificates expire
    CardErrands(CardRoad road, Clock clock) {
        this.road = road;
        this.clock = clock;
    }

    @Override
    public Optional<CardWork> apply(CardErrand errand) {
        return switch (errand) {
            case CardErrand.ManagePin(var goal) -> Optional.of(new PinWork(road.pins(goal)));
            case CardErrand.Identify(var request) ->
                    road.reading(request, clock, CardErrands::register).map(EidWork::withPin);
            case CardErrand.IdentifyOnSite onSite ->
                    road.reading(onSite.request(), clock, CardErrands::register)
                            .map(dialogue -> EidWork.onSite(dialogue, onSite));
        };
    }

    private static void register(StaffConfirmation confirmation) {
        LOG.log(
                Level.INFO,
                "on-site reading for {0} at {1}: photo compared, confirmed with the staff code",
                confirmation.service(),
                confirmation.at());
    }
}
