package de.koblenz.kiosk.device.sim.card;

import static de.koblenz.kiosk.device.sim.card.CardOnTable.ALL;
import static de.koblenz.kiosk.device.sim.card.CardOnTable.NONE;
import static de.koblenz.kiosk.device.sim.card.TestAuthorities.ascii;
import static de.koblenz.kiosk.device.sim.card.TestAuthorities.hex;
import static de.koblenz.kiosk.device.sim.card.TestAuthorities.join;
import static de.koblenz.kiosk.device.sim.card.TestAuthorities.template;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.Stream;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.DefaultCMSSignatureAlgorithmNameGenerator;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.bc.BcECSignerInfoVerifierBuilder;
import org.bouncycastle.operator.DefaultDigestAlgorithmIdentifierFinder;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.bouncycastle.operator.bc.BcECContentVerifierProviderBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What a card lets be read, with every algorithm and for every person.
class SimulatedEidCardTest {
    private static final String PIN = Personas.USUAL.pin();

    static Stream<Arguments> algorithms() {
        return Stream.of(CardCurve.values())
                .flatMap(curve ->
                        Stream.of(128, 192, 256)
                                .map(bits -> Arguments.of(new CardCryptography(curve, bits))));
    }

    @ParameterizedTest
    @MethodSource("algorithms")
    void aPersonIsReadWithEveryAlgorithm(CardCryptography cryptography) {
        CardOnTable table = new CardOnTable(Personas.ORDINARY, cryptography);
        table.open();
        assertEquals("Erika", CardOnTable.text(table.terminal.readGroup(4)));
        assertEquals("Mustermann", CardOnTable.text(table.terminal.readGroup(5)));
    }

    static Stream<Persona> personas() {
        return Personas.all().stream();
    }

    @ParameterizedTest
    @MethodSource("personas")
    void everyPersonaWithAUsablePinIsReadAndTheOthersSayWhy(Persona persona) {
        CardOnTable table = new CardOnTable(persona);
        Persona.Secrets secrets = persona.secrets();
        boolean usable = secrets.active() && secrets.tries() == 3;
        assertEquals(usable, table.terminal.pace(3, secrets.pin(), template(ALL)));
        if (!usable) {
            assertEquals(
                    !secrets.active() ? 0x6984 : secrets.tries() == 0 ? 0x6983 : 0x6985,
                    table.terminal.status);
            return;
        }
        table.prove(ALL, NONE, NONE);
        table.terminal.authenticateChip(41, table.chipKey());
        table.terminal.selectApplication();
        assertEquals(persona.document().code(), CardOnTable.text(table.terminal.readGroup(1)));
        assertEquals(persona.name().given(), CardOnTable.text(table.terminal.readGroup(4)));
        assertEquals(persona.name().family(), CardOnTable.text(table.terminal.readGroup(5)));
        assertEquals(persona.birth().date(), CardOnTable.text(table.terminal.readGroup(8)));
    }

    @Test
    void aCompleteCardHasAllTwentyTwoGroups() {
        CardOnTable table = new CardOnTable(Personas.COMPLETE);
        table.open();
        for (int group = 1; group <= 22; group++) {
            byte[] content = table.terminal.readGroup(group);
            assertEquals(0x9000, table.terminal.status, "group " + group);
            assertEquals(0x60 + group, content[0] & 0xFF);
        }
    }

    @Test
    void groupsAreEncodedAsTheSpecificationShows() {
        CardOnTable table = CardOnTable.ordinary();
        table.open();
        // TR-03110-4: [APPLICATION 9] CHOICE { … freetextPlace [1] UTF8String }
        assertArrayEquals(join(hex("690BA1090C07"), ascii("Koblenz")), table.terminal.readGroup(9));
        // [APPLICATION 17]: SEQUENCE { street [10], city [11], country [13], zipcode [14] }
        assertArrayEquals(
                join(
                        hex("712C302A AA0F0C0D"),
                        ascii("Lindenallee 7"),
                        hex("AB090C07"),
                        ascii("Koblenz"),
                        hex("AD03130144 AE071305"),
                        ascii("56068")),
                table.terminal.readGroup(17));
        // [APPLICATION 18] OCTET STRING: 0276 (Germany), 07 1 11 000 Koblenz
        assertArrayEquals(hex("7209040702760701110000"), table.terminal.readGroup(18));
    }

