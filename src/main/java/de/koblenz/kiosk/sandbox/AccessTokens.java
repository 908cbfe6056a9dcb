package de.koblenz.kiosk.sandbox;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Map;
import java.util.UUID;

/// Access tokens by client credentials (RFC 6749 §4.4), as signed tokens that need no memory. FIT-Connect takes the
/// credentials in the body only (`client_secret_post`). Immutable.
final class AccessTokens {
    static final String SCOPE = "https://schema.fitko.de/fit-connect/oauth/scopes/send-submissions";

    private final Destination destination;
    private final KeyRing keys;
    private final InstantSource clock;
    private final Duration lifetime;

    AccessTokens(Destination destination, KeyRing keys, InstantSource clock, Duration lifetime) {
        this.destination = destination;
        this.keys = keys;
        this.clock = clock;
        this.lifetime = lifetime;
    }

    /// `POST /token`.
    Reply issue(Request request) throws Refusal {
        Map<String, String> form = request.form();
        if (!form.getOrDefault("grant_type", "").equals("client_credentials")) {
            return error(400, "unsupported_grant_type");
        }
        boolean known =
                same(
                        form.getOrDefault("client_id", "")
                                + ":"
                                + form.getOrDefault("client_secret", ""),
                        destination.clientId() + ":" + destination.clientSecret());
        if (!known) {
            return error(401, "invalid_client");
        }
        if (!form.getOrDefault("scope", SCOPE).equals(SCOPE)) {
            return error(400, "invalid_scope");
        }
        return Reply.json(
                200,
                Fields.object()
                        .put("access_token", sign())
                        .put("token_type", "Bearer")
                        .put("expires_in", lifetime.toSeconds())
                        .put("scope", SCOPE));
    }

    /// Refuses a request without a token of ours that is still valid.
    void authorize(Request request) throws Refusal {
        String header = request.header("Authorization").orElse("");
        if (!header.startsWith("Bearer ") || !isValid(header.substring("Bearer ".length()))) {
            throw new Refusal(401, "UNAUTHORIZED", "the access token is missing, wrong or expired");
        }
    }

    private String sign() {
        Instant now = clock.instant();
        JWTClaimsSet claims =
                new JWTClaimsSet.Builder()
                        .subject(destination.clientId())
                        .claim("scope", SCOPE)
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(lifetime)))
                        .jwtID(UUID.randomUUID().toString())
                        .build();
        SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        try {
            token.sign(new MACSigner(keys.tokens()));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private boolean isValid(String text) {
        try {
            SignedJWT token = SignedJWT.parse(text);
            Date end = token.getJWTClaimsSet().getExpirationTime();
            return token.verify(new MACVerifier(keys.tokens()))
                    && end != null
                    && end.toInstant().isAfter(clock.instant());
        } catch (ParseException | JOSEException e) {
            return false;
        }
    }

    private static boolean same(String given, String expected) {
        return MessageDigest.isEqual(
                given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }

    private static Reply error(int status, String code) {
        return Reply.json(status, Fields.object().put("error", code));
    }
}
