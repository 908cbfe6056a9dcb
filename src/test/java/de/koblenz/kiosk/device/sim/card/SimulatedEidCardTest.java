package de.koblenz.kiosk.device.sim.card;

import static de.koblenz.kiosk.device.sim.card.CardOnTable.ALL;
import static de.koblenz.kiosk.device.sim.card.CardOnTable.NONE;
import static de.koblenz.kiosk.device.sim.card.TestAuthorities.ascii;
import static de.koblenz.kiosk.device.sim.card.TestAuthorities.hash;
import static de.koblenz.kiosk.device.sim.card.TestAuthorities.hex;
import static de.koblenz.kiosk.device.sim.card.TestAuthorities.join;
import static de.koblenz.kiosk.device.sim.card.TestAuthorities.template;
import static de.koblenz.kiosk.device.sim.card.TestAuthorities.tlv;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SimulatedEidCardTest {
    private static final String PIN = Personas.USUAL.pin();
    private static final String CAN = Personas.USUAL.can();
    private static final String PUK = Personas.USUAL.puk();

    private static CardOnTable table() {
        return new CardOnTable(Personas.ORDINARY);
    }

    private static String text(byte[] group) {
        // Group (60 + n), then the type, each with a short or one-octet length.
        int at = group[1] == (byte) 0x81 ? 3 : 2;
        int length = group[at + 1] & 0xFF;
        int from = at + 2;
        if (length == 0x81) {
            length = group[at + 2] & 0xFF;
            from = at + 3;
        }
        return new String(group, from, length, StandardCharsets.UTF_8);
    }

    // ---- reading

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
        assertEquals("Erika", text(table.terminal.readGroup(4)));
        assertEquals("Mustermann", text(table.terminal.readGroup(5)));
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
        assertEquals(persona.document().code(), text(table.terminal.readGroup(1)));
        assertEquals(persona.name().given(), text(table.terminal.readGroup(4)));
        assertEquals(persona.name().family(), text(table.terminal.readGroup(5)));
        assertEquals(persona.birth().date(), text(table.terminal.readGroup(8)));
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
        CardOnTable table = table();
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
        CardOnTable table = table();
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
        CardOnTable table = table();
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
        CardOnTable table = table();
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
        CardOnTable table = table();
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
        CardOnTable table = table();
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

    // ---- PIN, CAN, PUK

    /// What `MSE:Set AT` for the PIN tells without costing a try.
    @ParameterizedTest
    @CsvSource({
        "ordinary, 9000",
        "transport-pin, 9000",
        "suspended, 63C1",
        "blocked, 63C0",
        "deactivated, 6283"
    })
    void theStateOfThePinIsToldWithoutATry(String key, String status) {
        Persona persona =
                Personas.all().stream().filter(p -> p.key().equals(key)).findFirst().orElseThrow();
        CardOnTable table = new CardOnTable(persona);
        for (int i = 0; i < 5; i++) {
            table.terminal.announce(3, NONE);
            assertEquals(Integer.parseInt(status, 16), table.terminal.status);
        }
    }

    @Test
    void threeWrongPinsSuspendThenBlock() {
        CardOnTable table = table();
        assertFalse(table.terminal.pace(3, "000000", template(ALL)));
        assertEquals(0x63C2, table.terminal.status);
        table.layOnAgain().announce(3, NONE);
        assertEquals(0x63C2, table.terminal.status);
        assertFalse(table.terminal.pace(3, "000000", NONE));
        assertEquals(0x63C1, table.terminal.status);
        // Suspended: without the CAN not even the right one is tried.
        assertFalse(table.terminal.pace(3, PIN, NONE));
        assertEquals(0x6985, table.terminal.status);
        assertTrue(table.terminal.pace(2, CAN, NONE));
        assertFalse(table.terminal.pace(3, "000000", NONE));
        assertEquals(0x63C0, table.terminal.status);
        assertFalse(table.terminal.pace(3, PIN, NONE));
        assertEquals(0x6983, table.terminal.status);
    }

    @Test
    void theRightPinResetsTheCounter() {
        CardOnTable table = table();
        table.terminal.pace(3, "000000", NONE);
        assertTrue(table.terminal.pace(3, PIN, NONE));
        table.layOnAgain().announce(3, NONE);
        assertEquals(0x9000, table.terminal.status);
    }

    @Test
    void aSuspendedPinIsResumedByTheCanInTheSameChannel() {
        CardOnTable table = new CardOnTable(Personas.SUSPENDED);
        assertTrue(table.terminal.pace(2, CAN, NONE));
        assertTrue(table.terminal.pace(3, PIN, template(ALL)));
        table.prove(ALL, NONE, NONE);
        assertEquals(0x9000, table.terminal.status);
    }

    @Test
    void theCanDoesNotResumeAfterThePowerWasOff() {
        CardOnTable table = new CardOnTable(Personas.SUSPENDED);
        assertTrue(table.terminal.pace(2, CAN, NONE));
        assertFalse(table.layOnAgain().pace(3, PIN, NONE));
        assertEquals(0x6985, table.terminal.status);
    }

    @Test
    void aTryIsCountedBeforeItIsKnownHowItEnds() {
        CardOnTable table = table();
        table.terminal.pace(3, "000000", NONE);
        table.card.powerOff();
        table.layOnAgain().announce(3, NONE);
        assertEquals(0x63C2, table.terminal.status);
    }

    @Test
    void anAbandonedPaceCostsNoTry() {
        CardOnTable table = table();
        table.terminal.announce(3, NONE);
        table.terminal.send(0x10, 0x86, 0, hex("7C00"), 256);
        assertEquals(0x9000, table.terminal.status);
        table.layOnAgain().announce(3, NONE);
        assertEquals(0x9000, table.terminal.status);
    }

    @Test
    void wrongCanAndPukFailWithoutACounter() {
        CardOnTable table = table();
        for (int i = 0; i < 4; i++) {
            assertFalse(table.terminal.pace(2, "000000", NONE));
            assertEquals(0x6300, table.terminal.status);
            assertFalse(table.terminal.pace(4, "0000000000", NONE));
            assertEquals(0x6300, table.terminal.status);
        }
        assertTrue(table.terminal.pace(2, CAN, NONE));
    }

    @Test
    void theTransportPinIsReplacedByAnOwnOne() {
        CardOnTable table = new CardOnTable(Personas.TRANSPORT_PIN);
        assertTrue(table.terminal.pace(3, "12345", NONE));
        table.terminal.send(0, 0x2C, 0x0203, ascii("12345"), 0);
        assertEquals(0x6A80, table.terminal.status);
        table.terminal.send(0, 0x2C, 0x0203, ascii("135790"), 0);
        assertEquals(0x9000, table.terminal.status);
        assertTrue(table.layOnAgain().pace(3, "135790", NONE));
        assertFalse(table.layOnAgain().pace(3, "12345", NONE));
    }

    @Test
    void aBlockedPinIsUnblockedByThePukTenTimes() {
        CardOnTable table = new CardOnTable(Personas.BLOCKED);
        for (int i = 0; i < 10; i++) {
            assertTrue(table.layOnAgain().pace(4, PUK, NONE));
            table.terminal.send(0, 0x2C, 0x0303, NONE, 0);
            assertEquals(0x9000, table.terminal.status);
        }
        table.terminal.send(0, 0x2C, 0x0303, NONE, 0);
        assertEquals(0x6983, table.terminal.status);
        assertTrue(table.layOnAgain().pace(3, PIN, NONE));
    }

    @Test
    void thePukAloneChangesNoPinAndThePinUnblocksNothing() {
        CardOnTable table = table();
        assertTrue(table.terminal.pace(4, PUK, NONE));
        table.terminal.send(0, 0x2C, 0x0203, ascii("135790"), 0);
        assertEquals(0x6982, table.terminal.status);
        assertTrue(table.layOnAgain().pace(3, PIN, NONE));
        table.terminal.send(0, 0x2C, 0x0303, NONE, 0);
        assertEquals(0x6982, table.terminal.status);
    }

    @Test
    void theCanWithoutItsRightIsRefusedAtOnce() {
        CardOnTable table = table();
        assertFalse(table.terminal.pace(2, CAN, template(ALL & ~(1L << 4))));
        assertEquals(0x6A80, table.terminal.status);
    }

    @Test
    void anUnknownPasswordOrAlgorithmIsRefused() {
        CardOnTable table = table();
        table.terminal.announce(9, NONE);
        assertEquals(0x6A88, table.terminal.status);
        table.terminal.send(0, 0x22, 0xC1A4, hex("800A04007F00070202040204 830103"), 0);
        assertEquals(0x6A80, table.terminal.status);
    }

    @Test
    void theOfficeSwitchesTheOnlineFunctionOffAndOn() {
        CardOnTable table = table();
        table.open();
        table.terminal.send(0, 0x04, 0x1003, NONE, 0);
        assertEquals(0x9000, table.terminal.status);
        table.layOnAgain().announce(3, NONE);
        assertEquals(0x6283, table.terminal.status);
    }

    // ---- terminal

    @Test
    void theCardNamesWhomItBelieves() {
        CardOnTable table = table();
        table.enter();
        assertArrayEquals(
                ascii(table.authorities.root.name), table.terminal.lastPaceAnswer.get(0x87));
        assertTrue(table.layOnAgain().pace(3, PIN, NONE));
        assertFalse(table.terminal.lastPaceAnswer.containsKey(0x87));
    }

    @Test
    void certificatesThatDoNotHoldAreRefused() {
        CardOnTable table = table();
        TestAuthorities authorities = table.authorities;
        table.enter();
        table.terminal.present("DEUNKNOWN00001", authorities.verifier.parts());
        assertEquals(0x6A88, table.terminal.status);
        byte[] forged = authorities.verifier.parts();
        forged[forged.length - 1] ^= 1;
        table.terminal.present(authorities.root.name, forged);
        assertEquals(0x6984, table.terminal.status);
        // A terminal straight below the root.
        TestAuthorities.Holder orphan = authorities.holder("DEORPHAN000001");
        authorities.certify(authorities.root, orphan, ALL, "240201", "340101", NONE);
        table.terminal.present(authorities.root.name, orphan.parts());
        assertEquals(0x6984, table.terminal.status);
        // Out of date before the card was made.
        TestAuthorities.Holder old = authorities.holder("DEDVOLD0000001");
        authorities.certify(authorities.root, old, 2L << 38 | ALL, "230101", "240101", NONE);
        table.terminal.present(authorities.root.name, old.parts());
        assertEquals(0x6984, table.terminal.status);
        table.terminal.present(authorities.root.name, hex("7F4E03010203"));
        assertNotEquals(0x9000, table.terminal.status);
    }

    @Test
    void theCardLearnsWhatDayItIs() {
        CardOnTable table = table();
        TestAuthorities authorities = table.authorities;
        table.enter();
        TestAuthorities.Holder later = authorities.holder("DEDVLATER00001");
        authorities.certify(authorities.root, later, 2L << 38 | ALL, "300101", "330101", NONE);
        table.terminal.present(authorities.root.name, later.parts());
        assertEquals(0x9000, table.terminal.status);
        // Good yesterday, out of date now that the card knows of 2030, even after its power was
        // off.
        TestAuthorities.Holder before = authorities.holder("DEDVBEFORE0001");
        authorities.certify(authorities.root, before, 2L << 38 | ALL, "240101", "291231", NONE);
        table.layOnAgain();
        table.enter();
        table.terminal.present(authorities.root.name, before.parts());
        assertEquals(0x6984, table.terminal.status);
    }

    @Test
    void aLinkCertificateBringsTheNextAuthority() {
        CardOnTable table = table();
        TestAuthorities authorities = table.authorities;
        TestAuthorities.Holder next = authorities.holder("DETESTeID00002");
        authorities.certify(authorities.root, next, 3L << 38 | ALL, "250101", "350101", NONE);
        table.enter();
        table.terminal.present(authorities.root.name, next.parts());
        assertEquals(0x9000, table.terminal.status);
        table.layOnAgain();
        table.enter();
        assertArrayEquals(ascii(next.name), table.terminal.lastPaceAnswer.get(0x87));
        assertArrayEquals(ascii(authorities.root.name), table.terminal.lastPaceAnswer.get(0x88));
        TestAuthorities.Holder verifier = authorities.holder("DEDVNEXT000001");
        authorities.certify(next, verifier, 2L << 38 | ALL, "250101", "340101", NONE);
        table.terminal.present(next.name, verifier.parts());
        assertEquals(0x9000, table.terminal.status);
    }

    @Test
    void aWrongSignatureOfTheTerminalFails() {
        CardOnTable table = table();
        table.enter();
        table.terminal.chipIdentifier[0] ^= 1;
        table.prove(ALL, NONE, NONE);
        assertEquals(0x6300, table.terminal.status);
    }

    @Test
    void thePrivilegedKeyNeedsThePrivilege() {
        CardOnTable table = table();
        table.enter();
        table.prove(ALL & ~8L, NONE, NONE);
        table.terminal.authenticateChip(45, table.chipKey());
        assertEquals(0x6982, table.terminal.status);
    }

    @Test
    void anotherKeyThanTheSignedOneIsRefused() {
        CardOnTable table = table();
        table.enter();
        table.prove(ALL, NONE, NONE);
        byte[] chipKey = table.chipKey();
        table.terminal.keyPoint =
                table.terminal.domain().getG().multiply(table.terminal.scalar()).getEncoded(false);
        table.terminal.authenticateChip(41, chipKey);
        assertEquals(0x6300, table.terminal.status);
    }

    // ---- questions

    @ParameterizedTest
    @CsvSource({"19640812, 9000", "19640811, 6300", "20081122, 9000"})
    void anAgeIsConfirmedWithoutTellingTheBirthday(String latest, String status) {
        CardOnTable table = table();
        table.open(1, NONE, CardOnTable.question(1, ascii(latest)));
        assertEquals(Integer.parseInt(status, 16), table.ask(1));
    }

    @ParameterizedTest
    @CsvSource({"ordinary, 9000", "expired, 6300"})
    void theCardSaysWhetherItIsStillValid(String key, String status) {
        Persona persona =
                Personas.all().stream().filter(p -> p.key().equals(key)).findFirst().orElseThrow();
        CardOnTable table = new CardOnTable(persona);
        table.open(ALL, NONE, CardOnTable.question(2, ascii("20261122")));
        assertEquals(Integer.parseInt(status, 16), table.ask(2));
    }

    @ParameterizedTest
    @CsvSource({"0276, 9000", "027607011100, 9000", "02760503150000, 6300"})
    void theMunicipalityIsConfirmedByItsBeginning(String prefix, String status) {
        CardOnTable table = table();
        table.open(2, NONE, CardOnTable.question(3, hex(prefix)));
        assertEquals(Integer.parseInt(status, 16), table.ask(3));
    }

    @Test
    void whatWasNotAskedInTheSignatureIsNotAnswered() {
        CardOnTable table = table();
        table.open(ALL, NONE, CardOnTable.question(2, ascii("20261122")));
        assertEquals(0x6A88, table.ask(1));
    }

    @Test
    void aQuestionWithoutItsRightIsRefused() {
        CardOnTable table = table();
        table.open(ALL & ~1L, NONE, CardOnTable.question(1, ascii("20081122")));
        assertEquals(0x6982, table.ask(1));
    }

    // ---- pseudonym

    private static byte[] sector(CardOnTable table, long seed) {
        var domain = table.terminal.domain();
        byte[] point =
                domain.getG().multiply(BigInteger.valueOf(1_000_003 + seed)).getEncoded(false);
        return join(
                tlv(0x06, hex("04007F00070202050203")), TestAuthorities.domainParts(domain, point));
    }

    private static byte[] pseudonym(CardOnTable table, int key, long seed) {
        byte[] sector = sector(table, seed);
        byte[] extension =
                tlv(
                        0x65,
                        tlv(
                                0x73,
                                join(
                                        tlv(0x06, hex("04007F000703010302")),
                                        tlv(0x80, hash("SHA-256", tlv(0x7F49, sector))))));
        table.layOnAgain();
        table.open(ALL, extension, NONE);
        table.terminal.send(
                0,
                0x22,
                0x41A4,
                join(tlv(0x80, hex("04007F00070202050203")), tlv(0x84, new byte[] {(byte) key})),
                0);
        assertEquals(0x9000, table.terminal.status);
        byte[] answer = table.terminal.send(0, 0x86, 0, tlv(0x7C, tlv(0xA0, sector)), 256);
        assertEquals(0x9000, table.terminal.status);
        Map<Integer, byte[]> parts =
                SpecificationTerminal.parts(
                        SpecificationTerminal.part(SpecificationTerminal.parts(answer), 0x7C));
        return SpecificationTerminal.part(parts, 0x81);
    }

    @Test
    void thePseudonymIsTheSameInOneSectorAndAnotherInAnother() {
        CardOnTable table = table();
        byte[] first = pseudonym(table, 2, 1);
        assertEquals(32, first.length);
        assertArrayEquals(first, pseudonym(table, 2, 1));
        assertFalse(Arrays.equals(first, pseudonym(table, 2, 2)));
        assertFalse(Arrays.equals(first, pseudonym(table, 1, 1)));
    }

    // ---- channel

    @Test
    void aChangedByteEndsTheChannel() {
        CardOnTable table = table();
        table.enter();
        byte[] command = table.terminal.protectedApdu(hex("0CA4000C"), hex("3F00"), 0);
        command[command.length - 3] ^= 1;
        assertArrayEquals(hex("6988"), table.card.transmit(command));
        // Nothing is left of it: the next protected command has no channel.
        assertArrayEquals(
                hex("6987"),
                table.card.transmit(table.terminal.protectedApdu(hex("0CA4000C"), hex("3F00"), 0)));
    }

    @Test
    void aRepeatedCommandIsRefused() {
        CardOnTable table = table();
        table.enter();
        byte[] command = table.terminal.protectedApdu(hex("0CA4000C"), hex("3F00"), 0);
        table.terminal.openAnswer(table.card.transmit(command));
        assertEquals(0x9000, table.terminal.status);
        assertArrayEquals(hex("6988"), table.card.transmit(command));
    }

    @Test
    void aCommandWithoutObjectsHasNoSecondPadding() {
        CardOnTable table = table();
        assertTrue(table.terminal.pace(4, PUK, NONE));
        table.terminal.send(0, 0x2C, 0x0303, NONE, 0);
        assertEquals(0x9000, table.terminal.status);
    }

    @Test
    void aCommandInPlainEndsTheChannel() {
        CardOnTable table = table();
        table.open();
        assertArrayEquals(hex("9000"), table.card.transmit(hex("00A4040C09E80704007F00070302")));
        assertArrayEquals(hex("6982"), table.card.transmit(hex("00B0840000")));
    }

    /// ISO 7816-4 §5.3.3, both ways: the protected command cut in pieces, and each piece protected by itself.
    @Test
    void aLongCertificateComesInPieces() {
        CardOnTable table = table();
        table.enter();
        table.terminal.send(0, 0x22, 0x81B6, tlv(0x83, ascii(table.authorities.root.name)), 0);
        byte[] whole =
                table.terminal.protectedApdu(
                        hex("0C2A00BE"), table.authorities.verifier.parts(), 0);
        // CLA INS P1 P2 00 Lc Lc data Le Le
        byte[] data = Arrays.copyOfRange(whole, 7, whole.length - 2);
        assertArrayEquals(hex("9000"), piece(table, 0x1C, Arrays.copyOf(data, 200)));
        table.terminal.openAnswer(piece(table, 0x0C, Arrays.copyOfRange(data, 200, data.length)));
        assertEquals(0x9000, table.terminal.status);

        TestAuthorities.Holder holder = table.authorities.terminal(ALL, NONE);
        table.terminal.send(0, 0x22, 0x81B6, tlv(0x83, ascii(table.authorities.verifier.name)), 0);
        byte[] parts = holder.parts();
        table.terminal.send(0x10, 0x2A, 0x00BE, Arrays.copyOf(parts, 100), 0);
        assertEquals(0x9000, table.terminal.status);
        table.terminal.send(0x00, 0x2A, 0x00BE, Arrays.copyOfRange(parts, 100, parts.length), 0);
        assertEquals(0x9000, table.terminal.status);
    }

    /// Questions to a sector carry its whole public key, which is too long for one short command.
    @Test
    void aLongQuestionToThePseudonymComesInPieces() {
        CardOnTable table = table();
        byte[] sector = sector(table, 1);
        byte[] extension =
                tlv(
                        0x65,
                        tlv(
                                0x73,
                                join(
                                        tlv(0x06, hex("04007F000703010302")),
                                        tlv(0x80, hash("SHA-256", tlv(0x7F49, sector))))));
        table.open(ALL, extension, NONE);
        table.terminal.send(
                0,
                0x22,
                0x41A4,
                join(tlv(0x80, hex("04007F00070202050203")), tlv(0x84, new byte[] {2})),
                0);
        byte[] question = tlv(0x7C, tlv(0xA0, sector));
        table.terminal.send(0x10, 0x86, 0, Arrays.copyOf(question, 150), 0);
        assertEquals(0x9000, table.terminal.status);
        table.terminal.send(0, 0x86, 0, Arrays.copyOfRange(question, 150, question.length), 256);
        assertEquals(0x9000, table.terminal.status);
    }

    private static byte[] piece(CardOnTable table, int cla, byte[] data) {
        return table.card.transmit(
                SpecificationTerminal.apdu(
                        new byte[] {(byte) cla, 0x2A, 0, (byte) 0xBE}, data, 256));
    }

    @Test
    void whatIsNoCommandIsAnsweredWithAStatus() {
        CardOnTable table = table();
        assertArrayEquals(hex("6700"), table.card.transmit(hex("00A4")));
        assertArrayEquals(hex("6700"), table.card.transmit(hex("00A4000C053F00")));
        assertArrayEquals(hex("6D00"), table.card.transmit(hex("00FE0000")));
        assertArrayEquals(hex("6E00"), table.card.transmit(hex("61A4000C")));
        assertArrayEquals(hex("6985"), table.card.transmit(hex("0084000008")));
        Random random = new Random(17);
        for (int i = 0; i < 20_000; i++) {
            byte[] command = new byte[random.nextInt(40)];
            random.nextBytes(command);
            assertTrue(table.card.transmit(command).length >= 2);
        }
    }

    @Test
    void aPointOffTheCurveIsRefused() {
        CardOnTable table = table();
        table.terminal.announce(3, NONE);
        table.terminal.send(0x10, 0x86, 0, hex("7C00"), 256);
        byte[] point = table.terminal.domain().getG().getEncoded(false);
        point[40] ^= 1;
        table.terminal.send(0x10, 0x86, 0, tlv(0x7C, tlv(0x81, point)), 256);
        assertEquals(0x6A80, table.terminal.status);
    }
}
