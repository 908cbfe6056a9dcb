package de.koblenz.kiosk.order.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import de.koblenz.kiosk.order.submission.SubmissionChannel.DeliveryStatus;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CaseEventsTest {
    private static final String EVENTS = "https://schema.fitko.de/fit-connect/events/";
    private static final String SERVICE = "https://fit-connect.example";
    private static final String DESTINATION = "d-1";
    private static final SealedSubmission SEALED =
            new SealedSubmission(DESTINATION, "", "", "a.b.c.d.TAG-M", "a.b.c.d.TAG-D", List.of());
    private static final Map<String, Object> TAGS =
            Map.of("authenticationTags", Map.of("metadata", "TAG-M", "data", "TAG-D"));
    private static RSAKey serviceKey;
    private static RSAKey authorityKey;

    @BeforeAll
    static void makeKeys() throws Exception {
        serviceKey = new RSAKeyGenerator(2048).keyID("service").generate();
        authorityKey = new RSAKeyGenerator(2048).keyID("authority").generate();
    }

    private static String event(
            RSAKey key, String issuer, String event, Map<String, Object> payload) throws Exception {
        return event(JWSAlgorithm.PS512, key, issuer, "submission:s-1", event, payload);
    }

    private static String event(
            JWSAlgorithm algorithm,
            RSAKey key,
            String issuer,
            String subject,
            String event,
            Map<String, Object> payload)
            throws Exception {
        SignedJWT token =
                new SignedJWT(
                        new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build(),
                        new JWTClaimsSet.Builder()
                                .issuer(issuer)
                                .subject(subject)
                                .claim("txn", "case:c-1")
                                .claim("events", Map.of(EVENTS + event, payload))
                                .build());
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    private static DeliveryStatus status(String... tokens) throws IOException {
        return status(SEALED, tokens);
    }

    private static DeliveryStatus status(SealedSubmission sealed, String... tokens)
            throws IOException {
        return new CaseEvents("s-1", "c-1", sealed)
                .status(
                        List.of(tokens),
                        (issuer, kid) ->
                                issuer.equals(DESTINATION)
                                        ? Optional.of(authorityKey.toPublicJWK())
                                        : Optional.of(serviceKey.toPublicJWK()));
    }

    @Test
    void theEventsTellHowFarItIs() throws Exception {
        String created = event(serviceKey, SERVICE, "create-submission", Map.of());
        String submitted = event(serviceKey, SERVICE, "submit-submission", TAGS);
        String accepted = event(authorityKey, DESTINATION, "accept-submission", TAGS);
        String rejected = event(authorityKey, DESTINATION, "reject-submission", Map.of());
        assertEquals(DeliveryStatus.SENT, status());
        assertEquals(DeliveryStatus.SENT, status(created));
        assertEquals(DeliveryStatus.DELIVERED, status(created, submitted));
        assertEquals(DeliveryStatus.ACCEPTED, status(created, submitted, accepted));
        assertEquals(DeliveryStatus.REJECTED, status(created, submitted, rejected));
    }

    /// FIT-Connect: unfetched submissions are rejected by the delivery service after 14 days.
    @Test
    void theDeliveryServiceMayRejectToo() throws Exception {
        assertEquals(
                DeliveryStatus.REJECTED,
                status(event(serviceKey, SERVICE, "reject-submission", Map.of())));
    }

    @Test
    void otherTagsMeanThatItWasAltered() throws Exception {
        Map<String, Object> other =
                Map.of("authenticationTags", Map.of("metadata", "TAG-M", "data", "TAG-X"));
        String altered = event(serviceKey, SERVICE, "submit-submission", other);
        assertEquals(DeliveryStatus.ALTERED, status(altered));
        assertEquals(
                DeliveryStatus.ALTERED,
                status(event(serviceKey, SERVICE, "submit-submission", Map.of())));
        // Nothing later makes it good.
        assertEquals(
                DeliveryStatus.ALTERED,
                status(altered, event(authorityKey, DESTINATION, "accept-submission", TAGS)));
    }

    @Test
    void anotherDocumentAndAMissingOneAreAlterationsToo() throws Exception {
        SealedSubmission sealed =
                new SealedSubmission(
                        DESTINATION,
                        "",
                        "",
                        "a.b.c.d.TAG-M",
                        "a.b.c.d.TAG-D",
                        List.of(new SealedSubmission.AttachmentTag("a-1", "TAG-1")));
        assertEquals(
                DeliveryStatus.DELIVERED,
                status(
                        sealed,
                        event(
                                serviceKey,
                                SERVICE,
                                "submit-submission",
                                tags(Map.of("a-1", "TAG-1")))));
        for (Map<String, String> other :
                List.of(
                        Map.<String, String>of(),
                        Map.of("a-1", "TAG-2"),
                        Map.of("a-2", "TAG-1"),
                        Map.of("a-1", "TAG-1", "a-2", "TAG-2"))) {
            String event = event(serviceKey, SERVICE, "submit-submission", tags(other));
            assertEquals(DeliveryStatus.ALTERED, status(sealed, event), other::toString);
        }
        assertEquals(
                DeliveryStatus.ALTERED,
                status(sealed, event(serviceKey, SERVICE, "submit-submission", TAGS)));
    }

    private static Map<String, Object> tags(Map<String, String> attachments) {
        return Map.of(
                "authenticationTags",
                Map.of("metadata", "TAG-M", "data", "TAG-D", "attachments", attachments));
    }

    @Test
    void whatIsNotSignedByWhomItSaysIsNotThere() throws Exception {
        assertEquals(
                DeliveryStatus.SENT,
                status(
                        event(serviceKey, DESTINATION, "accept-submission", TAGS),
                        event(authorityKey, SERVICE, "submit-submission", TAGS),
                        "no.token.atAll",
                        "",
                        event(
                                JWSAlgorithm.RS512,
                                authorityKey,
                                DESTINATION,
                                "submission:s-1",
                                "accept-submission",
                                TAGS),
                        event(
                                JWSAlgorithm.PS512,
                                authorityKey,
                                DESTINATION,
                                "submission:another",
                                "accept-submission",
                                TAGS)));
    }

    @Test
    void theDeliveryServiceCannotAcceptForTheAuthority() throws Exception {
        assertEquals(
                DeliveryStatus.SENT, status(event(serviceKey, SERVICE, "accept-submission", TAGS)));
    }
}
