package de.koblenz.kiosk.eid.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.eid.FixedRandom;
import de.koblenz.kiosk.eid.ScriptedCard;
import de.koblenz.kiosk.eid.Vectors;
import de.koblenz.kiosk.eid.apdu.CardDialogue;
import de.koblenz.kiosk.eid.certificate.CvCertificate;
import de.koblenz.kiosk.eid.crypto.StandardCurve;
import de.koblenz.kiosk.eid.failure.EidException;
import de.koblenz.kiosk.eid.failure.EidFailure;
import de.koblenz.kiosk.eid.tlv.Octets;
import de.koblenz.kiosk.eid.tlv.Tlv;
import de.koblenz.kiosk.eid.tlv.TlvException;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.junit.jupiter.api.Test;

/// Worked Example for EAC 1.02: chip authentication 2 with key 1, and the message that the terminal signs before.
class ChipAuthenticationTest {
    private final Vectors example = Vectors.workedExample();

    private SecurityInfos signed() throws TlvException, CMSException {
        CMSSignedData file = new CMSSignedData(example.get("card.security").toArray());
        return SecurityInfos.parse(Octets.of((byte[]) file.getSignedContent().getContent()));
    }

    private void run(ScriptedCard card) throws EidException, TlvException, CMSException {
        SecurityInfos infos = signed();
        assertEquals(1, infos.chipAuthentication().size());
        assertEquals(example.get("ca.card.point"), infos.chipKeys().getFirst().point());
        StandardCurve.KeyPair ephemeral =
                StandardCurve.BRAINPOOL_P256.keyPair(
                        new FixedRandom(example.get("ca.terminal.secret")));
        assertEquals(example.get("ca.terminal.point"), ephemeral.encodedPoint());
        ChipAuthentication.run(
                new CardDialogue(card),
                infos.chipAuthentication().getFirst(),
                infos.chipKeys().getFirst(),
                ephemeral);
        card.assertPlayed();
    }

    private ScriptedCard card(String answer) {
        return new ScriptedCard(true)
                .answer("002241a40f 800a04007f00070202030202 840101", "9000")
                .answer(
                        "00860000457c438041" + example.get("ca.terminal.point").hex() + "00",
                        answer);
    }

    @Test
    void theWorkedExampleIsReproduced() throws EidException, TlvException, CMSException {
        run(
                card(
                        "7c14 8108"
                                + example.get("ca.nonce").hex()
                                + "8208"
                                + example.get("ca.token").hex()
                                + "9000"));
    }

    @Test
    void aChipWithoutTheKeyIsNotGenuine() {
        EidException refused =
                assertThrows(
                        EidException.class,
                        () ->
                                run(
                                        card(
                                                "7c14 8108"
                                                        + example.get("ca.nonce").hex()
                                                        + "8208ff0117d68dee8e739000")));
        assertEquals(EidFailure.CARD_NOT_GENUINE, refused.failure());
    }

    @Test
    void aNonceOfAnotherLengthIsRefused() {
        assertThrows(
                EidException.class,
                () -> run(card("7c0c 8100 8208" + example.get("ca.token").hex() + "9000")));
    }

    /// ID_PICC, challenge and Comp(ephemeral key) are what the example's terminal signed.
    @Test
    void theMessageOfTerminalAuthenticationIsThatOfTheExample() throws TlvException {
        CvCertificate root = CvCertificate.parse(example.get("ta.root"));
        Octets message =
                Octets.join(
                        example.get("pace.card.point").slice(1, 33),
                        example.get("ta.challenge"),
                        example.get("ca.terminal.point").slice(1, 33));
        CvCertificate terminal = CvCertificate.parse(example.get("ta.terminal"));
        assertTrue(
                new de.koblenz.kiosk.eid.certificate.CvPublicKey(
                                terminal.key().algorithm(),
                                terminal.key().point(),
                                root.key().domain())
                        .verifies(message, example.get("ta.signature")));
    }

    /// TR-03110-3 §A.6.5, as recorded from a terminal: age, expiry, municipality.
    @Test
    void auxiliaryDataIsEncodedAsRecorded() {
        AuxiliaryData data =
                new AuxiliaryData(
                        java.util.Optional.of(java.time.LocalDate.of(2013, 12, 6)),
                        java.util.Optional.of(java.time.LocalDate.of(1992, 12, 6)),
                        java.util.Optional.of(Octets.ofHex("02760400110000")));
        assertEquals(
                "67447315060904007f000703010401530831393932313230367315060904007f00070301040253083230"
                        + "3133313230367314060904007f000703010403530702760400110000",
                data.encoded().map(Tlv::encoded).orElseThrow().hex());
    }
}
