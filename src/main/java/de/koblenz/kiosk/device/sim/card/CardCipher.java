package de.koblenz.kiosk.device.sim.card;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.macs.CMac;
import org.bouncycastle.crypto.modes.CBCBlockCipher;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.BigIntegers;

/// The primitives of BSI TR-03110-3 on the card's side. Stateless.
final class CardCipher {
    static final int BLOCK = 16;
    static final int MAC_LENGTH = 8;

    /// Counters of the key derivation function (A.2.3.1).
    static final int ENCRYPTION = 1;

    static final int AUTHENTICATION = 2;
    static final int PASSWORD = 3;

    private static final int SPARE_BITS = 64;

    private CardCipher() {}

    /// Key derivation (A.2.3.2): SHA-1 for AES-128, SHA-256 for the longer ones.
    static byte[] derive(byte[] secret, byte[] nonce, int counter, int aesBits) {
        Digest digest = aesBits == 128 ? new SHA1Digest() : new SHA256Digest();
        byte[] hash = new byte[digest.getDigestSize()];
        digest.update(secret, 0, secret.length);
        digest.update(nonce, 0, nonce.length);
        digest.update(new byte[] {0, 0, 0, (byte) counter}, 0, 4);
        digest.doFinal(hash, 0);
        return Arrays.copyOf(hash, aesBits / 8);
    }

    static byte[] sha(byte[] data, Digest digest) {
        byte[] hash = new byte[digest.getDigestSize()];
        digest.update(data, 0, data.length);
        digest.doFinal(hash, 0);
        return hash;
    }

    /// AES in CBC mode over whole blocks.
    static byte[] cbc(boolean encrypt, byte[] key, byte[] vector, byte[] data) {
        var cipher = CBCBlockCipher.newInstance(AESEngine.newInstance());
        cipher.init(encrypt, new ParametersWithIV(new KeyParameter(key), vector));
        byte[] out = new byte[data.length];
        for (int at = 0; at < data.length; at += BLOCK) {
            cipher.processBlock(data, at, out, at);
        }
        return out;
    }

    /// CMAC cut to eight octets (A.2.4.2, F.2.1).
    static byte[] mac(byte[] key, byte[] data) {
        CMac mac = new CMac(AESEngine.newInstance(), MAC_LENGTH * 8);
        mac.init(new KeyParameter(key));
        mac.update(data, 0, data.length);
        byte[] out = new byte[mac.getMacSize()];
        mac.doFinal(out, 0);
        return Arrays.copyOf(out, MAC_LENGTH);
    }

    /// Padding of ISO 7816-4 §10.2.3.1.
    static byte[] pad(byte[] data) {
        byte[] padded = Arrays.copyOf(data, (data.length / BLOCK + 1) * BLOCK);
        padded[data.length] = (byte) 0x80;
        return padded;
    }

    /// Takes the padding off.
    ///
    /// @throws CardError with `6988` where there is none
    static byte[] unpad(byte[] data) throws CardError {
        int end = data.length - 1;
        while (end >= 0 && data[end] == 0) {
            end--;
        }
        if (end < 0 || data[end] != (byte) 0x80) {
            throw new CardError(CardError.SECURE_MESSAGING_WRONG);
        }
        return Arrays.copyOf(data, end);
    }

    /// A private key.
    static BigInteger scalar(ECDomainParameters domain, RandomGenerator random) {
        byte[] bytes = new byte[(domain.getN().bitLength() + SPARE_BITS) / 8 + 1];
        random.nextBytes(bytes);
        return new BigInteger(1, bytes)
                .mod(domain.getN().subtract(BigInteger.ONE))
                .add(BigInteger.ONE);
    }

    /// An uncompressed point of the curve, not the one at infinity.
    ///
    /// @throws CardError with `6A80` for anything else
    static ECPoint point(ECDomainParameters domain, byte[] encoded) throws CardError {
        try {
            if (encoded.length == 0 || encoded[0] != 4) {
                throw new CardError(CardError.WRONG_DATA);
            }
            return domain.validatePublicPoint(domain.getCurve().decodePoint(encoded));
        } catch (IllegalArgumentException _) {
            throw new CardError(CardError.WRONG_DATA);
        }
    }

    static byte[] encoded(ECPoint point) {
        return point.getEncoded(false);
    }

    /// x-coordinate in the length of the field: shared secret (A.2.2.2) and compressed key (A.2.2.3).
    static byte[] coordinate(ECPoint point) {
        ECPoint normal = point.normalize();
        return BigIntegers.asUnsignedByteArray(
                (normal.getCurve().getFieldSize() + 7) / 8,
                normal.getAffineXCoord().toBigInteger());
    }
}
