package de.koblenz.kiosk.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/// What is sealed at rest: AES-256-GCM (NIST SP 800-38D), each bound to whom it belongs. Thread-safe.
final class RestSeal {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int TAG_BITS = 128;
    private static final int NONCE_BYTES = 12;

    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    /// @param key 256 bits, from [KeyFile#open(java.nio.file.Path)]
    RestSeal(SecretKey key) {
        this.key = key;
    }

    /// 96 bits that were never used before.
    byte[] nonce() {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        return nonce;
    }

    /// @param bound to whom it belongs
    byte[] seal(byte[] nonce, String bound, byte[] text) throws IOException {
        return crypt(Cipher.ENCRYPT_MODE, nonce, bound, text);
    }

    /// @throws IOException if it was sealed by another key, or somebody has changed it or laid it elsewhere
    byte[] open(byte[] nonce, String bound, byte[] sealed) throws IOException {
        return crypt(Cipher.DECRYPT_MODE, nonce, bound, sealed);
    }

    private byte[] crypt(int mode, byte[] nonce, String bound, byte[] text) throws IOException {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(bound.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IOException("the seal is broken", e);
        }
    }
}
