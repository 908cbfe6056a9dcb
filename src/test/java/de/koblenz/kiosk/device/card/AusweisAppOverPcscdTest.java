package de.koblenz.kiosk.device.card;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.koblenz.kiosk.device.sim.VpcdPlug;
import de.koblenz.kiosk.device.sim.card.CardCryptography;
import de.koblenz.kiosk.device.sim.card.DocumentIssuer;
import de.koblenz.kiosk.device.sim.card.Persona;
import de.koblenz.kiosk.device.sim.card.Personas;
import de.koblenz.kiosk.device.sim.card.SimulatedEidCard;
import de.koblenz.kiosk.eid.EntryNote;
import de.koblenz.kiosk.eid.PinDialogue;
import de.koblenz.kiosk.eid.PinGoal;
import de.koblenz.kiosk.eid.PinStep;
import de.koblenz.kiosk.eid.PinStep.PinNeeded.Kind;
import de.koblenz.kiosk.eid.Secrets;
import de.koblenz.kiosk.eid.ausweisapp.AusweisAppPins;
import de.koblenz.kiosk.eid.failure.EidFailure;
import de.koblenz.kiosk.eid.protocol.PinState;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The second road against the real AusweisApp: adapter, app, the real pcscd with a virtual reader, the simulated card. The app is an
/// independent terminal, so it also proves the card.
class AusweisAppOverPcscdTest {
    @TempDir private Path folder;
    private PcscDaemon daemon;
    private AusweisAppProcess app;
    private ObservedReader observed;
    private final SecureRandom random = new SecureRandom();
    private final DocumentIssuer issuer =
            new DocumentIssuer(Instant.parse("2024-01-01T00:00:00Z"), new Random(1));

    @BeforeEach
    void open() throws Exception {
        daemon = new PcscDaemon(folder);
        daemon.start();
        app = new AusweisAppProcess(folder);
        observed = new ObservedReader(new PcscService());
        observed.awaitMedia("notPresent");
    }

    @AfterEach
    void close() throws InterruptedException {
        if (observed != null) {
            observed.close();
        }
        if (app != null) {
            app.close();
        }
        if (daemon != null) {
            daemon.stop();
        }
    }

    private SimulatedEidCard card(Persona persona) {
        return new SimulatedEidCard(persona, CardCryptography.USUAL, issuer, List.of(), random);
    }

    private PinDialogue byApp(PinGoal goal) {
        return new AusweisAppPins(goal, app.app());
    }

    private PinState found() throws InterruptedException {
        try (PinDialogue look = byApp(PinGoal.LOOK)) {
            PinStep step = look.card(observed.reader);
            return step instanceof PinStep.StateFound(PinState state) ? state : failed(step);
        }
    }

    private static PinState failed(PinStep step) {
        throw new AssertionError(step.toString());
    }

    @Test
    void aTransportPinIsReplacedAndTheNewOneIsTaken() throws Exception {
        try (VpcdPlug _ = daemon.lay(card(Personas.TRANSPORT_PIN))) {
            observed.awaitMedia("present");
            try (PinDialogue pins = byApp(PinGoal.SET)) {
                assertEquals(
                        new PinStep.PinNeeded(Kind.TRANSPORT, 3, EntryNote.NONE),
                        pins.card(observed.reader));
                assertEquals(
                        new PinStep.NewPinNeeded(EntryNote.NONE), pins.pin(Secrets.of("12345")));
                assertEquals(
                        new PinStep.PinSet(),
                        pins.newPin(Secrets.of("246801"), Secrets.of("246801")));
            }
            try (PinDialogue pins = byApp(PinGoal.CHANGE)) {
                pins.card(observed.reader);
                assertEquals(
                        new PinStep.NewPinNeeded(EntryNote.NONE), pins.pin(Secrets.of("246801")));
            }
        }
    }

