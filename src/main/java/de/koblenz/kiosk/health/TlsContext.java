package de.koblenz.kiosk.health;

import de.koblenz.kiosk.config.HealthSettings;
import de.koblenz.kiosk.config.HealthSettings.ClientFiles;
import de.koblenz.kiosk.config.HealthSettings.TlsFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/// TLS from PEM files (RFC 7468), read anew for each connection, so that a renewed certificate needs no restart.
public final class TlsContext {
    private TlsContext() {}

    /// Sockets that trust `files.authority()` alone and show the client certificate where there is one.
    ///
    /// @throws IOException if a file cannot be read
    /// @throws GeneralSecurityException if a file is no certificate or key
    static SSLSocketFactory sockets(TlsFiles files) throws IOException, GeneralSecurityException {
        return of(files).getSocketFactory();
    }

    /// TLS that trusts `files.authority()` alone and shows the client certificate where there is one.
    ///
    /// @throws IOException if a file cannot be read
    /// @throws GeneralSecurityException if a file is no certificate or key
    public static SSLContext of(TlsFiles files) throws IOException, GeneralSecurityException {
        TrustManagerFactory trust =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted(files.authority().path()));
        KeyManager[] own =
                files.client().isPresent() ? keyManagers(files.client().get()) : new KeyManager[0];
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own, trust.getTrustManagers(), null);
        return context;
    }

    /// When the terminal's own certificate ends.
    ///
    /// @return milliseconds since 1970, 0 where there should be one and it cannot be read; empty where there is none
    static OptionalLong end(HealthSettings settings) {
        Optional<ClientFiles> files = settings.tls().flatMap(TlsFiles::client);
        if (files.isEmpty()) {
            return OptionalLong.empty();
        }
        try {
            for (Certificate own : certificates(files.get().certificate().path())) {
                return own instanceof X509Certificate known
                        ? OptionalLong.of(known.getNotAfter().toInstant().toEpochMilli())
                        : OptionalLong.of(0);
            }
            return OptionalLong.of(0);
        } catch (IOException | GeneralSecurityException _) {
            return OptionalLong.of(0);
        }
    }

    private static KeyStore trusted(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = emptyStore();
        int number = 0;
        for (Certificate certificate : certificates(file)) {
            store.setCertificateEntry("authority-" + number++, certificate);
        }
        return store;
    }

    private static KeyManager[] keyManagers(ClientFiles files)
            throws IOException, GeneralSecurityException {
        Certificate[] chain = certificates(files.certificate().path()).toArray(Certificate[]::new);
        char[] none = new char[0];
        KeyStore store = emptyStore();
        store.setKeyEntry("terminal", key(files.key().path()), none, chain);
        KeyManagerFactory managers =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, none);
        return managers.getKeyManagers();
    }

    private static KeyStore emptyStore() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static Collection<? extends Certificate> certificates(Path file)
            throws IOException, GeneralSecurityException {
        return CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file)));
    }

    /// A PKCS #8 key (`BEGIN PRIVATE KEY`); its kind is found by trying.
    private static PrivateKey key(Path file) throws IOException, GeneralSecurityException {
        String base64 =
                Files.readString(file)
                        .replaceAll("-----(BEGIN|END) PRIVATE KEY-----", "")
                        .replaceAll("\\s", "");
        byte[] encoded;
        try {
            encoded = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new InvalidKeySpecException("not a PKCS #8 key in PEM form: " + file);
        }
        for (String kind : List.of("EC", "RSA", "Ed25519")) {
            try {
                return KeyFactory.getInstance(kind)
                        .generatePrivate(new PKCS8EncodedKeySpec(encoded));
            } catch (InvalidKeySpecException _) {
                // Another kind.
            }
        }
        throw new InvalidKeySpecException("neither an EC, RSA nor Ed25519 key: " + file);
    }
}
