package de.koblenz.kiosk.eid.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import de.koblenz.kiosk.eid.FixedRandom;
import de.koblenz.kiosk.eid.ScriptedCard;
import de.koblenz.kiosk.eid.Secrets;
import de.koblenz.kiosk.eid.Vectors;
import de.koblenz.kiosk.eid.apdu.CardDialogue;
import de.koblenz.kiosk.eid.crypto.KeyDerivation;
import de.koblenz.kiosk.eid.crypto.SessionKeys;
import de.koblenz.kiosk.eid.crypto.StandardCurve;
import de.koblenz.kiosk.eid.failure.EidException;
import de.koblenz.kiosk.eid.failure.EidFailure;
import de.koblenz.kiosk.eid.tlv.Octets;
import de.koblenz.kiosk.eid.tlv.TlvException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.math.ec.ECPoint;
import org.junit.jupiter.api.Test;

/// Worked Example for EAC 1.02 (PACE with the PIN 123456) and what a hostile card may answer instead.
class PaceTest {
    private final Vectors example = Vectors.workedExample();

    private static final String NONCE = "ce834cde69ffbb1d1eb21585cd709f18";

    private SecurityInfos infos() throws TlvException {
        return SecurityInfos.parse(example.get("card.access"));
    }

    private FixedRandom secrets() {
        return new FixedRandom(
                example.get("pace.map.terminal.secret"), example.get("pace.terminal.secret"));
    }

    private ScriptedCard upToNonce(String status) {
        // MSE:Set AT: PACE-ECDH-GM-AES-CBC-CMAC-128, password 3 (PIN).
        return new ScriptedCard(true)
                .answer("0022c1a40f 800a04007f00070202040202 830103", status)
                .answer("10860000027c0000", "7c12 8010" + NONCE + "9000");
    }

    private ScriptedCard upToMapping(String cardPoint) {
        return upToNonce("9000")
                .answer(
                        "10860000457c438141" + example.get("pace.map.terminal.point").hex() + "00",
                        "7c438241" + cardPoint + "9000");
    }

    private ScriptedCard upToAgreement(String cardPoint) {
        return upToMapping(example.get("pace.map.card.point").hex())
                .answer(
                        "10860000457c438341" + example.get("pace.terminal.point").hex() + "00",
                        "7c438441" + cardPoint + "9000");
    }

    private ScriptedCard whole(String lastAnswer) {
        return upToAgreement(example.get("pace.card.point").hex())
                .answer(
                        "008600000c7c0a8508" + example.get("pace.token.terminal").hex() + "00",
                        lastAnswer);
    }

    private Pace.Outcome open(ScriptedCard card) throws EidException, TlvException {
        Pace.Outcome outcome =
                Pace.open(
                        new CardDialogue(card),
                        infos(),
                        Pace.Password.PIN,
                        Optional.empty(),
                        Secrets.of("123456"),
                        false,
                        secrets());
        card.assertPlayed();
        return outcome;
    }

    private void fails(EidFailure failure, ScriptedCard card) {
        assertEquals(failure, assertThrows(EidException.class, () -> open(card)).failure());
    }

    @Test
    void theWorkedExampleIsReproducedOctetByOctet() throws EidException, TlvException {
        // The example's card names one trust point in tag 87.
        Pace.Outcome outcome =
                open(whole("7c198608a2658c2f38600b0f870d444543564341415430303030319000"));
        assertEquals(
                new Pace.Outcome.Opened(
                        example.get("pace.card.point").slice(1, 33), List.of("DECVCAAT00001")),
                outcome);
    }

