package de.koblenz.kiosk.sandbox;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import de.koblenz.kiosk.sandbox.Database.Transaction;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What happened to a case, as security event tokens (RFC 8417) signed with PS512. Events of the delivery service bear
/// its address as issuer and its key; those of the authority bear the destination's id and the destination's key.
final class EventLog {
    static final String SCHEMA =
            """
            CREATE TABLE IF NOT EXISTS event (
              number INTEGER PRIMARY KEY AUTOINCREMENT, case_id TEXT NOT NULL, jws TEXT NOT NULL)
            """;

    private static final String EVENTS = "https://schema.fitko.de/fit-connect/events/";
    private static final String PAYLOAD =
            "https://schema.fitko.de/fit-connect/set-payload/1.2.2/set-payload.schema.json";

    private final KeyRing keys;
    private final String deliveryIssuer;
    private final String destination;
    private final InstantSource clock;

    EventLog(KeyRing keys, String deliveryIssuer, String destination, InstantSource clock) {
        this.keys = keys;
        this.deliveryIssuer = deliveryIssuer;
        this.destination = destination;
        this.clock = clock;
    }

    /// Adds an event of the delivery service: `create-submission`, `submit-submission`, or `reject-submission`.
    void deliver(Transaction log, Submission of, String event, Map<String, Object> payload)
            throws SQLException {
        add(log, of, sign(of, deliveryIssuer, keys.delivery(), event, payload));
    }

    /// Adds an event of the authority: `accept-submission` or `reject-submission`.
    void answer(Transaction log, Submission of, String event, Map<String, Object> payload)
            throws SQLException {
        add(log, of, sign(of, destination, keys.subscriber(), event, payload));
    }

    static List<String> all(Transaction log, String caseId) throws SQLException {
        return log.all(
                "SELECT jws FROM event WHERE case_id = ? ORDER BY number",
                row -> row.getString(1),
                caseId);
    }

    private static void add(Transaction log, Submission of, String jws) throws SQLException {
        log.change("INSERT INTO event (case_id, jws) VALUES (?, ?)", of.caseId(), jws);
    }

    private String sign(
            Submission of, String issuer, RSAKey key, String event, Map<String, Object> payload) {
        JWTClaimsSet claims =
                new JWTClaimsSet.Builder()
                        .claim("$schema", PAYLOAD)
                        .issuer(issuer)
                        .issueTime(Date.from(clock.instant()))
                        .jwtID(UUID.randomUUID().toString())
                        .subject("submission:" + of.id())
                        .claim("txn", "case:" + of.caseId())
                        .claim("events", Map.of(EVENTS + event, payload))
                        .build();
        JWSHeader header =
                new JWSHeader.Builder(JWSAlgorithm.PS512)
                        .type(new JOSEObjectType("secevent+jwt"))
                        .keyID(key.getKeyID())
                        .build();
        SignedJWT token = new SignedJWT(header, claims);
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }
}
