package de.koblenz.kiosk.eid.protocol;

import de.koblenz.kiosk.eid.certificate.ObjectIds;
import de.koblenz.kiosk.eid.crypto.AesStrength;
import de.koblenz.kiosk.eid.crypto.StandardCurve;
import de.koblenz.kiosk.eid.failure.EidException;
import de.koblenz.kiosk.eid.failure.EidFailure;
import de.koblenz.kiosk.eid.tlv.Octets;
import de.koblenz.kiosk.eid.tlv.Tlv;
import de.koblenz.kiosk.eid.tlv.TlvException;
import de.koblenz.kiosk.eid.tlv.TlvSequence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What a card tells of the protocols that it speaks, in EF.CardAccess and, signed, in EF.CardSecurity (TR-03110-3 §A.1).
/// Variants that we do not speak are left out.
///
/// @param pace variants of PACE
/// @param chipAuthentication variants of chip authentication, version 2
/// @param chipCurves curves of the keys for chip authentication
/// @param chipKeys keys for chip authentication; only in EF.CardSecurity
/// @param restricted keys for restricted identification
/// @param paceOffers how many variants of PACE the card has in all
public record SecurityInfos(
        List<PaceInfo> pace,
        List<ChipAuthenticationInfo> chipAuthentication,
        List<ChipCurve> chipCurves,
        List<ChipKey> chipKeys,
        List<RestrictedInfo> restricted,
        int paceOffers) {
    private static final int SET = 0x31;
    private static final int SEQUENCE = 0x30;
    private static final int OBJECT_ID = 0x06;
    private static final int INTEGER = 0x02;
    private static final int BOOLEAN = 0x01;
    private static final int BIT_STRING = 0x03;
    private static final int NO_KEY_ID = -1;

    /// @param protocol its object identifier
    public record PaceInfo(Octets protocol, AesStrength strength, StandardCurve curve) {}

    /// @param keyId number of the key, -1 where the card has only one
    public record ChipAuthenticationInfo(Octets protocol, AesStrength strength, int keyId) {}

    public record ChipCurve(StandardCurve curve, int keyId) {}

    /// @param point uncompressed
    public record ChipKey(StandardCurve curve, Octets point, int keyId) {}

    /// @param authorizedOnly whether the terminal needs the right: the key of the pseudonym, not that of the revocation list
    public record RestrictedInfo(Octets protocol, int keyId, boolean authorizedOnly) {}

    public SecurityInfos {
        pace = List.copyOf(pace);
        chipAuthentication = List.copyOf(chipAuthentication);
        chipCurves = List.copyOf(chipCurves);
        chipKeys = List.copyOf(chipKeys);
        restricted = List.copyOf(restricted);
    }

    /// @param file the SET OF SecurityInfo; what stands in the nested set for privileged terminals is not for us
    public static SecurityInfos parse(Octets file) throws TlvException {
        List<PaceInfo> pace = new ArrayList<>();
        List<ChipAuthenticationInfo> chipAuthentication = new ArrayList<>();
        List<ChipCurve> chipCurves = new ArrayList<>();
        List<ChipKey> chipKeys = new ArrayList<>();
        List<RestrictedInfo> restricted = new ArrayList<>();
        int paceOffers = 0;
        for (Tlv item : Tlv.parse(file).expect(SET).children().items()) {
            TlvSequence info = item.expect(SEQUENCE).children();
            Octets protocol = info.at(0).expect(OBJECT_ID).value();
            Optional<AesStrength> paceStrength =
                    AesStrength.ofArc(ObjectIds.arcBelow(ObjectIds.PACE_ECDH_GM, protocol));
            Optional<AesStrength> chipStrength =
                    AesStrength.ofArc(ObjectIds.arcBelow(ObjectIds.CA_ECDH, protocol));
            if (paceStrength.isPresent() && info.at(1).expect(INTEGER).number() == 2) {
                paceOffers++;
                if (info.size() > 2) {
                    StandardCurve.ofId(info.at(2).expect(INTEGER).number())
                            .ifPresent(curve ->
                                    pace.add(new PaceInfo(protocol, paceStrength.get(), curve)));
                }
            } else if (chipStrength.isPresent() && info.at(1).expect(INTEGER).number() == 2) {
                chipAuthentication.add(
                        new ChipAuthenticationInfo(protocol, chipStrength.get(), keyId(info, 2)));
            } else if (protocol.equals(ObjectIds.CA_ECDH_DOMAIN)) {
                int keyId = keyId(info, 2);
                curve(info.at(1)).ifPresent(curve -> chipCurves.add(new ChipCurve(curve, keyId)));
            } else if (protocol.equals(ObjectIds.PK_ECDH)) {
                TlvSequence key = info.at(1).expect(SEQUENCE).children();
                Octets bits = key.at(1).expect(BIT_STRING).value();
                int keyId = keyId(info, 2);
                if (bits.isEmpty() || bits.at(0) != 0) {
                    throw new TlvException("no whole octets");
                }
                curve(key.at(0)).ifPresent(c -> chipKeys.add(new ChipKey(c, bits.from(1), keyId)));
            } else if (ObjectIds.arcBelow(ObjectIds.RI_ECDH, protocol) > 0) {
                TlvSequence parameters = info.at(1).expect(SEQUENCE).children();
                Octets flag = parameters.at(2).expect(BOOLEAN).value();
                restricted.add(
                        new RestrictedInfo(
                                protocol,
                                parameters.at(1).expect(INTEGER).number(),
                                flag.length() == 1 && flag.at(0) != 0));
            }
        }
        return new SecurityInfos(
                pace, chipAuthentication, chipCurves, chipKeys, restricted, paceOffers);
    }

    private static int keyId(TlvSequence info, int index) throws TlvException {
        return info.size() > index ? info.at(index).expect(INTEGER).number() : NO_KEY_ID;
    }

    private static Optional<StandardCurve> curve(Tlv algorithm) throws TlvException {
        TlvSequence parts = algorithm.expect(SEQUENCE).children();
        return parts.at(0).value().equals(ObjectIds.STANDARD_DOMAIN)
                ? StandardCurve.ofId(parts.at(1).expect(INTEGER).number())
                : Optional.empty();
    }

    /// The strongest variant of PACE.
    public PaceInfo strongestPace() throws EidException {
        return pace.stream()
                .max(
                        Comparator.comparing(PaceInfo::strength)
                                .thenComparingInt(info -> info.curve().fieldOctets()))
                .orElseThrow(() -> new EidException(EidFailure.CARD_UNSUPPORTED));
    }

    /// The strongest variant of chip authentication whose key lies on a curve that is named.
    public ChipAuthenticationInfo strongestChipAuthentication() throws EidException {
        return chipAuthentication.stream()
                .filter(info -> chipCurves.stream().anyMatch(c -> c.keyId() == info.keyId()))
                .max(Comparator.comparing(ChipAuthenticationInfo::strength))
                .orElseThrow(() -> new EidException(EidFailure.CARD_UNSUPPORTED));
    }

    /// The curve of that key.
    public StandardCurve chipCurve(int keyId) throws EidException {
        return chipCurves.stream()
                .filter(c -> c.keyId() == keyId)
                .findFirst()
                .map(ChipCurve::curve)
                .orElseThrow(() -> new EidException(EidFailure.CARD_UNSUPPORTED));
    }
}
