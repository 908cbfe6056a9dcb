package de.koblenz.kiosk.eid.authority;

import de.koblenz.kiosk.eid.certificate.CertificateDescription;
import de.koblenz.kiosk.eid.certificate.CvCertificate;
import de.koblenz.kiosk.eid.tlv.Octets;
import de.koblenz.kiosk.eid.tlv.Tlv;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidParameterException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Arrays;
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

    /// The key of a PKCS#11 module.
    ///
    /// @param configuration file of SunPKCS11: `name`, `library`, slot
    /// @param pin of the token; overwritten
    /// @param alias of the key, which in Java needs some X.509 certificate beside it in the token
    /// @throws AuthorityException when module, token or key are not there
    public static KeyStoreAuthority ofPkcs11(
            Path configuration,
            char[] pin,
            String alias,
            Identity identity,
            List<CvCertificate> certificates)
            throws AuthorityException {
        try {
            Provider base = Security.getProvider("SunPKCS11");
            if (base == null) {
                throw new AuthorityException("this Java has no PKCS#11");
            }
            Provider provider = base.configure(configuration.toString());
            KeyStore store = KeyStore.getInstance("PKCS11", provider);
            store.load(null, pin);
            if (store.getKey(alias, null) instanceof PrivateKey key) {
                return new KeyStoreAuthority(
                        provider,
                        key,
                        identity.terminal(),
                        identity.description(),
                        identity.sector(),
                        certificates);
            }
            throw new AuthorityException("no key of that name in the token");
        } catch (GeneralSecurityException
                | IOException
                | InvalidParameterException
                | ProviderException e) {
            throw new AuthorityException("the PKCS#11 module does not answer", e);
        } finally {
            Arrays.fill(pin, '\0');
        }
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
        } catch (GeneralSecurityException | ProviderException e) {
            throw new AuthorityException("the module does not sign", e);
        }
    }
}
