package de.koblenz.kiosk.eid.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import de.koblenz.kiosk.eid.tlv.Octets;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class AesTest {
    private static final String MESSAGE =
            "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51"
                    + "30c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710";

    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static void mac(String key, int length, String mac) {
        byte[] message = hex(MESSAGE.substring(0, 2 * length));
        assertArrayEquals(hex(mac), Aes.fullMac(hex(key), message));
        assertArrayEquals(hex(mac.substring(0, 16)), Aes.mac(hex(key), message));
    }

    /// NIST SP 800-38B, appendix D.1 (RFC 4493 §4).
    @Test
    void macsWith128BitsAreThoseOfNist() {
        String key = "2b7e151628aed2a6abf7158809cf4f3c";
        mac(key, 0, "bb1d6929e95937287fa37d129b756746");
        mac(key, 16, "070a16b46b4d4144f79bdd9dd04a287c");
        mac(key, 40, "dfa66747de9ae63030ca32611497c827");
        mac(key, 64, "51f0bebf7e3b9d92fc49741779363cfe");
    }

    /// NIST SP 800-38B, appendix D.2.
    @Test
    void macsWith192BitsAreThoseOfNist() {
        String key = "8e73b0f7da0e6452c810f32b809079e562f8ead2522c6b7b";
        mac(key, 0, "d17ddf46adaacde531cac483de7a9367");
        mac(key, 16, "9e99a7bf31e710900662f65e617c5184");
        mac(key, 64, "a1d5df0eed790f794d77589659f39a11");
    }

    /// NIST SP 800-38B, appendix D.3.
    @Test
    void macsWith256BitsAreThoseOfNist() {
        String key = "603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4";
        mac(key, 0, "028962f61b7bf89efc6b551f4667d983");
        mac(key, 16, "28a7023f452e8f82bd4bf28d8c37c35c");
        mac(key, 64, "e1992190549f6ed5696a2c056c315410");
    }

    /// NIST SP 800-38A, appendix F.2.1 and F.2.2.
    @Test
    void chainedBlocksAreThoseOfNist() {
        byte[] key = hex("2b7e151628aed2a6abf7158809cf4f3c");
        byte[] vector = hex("000102030405060708090a0b0c0d0e0f");
        byte[] encrypted = hex("7649abac8119b246cee98e9b12e9197d5086cb9b507219ee95db113a917678b2");
        byte[] plain = hex(MESSAGE.substring(0, 64));
        assertArrayEquals(encrypted, Aes.encryptCbc(key, vector, plain));
        assertArrayEquals(plain, Aes.decryptCbc(key, vector, encrypted, 0, 32));
    }

    /// ICAO Doc 9303-11, appendix G.1: K and K_π of the MRZ; the same derivation as for session keys.
    @Test
    void passwordKeysAreThoseOfIcao() {
        assertArrayEquals(
                hex("89ded1b26624ec1e634c1989302849dd"),
                KeyDerivation.passwordKey(
                        AesStrength.AES_128, hex("7e2d2a41c74ea0b38cd36f863939bfa8e9032aad")));
    }

    /// The PIN 123456 with all key lengths: hashes that anybody can recompute.
    @Test
    void passwordKeysHaveTheLengthOfTheirCipher() {
        byte[] pin = "123456".getBytes(StandardCharsets.US_ASCII);
        assertEquals(
                "591468cda83d65219cccb8560233600f",
                Octets.of(KeyDerivation.passwordKey(AesStrength.AES_128, pin)).hex());
        assertEquals(
                "8df3278fb32026e66277357fcd6c826dbeb3de32088b2531",
                Octets.of(KeyDerivation.passwordKey(AesStrength.AES_192, pin)).hex());
        assertEquals(
                "8df3278fb32026e66277357fcd6c826dbeb3de32088b2531757d753940185923",
                Octets.of(KeyDerivation.passwordKey(AesStrength.AES_256, pin)).hex());
    }
}
