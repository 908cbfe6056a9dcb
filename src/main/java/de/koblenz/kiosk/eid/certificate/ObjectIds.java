package de.koblenz.kiosk.eid.certificate;

import de.koblenz.kiosk.eid.tlv.Octets;

/// The object identifiers of TR-03110-3 that we speak, as the content octets of their encoding, below
/// bsi-de (0.4.0.127.0.7).
public final class ObjectIds {
    private static final Octets BSI = Octets.ofHex("04007f0007");

    /// id-TA-ECDSA; the next arc names the hash (§A.7.1.2).
    public static final Octets TA_ECDSA = below(2, 2, 2, 2);

    public static final Octets TA = below(2, 2, 2);

    /// id-CA-ECDH; the next arc names the cipher (§A.4.1).
    public static final Octets CA_ECDH = below(2, 2, 3, 2);

    /// id-PACE-ECDH-GM; the next arc names the cipher (§A.3.1).
    public static final Octets PACE_ECDH_GM = below(2, 2, 4, 2);

    /// id-RI-ECDH; the next arc names the hash (§A.5.1).
    public static final Octets RI_ECDH = below(2, 2, 5, 2);

    /// id-PK-ECDH (§A.1.1.3).
    public static final Octets PK_ECDH = below(2, 2, 1, 2);

    /// id-CA-ECDH as the protocol of domain parameters.
    public static final Octets CA_ECDH_DOMAIN = CA_ECDH;

    /// id-PT: keys for privileged terminals (§A.1.1.7).
    public static final Octets PRIVILEGED = below(2, 2, 8);

    /// standardizedDomainParameters (§A.2.1.1).
    public static final Octets STANDARD_DOMAIN = below(1, 2);

    /// id-AT: the role "authentication terminal" (§C.4.2).
    public static final Octets AUTHENTICATION_TERMINAL = below(3, 1, 2, 2);

    /// id-description (§C.3.1).
    public static final Octets DESCRIPTION = below(3, 1, 3, 1);

    /// id-sector (§C.3.2).
    public static final Octets SECTOR = below(3, 1, 3, 2);

    /// Auxiliary data "date of birth" (§A.6.5.1).
    public static final Octets DATE_OF_BIRTH = below(3, 1, 4, 1);

    /// Auxiliary data "date of expiry" (§A.6.5.2).
    public static final Octets DATE_OF_EXPIRY = below(3, 1, 4, 2);

    /// Auxiliary data "municipality" (§A.6.5.3).
    public static final Octets MUNICIPALITY = below(3, 1, 4, 3);

    /// id-SecurityObject: the content type of EF.CardSecurity (§A.1.2.5).
    public static final Octets SECURITY_OBJECT = below(3, 2, 1);

    private ObjectIds() {}

    private static Octets below(int... arcs) {
        byte[] octets = new byte[arcs.length];
        for (int i = 0; i < arcs.length; i++) {
            octets[i] = (byte) arcs[i];
        }
        return Octets.join(BSI, Octets.of(octets));
    }

    /// `parent` with one more arc.
    public static Octets child(Octets parent, int arc) {
        return Octets.join(parent, Octets.of((byte) arc));
    }

    /// The last arc of an identifier that is a direct child of `parent`, or -1 for any other.
    public static int arcBelow(Octets parent, Octets identifier) {
        int at = parent.length();
        return identifier.length() == at + 1
                        && identifier.at(at) < 0x80
                        && identifier.slice(0, at).equals(parent)
                ? identifier.at(at)
                : -1;
    }
}
