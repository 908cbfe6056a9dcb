package de.koblenz.kiosk.sandbox;

import com.nimbusds.jose.Algorithm;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyOperation;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.text.ParseException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/// The authority's keys, made at first start and kept with its submissions. Immutable.
///
/// @param encryption the destination's; applications are encrypted for it (RSA-OAEP-256)
/// @param subscriber the destination's; signs accept-submission and reject-submission (PS512)
/// @param delivery the delivery service's; signs all other events (PS512)
/// @param tokens signs access tokens (HS256)
record KeyRing(RSAKey encryption, RSAKey subscriber, RSAKey delivery, OctetSequenceKey tokens) {
    static final String SCHEMA =
            "CREATE TABLE IF NOT EXISTS key (name TEXT PRIMARY KEY, jwk TEXT NOT NULL)";

    static KeyRing open(Database database, int bits) {
        // Each takes about a second: made side by side, and outside of any transaction.
        CompletableFuture<RSAKey> encryption = rsa(database, "encryption", bits, true);
        CompletableFuture<RSAKey> subscriber = rsa(database, "subscriber", bits, false);
        CompletableFuture<RSAKey> delivery = rsa(database, "delivery", bits, false);
        return new KeyRing(
                encryption.join(), subscriber.join(), delivery.join(), tokenKey(database));
    }

    private static CompletableFuture<RSAKey> rsa(
            Database database, String name, int bits, boolean forEncryption) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                Optional<String> known = find(database, name);
                if (known.isEmpty()) {
                    keep(database, name, generate(bits, forEncryption).toJSONString());
                    known = find(database, name);
                }
                return RSAKey.parse(known.orElseThrow());
            } catch (JOSEException | ParseException e) {
                throw new IllegalStateException("the authority's key " + name, e);
            }
        });
    }

    private static RSAKey generate(int bits, boolean forEncryption) throws JOSEException {
        Algorithm algorithm = forEncryption ? JWEAlgorithm.RSA_OAEP_256 : JWSAlgorithm.PS512;
        KeyOperation operation = forEncryption ? KeyOperation.WRAP_KEY : KeyOperation.VERIFY;
        return new RSAKeyGenerator(bits)
                .keyID(UUID.randomUUID().toString())
                .algorithm(algorithm)
                .keyOperations(Set.of(operation))
                .generate();
    }

    private static OctetSequenceKey tokenKey(Database database) {
        try {
            Optional<String> known = find(database, "tokens");
            if (known.isEmpty()) {
                keep(
                        database,
                        "tokens",
                        new OctetSequenceKeyGenerator(256).generate().toJSONString());
                known = find(database, "tokens");
            }
            return OctetSequenceKey.parse(known.orElseThrow());
        } catch (JOSEException | ParseException e) {
            throw new IllegalStateException("the authority's token key", e);
        }
    }

    private static Optional<String> find(Database database, String name) {
        return database.transact(keys ->
                keys.first("SELECT jwk FROM key WHERE name = ?", row -> row.getString(1), name));
    }

    private static void keep(Database database, String name, String jwk) {
        database.transact(
                keys -> keys.change("INSERT OR IGNORE INTO key VALUES (?, ?)", name, jwk));
    }

    @Override
    public String toString() {
        return "KeyRing[" + encryption.getKeyID() + "]";
    }
}
