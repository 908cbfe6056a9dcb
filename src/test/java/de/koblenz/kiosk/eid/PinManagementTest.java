package de.koblenz.kiosk.eid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.device.sim.card.Persona;
import de.koblenz.kiosk.device.sim.card.Personas;
import de.koblenz.kiosk.device.sim.card.SimulatedEidCard;
import de.koblenz.kiosk.eid.PinStep.PinNeeded.Kind;
import de.koblenz.kiosk.eid.failure.EidFailure;
import de.koblenz.kiosk.eid.protocol.PinState;
import de.koblenz.kiosk.eid.secret.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PinManagementTest {
    private final CardWorld world = new CardWorld();

    private static PinManagement begun(PinGoal goal, SimulatedEidCard card) {
        PinManagement management = new PinManagement(goal, new FixedRandom(5));
        management.card(new LaidCard(card));
        return management;
    }

    private static PinState state(SimulatedEidCard card) {
        return assertInstanceOf(PinStep.StateFound.class, begun(PinGoal.LOOK, card).step()).state();
    }

    private SimulatedEidCard card(Persona persona) {
        return world.card(persona);
    }

    @Test
    void lookingCostsNothing() {
        SimulatedEidCard card = card(Personas.SUSPENDED);
        for (int i = 0; i < 5; i++) {
            assertEquals(PinState.SUSPENDED, state(card));
        }
        assertEquals(PinState.THREE_TRIES, state(card(Personas.ORDINARY)));
        assertEquals(PinState.BLOCKED, state(card(Personas.BLOCKED)));
        assertEquals(PinState.DEACTIVATED, state(card(Personas.DEACTIVATED)));
    }

    @Test
    void theTransportPinIsReplacedByAnOwnOne() {
        SimulatedEidCard card = card(Personas.TRANSPORT_PIN);
        PinManagement management = begun(PinGoal.SET, card);
        assertEquals(new PinStep.PinNeeded(Kind.TRANSPORT, 3, EntryNote.NONE), management.step());
        assertEquals(new PinStep.NewPinNeeded(EntryNote.NONE), management.pin(Secrets.of("12345")));
        assertEquals(
                new PinStep.PinSet(),
                management.newPin(Secrets.of("654321"), Secrets.of("654321")));
        EidWorkflow workflow = world.agreed(CardWorld.FIVE_GROUPS);
        workflow.card(new LaidCard(card));
        assertInstanceOf(EidStep.IdentityRead.class, workflow.pin(Secrets.of("654321")));
    }

    @Test
    void theOwnPinIsChanged() {
        SimulatedEidCard card = card(Personas.ORDINARY);
        PinManagement management = begun(PinGoal.CHANGE, card);
        management.pin(Secrets.of("123456"));
        assertEquals(
                new PinStep.PinSet(),
                management.newPin(Secrets.of("000001"), Secrets.of("000001")));
        management = begun(PinGoal.CHANGE, card);
        assertEquals(
                new PinStep.PinNeeded(Kind.OWN, 2, EntryNote.WRONG),
                management.pin(Secrets.of("123456")));
        assertEquals(
                new PinStep.NewPinNeeded(EntryNote.NONE), management.pin(Secrets.of("000001")));
    }

    @Test
    void entriesOfTheWrongLengthReachNoCard() {
        LaidCard card = new LaidCard(card(Personas.ORDINARY));
        PinManagement management = new PinManagement(PinGoal.CHANGE, new FixedRandom(5));
        management.card(card);
        int before = card.commands().size();
        assertEquals(
                new PinStep.PinNeeded(Kind.OWN, 3, EntryNote.TRANSPORT_PIN),
                management.pin(Secrets.of("12345")));
        assertEquals(
                new PinStep.PinNeeded(Kind.OWN, 3, EntryNote.LENGTH),
                management.pin(Secrets.of("1234567")));
        assertEquals(before, card.commands().size());
        management.pin(Secrets.of("123456"));
        before = card.commands().size();
        assertEquals(
                new PinStep.NewPinNeeded(EntryNote.LENGTH),
                management.newPin(Secrets.of("12345"), Secrets.of("12345")));
        assertEquals(
                new PinStep.NewPinNeeded(EntryNote.DIFFERENT),
                management.newPin(Secrets.of("654321"), Secrets.of("654322")));
        assertEquals(before, card.commands().size());
    }

    @Test
    void sixDigitsAreNotTriedAsTransportPin() {
        PinManagement management = begun(PinGoal.SET, card(Personas.TRANSPORT_PIN));
        assertEquals(
                new PinStep.PinNeeded(Kind.TRANSPORT, 3, EntryNote.LENGTH),
                management.pin(Secrets.of("123456")));
    }

    @Test
    void theLastTryNeedsTheCan() {
        SimulatedEidCard card = card(Personas.ORDINARY);
        PinManagement management = begun(PinGoal.CHANGE, card);
        management.pin(Secrets.of("111111"));
        assertEquals(new PinStep.CanNeeded(EntryNote.WRONG), management.pin(Secrets.of("111111")));
        assertEquals(new PinStep.CanNeeded(EntryNote.WRONG), management.can(Secrets.of("111111")));
        assertEquals(
                new PinStep.PinNeeded(Kind.OWN, 1, EntryNote.CAN_ACCEPTED),
                management.can(Secrets.of("500540")));
        assertEquals(
                new PinStep.Failed(EidFailure.PIN_BLOCKED), management.pin(Secrets.of("111111")));
        assertEquals(PinState.BLOCKED, state(card));
    }

    @Test
    void thePukGivesThreeTriesAgain() {
        SimulatedEidCard card = card(Personas.BLOCKED);
        PinManagement management = begun(PinGoal.UNBLOCK, card);
        assertEquals(new PinStep.PukNeeded(EntryNote.NONE), management.step());
        assertEquals(
                new PinStep.PukNeeded(EntryNote.LENGTH), management.puk(Secrets.of("987654321")));
        assertEquals(
                new PinStep.PukNeeded(EntryNote.WRONG), management.puk(Secrets.of("1234567890")));
        assertEquals(new PinStep.PinUnblocked(), management.puk(Secrets.of("9876543210")));
        assertEquals(PinState.THREE_TRIES, state(card));
    }

    @Test
    void aPukThatIsNotNeededIsNotUsed() {
        for (Persona persona : new Persona[] {Personas.ORDINARY, Personas.SUSPENDED}) {
            assertEquals(
                    new PinStep.Failed(EidFailure.PIN_NOT_BLOCKED),
                    begun(PinGoal.UNBLOCK, card(persona)).step());
        }
    }

    @Test
    void aPukCanBeUsedUp() {
        SimulatedEidCard card = card(Personas.BLOCKED);
        PinStep step = new PinStep.CardNeeded();
        for (int i = 0; i < 12 && !(step instanceof PinStep.Failed); i++) {
            step = begun(PinGoal.UNBLOCK, card).puk(Secrets.of("9876543210"));
            for (int wrong = 0; wrong < 2; wrong++) {
                begun(PinGoal.CHANGE, card).pin(Secrets.of("111111"));
            }
            PinManagement last = begun(PinGoal.CHANGE, card);
            last.can(Secrets.of("500540"));
            last.pin(Secrets.of("111111"));
        }
        assertEquals(new PinStep.Failed(EidFailure.PUK_USED_UP), step);
    }

    @ParameterizedTest
    @EnumSource(PinGoal.class)
    void aDeactivatedCardIsNamed(PinGoal goal) {
        PinStep step = begun(goal, card(Personas.DEACTIVATED)).step();
        assertEquals(
                goal == PinGoal.LOOK
                        ? new PinStep.StateFound(PinState.DEACTIVATED)
                        : new PinStep.Failed(EidFailure.CARD_DEACTIVATED),
                step);
    }

    @Test
    void aBlockedPinNeedsThePuk() {
        assertEquals(
                new PinStep.Failed(EidFailure.PIN_BLOCKED),
                begun(PinGoal.CHANGE, card(Personas.BLOCKED)).step());
    }

    @Test
    void everySecretIsErasedWhateverTheStep() {
        PinManagement management = new PinManagement(PinGoal.CHANGE, new FixedRandom(5));
        Secret[] early = new Secret[5];
        for (int i = 0; i < early.length; i++) {
            early[i] = Secrets.of("123456");
        }
        management.pin(early[0]);
        management.can(early[1]);
        management.puk(early[2]);
        management.newPin(early[3], early[4]);
        for (Secret secret : early) {
            assertEquals(0, secret.length());
        }
        management.card(new LaidCard(card(Personas.ORDINARY)));
        management.pin(Secrets.of("123456"));
        Secret first = Secrets.of("654321");
        Secret second = Secrets.of("654321");
        management.newPin(first, second);
        assertEquals(0, first.length() + second.length());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theNewPinIsNeverSentInClear(boolean extended) {
        LaidCard laid = new LaidCard(card(Personas.ORDINARY), extended);
        PinManagement management = new PinManagement(PinGoal.CHANGE, new FixedRandom(5));
        management.card(laid);
        management.pin(Secrets.of("123456"));
        management.newPin(Secrets.of("918273"), Secrets.of("918273"));
        assertTrue(
                laid.commands().stream()
                        .noneMatch(command ->
                                new String(command, java.nio.charset.StandardCharsets.ISO_8859_1)
                                        .contains("918273")));
    }

    @Test
    void cancellingGivesTheCardFree() {
        LaidCard laid = new LaidCard(card(Personas.ORDINARY));
        PinManagement management = new PinManagement(PinGoal.CHANGE, new FixedRandom(5));
        management.card(laid);
        assertEquals(new PinStep.Failed(EidFailure.CANCELLED), management.cancel());
        assertTrue(laid.isClosed());
    }
}
