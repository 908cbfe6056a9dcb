package de.koblenz.kiosk.order.ticketing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class TicketCodeTest {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final String PAYLOAD =
            "{\"i\":\"t1\",\"s\":\"s1\",\"v\":\"v1\",\"t\":\"\",\"f\":1780722000,\"u\":1780736400,"
                    + "\"k\":\"k1\"}";

    private static KeyPair pair() throws GeneralSecurityException {
        return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    /// RFC 8032 5.1.2 from the JDK's key: X.509 ends with the 32 raw bytes.
    private static TicketKeys keys(String kid, KeyPair pair) {
        byte[] encoded = ((EdECPublicKey) pair.getPublic()).getEncoded();
        byte[] raw = java.util.Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
        return TicketKeys.read(
                JsonMapper.builder()
                        .build()
                        .readTree(
                                "[{\"kid\":\"%s\",\"alg\":\"Ed25519\",\"x\":\"%s\"}]"
                                        .formatted(kid, BASE64.encodeToString(raw))));
    }

    private static String code(String payload, KeyPair pair) throws GeneralSecurityException {
        String text = "KO1." + BASE64.encodeToString(payload.getBytes(StandardCharsets.UTF_8));
        Signature signer = Signature.getInstance("Ed25519");
        signer.initSign(pair.getPrivate());
        signer.update(text.getBytes(StandardCharsets.US_ASCII));
        return text + "." + BASE64.encodeToString(signer.sign());
    }

    @Test
    void aSignedCodeTellsItsTicket() throws Exception {
        KeyPair pair = pair();
        assertEquals(
                Optional.of(
                        new TicketCode(
                                "t1",
                                "s1",
                                "v1",
                                Instant.ofEpochSecond(1780722000),
                                Instant.ofEpochSecond(1780736400))),
                TicketCode.verified(code(PAYLOAD, pair), keys("k1", pair)));
    }

    /// RFC 8032 7.1, TEST 1: the public key of the first test vector is read as the standard says.
    @Test
    void aKeyOfTheStandardIsRead() {
        byte[] raw =
                java.util.HexFormat.of()
                        .parseHex(
                                "d75a980182b10ab7d54bfed3c964073a"
                                        + "0ee172f3daa62325af021a68f707511a");
        TicketKeys keys =
                TicketKeys.read(
                        JsonMapper.builder()
                                .build()
                                .readTree(
                                        "[{\"kid\":\"k\",\"alg\":\"Ed25519\",\"x\":\"%s\"}]"
                                                .formatted(BASE64.encodeToString(raw))));
        byte[] encoded = keys.find("k").orElseThrow().getEncoded();
        assertEquals(
                java.util.HexFormat.of().formatHex(raw),
                java.util.HexFormat.of().formatHex(encoded, encoded.length - 32, encoded.length));
    }

    @Test
    void nothingElseIsATicket() throws Exception {
        KeyPair pair = pair();
        TicketKeys keys = keys("k1", pair);
        String good = code(PAYLOAD, pair);
        for (String bad :
                new String[] {
                    "",
                    ".",
                    "..",
                    "KO1..",
                    good.substring(1),
                    good.replace("KO1.", "KO2."),
                    good + ".x",
                    good.substring(0, good.length() - 4) + "AAAA",
                    code(PAYLOAD, pair()),
                    code(PAYLOAD.replace("k1", "k2"), pair),
                    code("no json", pair),
                    code("[]", pair),
                    code("{\"k\":\"k1\",\"f\":9223372036854775807,\"u\":1}", pair),
                    "KO1.%%%.%%%"
                }) {
            assertTrue(TicketCode.verified(bad, keys).isEmpty(), bad);
        }
        assertTrue(TicketCode.verified(good, TicketKeys.NONE).isEmpty());
    }

    @Test
    void brokenKeysAreLeftOut() {
        TicketKeys keys =
                TicketKeys.read(
                        JsonMapper.builder()
                                .build()
                                .readTree(
                                        "[{\"kid\":\"a\",\"alg\":\"Ed25519\",\"x\":\"AAAA\"},"
                                                + "{\"kid\":\"b\",\"alg\":\"RS256\",\"x\":\"\"},"
                                                + "{\"kid\":\"c\",\"alg\":\"Ed25519\",\"x\":\"!\"},"
                                                + "7]"));
        assertTrue(keys.find("a").isEmpty() && keys.find("b").isEmpty());
        assertTrue(keys.find("c").isEmpty());
    }
}
