package de.koblenz.kiosk.device.sim.card;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.jcajce.provider.asymmetric.util.ECUtil;

/// Standardized domain parameters (BSI TR-03110-3 table 4).
public enum CardCurve {
    NIST_P256(12, "1.2.840.10045.3.1.7"),
    BRAINPOOL_P256R1(13, "1.3.36.3.3.2.8.1.1.7"),
    NIST_P384(15, "1.3.132.0.34"),
    BRAINPOOL_P384R1(16, "1.3.36.3.3.2.8.1.1.11"),
    BRAINPOOL_P512R1(17, "1.3.36.3.3.2.8.1.1.13");

    private static final Map<CardCurve, ECDomainParameters> DOMAINS = new ConcurrentHashMap<>();

    private final int id;
    private final String name;

    CardCurve(int id, String name) {
        this.id = id;
        this.name = name;
    }

    /// Its number in security infos.
    public int id() {
        return id;
    }

    /// Curve, base point and order.
    ECDomainParameters domain() {
        return DOMAINS.computeIfAbsent(this, CardCurve::make);
    }

    private static ECDomainParameters make(CardCurve curve) {
        ASN1ObjectIdentifier identifier = new ASN1ObjectIdentifier(curve.name);
        return new ECNamedDomainParameters(identifier, ECUtil.getNamedCurveByOid(identifier));
    }
}
