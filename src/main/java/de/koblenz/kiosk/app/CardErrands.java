package de.koblenz.kiosk.app;

import de.koblenz.kiosk.citizen.run.CardWork;
import de.koblenz.kiosk.citizen.run.EidWork;
import de.koblenz.kiosk.citizen.run.PinWork;
import de.koblenz.kiosk.citizen.session.CardErrand;
import de.koblenz.kiosk.eid.EidWorkflow;
import de.koblenz.kiosk.eid.PinManagement;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

/// How each errand with an identity card is done here. Thread-safe.
final class CardErrands implements Function<CardErrand, Optional<CardWork>> {
    private static final System.Logger LOG = System.getLogger("kiosk.card");

    private final CardAccess access;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /// @param clock in the office's zone: by it cards and certificates expire
    CardErrands(CardAccess access, Clock clock) {
        this.access = access;
        this.clock = clock;
    }

    @Override
    public Optional<CardWork> apply(CardErrand errand) {
        return switch (errand) {
            case CardErrand.ManagePin(var goal) ->
                    Optional.of(new PinWork(new PinManagement(goal, random)));
            case CardErrand.Identify(var request) ->
                    access.rights()
                            .map(rights ->
                                    new EidWork(
                                            new EidWorkflow(
                                                    rights.authority(),
                                                    rights.trust(),
                                                    clock,
                                                    random,
                                                    (staff, at) ->
                                                            LOG.log(
                                                                    Level.INFO,
                                                                    "on-site reading confirmed by {0}",
                                                                    staff),
                                                    request)));
        };
    }
}
