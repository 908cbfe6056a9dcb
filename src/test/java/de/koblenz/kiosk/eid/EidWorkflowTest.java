package de.koblenz.kiosk.eid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.device.sim.card.CardCryptography;
import de.koblenz.kiosk.device.sim.card.CardCurve;
import de.koblenz.kiosk.device.sim.card.DocumentIssuer;
import de.koblenz.kiosk.device.sim.card.Persona;
import de.koblenz.kiosk.device.sim.card.Personas;
import de.koblenz.kiosk.device.sim.card.SimulatedEidCard;
import de.koblenz.kiosk.eid.authority.AuthorityException;
import de.koblenz.kiosk.eid.authority.TerminalAuthority;
import de.koblenz.kiosk.eid.authority.TestAuthority;
import de.koblenz.kiosk.eid.certificate.AccessRight;
import de.koblenz.kiosk.eid.certificate.CvCertificate;
import de.koblenz.kiosk.eid.crypto.StandardCurve;
import de.koblenz.kiosk.eid.data.DataGroup;
import de.koblenz.kiosk.eid.data.PartialDate;
import de.koblenz.kiosk.eid.data.PersonalData;
import de.koblenz.kiosk.eid.data.Place;
import de.koblenz.kiosk.eid.failure.EidFailure;
import de.koblenz.kiosk.eid.secret.Secret;
import de.koblenz.kiosk.eid.tlv.Octets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The workflow against a card that was written apart from it.
class EidWorkflowTest {
    private final CardWorld world = new CardWorld();

    private static EidStep.IdentityRead read(EidWorkflow workflow, LaidCard card, String pin) {
        workflow.card(card);
        return assertInstanceOf(EidStep.IdentityRead.class, workflow.pin(Secrets.of(pin)));
    }

    private PersonalData everythingOf(Persona persona) {
        return read(
                        world.agreed(CardWorld.everything()),
                        new LaidCard(world.card(persona)),
                        "123456")
                .data();
    }

    static Stream<Persona> readable() {
        return Personas.all().stream()
                .filter(persona -> persona.secrets().tries() > 1 && persona.secrets().active())
                .filter(persona -> persona.secrets().pin().length() == 6)
                .filter(persona -> !persona.equals(Personas.EXPIRED));
    }

    @ParameterizedTest
    @MethodSource("readable")
    void everyPersonaIsReadAsThePersonIs(Persona persona) {
        PersonalData data = everythingOf(persona);
        assertEquals(Set.of(), data.refused());
        assertEquals(Set.of(), data.unreadable());
        assertEquals(
                persona.name().given().equals("---")
                        ? Optional.empty()
                        : Optional.of(persona.name().given()),
                data.givenNames());
        assertEquals(Optional.of(persona.name().family()), data.familyNames());
        assertEquals(persona.name().title(), data.academicTitle().orElse(""));
        assertEquals(persona.name().artistic(), data.artisticName().orElse(""));
        PartialDate birth = data.dateOfBirth().orElseThrow();
        assertEquals(Integer.parseInt(persona.birth().date().substring(0, 4)), birth.year());
        switch (persona.residence()) {
            case Persona.Residence.Address address -> {
                Place.Structured place =
                        assertInstanceOf(
                                Place.Structured.class, data.placeOfResidence().orElseThrow());
                assertEquals(address.city(), place.city());
                assertEquals(Optional.of(address.street()), place.street());
                assertEquals(Optional.of(address.postcode()), place.postcode());
                assertEquals(
                        Optional.of(Octets.ofHex(address.municipality())), data.municipality());
            }
            case Persona.Residence.None(String words) ->
                    assertEquals(Optional.of(new Place.None(words)), data.placeOfResidence());
        }
    }

    @Test
    void allGroupsOfACompleteCardAreRead() {
        assertEquals(EnumSet.allOf(DataGroup.class), everythingOf(Personas.COMPLETE).present());
    }

    @Test
    void partsOfADateOfBirthStayUnknown() {
        assertEquals(
                Optional.of(new PartialDate(1989, 0, 0)),
                everythingOf(Personas.PARTIAL_BIRTH).dateOfBirth());
    }

    static Stream<Arguments> algorithms() {
        return Stream.of(CardCurve.values())
                .flatMap(curve ->
                        Stream.of(128, 192, 256)
                                .map(bits -> Arguments.of(new CardCryptography(curve, bits))));
    }

    @ParameterizedTest
    @MethodSource("algorithms")
    void cardsOfEveryAlgorithmAreRead(CardCryptography cryptography) {
        SimulatedEidCard card =
                world.card(Personas.ORDINARY, cryptography, world.authority.roots().getFirst());
        PersonalData data =
                read(world.agreed(CardWorld.FIVE_GROUPS), new LaidCard(card), "123456").data();
        assertEquals(Optional.of("Mustermann"), data.familyNames());
    }