    @Test
    void everyIntermediateValueIsThatOfTheExample() throws EidException, TlvException {
        SecurityInfos.PaceInfo info = infos().strongestPace();
        assertEquals(StandardCurve.BRAINPOOL_P256, info.curve());
        byte[] nonce =
                Pace.decryptNonce(
                        info,
                        "123456".getBytes(StandardCharsets.US_ASCII),
                        example.get("pace.nonce.encrypted"));
        assertEquals(example.get("pace.nonce"), Octets.of(nonce));

        StandardCurve curve = info.curve();
        FixedRandom random = secrets();
        StandardCurve.KeyPair mapping = curve.keyPair(random);
        ECPoint cardMapping = curve.decode(example.get("pace.map.card.point"));
        assertEquals(example.get("pace.map.common"), curve.encode(mapping.agree(cardMapping)));
        ECPoint generator = curve.map(new BigInteger(1, nonce), mapping, cardMapping);
        assertEquals(example.get("pace.map.generator"), curve.encode(generator));

        StandardCurve.KeyPair ephemeral = curve.keyPair(generator, random);
        assertEquals(example.get("pace.terminal.point"), ephemeral.encodedPoint());
        byte[] common = curve.x(ephemeral.agree(curve.decode(example.get("pace.card.point"))));
        assertEquals(example.get("pace.common"), Octets.of(common));
        SessionKeys keys = KeyDerivation.sessionKeys(info.strength(), common, new byte[0]);
        assertEquals(
                example.get("pace.token.terminal"),
                Pace.token(keys, info.protocol(), example.get("pace.card.point")));
        assertEquals(
                example.get("pace.token.card"),
                Pace.token(keys, info.protocol(), ephemeral.encodedPoint()));
    }

    /// ICAO Doc 9303-11, appendix G.1: the same mapping with a password from the MRZ.
    @Test
    void theExampleOfIcaoIsReproduced() throws EidException, TlvException {
        StandardCurve curve = StandardCurve.BRAINPOOL_P256;
        FixedRandom random =
                new FixedRandom(
                        Octets.ofHex(
                                "7f4ef07b9ea82fd78ad689b38d0bc78cf21f249d953bc46f4c6e19259c010f99"),
                        Octets.ofHex(
                                "a73fb703ac1436a18e0cfa5abb3f7bec7a070e7a6788486bee230c4a22762595"));
        byte[] nonce =
                Pace.decryptNonce(
                        infos().strongestPace(),
                        Octets.ofHex("7e2d2a41c74ea0b38cd36f863939bfa8e9032aad").toArray(),
                        Octets.ofHex("95a3a016522ee98d01e76cb6b98b42c3"));
        assertEquals("3f00c4d39d153f2b2a214a078d899b22", Octets.of(nonce).hex());
        ECPoint generator =
                curve.map(
                        new BigInteger(1, nonce),
                        curve.keyPair(random),
                        curve.decode(
                                Octets.ofHex(
                                        "04824fba91c9cbe26bef53a0ebe7342a3bf178cea9f45de0b70aa601651fba3f57"
                                                + "30d8c879aaa9c9f73991e61b58f4d52eb87a0a0c709a49dc63719363ccd13c54")));
        assertEquals(
                "048ced63c91426d4f0eb1435e7cb1d74a46723a0af21c89634f65a9ae87a9265e2"
                        + "8c879506743f8611ac33645c5b985c80b5f09a0b83407c1b6a4d857ae76fe522",
                curve.encode(generator).hex());
        Octets cardPoint =
                Octets.ofHex(
                        "049e880f842905b8b3181f7af7caa9f0efb743847f44a306d2d28c1d9ec65df6db"
                                + "7764b22277a2eddc3c265a9f018f9cb852e111b768b326904b59a0193776f094");
        StandardCurve.KeyPair ephemeral = curve.keyPair(generator, random);
        SessionKeys keys =
                KeyDerivation.sessionKeys(
                        infos().strongestPace().strength(),
                        curve.x(ephemeral.agree(curve.decode(cardPoint))),
                        new byte[0]);
        Octets protocol = infos().strongestPace().protocol();
        assertEquals("c2b0bd78d94ba866", Pace.token(keys, protocol, cardPoint).hex());
        assertEquals(
                "3abb9674bce93c08", Pace.token(keys, protocol, ephemeral.encodedPoint()).hex());
    }

