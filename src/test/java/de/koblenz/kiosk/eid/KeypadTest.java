package de.koblenz.kiosk.eid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.device.DeviceId;
import de.koblenz.kiosk.device.card.PcscCardReader;
import de.koblenz.kiosk.device.card.ReaderTimings;
import de.koblenz.kiosk.device.profile.ReaderProfile;
import de.koblenz.kiosk.device.profile.ReaderProfiles;
import de.koblenz.kiosk.device.sim.SimulatedCardService;
import de.koblenz.kiosk.device.sim.SimulatedReader;
import de.koblenz.kiosk.device.sim.card.CardCryptography;
import de.koblenz.kiosk.device.sim.card.KeypadReader;
import de.koblenz.kiosk.device.sim.card.Persona;
import de.koblenz.kiosk.device.sim.card.Personas;
import de.koblenz.kiosk.eid.failure.EidFailure;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// PIN, CAN and PUK typed at the reader: workflow, driver, a reader with a keypad, the simulated card.
class KeypadTest {
    private static final String NAME = "Example Keypad 1";

    private final CardWorld world = new CardWorld();
    private final SimulatedCardService service = new SimulatedCardService();
    private final SimulatedReader socket = service.plug(NAME);
    private PcscCardReader reader = driver(true, true);

    private PcscCardReader driver(boolean keypad, boolean extended) {
        ReaderProfile profile =
                new ReaderProfile("EXAMPLE", "example", "", NAME + "*", keypad, extended, false);
        return new PcscCardReader(
                new DeviceId("card-reader"),
                service,
                new ReaderProfiles(List.of(profile)),
                ReaderTimings.USUAL);
    }

    @AfterEach
    void close() {
        reader.close();
    }

    private KeypadReader lay(Persona persona, boolean extended) {
        KeypadReader keypad =
                new KeypadReader(
                        world.card(
                                persona,
                                CardCryptography.USUAL,
                                world.authority.roots().getFirst()),
                        extended);
        socket.equip(keypad);
        socket.lay(keypad);
        return keypad;
    }

    private KeypadReader lay(Persona persona) {
        return lay(persona, true);
    }

    @Test
    void aPinTypedAtTheReaderReadsTheCardAndNeverReachesTheMachine() {
        KeypadReader keypad = lay(Personas.ORDINARY).typing(Personas.USUAL.pin());
        try (EidWorkflow workflow = world.agreed(CardWorld.FIVE_GROUPS)) {
            assertEquals(new EidStep.PinNeeded(3, EntryNote.NONE), workflow.card(reader));
            assertTrue(workflow.keypad());
            EidStep.IdentityRead read =
                    assertInstanceOf(EidStep.IdentityRead.class, workflow.atKeypad());
            assertEquals(Optional.of(Personas.ORDINARY.name().family()), read.data().familyNames());
        }
        String pin =
                HexFormat.of().formatHex(Personas.USUAL.pin().getBytes(StandardCharsets.US_ASCII));
        assertTrue(keypad.heard().size() > 20);
        keypad.heard().forEach(bytes -> assertFalse(HexFormat.of().formatHex(bytes).contains(pin)));
    }

    @Test
    void aKeypadReaderWithShortCommandsReadsEverythingButThePseudonym() {
        reader.close();
        reader = driver(true, false);
        lay(Personas.COMPLETE, false).typing(Personas.USUAL.pin());
        EidRequest everything = CardWorld.everything();
        EidRequest request =
                new EidRequest(
                        everything.required(),
                        everything.optional(),
                        everything.ageAtLeast(),
                        everything.municipality(),
                        false,
                        everything.manner());
        try (EidWorkflow workflow = world.agreed(request)) {
            workflow.card(reader);
            assertInstanceOf(EidStep.IdentityRead.class, workflow.atKeypad());
        }
    }

    /// The profile promises long commands, the reader's own properties know better.
    @Test
    void aReaderThatSaysItCarriesShortCommandsOnlyIsBelieved() throws Exception {
        lay(Personas.ORDINARY, false);
        assertFalse(reader.connect().extendedLength());
        lay(Personas.ORDINARY, true);
        assertTrue(reader.connect().extendedLength());
    }

