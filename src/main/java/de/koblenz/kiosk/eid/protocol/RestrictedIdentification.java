package de.koblenz.kiosk.eid.protocol;

import de.koblenz.kiosk.eid.apdu.CardDialogue;
import de.koblenz.kiosk.eid.apdu.CommandApdu;
import de.koblenz.kiosk.eid.apdu.ResponseApdu;
import de.koblenz.kiosk.eid.failure.EidException;
import de.koblenz.kiosk.eid.failure.EidFailure;
import de.koblenz.kiosk.eid.tlv.Octets;
import de.koblenz.kiosk.eid.tlv.Tlv;
import de.koblenz.kiosk.eid.tlv.TlvException;

/// Restricted identification: a pseudonym that is the same for this card and sector, and tells other sectors nothing
/// (TR-03110-2 §3.5, TR-03110-3 §B.4). Stateless.
public final class RestrictedIdentification {
    private static final int SET_TEMPLATE = 0x002241A4;
    private static final int GENERAL_AUTHENTICATE = 0x00860000;
    private static final int DYNAMIC_DATA = 0x7C;
    private static final int PROTOCOL = 0x80;
    private static final int KEY_ID = 0x84;
    private static final int SECTOR = 0xA0;
    private static final int PSEUDONYM = 0x81;

    private RestrictedIdentification() {}

    /// @param sector public key of the sector, tag `7F49`, whose hash stands in the terminal's certificate
    /// @return the hash of the agreed key, 20 to 64 octets
    public static Octets pseudonym(CardDialogue dialogue, SecurityInfos infos, Tlv sector)
            throws EidException {
        SecurityInfos.RestrictedInfo info =
                infos.restricted().stream()
                        .filter(SecurityInfos.RestrictedInfo::authorizedOnly)
                        .findFirst()
                        .orElseThrow(() -> new EidException(EidFailure.CARD_UNSUPPORTED));
        dialogue.send(
                        CommandApdu.of(
                                SET_TEMPLATE,
                                CommandApdu.NO_ANSWER,
                                Tlv.of(PROTOCOL, info.protocol()),
                                Tlv.of(KEY_ID, ChipAuthentication.number(info.keyId()))))
                .orFail(EidFailure.CARD_STATUS);
        ResponseApdu answer =
                dialogue.send(
                                CommandApdu.of(
                                        GENERAL_AUTHENTICATE,
                                        CommandApdu.SHORT,
                                        Tlv.of(DYNAMIC_DATA, Tlv.of(SECTOR, sector.value()))))
                        .orFail(EidFailure.CARD_STATUS);
        try {
            Octets pseudonym =
                    Tlv.parse(answer.data()).expect(DYNAMIC_DATA).children().get(PSEUDONYM).value();
            if (pseudonym.length() < 20 || pseudonym.length() > 64) {
                throw new EidException(EidFailure.CARD_ANSWER);
            }
            return pseudonym;
        } catch (TlvException e) {
            throw new EidException(EidFailure.CARD_ANSWER, e);
        }
    }
}