    @Test
    void aWrongPinTellsHowManyTriesAreLeft() throws EidException, TlvException {
        assertEquals(new Pace.Outcome.PasswordWrong(2), open(whole("63c2")));
        assertEquals(new Pace.Outcome.PasswordWrong(1), open(whole("63c1")));
        assertEquals(new Pace.Outcome.PasswordWrong(0), open(whole("63c0")));
    }

    @Test
    void theLastTryIsNotMadeWithoutTheCan() {
        ScriptedCard card =
                new ScriptedCard(true).answer("0022c1a40f 800a04007f00070202040202 830103", "63c1");
        fails(EidFailure.PIN_SUSPENDED, card);
        card.assertPlayed();
    }

    @Test
    void blockedAndDeactivatedEndBeforeATry() {
        fails(EidFailure.PIN_BLOCKED, new ScriptedCard(true).answer("", "63c0"));
        fails(EidFailure.CARD_DEACTIVATED, new ScriptedCard(true).answer("", "6283"));
        fails(EidFailure.CARD_STATUS, new ScriptedCard(true).answer("", "6f00"));
    }

    @Test
    void aRefusedNonceIsNoTry() {
        fails(
                EidFailure.PIN_SUSPENDED,
                new ScriptedCard(true).answer("", "9000").answer("", "6985"));
        fails(EidFailure.PIN_BLOCKED, new ScriptedCard(true).answer("", "9000").answer("", "6983"));
    }

    @Test
    void aReflectedMappingKeyIsRefused() {
        fails(EidFailure.CARD_ANSWER, upToMapping(example.get("pace.map.terminal.point").hex()));
    }

    @Test
    void aReflectedAgreementKeyIsRefused() {
        fails(EidFailure.CARD_ANSWER, upToAgreement(example.get("pace.terminal.point").hex()));
    }

    @Test
    void pointsBesideTheCurveAreRefused() {
        String point = example.get("pace.map.card.point").hex();
        String beside = point.substring(0, 129) + (point.charAt(129) == '0' ? '1' : '0');
        fails(EidFailure.CARD_ANSWER, upToMapping(beside));
        fails(EidFailure.CARD_ANSWER, upToMapping("04" + "00".repeat(64)));
        fails(EidFailure.CARD_ANSWER, upToMapping("04" + "ff".repeat(64)));
        // Compressed, and the zero of the curve.
        fails(
                EidFailure.CARD_ANSWER,
                upToNonce("9000").answer("", "7c238221" + "02" + point.substring(2, 66) + "9000"));
        fails(EidFailure.CARD_ANSWER, upToNonce("9000").answer("", "7c0382010000" + "9000"));
    }

    @Test
    void ourOwnTokenSentBackIsRefused() {
        fails(
                EidFailure.CARD_ANSWER,
                whole("7c0a8608" + example.get("pace.token.terminal").hex() + "9000"));
    }

    @Test
    void aWrongTokenIsRefused() {
        fails(EidFailure.CARD_ANSWER, whole("7c0a8608a2658c2f38600b0e9000"));
        fails(EidFailure.CARD_ANSWER, whole("7c0286009000"));
        fails(EidFailure.CARD_ANSWER, whole("9000"));
    }

    @Test
    void malformedStepsAreRefused() {
        for (String answer :
                new String[] {
                    "9000",
                    "7c009000",
                    "7c1281" + "10" + NONCE + "9000",
                    "7c028000" + "9000",
                    "7c0680040102030490 00".replace(" ", ""),
                    "3012" + "8010" + NONCE + "9000",
                    "7c82ffff8010" + NONCE + "9000",
                    "7c248010" + NONCE + "8010" + NONCE + "9000"
                }) {
            fails(
                    EidFailure.CARD_ANSWER,
                    new ScriptedCard(true).answer("", "9000").answer("", answer));
        }
    }

    @Test
    void anAnswerThatIsNoneIsRefused() {
        fails(EidFailure.CARD_ANSWER, new ScriptedCard(true).answer("", "90"));
        fails(EidFailure.CARD_ANSWER, new ScriptedCard(true).answer("", ""));
    }
}
