package de.koblenz.kiosk.eid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.device.sim.card.CardCryptography;
import de.koblenz.kiosk.device.sim.card.DocumentIssuer;
import de.koblenz.kiosk.device.sim.card.Personas;
import de.koblenz.kiosk.device.sim.card.SimulatedEidCard;
import de.koblenz.kiosk.eid.failure.EidFailure;
import de.koblenz.kiosk.eid.secret.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The PIN of a card that is read, and how a reading ends.
class EidPinTest {
    private final CardWorld world = new CardWorld();

    @Test
    void aWrongPinLeavesTwoTries() {
        SimulatedEidCard card = world.card(Personas.ORDINARY);
        EidWorkflow workflow = world.agreed(CardWorld.FIVE_GROUPS);
        assertEquals(new EidStep.PinNeeded(3, EntryNote.NONE), workflow.card(new LaidCard(card)));
        assertEquals(new EidStep.PinNeeded(2, EntryNote.WRONG), workflow.pin(Secrets.of("111111")));
        assertInstanceOf(EidStep.IdentityRead.class, workflow.pin(Secrets.of("123456")));
    }

    @Test
    void theLastTryNeedsTheCanInTheSameChannel() {
        SimulatedEidCard card = world.card(Personas.ORDINARY);
        EidWorkflow workflow = world.agreed(CardWorld.FIVE_GROUPS);
        workflow.card(new LaidCard(card));
        workflow.pin(Secrets.of("111111"));
        assertEquals(
                new EidStep.CanNeeded(CanPurpose.LAST_TRY, EntryNote.WRONG),
                workflow.pin(Secrets.of("222222")));
        // A PIN is not taken now.
        assertEquals(
                new EidStep.CanNeeded(CanPurpose.LAST_TRY, EntryNote.WRONG),
                workflow.pin(Secrets.of("123456")));
        assertEquals(
                new EidStep.CanNeeded(CanPurpose.LAST_TRY, EntryNote.WRONG),
                workflow.can(Secrets.of("000000")));
        assertEquals(
                new EidStep.PinNeeded(1, EntryNote.CAN_ACCEPTED),
                workflow.can(Secrets.of("500540")));
        assertInstanceOf(EidStep.IdentityRead.class, workflow.pin(Secrets.of("123456")));
        workflow = world.agreed(CardWorld.FIVE_GROUPS);
        assertEquals(new EidStep.PinNeeded(3, EntryNote.NONE), workflow.card(new LaidCard(card)));
    }

    @Test
    void aSuspendedPinAsksForTheCanAtOnce() {
        SimulatedEidCard card = world.card(Personas.SUSPENDED);
        EidWorkflow workflow = world.agreed(CardWorld.FIVE_GROUPS);
        assertEquals(
                new EidStep.CanNeeded(CanPurpose.LAST_TRY, EntryNote.NONE),
                workflow.card(new LaidCard(card)));
        workflow.can(Secrets.of("500540"));
        assertEquals(
                new EidStep.Failed(EidFailure.PIN_BLOCKED), workflow.pin(Secrets.of("111111")));
    }

    @Test
    void fiveDigitsAreTheTransportPinAndNoTry() {
        LaidCard card = new LaidCard(world.card(Personas.TRANSPORT_PIN));
        EidWorkflow workflow = world.agreed(CardWorld.FIVE_GROUPS);
        workflow.card(card);
        int before = card.commands().size();
        assertEquals(
                new EidStep.PinNeeded(3, EntryNote.TRANSPORT_PIN),
                workflow.pin(Secrets.of("12345")));
        assertEquals(new EidStep.PinNeeded(3, EntryNote.LENGTH), workflow.pin(Secrets.of("1234")));
        assertEquals(before, card.commands().size());
    }

    private void cardFails(EidFailure failure, SimulatedEidCard card) {
        LaidCard laid = new LaidCard(card);
        assertEquals(new EidStep.Failed(failure), world.agreed(CardWorld.FIVE_GROUPS).card(laid));
        assertTrue(laid.isClosed());
    }