    @Test
    void wrongPinsLeadOverTheCanToTheRightOne() throws Exception {
        try (VpcdPlug _ = daemon.lay(card(Personas.ORDINARY))) {
            observed.awaitMedia("present");
            try (PinDialogue pins = byApp(PinGoal.CHANGE)) {
                assertEquals(
                        new PinStep.PinNeeded(Kind.OWN, 3, EntryNote.NONE),
                        pins.card(observed.reader));
                assertEquals(
                        new PinStep.PinNeeded(Kind.OWN, 2, EntryNote.WRONG),
                        pins.pin(Secrets.of("111111")));
                assertEquals(
                        new PinStep.CanNeeded(EntryNote.WRONG), pins.pin(Secrets.of("222222")));
                assertEquals(
                        new PinStep.CanNeeded(EntryNote.WRONG), pins.can(Secrets.of("000000")));
                assertEquals(
                        new PinStep.PinNeeded(Kind.OWN, 1, EntryNote.CAN_ACCEPTED),
                        pins.can(Secrets.of(Personas.USUAL.can())));
                assertEquals(
                        new PinStep.NewPinNeeded(EntryNote.NONE),
                        pins.pin(Secrets.of(Personas.USUAL.pin())));
                assertEquals(
                        new PinStep.PinSet(),
                        pins.newPin(Secrets.of("135790"), Secrets.of("135790")));
            }
        }
    }

    static Stream<Arguments> states() {
        return Stream.of(
                Arguments.of("three tries", Personas.ORDINARY, PinState.THREE_TRIES),
                Arguments.of("suspended", Personas.SUSPENDED, PinState.SUSPENDED),
                Arguments.of("blocked", Personas.BLOCKED, PinState.BLOCKED));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("states")
    void theStateOfThePinIsFound(String name, Persona persona, PinState state) throws Exception {
        try (VpcdPlug _ = daemon.lay(card(persona))) {
            observed.awaitMedia("present");
            assertEquals(state, found(), name);
        }
    }

    @Test
    void aBlockedPinIsUnblocked() throws Exception {
        try (VpcdPlug _ = daemon.lay(card(Personas.BLOCKED))) {
            observed.awaitMedia("present");
            try (PinDialogue pins = byApp(PinGoal.UNBLOCK)) {
                assertEquals(new PinStep.PukNeeded(EntryNote.NONE), pins.card(observed.reader));
                assertEquals(
                        new PinStep.PukNeeded(EntryNote.WRONG), pins.puk(Secrets.of("1111111111")));
                assertEquals(
                        new PinStep.PinUnblocked(), pins.puk(Secrets.of(Personas.USUAL.puk())));
            }
            assertEquals(PinState.THREE_TRIES, found());
        }
    }

    @Test
    void aCardThatWasTakenAwayIsNotedBeforeThePinIsSent() throws Exception {
        try (PinDialogue pins = byApp(PinGoal.CHANGE)) {
            VpcdPlug plug = daemon.lay(card(Personas.ORDINARY));
            observed.awaitMedia("present");
            assertEquals(
                    new PinStep.PinNeeded(Kind.OWN, 3, EntryNote.NONE), pins.card(observed.reader));
            plug.close();
            observed.awaitMedia("notPresent");
            assertEquals(
                    new PinStep.Failed(EidFailure.CARD_REMOVED),
                    pins.pin(Secrets.of(Personas.USUAL.pin())));
            try (VpcdPlug _ = daemon.lay(card(Personas.ORDINARY))) {
                observed.awaitMedia("present");
                assertEquals(
                        new PinStep.PinNeeded(Kind.OWN, 3, EntryNote.NONE),
                        pins.card(observed.reader));
            }
        }
    }

    @Test
    void anOnlineFunctionThatIsOffIsTold() throws Exception {
        try (VpcdPlug _ = daemon.lay(card(Personas.DEACTIVATED));
                PinDialogue pins = byApp(PinGoal.CHANGE)) {
            observed.awaitMedia("present");
            assertEquals(
                    new PinStep.Failed(EidFailure.CARD_DEACTIVATED), pins.card(observed.reader));
        }
    }
}
