package de.koblenz.kiosk.eid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.device.sim.card.CardCryptography;
import de.koblenz.kiosk.device.sim.card.CardCurve;
import de.koblenz.kiosk.device.sim.card.Persona;
import de.koblenz.kiosk.device.sim.card.Personas;
import de.koblenz.kiosk.device.sim.card.SimulatedEidCard;
import de.koblenz.kiosk.eid.authority.TestAuthority;
import de.koblenz.kiosk.eid.crypto.StandardCurve;
import de.koblenz.kiosk.eid.data.DataGroup;
import de.koblenz.kiosk.eid.data.PartialDate;
import de.koblenz.kiosk.eid.data.PersonalData;
import de.koblenz.kiosk.eid.data.Place;
import de.koblenz.kiosk.eid.failure.EidFailure;
import de.koblenz.kiosk.eid.tlv.Octets;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Cards that are read by the workflow, against a card that was written apart from it.
class EidWorkflowTest {
    private final CardWorld world = new CardWorld();

    private PersonalData everythingOf(Persona persona) {
        return CardWorld.read(
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
                CardWorld.read(world.agreed(CardWorld.FIVE_GROUPS), new LaidCard(card), "123456")
                        .data();
        assertEquals(Optional.of("Mustermann"), data.familyNames());
    }

    @Test
    void fiveGroupsTakeAtMost26Commands() {
        LaidCard card = new LaidCard(world.card(Personas.DOCTOR));
        EidStep.IdentityRead read =
                CardWorld.read(world.agreed(CardWorld.FIVE_GROUPS), card, "123456");
        assertEquals(26, read.commands());
        assertEquals(26, card.commands().size());
        assertTrue(card.isClosed());
    }

    @Test
    void aReaderWithoutExtendedLengthIsServedByChains() {
        LaidCard card = new LaidCard(world.card(Personas.COMPLETE), false);
        EidRequest all = EidRequest.of(DataGroup.values());
        EidStep.IdentityRead read = CardWorld.read(world.agreed(all), card, "123456");
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
                CardWorld.read(linked.agreed(CardWorld.FIVE_GROUPS), new LaidCard(card), "123456")
                        .commands());
        // The link has made the newest root the one that the card believes.
        assertEquals(
                26,
                CardWorld.read(linked.agreed(CardWorld.FIVE_GROUPS), new LaidCard(card), "123456")
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
                CardWorld.read(
                        world.agreed(asks), new LaidCard(world.card(Personas.ORDINARY)), "123456");
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
                CardWorld.read(
                        world.agreed(older), new LaidCard(world.card(Personas.ORDINARY)), "123456");
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
        return CardWorld.read(world.agreed(CardWorld.everything()), new LaidCard(card), "123456")
                .pseudonym()
                .orElseThrow();
    }
}
