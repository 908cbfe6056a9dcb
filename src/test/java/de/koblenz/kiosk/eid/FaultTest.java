package de.koblenz.kiosk.eid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.device.card.CardLostException;
import de.koblenz.kiosk.device.sim.card.Personas;
import de.koblenz.kiosk.device.sim.card.SimulatedEidCard;
import de.koblenz.kiosk.eid.failure.EidFailure;
import de.koblenz.kiosk.eid.protocol.PinState;
import de.koblenz.kiosk.eid.secret.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every flow with the card gone at each of its commands.
class FaultTest {
    private final CardWorld world = new CardWorld();
    private final List<Secret> given = new ArrayList<>();

    private Secret secret(String digits) {
        Secret secret = Secrets.of(digits);
        given.add(secret);
        return secret;
    }

    private Optional<EidFailure> reading(LaidCard card) {
        EidWorkflow workflow = world.agreed(CardWorld.FIVE_GROUPS);
        workflow.card(card);
        EidStep step = workflow.pin(secret("123456"));
        return step instanceof EidStep.Failed(EidFailure failure)
                ? Optional.of(failure)
                : Optional.empty();
    }

    private Optional<EidFailure> lastTry(LaidCard card) {
        EidWorkflow workflow = world.agreed(CardWorld.FIVE_GROUPS);
        workflow.card(card);
        workflow.can(secret("500540"));
        EidStep step = workflow.pin(secret("123456"));
        return step instanceof EidStep.Failed(EidFailure failure)
                ? Optional.of(failure)
                : Optional.empty();
    }

    private Optional<EidFailure> onSite(LaidCard card) {
        EidWorkflow workflow = world.agreed(CardWorld.onSite());
        workflow.card(card);
        EidStep step = workflow.can(secret("500540"));
        return step instanceof EidStep.Failed(EidFailure failure)
                ? Optional.of(failure)
                : Optional.empty();
    }

    private Optional<EidFailure> changing(LaidCard card) {
        PinManagement management = new PinManagement(PinGoal.CHANGE, new FixedRandom(5));
        management.card(card);
        management.pin(secret("123456"));
        PinStep step = management.newPin(secret("123456"), secret("123456"));
        return step instanceof PinStep.Failed(EidFailure failure)
                ? Optional.of(failure)
                : Optional.empty();
    }

    private Optional<EidFailure> unblocking(LaidCard card) {
        PinManagement management = new PinManagement(PinGoal.UNBLOCK, new FixedRandom(5));
        management.card(card);
        PinStep step = management.puk(secret("9876543210"));
        return step instanceof PinStep.Failed(EidFailure failure)
                ? Optional.of(failure)
                : Optional.empty();
    }

    /// Loses the card after each command that it heard (the same as before the next one), until the flow has none left.
    ///
    /// @param stateAfter what the PIN may be afterwards
    private void atEachCommand(
            Function<LaidCard, Optional<EidFailure>> flow,
            Supplier<SimulatedEidCard> issued,
            PinState... stateAfter) {
        int index = 0;
        while (true) {
            SimulatedEidCard card = issued.get();
            LaidCard laid = new LaidCard(card).lostAfter(index);
            Optional<EidFailure> failure = flow.apply(laid);
            assertTrue(laid.isClosed());
            given.forEach(secret -> assertEquals(0, secret.length()));
            if (failure.isEmpty()) {
                break;
            }
            assertEquals(Optional.of(EidFailure.CARD_REMOVED), failure);
            PinManagement look = new PinManagement(PinGoal.LOOK, new FixedRandom(5));
            PinState state =
                    assertInstanceOf(PinStep.StateFound.class, look.card(new LaidCard(card)))
                            .state();
            assertTrue(List.of(stateAfter).contains(state), "a try was lost");
            index++;
        }
        assertTrue(index >= 8, "the flow was too short to be one");
    }

    @Test
    void readingLosesNoTry() {
        atEachCommand(this::reading, () -> world.card(Personas.ORDINARY), PinState.THREE_TRIES);
    }

    @Test
    void theLastTryIsNotLost() {
        // Once the right PIN has been heard, there are three tries again; never fewer than before.
        atEachCommand(
                this::lastTry,
                () -> world.card(Personas.SUSPENDED),
                PinState.SUSPENDED,
                PinState.THREE_TRIES);
    }

    @Test
    void onSiteReadingTouchesNoTry() {
        atEachCommand(this::onSite, () -> world.card(Personas.ORDINARY), PinState.THREE_TRIES);
    }

    @Test
    void changingThePinLosesNoTry() {
        atEachCommand(this::changing, () -> world.card(Personas.ORDINARY), PinState.THREE_TRIES);
    }

    @Test
    void unblockingEndsUnblockedOrAsBefore() {
        atEachCommand(
                this::unblocking,
                () -> world.card(Personas.BLOCKED),
                PinState.BLOCKED,
                PinState.THREE_TRIES);
    }

    @ParameterizedTest
    @EnumSource(CardLostException.Cause.class)
    void eachWayToLoseACardHasItsName(CardLostException.Cause cause) {
        EidFailure failure =
                switch (cause) {
                    case CARD_REMOVED -> EidFailure.CARD_REMOVED;
                    case READER_GONE -> EidFailure.READER_GONE;
                    case SERVICE_GONE -> EidFailure.SERVICE_GONE;
                    case TRANSMISSION -> EidFailure.TRANSMISSION;
                };
        SimulatedEidCard card = world.card(Personas.ORDINARY);
        assertEquals(Optional.of(failure), reading(new LaidCard(card).lostBefore(0, cause)));
        assertEquals(Optional.of(failure), reading(new LaidCard(card).lostBefore(12, cause)));
    }

    @Test
    void aWrongPinThatNeverArrivedWasNoTry() {
        SimulatedEidCard card = world.card(Personas.ORDINARY);
        // Commands 0 to 6 come before the token by which the card learns that the PIN is wrong.
        for (int index = 0; index <= 6; index++) {
            EidWorkflow workflow = world.agreed(CardWorld.FIVE_GROUPS);
            workflow.card(
                    new LaidCard(card).lostBefore(index, CardLostException.Cause.CARD_REMOVED));
            assertEquals(
                    new EidStep.Failed(EidFailure.CARD_REMOVED),
                    workflow.pin(Secrets.of("111111")));
        }
        PinManagement look = new PinManagement(PinGoal.LOOK, new FixedRandom(5));
        assertEquals(new PinStep.StateFound(PinState.THREE_TRIES), look.card(new LaidCard(card)));
    }
}
