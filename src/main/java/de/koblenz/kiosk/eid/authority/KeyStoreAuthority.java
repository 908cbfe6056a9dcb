package de.koblenz.kiosk.eid.authority;

import de.koblenz.kiosk.eid.certificate.CertificateDescription;
import de.koblenz.kiosk.eid.certificate.CvCertificate;
import de.koblenz.kiosk.eid.tlv.Octets;
import de.koblenz.kiosk.eid.tlv.Tlv;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// An authority whose certificates lie in files and whose key lies in a hardware module, reached by the provider given (SunPKCS11 for
/// PKCS#11); the key never leaves the module. Immutable, thread-safe as far as the provider is.
public final class KeyStoreAuthority implements TerminalAuthority {
    private final Provider provider;
    private final PrivateKey key;
    private final Identity identity;
    private final List<CvCertificate> certificates;

    /// @param key a handle of the terminal's key
    /// @param certificates roots, links, document verifiers, in any order
    public KeyStoreAuthority(
            Provider provider,
            PrivateKey key,
            CvCertificate terminal,
            CertificateDescription description,
            Optional<Tlv> sector,
            List<CvCertificate> certificates) {
        this.provider = provider;
        this.key = key;
        this.identity = new Identity(terminal, description, sector);
        this.certificates = List.copyOf(certificates);
    }

    @Override
    public Identity identity() {
        return identity;
    }

    @Override
    public List<CvCertificate> chain(String trustPoint) {
        List<CvCertificate> upwards = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        CvCertificate lowest = identity.terminal();
        upwards.add(lowest);
        while (!lowest.authority().equals(trustPoint)) {
            String wanted = lowest.authority();
            Optional<CvCertificate> above =
                    certificates.stream()
                            .filter(c -> c.holder().equals(wanted) && !isRoot(c))
                            .findFirst();
            if (above.isEmpty() || !seen.add(wanted)) {
                return List.of();
            }
            lowest = above.get();
            upwards.add(lowest);
        }
        return upwards.reversed();
    }

    @Override
    public Optional<CvCertificate> root(String trustPoint) {
        return certificates.stream()
                .filter(c -> c.holder().equals(trustPoint) && c.key().domain().isPresent())
                .findFirst();
    }

    private static boolean isRoot(CvCertificate certificate) {
        return certificate.holder().equals(certificate.authority());
    }

    @Override
    public Octets sign(Octets message) throws AuthorityException {
        String hash =
                identity.terminal()
                        .key()
                        .hash()
                        .orElseThrow(() -> new AuthorityException("no ECDSA key"));
        try {
            Signature signature =
                    Signature.getInstance(
                            hash.replace("-", "") + "withECDSAinP1363Format", provider);
            signature.initSign(key);
            signature.update(message.toArray());
            return Octets.of(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new AuthorityException("the module does not sign", e);
        }
    }
}
