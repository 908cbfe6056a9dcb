package de.koblenz.kiosk.eid.protocol;

import de.koblenz.kiosk.eid.apdu.CardDialogue;
import de.koblenz.kiosk.eid.apdu.CommandApdu;
import de.koblenz.kiosk.eid.apdu.ResponseApdu;
import de.koblenz.kiosk.eid.crypto.KeyDerivation;
import de.koblenz.kiosk.eid.crypto.SessionKeys;
import de.koblenz.kiosk.eid.crypto.StandardCurve;
import de.koblenz.kiosk.eid.failure.EidException;
import de.koblenz.kiosk.eid.failure.EidFailure;
import de.koblenz.kiosk.eid.tlv.Octets;
import de.koblenz.kiosk.eid.tlv.Tlv;
import de.koblenz.kiosk.eid.tlv.TlvException;
import de.koblenz.kiosk.eid.tlv.TlvSequence;
import java.util.Arrays;

/// Chip authentication, version 2: the chip proves that it holds the key that its issuer signed, and a new channel begins
/// (TR-03110-2 §3.4, TR-03110-3 §B.2). Stateless.
public final class ChipAuthentication {
    private static final int SET_TEMPLATE = 0x002241A4;
    private static final int GENERAL_AUTHENTICATE = 0x00860000;
    private static final int DYNAMIC_DATA = 0x7C;
    private static final int PROTOCOL = 0x80;
    private static final int KEY_ID = 0x84;
    private static final int NONCE = 8;

    private ChipAuthentication() {}

    /// Ends with the dialogue in the new channel.
    ///
    /// @param key from EF.CardSecurity, verified
    /// @param ephemeral the pair whose Comp() was given in terminal authentication
    public static void run(
            CardDialogue dialogue,
            SecurityInfos.ChipAuthenticationInfo info,
            SecurityInfos.ChipKey key,
            StandardCurve.KeyPair ephemeral)
            throws EidException {
        Tlv protocol = Tlv.of(PROTOCOL, info.protocol());
        dialogue.send(
                        info.keyId() < 0
                                ? CommandApdu.of(SET_TEMPLATE, CommandApdu.NO_ANSWER, protocol)
                                : CommandApdu.of(
                                        SET_TEMPLATE,
                                        CommandApdu.NO_ANSWER,
                                        protocol,
                                        Tlv.of(KEY_ID, number(info.keyId()))))
                .orFail(EidFailure.CARD_STATUS);
        ResponseApdu answer =
                dialogue.send(
                                CommandApdu.of(
                                        GENERAL_AUTHENTICATE,
                                        CommandApdu.SHORT,
                                        Tlv.of(
                                                DYNAMIC_DATA,
                                                Tlv.of(0x80, ephemeral.encodedPoint()))))
                        .orFail(EidFailure.CARD_NOT_GENUINE);
        try {
            TlvSequence data = Tlv.parse(answer.data()).expect(DYNAMIC_DATA).children();
            Octets nonce = data.get(0x81).value();
            if (nonce.length() != NONCE) {
                throw new EidException(EidFailure.CARD_ANSWER);
            }
            StandardCurve curve = ephemeral.curve();
            byte[] common = curve.x(ephemeral.agree(curve.decode(key.point())));
            SessionKeys keys = KeyDerivation.sessionKeys(info.strength(), common, nonce.toArray());
            Arrays.fill(common, (byte) 0);
            byte[] token =
                    Pace.publicKey(info.protocol(), ephemeral.encodedPoint()).encoded().toArray();
            if (!keys.verifies(data.get(0x82).value().toArray(), token)) {
                keys.close();
                throw new EidException(EidFailure.CARD_NOT_GENUINE);
            }
            dialogue.protect(keys);
        } catch (TlvException e) {
            throw new EidException(EidFailure.CARD_ANSWER, e);
        }
    }

    /// A key number in as few octets as it needs.
    static Octets number(int number) {
        return number > 0xFF
                ? Octets.of((byte) (number >>> 8), (byte) number)
                : Octets.of((byte) number);
    }
}