    @Test
    void theLastTryIsMadeOnlyInTheReadersChannelOfTheCan() {
        lay(Personas.ORDINARY)
                .typing("111111", "222222", Personas.USUAL.can(), Personas.USUAL.pin());
        try (EidWorkflow workflow = world.agreed(CardWorld.FIVE_GROUPS)) {
            workflow.card(reader);
            assertEquals(new EidStep.PinNeeded(2, EntryNote.WRONG), workflow.atKeypad());
            assertEquals(
                    new EidStep.CanNeeded(CanPurpose.LAST_TRY, EntryNote.WRONG),
                    workflow.atKeypad());
            assertEquals(new EidStep.PinNeeded(1, EntryNote.CAN_ACCEPTED), workflow.atKeypad());
            assertInstanceOf(EidStep.IdentityRead.class, workflow.atKeypad());
        }
    }

    @Test
    void aCanFromTheScreenIsAskedAgainBeforeTheKeypadMakesTheLastTry() {
        lay(Personas.SUSPENDED).typing(Personas.USUAL.pin());
        try (EidWorkflow workflow = world.agreed(CardWorld.FIVE_GROUPS)) {
            workflow.card(reader);
            workflow.can(Secrets.of(Personas.USUAL.can()));
            assertEquals(new EidStep.Failed(EidFailure.PIN_SUSPENDED), workflow.atKeypad());
        }
    }

    @Test
    void theRedKeyAndPatienceThatEndsCostNoTry() {
        lay(Personas.ORDINARY)
                .typing(KeypadReader.RED_KEY, KeypadReader.NOTHING, Personas.USUAL.pin());
        try (EidWorkflow workflow = world.agreed(CardWorld.FIVE_GROUPS)) {
            workflow.card(reader);
            assertEquals(new EidStep.PinNeeded(3, EntryNote.NOT_ENTERED), workflow.atKeypad());
            assertEquals(new EidStep.PinNeeded(3, EntryNote.NOT_ENTERED), workflow.atKeypad());
            assertInstanceOf(EidStep.IdentityRead.class, workflow.atKeypad());
        }
    }

    /// Whatever is typed then: the card gets no further command.
    @ParameterizedTest
    @ValueSource(strings = {"123456", "999999", KeypadReader.RED_KEY, KeypadReader.NOTHING})
    void whoGivesUpWhileTheReaderAsksIsNotRead(String typed) {
        KeypadReader keypad = lay(Personas.ORDINARY).typing(typed);
        try (EidWorkflow workflow = world.agreed(CardWorld.FIVE_GROUPS)) {
            socket.equip((code, command) -> {
                if (command.length > 0 && command[0] == 2) {
                    workflow.giveUp();
                }
                return keypad.answer(code, command);
            });
            workflow.card(reader);
            EidStep cancelled = new EidStep.Failed(EidFailure.CANCELLED);
            assertEquals(cancelled, workflow.atKeypad());
            assertEquals(
                    2, keypad.heard().getLast()[0], "EstablishPACEChannel is the last command");
            assertEquals(cancelled, workflow.card(reader), "it takes no card any more");
        }
    }

    @Test
    void whoHasGivenUpIsNotAskedByTheReader() {
        KeypadReader keypad = lay(Personas.BLOCKED);
        try (PinManagement pins = new PinManagement(PinGoal.UNBLOCK, new FixedRandom(1))) {
            assertEquals(new PinStep.PukNeeded(EntryNote.NONE), pins.card(reader));
            int heard = keypad.heard().size();
            pins.giveUp();
            assertEquals(new PinStep.Failed(EidFailure.CANCELLED), pins.atKeypad());
            assertEquals(heard, keypad.heard().size());
        }
    }

    @Test
    void onSiteTheCanIsTypedAtTheReader() {
        lay(Personas.ORDINARY).typing("999999", Personas.USUAL.can());
        try (EidWorkflow workflow = world.agreed(CardWorld.onSite())) {
            workflow.card(reader);
            assertEquals(
                    new EidStep.CanNeeded(CanPurpose.ON_SITE, EntryNote.WRONG),
                    workflow.atKeypad());
            assertInstanceOf(EidStep.IdentityRead.class, workflow.atKeypad());
        }
    }

