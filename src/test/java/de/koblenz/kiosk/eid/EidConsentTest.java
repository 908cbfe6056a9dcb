package de.koblenz.kiosk.eid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.device.sim.card.Personas;
import de.koblenz.kiosk.device.sim.card.SimulatedEidCard;
import de.koblenz.kiosk.eid.authority.AuthorityException;
import de.koblenz.kiosk.eid.authority.TerminalAuthority;
import de.koblenz.kiosk.eid.authority.TestAuthority;
import de.koblenz.kiosk.eid.certificate.AccessRight;
import de.koblenz.kiosk.eid.certificate.CvCertificate;
import de.koblenz.kiosk.eid.crypto.StandardCurve;
import de.koblenz.kiosk.eid.data.DataGroup;
import de.koblenz.kiosk.eid.failure.EidFailure;
import de.koblenz.kiosk.eid.tlv.Octets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Consent, rights, and reading on site.
class EidConsentTest {
    private final CardWorld world = new CardWorld();

    @Test
    void whoAsksForWhatIsShownFirst() {
        EidRequest request =
                new EidRequest(
                        Set.of(DataGroup.FAMILY_NAMES),
                        Set.of(DataGroup.ACADEMIC_TITLE),
                        OptionalInt.empty(),
                        Optional.empty(),
                        false,
                        EidRequest.Manner.WITH_PIN);
        EidWorkflow workflow = world.workflow(request);
        EidStep.ConsentNeeded needed =
                assertInstanceOf(EidStep.ConsentNeeded.class, workflow.start());
        assertEquals("Stadtverwaltung Koblenz", needed.description().subjectName());
        assertEquals(Set.of(DataGroup.FAMILY_NAMES), needed.required());
        assertEquals(Set.of(DataGroup.ACADEMIC_TITLE), needed.optional());
    }

    @Test
    void aGroupSwitchedOffIsNotAskedFor() {
        EidRequest request =
                new EidRequest(
                        Set.of(DataGroup.FAMILY_NAMES),
                        Set.of(DataGroup.ACADEMIC_TITLE, DataGroup.SEX),
                        OptionalInt.empty(),
                        Optional.empty(),
                        false,
                        EidRequest.Manner.WITH_PIN);
        EidWorkflow workflow = world.workflow(request);
        workflow.start();
        // Nobody can choose what was not offered.
        workflow.consent(Set.of(DataGroup.ACADEMIC_TITLE, DataGroup.NATIONALITY));
        LaidCard card = new LaidCard(world.card(Personas.COMPLETE));
        assertEquals(
                Set.of(DataGroup.FAMILY_NAMES, DataGroup.ACADEMIC_TITLE),
                CardWorld.read(workflow, card, "123456").data().present());
    }

    @Test
    void withoutConsentNoCardIsTouched() {
        EidWorkflow workflow = world.workflow(CardWorld.FIVE_GROUPS);
        workflow.start();
        LaidCard card = new LaidCard(world.card(Personas.ORDINARY));
        assertInstanceOf(EidStep.ConsentNeeded.class, workflow.card(card));
        assertEquals(List.of(), card.commands());
        assertTrue(card.isClosed());
    }

    private EidFailure startFails(TerminalAuthority authority, EidRequest request) {
        return assertInstanceOf(EidStep.Failed.class, world.workflow(authority, request).start())
                .failure();
    }

    @Test
    void aCertificateThatDoesNotSufficeIsFoundBeforeAnybodyIsAsked() {
        assertEquals(
                EidFailure.RIGHTS_MISSING,
                startFails(Authorities.of(Set.of(AccessRight.READ_DG4)), CardWorld.FIVE_GROUPS));
        Set<AccessRight> noCan = EnumSet.allOf(AccessRight.class);
        noCan.remove(AccessRight.CAN_ALLOWED);
        assertEquals(
                EidFailure.CAN_NOT_ALLOWED, startFails(Authorities.of(noCan), CardWorld.onSite()));
        TestAuthority expired =
                new TestAuthority(
                        new TestAuthority.Plan(
                                StandardCurve.BRAINPOOL_P256,
                                1,
                                noCan,
                                world.authority.identity().description(),
                                Authorities.TODAY.minusDays(9),
                                Authorities.TODAY.minusDays(1)),
                        new FixedRandom(1));
        assertEquals(EidFailure.CERTIFICATE_EXPIRED, startFails(expired, CardWorld.FIVE_GROUPS));
    }