    @Test
    void cardsThatCannotBeReadAreNamedBeforeThePin() {
        cardFails(EidFailure.PIN_BLOCKED, world.card(Personas.BLOCKED));
        cardFails(EidFailure.CARD_DEACTIVATED, world.card(Personas.DEACTIVATED));
        cardFails(
                EidFailure.CARD_WRONG,
                SimulatedEidCard.withoutOnlineFunction(CardWorld.ISSUER, new Random(1)));
    }

    @Test
    void anExpiredCardIsRefused() {
        EidWorkflow workflow = world.agreed(CardWorld.FIVE_GROUPS);
        workflow.card(new LaidCard(world.card(Personas.EXPIRED)));
        assertEquals(
                new EidStep.Failed(EidFailure.CARD_EXPIRED), workflow.pin(Secrets.of("123456")));
    }

    @Test
    void aCardOfAnotherIssuerIsNotGenuine() {
        SimulatedEidCard card =
                new SimulatedEidCard(
                        Personas.ORDINARY,
                        CardCryptography.USUAL,
                        new DocumentIssuer(Instant.parse("2010-01-01T00:00:00Z"), new Random(66)),
                        List.of(world.authority.roots().getFirst().encoded().toArray()),
                        new Random(7));
        EidWorkflow workflow = world.agreed(CardWorld.FIVE_GROUPS);
        workflow.card(new LaidCard(card));
        assertEquals(
                new EidStep.Failed(EidFailure.CARD_NOT_GENUINE),
                workflow.pin(Secrets.of("123456")));
    }

    @Test
    void everySecretIsErasedWhateverTheStep() {
        EidWorkflow workflow = world.workflow(CardWorld.FIVE_GROUPS);
        Secret early = Secrets.of("123456");
        workflow.pin(early);
        Secret can = Secrets.of("500540");
        workflow.can(can);
        workflow = world.agreed(CardWorld.FIVE_GROUPS);
        workflow.card(new LaidCard(world.card(Personas.ORDINARY)));
        Secret wrong = Secrets.of("111111");
        workflow.pin(wrong);
        Secret right = Secrets.of("123456");
        workflow.pin(right);
        for (Secret secret : new Secret[] {early, can, wrong, right}) {
            assertEquals(0, secret.length());
        }
    }

    @Test
    void aCardMayBeLaidOnAgainWithoutNewConsent() {
        EidWorkflow workflow = world.agreed(CardWorld.FIVE_GROUPS);
        LaidCard wrong =
                new LaidCard(
                        SimulatedEidCard.withoutOnlineFunction(CardWorld.ISSUER, new Random(1)));
        assertEquals(new EidStep.Failed(EidFailure.CARD_WRONG), workflow.card(wrong));
        LaidCard first = new LaidCard(world.card(Personas.ORDINARY));
        workflow.card(first);
        LaidCard second = new LaidCard(world.card(Personas.ORDINARY));
        assertEquals(new EidStep.PinNeeded(3, EntryNote.NONE), workflow.card(second));
        assertTrue(first.isClosed());
        assertInstanceOf(EidStep.IdentityRead.class, workflow.pin(Secrets.of("123456")));
    }

    @Test
    void cancellingGivesTheCardFree() {
        EidWorkflow workflow = world.agreed(CardWorld.FIVE_GROUPS);
        LaidCard card = new LaidCard(world.card(Personas.ORDINARY));
        workflow.card(card);
        assertEquals(new EidStep.Failed(EidFailure.CANCELLED), workflow.cancel());
        assertTrue(card.isClosed());
        LaidCard late = new LaidCard(world.card(Personas.ORDINARY));
        assertEquals(new EidStep.Failed(EidFailure.CANCELLED), workflow.card(late));
        assertTrue(late.isClosed());
    }

    @Test
    void stepsTellNothingPersonal() {
        EidWorkflow workflow = world.agreed(CardWorld.everything());
        EidStep step =
                CardWorld.read(workflow, new LaidCard(world.card(Personas.COMPLETE)), "123456");
        assertFalse(step.toString().contains("Vollständig"));
        assertFalse(step.toString().contains("1977"));
    }
}