    @Test
    void aTransportPinIsReplacedAtTheReader() {
        KeypadReader keypad =
                lay(Personas.TRANSPORT_PIN).typing("12345", "246801", "246802", "246801", "246801");
        try (PinManagement pins = new PinManagement(PinGoal.SET, new FixedRandom(1))) {
            pins.card(reader);
            assertEquals(new PinStep.NewPinNeeded(EntryNote.NONE), pins.atKeypad());
            assertTrue(pins.keypad());
            assertEquals(new PinStep.NewPinNeeded(EntryNote.DIFFERENT), pins.atKeypad());
            assertEquals(new PinStep.PinSet(), pins.atKeypad());
        }
        keypad.typing("246801");
        try (EidWorkflow workflow = world.agreed(CardWorld.FIVE_GROUPS)) {
            workflow.card(reader);
            assertInstanceOf(EidStep.IdentityRead.class, workflow.atKeypad());
        }
    }

    @Test
    void aBlockedPinIsUnblockedAtTheReader() {
        lay(Personas.BLOCKED).typing("1111111111", Personas.USUAL.puk());
        try (PinManagement pins = new PinManagement(PinGoal.UNBLOCK, new FixedRandom(1))) {
            pins.card(reader);
            assertEquals(new PinStep.PukNeeded(EntryNote.WRONG), pins.atKeypad());
            assertEquals(new PinStep.PinUnblocked(), pins.atKeypad());
        }
    }

    @Test
    void aNewPinFromTheScreenGoesThroughTheReadersChannel() {
        lay(Personas.ORDINARY).typing(Personas.USUAL.pin());
        try (PinManagement pins = new PinManagement(PinGoal.CHANGE, new FixedRandom(1))) {
            pins.card(reader);
            pins.atKeypad();
            assertEquals(
                    new PinStep.PinSet(), pins.newPin(Secrets.of("135790"), Secrets.of("135790")));
        }
    }

    @Test
    void withoutAProfileThatPromisesKeysTheScreenIsUsed() {
        reader.close();
        reader = driver(false, true);
        lay(Personas.ORDINARY);
        try (EidWorkflow workflow = world.agreed(CardWorld.FIVE_GROUPS)) {
            workflow.card(reader);
            assertFalse(workflow.keypad());
            assertInstanceOf(
                    EidStep.IdentityRead.class, workflow.pin(Secrets.of(Personas.USUAL.pin())));
        }
    }

    @Test
    void aKeypadThatAnswersNonsenseFailsOnceAndIsNotOfferedAgain() {
        KeypadReader keypad = lay(Personas.ORDINARY);
        socket.equip((code, command) ->
                command.length > 0 && command[0] == 2
                        ? new byte[] {1, 2, 3}
                        : keypad.answer(code, command));
        try (EidWorkflow workflow = world.agreed(CardWorld.FIVE_GROUPS)) {
            workflow.card(reader);
            assertEquals(new EidStep.Failed(EidFailure.KEYPAD), workflow.atKeypad());
            assertEquals(new EidStep.PinNeeded(3, EntryNote.NONE), workflow.card(reader));
            assertFalse(workflow.keypad());
            assertInstanceOf(
                    EidStep.IdentityRead.class, workflow.pin(Secrets.of(Personas.USUAL.pin())));
        }
    }

    /// A reader that names another card than it spoke with.
    @Test
    void aForeignIdentityOfTheCardIsRefusedByTheCard() {
        KeypadReader keypad = lay(Personas.ORDINARY).typing(Personas.USUAL.pin());
        socket.equip((code, command) -> {
            byte[] answer = keypad.answer(code, command);
            if (answer.length > 50) {
                answer[answer.length - 1] ^= 1;
            }
            return answer;
        });
        try (EidWorkflow workflow = world.agreed(CardWorld.FIVE_GROUPS)) {
            workflow.card(reader);
            assertEquals(new EidStep.Failed(EidFailure.SIGNATURE_REFUSED), workflow.atKeypad());
        }
    }

    @Test
    void aCardTakenAwayAtEachCommandIsToldAndCostsNoTry() {
        KeypadReader keypad = lay(Personas.ORDINARY);
        int read = 0;
        for (int commands = 0; read == 0; commands++) {
            assertTrue(commands < 40);
            keypad.typing(Personas.USUAL.pin());
            socket.lay(keypad);
            socket.takeAfter(commands);
            try (EidWorkflow workflow = world.agreed(CardWorld.FIVE_GROUPS)) {
                EidStep step = workflow.card(reader);
                if (step instanceof EidStep.PinNeeded(int tries, _)) {
                    assertEquals(3, tries);
                    step = workflow.atKeypad();
                }
                if (step instanceof EidStep.IdentityRead) {
                    read++;
                } else {
                    assertEquals(new EidStep.Failed(EidFailure.CARD_REMOVED), step);
                }
            }
        }
    }
}
