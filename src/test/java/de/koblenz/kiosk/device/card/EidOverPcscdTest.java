package de.koblenz.kiosk.device.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import de.koblenz.kiosk.device.sim.VpcdPlug;
import de.koblenz.kiosk.device.sim.card.CardCryptography;
import de.koblenz.kiosk.device.sim.card.DocumentIssuer;
import de.koblenz.kiosk.device.sim.card.Persona;
import de.koblenz.kiosk.device.sim.card.Personas;
import de.koblenz.kiosk.device.sim.card.SimulatedEidCard;
import de.koblenz.kiosk.eid.EidRequest;
import de.koblenz.kiosk.eid.EidStep;
import de.koblenz.kiosk.eid.EidWorkflow;
import de.koblenz.kiosk.eid.EntryNote;
import de.koblenz.kiosk.eid.PinGoal;
import de.koblenz.kiosk.eid.PinManagement;
import de.koblenz.kiosk.eid.PinStep;
import de.koblenz.kiosk.eid.authority.TestAuthority;
import de.koblenz.kiosk.eid.certificate.AccessRight;
import de.koblenz.kiosk.eid.certificate.CertificateDescription;
import de.koblenz.kiosk.eid.crypto.StandardCurve;
import de.koblenz.kiosk.eid.data.DataGroup;
import de.koblenz.kiosk.eid.failure.EidFailure;
import de.koblenz.kiosk.eid.protocol.PassiveAuthentication;
import de.koblenz.kiosk.eid.secret.Secret;
import de.koblenz.kiosk.eid.tlv.Octets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/// The whole road: workflow, driver, the real pcscd with a virtual reader, the simulated card.
class EidOverPcscdTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    @TempDir private Path folder;
    private PcscDaemon daemon;
    private ObservedReader observed;
    private final SecureRandom random = new SecureRandom();
    private final DocumentIssuer issuer =
            new DocumentIssuer(Instant.parse("2024-01-01T00:00:00Z"), new Random(1));
    private final TestAuthority authority =
            new TestAuthority(
                    new TestAuthority.Plan(
                            StandardCurve.BRAINPOOL_P256,
                            2,
                            Set.of(AccessRight.values()),
                            CertificateDescription.of("T", "T", "https://example.org", "T"),
                            LocalDate.of(2026, 11, 1),
                            LocalDate.of(2026, 12, 31)),
                    random);

    @BeforeEach
    void open() throws Exception {
        daemon = new PcscDaemon(folder);
        daemon.start();
        observed = new ObservedReader(new PcscService());
        observed.awaitMedia("notPresent");
    }

    @AfterEach
    void close() throws InterruptedException {
        if (observed != null) {
            observed.close();
        }
        if (daemon != null) {
            daemon.stop();
        }
    }

    private SimulatedEidCard card(Persona persona) {
        return new SimulatedEidCard(
                persona,
                CardCryptography.USUAL,
                issuer,
                List.of(authority.roots().getFirst().encoded().toArray()),
                random);
    }

    private static Secret secret(String digits) {
        Secret secret = new Secret();
        digits.chars().forEach(digit -> secret.append(digit - '0'));
        return secret;
    }

    private EidWorkflow agreed(EidRequest request) throws Exception {
        EidWorkflow workflow =
                new EidWorkflow(
                        authority,
                        new PassiveAuthentication(
                                List.of(Octets.of(issuer.authorityCertificate()))),
                        CLOCK,
                        random,
                        _ -> {},
                        request);
        workflow.start();
        workflow.consent(List.of());
        return workflow;
    }

    private static final EidRequest FIVE =
            EidRequest.of(
                    DataGroup.GIVEN_NAMES,
                    DataGroup.FAMILY_NAMES,
                    DataGroup.ACADEMIC_TITLE,
                    DataGroup.DATE_OF_BIRTH,
                    DataGroup.PLACE_OF_RESIDENCE);

    private static final EidRequest EVERYTHING =
            new EidRequest(
                    Set.copyOf(Arrays.asList(DataGroup.values())),
                    Set.of(),
                    OptionalInt.of(18),
                    Optional.of(Octets.ofHex("0276")),
                    true,
                    EidRequest.Manner.WITH_PIN);

    /// As its holder would go through it. One card is asked everything; the virtual reader takes its time per command.
    private EidStep read(Persona persona) throws Exception {
        EidRequest request = persona.equals(Personas.COMPLETE) ? EVERYTHING : FIVE;
        try (VpcdPlug _ = daemon.lay(card(persona));
                EidWorkflow workflow = agreed(request)) {
            observed.awaitMedia("present");
            EidStep step = workflow.card(observed.reader.connect());
            if (step instanceof EidStep.CanNeeded) {
                step = workflow.can(secret(persona.secrets().can()));
            }
            return step instanceof EidStep.PinNeeded
                    ? workflow.pin(secret(persona.secrets().pin()))
                    : step;
        }
    }

    @Test
    void everyPersonaIsReadOrItsCardSaysWhyNot(TestReporter figures) throws Exception {
        for (Persona persona : Personas.all()) {
            EidStep end = read(persona);
            figures.publishEntry(persona.key(), end.toString());
            switch (persona.key()) {
                case "expired" -> assertEquals(new EidStep.Failed(EidFailure.CARD_EXPIRED), end);
                case "blocked" -> assertEquals(new EidStep.Failed(EidFailure.PIN_BLOCKED), end);
                case "deactivated" ->
                        assertEquals(new EidStep.Failed(EidFailure.CARD_DEACTIVATED), end);
                case "transport-pin" ->
                        assertEquals(new EidStep.PinNeeded(3, EntryNote.TRANSPORT_PIN), end);
                default -> {
                    EidStep.IdentityRead read = assertInstanceOf(EidStep.IdentityRead.class, end);
                    assertEquals(Optional.of(persona.name().family()), read.data().familyNames());
                    assertEquals(Set.of(), read.data().unreadable());
                }
            }
            observed.awaitMedia("notPresent");
        }
    }

    @Test
    void aTransportPinIsReplacedAndTheNewOneReads() throws Exception {
        SimulatedEidCard card = card(Personas.TRANSPORT_PIN);
        try (VpcdPlug _ = daemon.lay(card)) {
            observed.awaitMedia("present");
            try (PinManagement pins = new PinManagement(PinGoal.SET, random)) {
                pins.card(observed.reader.connect());
                pins.pin(secret("12345"));
                assertEquals(new PinStep.PinSet(), pins.newPin(secret("246801"), secret("246801")));
            }
            try (EidWorkflow workflow = agreed(EidRequest.of(DataGroup.FAMILY_NAMES))) {
                workflow.card(observed.reader.connect());
                assertInstanceOf(EidStep.IdentityRead.class, workflow.pin(secret("246801")));
            }
        }
    }

    @Test
    void aCardTakenAwayWhileItIsReadIsToldAndTheNextOneIsRead() throws Exception {
        try (EidWorkflow workflow = agreed(EidRequest.of(DataGroup.FAMILY_NAMES))) {
            VpcdPlug first = daemon.lay(card(Personas.ORDINARY));
            observed.awaitMedia("present");
            workflow.card(observed.reader.connect());
            first.close();
            assertEquals(
                    new EidStep.Failed(EidFailure.CARD_REMOVED),
                    workflow.pin(secret(Personas.USUAL.pin())));
            observed.awaitMedia("notPresent");
            try (VpcdPlug _ = daemon.lay(card(Personas.ORDINARY))) {
                observed.awaitMedia("present");
                workflow.card(observed.reader.connect());
                assertInstanceOf(
                        EidStep.IdentityRead.class, workflow.pin(secret(Personas.USUAL.pin())));
            }
        }
    }
}
