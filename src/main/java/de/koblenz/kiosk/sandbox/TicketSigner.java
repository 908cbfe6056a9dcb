package de.koblenz.kiosk.sandbox;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/// Signs ticket codes with Ed25519 (RFC 8032). The key is made at first start and kept with the holds. Thread-safe.
final class TicketSigner {
    static final String SCHEMA =
            """
            CREATE TABLE IF NOT EXISTS ticket_key (
              kid TEXT PRIMARY KEY, private TEXT NOT NULL, public TEXT NOT NULL)
            """;

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private record Stored(String kid, String privateKey, String publicKey) {
        @Override
        public String toString() {
            return "Stored[" + kid + "]";
        }
    }

    private final String kid;
    private final String publicKey;
    private final PrivateKey privateKey;
    private final SecureRandom random = new SecureRandom();

    private TicketSigner(Stored stored) throws GeneralSecurityException {
        this.kid = stored.kid();
        this.publicKey = stored.publicKey();
        this.privateKey =
                KeyFactory.getInstance("Ed25519")
                        .generatePrivate(
                                new PKCS8EncodedKeySpec(
                                        Base64.getUrlDecoder().decode(stored.privateKey())));
    }

    static TicketSigner open(Database database) {
        Stored stored =
                database.transact(keys -> {
                    Optional<Stored> known =
                            keys.first(
                                    "SELECT kid, private, public FROM ticket_key",
                                    row ->
                                            new Stored(
                                                    row.getString(1),
                                                    row.getString(2),
                                                    row.getString(3)));
                    if (known.isPresent()) {
                        return known.get();
                    }
                    Stored made = generate();
                    keys.change(
                            "INSERT INTO ticket_key VALUES (?, ?, ?)",
                            made.kid(),
                            made.privateKey(),
                            made.publicKey());
                    return made;
                });
        try {
            return new TicketSigner(stored);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key of the ticket codes", e);
        }
    }

    String kid() {
        return kid;
    }

    /// The public key: 32 bytes, base64url.
    String publicKey() {
        return publicKey;
    }

    /// A new code for one place.
    ///
    /// @param from valid from then on, in whole seconds
    /// @param until valid before then, in whole seconds
    String sign(Slot slot, Instant from, Instant until) {
        byte[] id = new byte[12];
        random.nextBytes(id);
        // Every value is an identifier or a number: nothing needs escaping. The hold knows no
        // tariff, so "t" is empty.
        String payload =
                "{\"i\":\""
                        + BASE64.encodeToString(id)
                        + "\",\"s\":\""
                        + slot.id()
                        + "\",\"v\":\""
                        + slot.venue().id()
                        + "\",\"t\":\"\",\"f\":"
                        + from.getEpochSecond()
                        + ",\"u\":"
                        + until.getEpochSecond()
                        + ",\"k\":\""
                        + kid
                        + "\"}";
        String signed = "KO1." + BASE64.encodeToString(payload.getBytes(StandardCharsets.UTF_8));
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(privateKey);
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stored generate() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            byte[] raw = raw((EdECPublicKey) pair.getPublic());
            return new Stored(
                    BASE64.encodeToString(raw).substring(0, 8),
                    BASE64.encodeToString(pair.getPrivate().getEncoded()),
                    BASE64.encodeToString(raw));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// RFC 8032 §5.1.2: y little endian in 32 bytes, the sign of x in the highest bit.
    private static byte[] raw(EdECPublicKey key) {
        BigInteger y = key.getPoint().getY();
        byte[] raw = new byte[32];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = y.shiftRight(8 * i).byteValue();
        }
        if (key.getPoint().isXOdd()) {
            raw[31] |= (byte) 0x80;
        }
        return raw;
    }
}
