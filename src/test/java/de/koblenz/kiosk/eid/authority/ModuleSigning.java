package de.koblenz.kiosk.eid.authority;

import de.koblenz.kiosk.eid.Authorities;
import de.koblenz.kiosk.eid.certificate.AccessRight;
import de.koblenz.kiosk.eid.crypto.StandardCurve;
import de.koblenz.kiosk.eid.tlv.Octets;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.Provider;
import java.security.Security;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.BigIntegers;

/// A process of its own: makes a key in a PKCS#11 module, signs by the authority, prints public key and signature.
public final class ModuleSigning {
    static final Octets MESSAGE = Octets.ofHex("0011223344556677");

    private ModuleSigning() {}

    public static void main(String[] arguments) throws Exception {
        Provider provider = Security.getProvider("SunPKCS11").configure(arguments[0]);
        KeyStore store = KeyStore.getInstance("PKCS11", provider);
        store.load(null, "1234".toCharArray());
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", provider);
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        X500Principal name = new X500Principal("CN=terminal");
        X509Certificate certificate =
                new JcaX509CertificateConverter()
                        .getCertificate(
                                new JcaX509v3CertificateBuilder(
                                                name,
                                                BigInteger.ONE,
                                                Date.from(Instant.EPOCH),
                                                Date.from(
                                                        Instant.EPOCH.plus(
                                                                Duration.ofDays(36_500))),
                                                name,
                                                pair.getPublic())
                                        .build(
                                                new JcaContentSignerBuilder("SHA256withECDSA")
                                                        .setProvider(provider)
                                                        .build(pair.getPrivate())));
        store.setKeyEntry("terminal", pair.getPrivate(), null, new X509Certificate[] {certificate});

        KeyStoreAuthority authority =
                KeyStoreAuthority.ofPkcs11(
                        Path.of(arguments[0]),
                        "1234".toCharArray(),
                        "terminal",
                        Authorities.of(StandardCurve.NIST_P256, 1, Set.of(AccessRight.READ_DG4))
                                .identity(),
                        List.of());
        ECPublicKey key = (ECPublicKey) pair.getPublic();
        System.out.println(
                Octets.join(
                                Octets.of((byte) 4),
                                Octets.of(
                                        BigIntegers.asUnsignedByteArray(
                                                32, key.getW().getAffineX())),
                                Octets.of(
                                        BigIntegers.asUnsignedByteArray(
                                                32, key.getW().getAffineY())))
                        .hex());
        System.out.println(authority.sign(MESSAGE).hex());
    }
}
