package de.koblenz.kiosk.order.ticketing;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// The booking service's public keys by key id. Immutable.
public final class TicketKeys {
    /// No key is known.
    public static final TicketKeys NONE = new TicketKeys(Map.of());

    private final Map<String, PublicKey> byId;

    private TicketKeys(Map<String, PublicKey> byId) {
        this.byId = Map.copyOf(byId);
    }

    /// Reads the array of `GET /v1/keys`; keys of other kinds are left out.
    static TicketKeys read(JsonNode keys) {
        Map<String, PublicKey> byId = new HashMap<>();
        for (JsonNode key : keys) {
            if (key.path("alg").asString("").equals("Ed25519")) {
                ed25519(key.path("x").asString(""))
                        .ifPresent(known -> byId.put(key.path("kid").asString(""), known));
            }
        }
        return new TicketKeys(byId);
    }

    Optional<PublicKey> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /// RFC 8032 5.1.2: 32 bytes little-endian, the highest bit is the sign of x.
    private static Optional<PublicKey> ed25519(String base64Url) {
        try {
            byte[] raw = Base64.getUrlDecoder().decode(base64Url);
            if (raw.length != 32) {
                return Optional.empty();
            }
            boolean xOdd = (raw[31] & 0x80) != 0;
            raw[31] &= 0x7F;
            byte[] bigEndian = new byte[32];
            for (int i = 0; i < 32; i++) {
                bigEndian[i] = raw[31 - i];
            }
            EdECPoint point = new EdECPoint(xOdd, new BigInteger(1, bigEndian));
            return Optional.of(
                    KeyFactory.getInstance("Ed25519")
                            .generatePublic(
                                    new EdECPublicKeySpec(NamedParameterSpec.ED25519, point)));
        } catch (IllegalArgumentException | GeneralSecurityException _) {
            return Optional.empty();
        }
    }
}
