package de.koblenz.kiosk.eid.crypto;

import java.security.MessageDigest;
import java.util.Arrays;

/// The two keys of a channel, overwritten when closed. Not thread-safe.
public final class SessionKeys implements AutoCloseable {
    private final byte[] encryption;
    private final byte[] authentication;

    /// Takes both arrays over.
    public SessionKeys(byte[] encryption, byte[] authentication) {
        this.encryption = encryption;
        this.authentication = authentication;
    }

    public byte[] encryptBlock(byte[] block) {
        return Aes.encryptBlock(encryption, block);
    }

    public byte[] encrypt(byte[] vector, byte[] data) {
        return Aes.encryptCbc(encryption, vector, data);
    }

    public byte[] decrypt(byte[] vector, byte[] data, int from, int to) {
        return Aes.decryptCbc(encryption, vector, data, from, to);
    }

    public byte[] mac(byte[]... parts) {
        return Aes.mac(authentication, parts);
    }

    /// Compares in constant time.
    public boolean verifies(byte[] mac, byte[]... parts) {
        return MessageDigest.isEqual(mac, mac(parts));
    }

    @Override
    public void close() {
        Arrays.fill(encryption, (byte) 0);
        Arrays.fill(authentication, (byte) 0);
    }
}
