package de.koblenz.kiosk.eid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.device.sim.card.Personas;
import de.koblenz.kiosk.device.sim.card.SimulatedEidCard;
import de.koblenz.kiosk.eid.failure.EidFailure;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Citizens who give up while the card works.
class GiveUpTest {
    private static final int GENERAL_AUTHENTICATE = 0x86;
    private static final EidStep CANCELLED = new EidStep.Failed(EidFailure.CANCELLED);

    private final CardWorld world = new CardWorld();

    /// PACE is brought to its end, so that no card counts half of it as a wrong try; anything else ends before the next command.
    @Test
    void noCommandFollowsWhereverItIsGivenUp() {
        SimulatedEidCard card = world.card(Personas.ORDINARY);
        boolean read = false;
        for (int at = 0; !read; at++) {
            int index = at;
            EidWorkflow workflow = world.agreed(CardWorld.FIVE_GROUPS);
            LaidCard laid =
                    new LaidCard(card)
                            .tampered((i, answer) -> {
                                if (i == index) {
                                    workflow.giveUp();
                                }
                                return answer;
                            });
            EidStep step = workflow.card(laid);
            if (step instanceof EidStep.PinNeeded) {
                step = workflow.pin(Secrets.of(Personas.USUAL.pin()));
            }
            List<byte[]> later =
                    laid.commands()
                            .subList(
                                    Math.min(at + 1, laid.commands().size()),
                                    laid.commands().size());
            if (step instanceof EidStep.IdentityRead) {
                assertTrue(later.isEmpty(), "at " + at);
                read = true;
            } else {
                assertEquals(CANCELLED, step, "at " + at);
                later.forEach(command ->
                        assertEquals(GENERAL_AUTHENTICATE, command[1] & 0xFF, "after " + index));
                assertTrue(laid.isClosed());
            }
            workflow.close();
            assertEquals(
                    new EidStep.PinNeeded(3, EntryNote.NONE),
                    world.agreed(CardWorld.FIVE_GROUPS).card(new LaidCard(card)));
        }
    }

    @Test
    void aNewPinThatWasNotSentYetIsNotSet() {
        SimulatedEidCard card = world.card(Personas.ORDINARY);
        try (PinManagement pins = new PinManagement(PinGoal.CHANGE, new FixedRandom(1))) {
            pins.card(new LaidCard(card));
            pins.pin(Secrets.of(Personas.USUAL.pin()));
            pins.giveUp();
            assertEquals(
                    new PinStep.Failed(EidFailure.CANCELLED),
                    pins.newPin(Secrets.of("246802"), Secrets.of("246802")));
        }
        try (PinManagement pins = new PinManagement(PinGoal.CHANGE, new FixedRandom(1))) {
            pins.card(new LaidCard(card));
            assertEquals(
                    new PinStep.NewPinNeeded(EntryNote.NONE),
                    pins.pin(Secrets.of(Personas.USUAL.pin())));
        }
    }

    @Test
    void whatHasFailedKeepsItsReasonWhenItIsCancelled() {
        try (EidWorkflow workflow = world.agreed(CardWorld.FIVE_GROUPS)) {
            EidStep blocked = workflow.card(new LaidCard(world.card(Personas.BLOCKED)));
            assertEquals(new EidStep.Failed(EidFailure.PIN_BLOCKED), blocked);
            assertEquals(blocked, workflow.cancel());
        }
    }
}
