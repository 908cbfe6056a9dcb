package de.koblenz.kiosk.eid;

import de.koblenz.kiosk.eid.apdu.CardDialogue;
import de.koblenz.kiosk.eid.apdu.CommandApdu;
import de.koblenz.kiosk.eid.apdu.ResponseApdu;
import de.koblenz.kiosk.eid.authority.AuthorityException;
import de.koblenz.kiosk.eid.authority.TerminalAuthority;
import de.koblenz.kiosk.eid.certificate.AccessRight;
import de.koblenz.kiosk.eid.certificate.Chat;
import de.koblenz.kiosk.eid.certificate.CvCertificate;
import de.koblenz.kiosk.eid.certificate.CvChain;
import de.koblenz.kiosk.eid.certificate.ObjectIds;
import de.koblenz.kiosk.eid.crypto.StandardCurve;
import de.koblenz.kiosk.eid.data.DataGroup;
import de.koblenz.kiosk.eid.data.DataGroupReader;
import de.koblenz.kiosk.eid.failure.EidException;
import de.koblenz.kiosk.eid.failure.EidFailure;
import de.koblenz.kiosk.eid.protocol.AuxiliaryData;
import de.koblenz.kiosk.eid.protocol.ChipAuthentication;
import de.koblenz.kiosk.eid.protocol.Pace;
import de.koblenz.kiosk.eid.protocol.PassiveAuthentication;
import de.koblenz.kiosk.eid.protocol.RestrictedIdentification;
import de.koblenz.kiosk.eid.protocol.SecurityInfos;
import de.koblenz.kiosk.eid.protocol.TerminalAuthentication;
import de.koblenz.kiosk.eid.tlv.Octets;
import de.koblenz.kiosk.eid.tlv.Tlv;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What follows the password: terminal authentication, EF.CardSecurity, chip authentication, comparisons, data groups
/// (TR-03110-2 §3.1, general authentication procedure).
record CardReading(
        CardSession session,
        TerminalAuthority authority,
        PassiveAuthentication trust,
        EidRequest request,
        LocalDate today,
        SecureRandom random) {
    private static final int SELECT_MASTER_FILE = 0x00A4000C;
    private static final int SELECT_APPLICATION = 0x00A4040C;
    private static final int COMPARE = 0x80208000;
    private static final int CARD_SECURITY = 0x1D;
    private static final int OBJECT_ID = 0x06;
    private static final Octets MASTER_FILE = Octets.ofHex("3f00");

    EidStep.IdentityRead read(Pace.Outcome.Opened opened, Chat rights) throws EidException {
        CardDialogue dialogue = session.dialogue();
        // Whatever was selected before the channel, files are found from the master file.
        dialogue.send(CommandApdu.of(SELECT_MASTER_FILE, MASTER_FILE, CommandApdu.NO_ANSWER))
                .orFail(EidFailure.CARD_STATUS);
        SecurityInfos infos = session.infos();
        SecurityInfos.ChipAuthenticationInfo info = infos.strongestChipAuthentication();
        StandardCurve.KeyPair ephemeral = infos.chipCurve(info.keyId()).keyPair(random);
        AuxiliaryData compared =
                new AuxiliaryData(Optional.of(today), bornOnOrBefore(), request.municipality());
        TerminalAuthentication.run(
                dialogue,
                authority,
                chain(opened.trustPoints(), rights.rights()),
                opened.cardIdentity(),
                Octets.of(ephemeral.curve().x(ephemeral.point())),
                compared);

        SecurityInfos signed =
                trust.verify(
                        dialogue.readFile(CARD_SECURITY).orFail(EidFailure.CARD_STATUS).data(),
                        today);
        // What the card said unsigned at first must be what its issuer signed, else somebody
        // weakened it.
        if (!signed.pace().contains(infos.strongestPace())
                || !signed.chipAuthentication().contains(info)) {
            throw new EidException(EidFailure.CARD_NOT_GENUINE);
        }
        SecurityInfos.ChipKey key =
                signed.chipKeys().stream()
                        .filter(k -> k.keyId() == info.keyId() && k.curve() == ephemeral.curve())
                        .findFirst()
                        .orElseThrow(() -> new EidException(EidFailure.CARD_NOT_GENUINE));
        ChipAuthentication.run(dialogue, info, key, ephemeral);

        dialogue.send(
                        CommandApdu.of(
                                SELECT_APPLICATION, CardSession.APPLICATION, CommandApdu.NO_ANSWER))
                .orFail(EidFailure.CARD_STATUS);
        if (!compare(dialogue, ObjectIds.DATE_OF_EXPIRY)) {
            throw new EidException(EidFailure.CARD_EXPIRED);
        }
        Optional<Boolean> oldEnough =
                compared.bornOnOrBefore().isPresent()
                        ? Optional.of(compare(dialogue, ObjectIds.DATE_OF_BIRTH))
                        : Optional.empty();
        Optional<Boolean> livesThere =
                compared.municipality().isPresent()
                        ? Optional.of(compare(dialogue, ObjectIds.MUNICIPALITY))
                        : Optional.empty();
        Optional<Octets> pseudonym =
                request.pseudonym() ? Optional.of(pseudonym(dialogue, signed)) : Optional.empty();

        Map<DataGroup, Octets> files = new EnumMap<>(DataGroup.class);
        Set<DataGroup> refused = EnumSet.noneOf(DataGroup.class);
        for (DataGroup group : DataGroup.values()) {
            if (rights.rights().contains(group.right())) {
                ResponseApdu answer = dialogue.readFile(group.number());
                switch (answer.status()) {
                    case ResponseApdu.DONE -> files.put(group, answer.data());
                    case ResponseApdu.FILE_ABSENT -> {}
                    case ResponseApdu.NOT_AUTHORISED -> refused.add(group);
                    default -> throw new EidException(EidFailure.CARD_STATUS);
                }
            }
        }
        return new EidStep.IdentityRead(
                DataGroupReader.read(files, refused),
                oldEnough,
                livesThere,
                pseudonym,
                dialogue.commands());
    }

    private Optional<LocalDate> bornOnOrBefore() {
        return request.ageAtLeast().isPresent()
                ? Optional.of(today.minusYears(request.ageAtLeast().getAsInt()))
                : Optional.empty();
    }

    private List<CvCertificate> chain(List<String> trustPoints, Set<AccessRight> needed)
            throws EidException {
        try {
            for (String trustPoint : trustPoints) {
                List<CvCertificate> chain = authority.chain(trustPoint);
                if (!chain.isEmpty()) {
                    Set<AccessRight> given =
                            CvChain.verify(trustPoint, authority.root(trustPoint), chain, today);
                    if (!given.containsAll(needed)) {
                        throw new EidException(EidFailure.RIGHTS_MISSING);
                    }
                    return chain;
                }
            }
        } catch (AuthorityException e) {
            throw new EidException(EidFailure.AUTHORITY_UNREACHABLE, e);
        }
        throw new EidException(EidFailure.CERTIFICATE_CHAIN);
    }

    /// The card compares (TR-03110-3 §B.5, VERIFY).
    private static boolean compare(CardDialogue dialogue, Octets what) throws EidException {
        ResponseApdu answer =
                dialogue.send(
                        CommandApdu.of(COMPARE, CommandApdu.NO_ANSWER, Tlv.of(OBJECT_ID, what)));
        return switch (answer.status()) {
            case ResponseApdu.DONE -> true;
            case ResponseApdu.CHECK_FAILED -> false;
            default -> throw new EidException(EidFailure.CARD_STATUS);
        };
    }

    private Octets pseudonym(CardDialogue dialogue, SecurityInfos signed) throws EidException {
        try {
            Tlv sector =
                    authority
                            .identity()
                            .sector()
                            .orElseThrow(() -> new EidException(EidFailure.RIGHTS_MISSING));
            return RestrictedIdentification.pseudonym(dialogue, signed, sector);
        } catch (AuthorityException e) {
            throw new EidException(EidFailure.AUTHORITY_UNREACHABLE, e);
        }
    }
}
