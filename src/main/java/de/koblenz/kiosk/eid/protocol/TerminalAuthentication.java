package de.koblenz.kiosk.eid.protocol;

import de.koblenz.kiosk.eid.apdu.CardDialogue;
import de.koblenz.kiosk.eid.apdu.CommandApdu;
import de.koblenz.kiosk.eid.apdu.ResponseApdu;
import de.koblenz.kiosk.eid.authority.AuthorityException;
import de.koblenz.kiosk.eid.authority.TerminalAuthority;
import de.koblenz.kiosk.eid.certificate.CvCertificate;
import de.koblenz.kiosk.eid.failure.EidException;
import de.koblenz.kiosk.eid.failure.EidFailure;
import de.koblenz.kiosk.eid.tlv.Octets;
import de.koblenz.kiosk.eid.tlv.Tlv;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Terminal authentication, version 2: the terminal shows its certificates and signs a challenge (TR-03110-2 §3.3, TR-03110-3
/// §B.3). Stateless.
public final class TerminalAuthentication {
    private static final int SET_SIGNATURE_TEMPLATE = 0x002281B6;
    private static final int VERIFY_CERTIFICATE = 0x002A00BE;
    private static final int SET_TEMPLATE = 0x002281A4;
    private static final int GET_CHALLENGE = 0x00840000;
    private static final int EXTERNAL_AUTHENTICATE = 0x00820000;
    private static final int PROTOCOL = 0x80;
    private static final int KEY_NAME = 0x83;
    private static final int EPHEMERAL = 0x91;
    private static final int CHALLENGE = 8;

    private TerminalAuthentication() {}

    /// @param chain the last one is the terminal's
    /// @param cardIdentity ID_PICC from PACE
    /// @param ephemeral Comp() of the terminal's key for chip authentication
    public static void run(
            CardDialogue dialogue,
            TerminalAuthority authority,
            List<CvCertificate> chain,
            Octets cardIdentity,
            Octets ephemeral,
            AuxiliaryData auxiliary)
            throws EidException {
        for (CvCertificate certificate : chain) {
            dialogue.send(
                            CommandApdu.of(
                                    SET_SIGNATURE_TEMPLATE,
                                    CommandApdu.NO_ANSWER,
                                    name(certificate.authority())))
                    .orFail(EidFailure.CERTIFICATE_CHAIN);
            dialogue.send(
                            CommandApdu.of(
                                    VERIFY_CERTIFICATE,
                                    certificate.forCard(),
                                    CommandApdu.NO_ANSWER))
                    .orFail(EidFailure.CERTIFICATE_REFUSED);
        }
        CvCertificate terminal = chain.getLast();
        Optional<Tlv> compared = auxiliary.encoded();
        List<Tlv> template = new ArrayList<>();
        template.add(Tlv.of(PROTOCOL, terminal.key().algorithm()));
        template.add(name(terminal.holder()));
        compared.ifPresent(template::add);
        template.add(Tlv.of(EPHEMERAL, ephemeral));
        dialogue.send(
                        CommandApdu.of(
                                SET_TEMPLATE, CommandApdu.NO_ANSWER, template.toArray(new Tlv[0])))
                .orFail(EidFailure.CERTIFICATE_REFUSED);
        ResponseApdu challenge =
                dialogue.send(CommandApdu.of(GET_CHALLENGE, CHALLENGE))
                        .orFail(EidFailure.CARD_STATUS);
        if (challenge.data().length() != CHALLENGE) {
            throw new EidException(EidFailure.CARD_ANSWER);
        }
        Octets message =
                Octets.join(
                        cardIdentity,
                        challenge.data(),
                        ephemeral,
                        compared.map(Tlv::encoded).orElse(Octets.EMPTY));
        Octets signature;
        try {
            signature = authority.sign(message);
        } catch (AuthorityException e) {
            throw new EidException(EidFailure.AUTHORITY_UNREACHABLE, e);
        }
        dialogue.send(CommandApdu.of(EXTERNAL_AUTHENTICATE, signature, CommandApdu.NO_ANSWER))
                .orFail(EidFailure.SIGNATURE_REFUSED);
    }

    private static Tlv name(String key) {
        return Tlv.of(KEY_NAME, Octets.ofText(key, StandardCharsets.ISO_8859_1));
    }
}
