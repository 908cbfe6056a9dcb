package de.koblenz.kiosk.health.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Keys of those who may command, from a file in PEM form (RFC 7468 §13): one after the other, so that a new one is known before the
/// old one goes.
public final class CommandKeys {
    private static final Pattern KEY =
            Pattern.compile("-----BEGIN PUBLIC KEY-----([^-]+)-----END PUBLIC KEY-----");

    private static final Pattern PRIVATE =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([^-]+)-----END PRIVATE KEY-----");

    private CommandKeys() {}

    /// Reads the key by which a data centre commands (PKCS #8, RFC 7468 §10).
    ///
    /// @throws IOException if it cannot be read, or is something else; the message does not repeat it
    public static PrivateKey readPrivate(Path file) throws IOException {
        Matcher found = PRIVATE.matcher(Files.readString(file));
        if (found.find()) {
            try {
                byte[] der = Base64.getMimeDecoder().decode(found.group(1));
                return KeyFactory.getInstance("Ed25519")
                        .generatePrivate(new PKCS8EncodedKeySpec(der));
            } catch (GeneralSecurityException | IllegalArgumentException _) {
                // Said below.
            }
        }
        throw new IOException("no Ed25519 key in PEM form: " + file);
    }

    /// Reads the Ed25519 keys of a file.
    ///
    /// @throws IOException if it cannot be read, or holds something else
    public static List<PublicKey> read(Path file) throws IOException {
        List<PublicKey> keys = new ArrayList<>();
        Matcher found = KEY.matcher(Files.readString(file));
        try {
            while (found.find()) {
                byte[] der = Base64.getMimeDecoder().decode(found.group(1));
                keys.add(
                        KeyFactory.getInstance("Ed25519")
                                .generatePublic(new X509EncodedKeySpec(der)));
            }
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException("not an Ed25519 key in PEM form: " + file, e);
        }
        if (keys.isEmpty()) {
            throw new IOException("no public key in " + file);
        }
        return keys;
    }
}
