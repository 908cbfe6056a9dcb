package de.koblenz.kiosk.eid.crypto;

import java.util.Arrays;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.macs.CMac;
import org.bouncycastle.crypto.modes.CBCBlockCipher;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;

/// AES in the modes of the eID protocols: single blocks, CBC without padding (NIST SP 800-38A) and CMAC cut to eight octets
/// (NIST SP 800-38B, TR-03110-3 §A.2.4). Stateless.
public final class Aes {
    /// Octets of a block.
    public static final int BLOCK = 16;

    /// Octets of a MAC on the wire.
    public static final int MAC = 8;

    private Aes() {}

    public static byte[] encryptBlock(byte[] key, byte[] block) {
        return blocks(engine(true, key), block, 0, BLOCK);
    }

    /// @param data whole blocks
    public static byte[] encryptCbc(byte[] key, byte[] vector, byte[] data) {
        return blocks(cbc(true, key, vector), data, 0, data.length);
    }

    /// @param data whole blocks between `from` and `to`
    public static byte[] decryptCbc(byte[] key, byte[] vector, byte[] data, int from, int to) {
        return blocks(cbc(false, key, vector), data, from, to);
    }

    /// The first eight octets of the CMAC over all parts.
    public static byte[] mac(byte[] key, byte[]... parts) {
        return Arrays.copyOf(fullMac(key, parts), MAC);
    }

    static byte[] fullMac(byte[] key, byte[]... parts) {
        CMac cmac = new CMac(AESEngine.newInstance());
        cmac.init(new KeyParameter(key));
        for (byte[] part : parts) {
            cmac.update(part, 0, part.length);
        }
        byte[] mac = new byte[BLOCK];
        cmac.doFinal(mac, 0);
        return mac;
    }

    private static BlockCipher engine(boolean encrypt, byte[] key) {
        BlockCipher engine = AESEngine.newInstance();
        engine.init(encrypt, new KeyParameter(key));
        return engine;
    }

    private static BlockCipher cbc(boolean encrypt, byte[] key, byte[] vector) {
        BlockCipher cbc = CBCBlockCipher.newInstance(AESEngine.newInstance());
        cbc.init(encrypt, new ParametersWithIV(new KeyParameter(key), vector));
        return cbc;
    }

    private static byte[] blocks(BlockCipher cipher, byte[] data, int from, int to) {
        if ((to - from) % BLOCK != 0) {
            throw new IllegalArgumentException("no whole blocks");
        }
        byte[] out = new byte[to - from];
        for (int at = 0; at < out.length; at += BLOCK) {
            cipher.processBlock(data, from + at, out, at);
        }
        return out;
    }
}