    @Test
    void theApplicationsAreListed() {
        CardOnTable table = CardOnTable.ordinary();
        assertArrayEquals(
                hex("610B4F09E80704007F00070302 610C4F0AA000000167455349474E"),
                table.terminal.send(0, 0xB0, 0x9E00, NONE, 256));
        SimulatedEidCard other =
                SimulatedEidCard.withoutOnlineFunction(CardOnTable.ISSUER, new Random(1));
        other.powerOn();
        assertArrayEquals(
                hex("610C4F0AA000000167455349474E9000"), other.transmit(hex("00B09E0000")));
        assertArrayEquals(hex("6A82"), other.transmit(hex("00A4040C09E80704007F00070302")));
    }

    @Test
    void cardSecurityIsSignedByTheIssuer() throws Exception {
        CardOnTable table = CardOnTable.ordinary();
        table.enter();
        table.prove(ALL, NONE, NONE);
        CMSSignedData signed = new CMSSignedData(table.cardSecurity());
        assertEquals("0.4.0.127.0.7.3.2.1", signed.getSignedContentTypeOID());
        X509CertificateHolder signer = signed.getCertificates().getMatches(null).iterator().next();
        var digests = new DefaultDigestAlgorithmIdentifierFinder();
        assertTrue(
                signer.isSignatureValid(
                        new BcECContentVerifierProviderBuilder(digests)
                                .build(
                                        new X509CertificateHolder(
                                                CardOnTable.ISSUER.authorityCertificate()))));
        for (SignerInformation information : signed.getSignerInfos()) {
            assertTrue(
                    information.verify(
                            new BcECSignerInfoVerifierBuilder(
                                            new DefaultCMSSignatureAlgorithmNameGenerator(),
                                            new DefaultSignatureAlgorithmIdentifierFinder(),
                                            digests,
                                            new BcDigestCalculatorProvider())
                                    .build(signer)));
        }
    }

    @Test
    void whatIsNotAllowedIsNotReadAndWhatIsAbsentIsToldOnlyToWhomItIsAllowed() {
        CardOnTable table = CardOnTable.ordinary();
        long namesOnly = 1L << (8 + 3) | 1L << (8 + 4) | 1L << (8 + 20);
        table.open(namesOnly, NONE, NONE);
        table.terminal.readGroup(5);
        assertEquals(0x9000, table.terminal.status);
        table.terminal.readGroup(8);
        assertEquals(0x6982, table.terminal.status);
        table.terminal.readGroup(21);
        assertEquals(0x6A82, table.terminal.status);
        table.terminal.readGroup(22);
        assertEquals(0x6982, table.terminal.status);
    }

    @Test
    void whatTheHolderSwitchedOffIsNotRead() {
        CardOnTable table = CardOnTable.ordinary();
        long noBirth = ALL & ~(1L << (8 + 7));
        assertTrue(table.terminal.pace(3, PIN, template(noBirth)));
        table.prove(ALL, NONE, NONE);
        table.terminal.authenticateChip(41, table.chipKey());
        table.terminal.selectApplication();
        table.terminal.readGroup(8);
        assertEquals(0x6982, table.terminal.status);
        table.terminal.readGroup(4);
        assertEquals(0x9000, table.terminal.status);
    }

    @Test
    void nothingIsReadBeforeTheChipHasProvedItself() {
        CardOnTable table = CardOnTable.ordinary();
        table.terminal.selectApplication();
        table.terminal.readGroup(4);
        assertEquals(0x6982, table.terminal.status);
        table.terminal.select(0x3F00);
        table.terminal.send(0, 0xB0, 0x9D00, NONE, 256);
        assertEquals(0x6982, table.terminal.status);
        table.enter();
        table.prove(ALL, NONE, NONE);
        table.terminal.selectApplication();
        table.terminal.readGroup(4);
        assertEquals(0x6982, table.terminal.status);
    }

    @Test
    void aFileIsReadInPieces() {
        CardOnTable table = new CardOnTable(Personas.LONG_NAMES);
        table.open();
        byte[] whole = table.terminal.send(0, 0xB0, 0x8400, NONE, 65_536);
        table.terminal.send(0, 0xA4, 0x020C, hex("0104"), 0);
        assertEquals(0x9000, table.terminal.status);
        byte[] first = table.terminal.send(0, 0xB0, 0, NONE, 50);
        byte[] rest = table.terminal.send(0, 0xB0, 50, NONE, 255);
        assertEquals(0x6282, table.terminal.status);
        assertArrayEquals(whole, join(first, rest));
        table.terminal.send(0, 0xB0, whole.length, NONE, 1);
        assertEquals(0x6B00, table.terminal.status);
    }
}
