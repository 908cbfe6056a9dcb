package de.koblenz.kiosk.device.sim.card;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.teletrust.TeleTrusTObjectIdentifiers;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.jcajce.provider.asymmetric.util.ECUtil;

/// Standardized domain parameters (BSI TR-03110-3 table 4).
public enum CardCurve {
    NIST_P256(12, SECObjectIdentifiers.secp256r1),
    BRAINPOOL_P256R1(13, TeleTrusTObjectIdentifiers.brainpoolP256r1),
    NIST_P384(15, SECObjectIdentifiers.secp384r1),
    BRAINPOOL_P384R1(16, TeleTrusTObjectIdentifiers.brainpoolP384r1),
    BRAINPOOL_P512R1(17, TeleTrusTObjectIdentifiers.brainpoolP512r1);

    private final int id;
    private final ECDomainParameters domain;

    CardCurve(int id, ASN1ObjectIdentifier name) {
        this.id = id;
        this.domain = new ECNamedDomainParameters(name, ECUtil.getNamedCurveByOid(name));
    }

    /// Its number in security infos.
    public int id() {
        return id;
    }

    /// Curve, base point and order.
    ECDomainParameters domain() {
        return domain;
    }
}