    @Test
    void fiveGroupsTakeAtMost26Commands() {
        LaidCard card = new LaidCard(world.card(Personas.DOCTOR));
        EidStep.IdentityRead read = read(world.agreed(CardWorld.FIVE_GROUPS), card, "123456");
        assertEquals(26, read.commands());
        assertEquals(26, card.commands().size());
        assertTrue(card.isClosed());
    }

    @Test
    void aReaderWithoutExtendedLengthIsServedByChains() {
        LaidCard card = new LaidCard(world.card(Personas.COMPLETE), false);
        EidRequest all = EidRequest.of(DataGroup.values());
        EidStep.IdentityRead read = read(world.agreed(all), card, "123456");
        assertEquals(EnumSet.allOf(DataGroup.class), read.data().present());
        assertTrue(card.commands().stream().allMatch(command -> command.length <= 261));
    }

    @Test
    void aPseudonymNeedsExtendedLength() {
        LaidCard card = new LaidCard(world.card(Personas.ORDINARY), false);
        assertEquals(
                new EidStep.Failed(EidFailure.READER_SHORT),
                world.agreed(CardWorld.everything()).card(card));
        assertTrue(card.isClosed());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void linkCertificatesLeadFromAnOldRoot(int generation) {
        CardWorld linked =
                new CardWorld(
                        Authorities.of(
                                StandardCurve.BRAINPOOL_P256,
                                3,
                                world.authority.identity().terminal().chat().rights()));
        SimulatedEidCard card =
                linked.card(
                        Personas.ORDINARY,
                        CardCryptography.USUAL,
                        linked.authority.roots().get(generation));
        assertEquals(
                26 + 2 * (2 - generation),
                read(linked.agreed(CardWorld.FIVE_GROUPS), new LaidCard(card), "123456")
                        .commands());
        // The link has made the newest root the one that the card believes.
        assertEquals(
                26,
                read(linked.agreed(CardWorld.FIVE_GROUPS), new LaidCard(card), "123456")
                        .commands());
    }

    // ---- questions

    @Test
    void questionsAreAnsweredWithoutTheData() {
        EidRequest asks =
                new EidRequest(
                        Set.of(),
                        Set.of(),
                        OptionalInt.of(18),
                        Optional.of(Octets.ofHex("02760701110000")),
                        true,
                        EidRequest.Manner.WITH_PIN);
        EidStep.IdentityRead read =
                read(world.agreed(asks), new LaidCard(world.card(Personas.ORDINARY)), "123456");
        assertEquals(Optional.of(true), read.oldEnough());
        assertEquals(Optional.of(true), read.livesThere());
        assertEquals(Set.of(), read.data().present());
        EidRequest older =
                new EidRequest(
                        Set.of(),
                        Set.of(),
                        OptionalInt.of(99),
                        Optional.of(Octets.ofHex("02760503150000")),
                        false,
                        EidRequest.Manner.WITH_PIN);
        EidStep.IdentityRead other =
                read(world.agreed(older), new LaidCard(world.card(Personas.ORDINARY)), "123456");
        assertEquals(Optional.of(false), other.oldEnough());
        assertEquals(Optional.of(false), other.livesThere());
        assertTrue(other.pseudonym().isEmpty());
    }

    @Test
    void thePseudonymIsThatOfCardAndSector() {
        SimulatedEidCard card = world.card(Personas.ORDINARY);
        Octets first = pseudonym(world, card);
        assertEquals(first, pseudonym(world, card));
        CardWorld otherSector =
                new CardWorld(
                        new TestAuthority(
                                new TestAuthority.Plan(
                                        StandardCurve.BRAINPOOL_P256,
                                        1,
                                        world.authority.identity().terminal().chat().rights(),
                                        world.authority.identity().description(),
                                        Authorities.TODAY,
                                        Authorities.TODAY.plusDays(1)),
                                new FixedRandom(4)));
        SimulatedEidCard same =
                world.card(
                        Personas.ORDINARY,
                        CardCryptography.USUAL,
                        otherSector.authority.roots().getFirst());
        assertNotEquals(first, pseudonym(otherSector, same));
    }

    private static Octets pseudonym(CardWorld world, SimulatedEidCard card) {
        return read(world.agreed(CardWorld.everything()), new LaidCard(card), "123456")
                .pseudonym()
                .orElseThrow();
    }

    // ---- consent and rights

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
                read(workflow, card, "123456").data().present());
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

    // ---- the PIN

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

    // ---- on site

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

    // ---- ends

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
        EidStep step = read(workflow, new LaidCard(world.card(Personas.COMPLETE)), "123456");
        assertFalse(step.toString().contains("Vollständig"));
        assertFalse(step.toString().contains("1977"));
    }
}