    /// An authority that fails at one of its calls.
    private record Unreachable(TestAuthority whole, String call) implements TerminalAuthority {
        private void maybe(String now) throws AuthorityException {
            if (now.equals(call)) {
                throw new AuthorityException("no network");
            }
        }

        @Override
        public Identity identity() throws AuthorityException {
            maybe("identity");
            return whole.identity();
        }

        @Override
        public List<CvCertificate> chain(String trustPoint) throws AuthorityException {
            maybe("chain");
            return whole.chain(trustPoint);
        }

        @Override
        public Optional<CvCertificate> root(String trustPoint) {
            return whole.root(trustPoint);
        }

        @Override
        public Octets sign(Octets message) throws AuthorityException {
            maybe("sign");
            return call.equals("wrong signature") ? whole.sign(Octets.EMPTY) : whole.sign(message);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "chain", "sign", "wrong signature"})
    void anAuthorityThatFailsIsNamed(String call) {
        EidWorkflow workflow =
                world.workflow(new Unreachable(world.authority, call), CardWorld.FIVE_GROUPS);
        workflow.start();
        workflow.consent(Set.of());
        LaidCard card = new LaidCard(world.card(Personas.ORDINARY));
        workflow.card(card);
        workflow.pin(Secrets.of("123456"));
        assertEquals(
                new EidStep.Failed(
                        call.equals("wrong signature")
                                ? EidFailure.SIGNATURE_REFUSED
                                : EidFailure.AUTHORITY_UNREACHABLE),
                workflow.step());
        assertTrue(card.isClosed());
    }

    @Test
    void aCardThatTrustsAnotherRootIsRefused() {
        CardWorld foreign =
                new CardWorld(
                        new TestAuthority(
                                new TestAuthority.Plan(
                                        StandardCurve.BRAINPOOL_P256,
                                        1,
                                        Set.of(),
                                        world.authority.identity().description(),
                                        Authorities.TODAY,
                                        Authorities.TODAY),
                                new FixedRandom(8)));
        // The same name, another key.
        LaidCard card = new LaidCard(foreign.card(Personas.ORDINARY));
        EidWorkflow workflow = world.agreed(CardWorld.FIVE_GROUPS);
        workflow.card(card);
        assertEquals(
                new EidStep.Failed(EidFailure.CERTIFICATE_REFUSED),
                workflow.pin(Secrets.of("123456")));
    }

    @Test
    void onSiteReadingNeedsStaffAndIsRegisteredWithoutTheCitizen() {
        SimulatedEidCard card = world.card(Personas.ORDINARY);
        EidWorkflow workflow = world.workflow(CardWorld.onSite());
        workflow.start();
        assertEquals(new EidStep.StaffNeeded(), workflow.consent(Set.of()));
        assertEquals(new EidStep.StaffNeeded(), workflow.card(new LaidCard(card)));
        assertEquals(List.of(), world.register);
        assertEquals(new EidStep.CardNeeded(), workflow.staffConfirmed(CardWorld.CONFIRMED));
        assertEquals(List.of(CardWorld.CONFIRMED), world.register);
        assertEquals(
                new EidStep.CanNeeded(CanPurpose.ON_SITE, EntryNote.NONE),
                workflow.card(new LaidCard(card)));
        assertEquals(
                new EidStep.CanNeeded(CanPurpose.ON_SITE, EntryNote.WRONG),
                workflow.can(Secrets.of("500541")));
        EidStep.IdentityRead read =
                assertInstanceOf(EidStep.IdentityRead.class, workflow.can(Secrets.of("500540")));
        assertEquals(Optional.of("Mustermann"), read.data().familyNames());
    }

    @Test
    void onSiteReadingDoesNotNeedThePin() {
        EidWorkflow workflow = world.agreed(CardWorld.onSite());
        workflow.card(new LaidCard(world.card(Personas.BLOCKED)));
        assertInstanceOf(EidStep.IdentityRead.class, workflow.can(Secrets.of("500540")));
    }
}
