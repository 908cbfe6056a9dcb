package de.koblenz.kiosk.eid.crypto;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/// The key derivation function of TR-03110-3 §A.2.3 (after ANSI X9.63 without shared info): hash of secret, optional nonce and a
/// 32-bit counter, cut to the key's length. Stateless.
public final class KeyDerivation {
    private static final int ENCRYPTION = 1;
    private static final int AUTHENTICATION = 2;
    private static final int PASSWORD = 3;

    private KeyDerivation() {}

    /// Both session keys of a key agreement.
    ///
    /// @param nonce r_PICC in chip authentication, nothing in PACE
    public static SessionKeys sessionKeys(AesStrength strength, byte[] secret, byte[] nonce) {
        return new SessionKeys(
                derive(strength, ENCRYPTION, secret, nonce),
                derive(strength, AUTHENTICATION, secret, nonce));
    }

    /// The key K_π that encrypts the nonce of PACE. The caller overwrites it: who has it can find the password.
    public static byte[] passwordKey(AesStrength strength, byte[] password) {
        return derive(strength, PASSWORD, password, new byte[0]);
    }

    static byte[] derive(AesStrength strength, int counter, byte[] secret, byte[] nonce) {
        try {
            MessageDigest digest = MessageDigest.getInstance(strength.hash());
            digest.update(secret);
            digest.update(nonce);
            byte[] hash = digest.digest(new byte[] {0, 0, 0, (byte) counter});
            // The digest keeps the last block, the password in clear, until it is reset.
            digest.reset();
            byte[] key = Arrays.copyOf(hash, strength.octets());
            Arrays.fill(hash, (byte) 0);
            return key;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1 and SHA-256", e);
        }
    }
}
