package de.koblenz.kiosk.order.submission;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import de.koblenz.kiosk.order.submission.DestinationKeys.DestinationKey;
import de.koblenz.kiosk.order.submission.SealedSubmission.AttachmentTag;
import de.koblenz.kiosk.order.wire.JsonHttp;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// FIT-Connect, submission API v2, as a sender. Thread-safe.
///
/// A destination's key is asked for again after a day; while nobody answers, the one that is known is used, up to
/// thirty days. Whether the key's certificate (`x5c`) belongs to the administration's PKI is not checked here.
public final class FitConnect implements SubmissionChannel {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration FRESH = Duration.ofDays(1);
    private static final Duration USABLE = Duration.ofDays(30);

    /// FIT-Connect asks for RSA keys of 4096 bits; shorter than this is a mistake or an attack.
    private static final int SHORTEST_KEY = 2048;

    /// A token is renewed so long before it ends.
    private static final Duration TOKEN_RESERVE = Duration.ofSeconds(60);

    private final JsonHttp http;
    private final JsonHttp login;
    private final Client client;
    private final DestinationKeys keys;
    private final InstantSource clock;
    private final Map<String, RSAKey> subscriberKeys = new ConcurrentHashMap<>();
    private volatile JWKSet serviceKeys = new JWKSet();
    private final Object tokenLock = new Object();
    private String token = "";
    private Instant tokenEnds = Instant.EPOCH;

    /// @param timeout for each answer
    public FitConnect(Client client, DestinationKeys keys, Duration timeout, InstantSource clock) {
        this.client = client;
        this.keys = keys;
        this.clock = clock;
        this.http = new JsonHttp(client.base(), timeout);
        this.login = new JsonHttp(client.tokenUrl(), timeout);
    }

    /// The city as a sender.
    ///
    /// @param base address of the submission API, with a slash at the end; `v2/…` follows
    /// @param tokenUrl where tokens come from
    public record Client(URI base, URI tokenUrl, String clientId, String clientSecret) {
        @Override
        public String toString() {
            return "Client[" + base + ", " + clientId + "]";
        }
    }

    // ---- sealing

    /// Fetches a destination's key ahead, so that the first application can be sealed offline.
    public void prepare(String destinationId) throws IOException {
        keys.keep(fetch(destinationId));
    }

    @Override
    public SealedApplication seal(Submission submission) throws SealingRefused {
        try {
            DestinationKey known = key(submission.destinationId());
            RSAKey key = RSAKey.parse(known.jwk());
            if (key.size() < SHORTEST_KEY) {
                throw new SealingRefused("the key of the destination is too short");
            }
            return Sealer.seal(submission, key, schema(known, submission.leikaKey()));
        } catch (IOException e) {
            throw new SealingRefused("the key of the destination is not known", e);
        } catch (ParseException | JOSEException e) {
            throw new SealingRefused("the key of the destination cannot be used", e);
        }
    }

    private DestinationKey key(String destinationId) throws IOException {
        Optional<DestinationKey> known = keys.find(destinationId);
        if (known.isPresent() && age(known.get()).compareTo(FRESH) < 0) {
            return known.get();
        }
        try {
            DestinationKey fetched = fetch(destinationId);
            keys.keep(fetched);
            return fetched;
        } catch (IOException e) {
            if (known.isPresent() && age(known.get()).compareTo(USABLE) < 0) {
                return known.get();
            }
            throw e;
        }
    }

    private Duration age(DestinationKey key) {
        return Duration.between(key.fetchedAt(), clock.instant());
    }

    private DestinationKey fetch(String destinationId) throws IOException {
        JsonNode destination = get("v2/destinations/" + encoded(destinationId));
        if (!destination.path("status").asString("active").equals("active")) {
            throw new IOException("the destination is not active");
        }
        String kid = JsonHttp.text(destination, "encryptionKid");
        JsonNode jwk = get("v2/destinations/" + encoded(destinationId) + "/keys/" + encoded(kid));
        Map<String, String> schemas = new LinkedHashMap<>();
        for (String services : List.of("services", "publicServices")) {
            for (JsonNode service : destination.path(services)) {
                String uri =
                        service.path("submissionSchemas").path(0).path("schemaUri").asString("");
                schemas.put(service.path("identifier").asString(""), uri);
            }
        }
        return new DestinationKey(
                destinationId, jwk.toString(), JSON.writeValueAsString(schemas), clock.instant());
    }

    private static String schema(DestinationKey key, String leikaKey) {
        String identifier = Sealer.identifier(leikaKey);
        String known = JSON.readTree(key.schemas()).path(identifier).asString("");
        return known.isEmpty() ? identifier : known;
    }

    // ---- sending

    @Override
    public Announcement announce(SealedSubmission sealed) throws IOException {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("destinationId", sealed.destinationId());
        body.put(
                "announcedAttachments",
                sealed.attachments().stream().map(AttachmentTag::id).toList());
        body.put(
                "publicService",
                Map.of(
                        "name",
                        sealed.serviceName(),
                        "identifier",
                        Sealer.identifier(sealed.leikaKey())));
        JsonHttp.Answer answer =
                authorized(bearer -> http.send("POST", "v2/submissions", bearer, body));
        return answer.ok()
                ? new Announcement.Announced(answer.text("submissionId"), answer.text("caseId"))
                : new Announcement.Refused(answer.status());
    }

    @Override
    public Handover upload(String submissionId, SealedAttachment attachment) throws IOException {
        String path =
                "v2/submissions/"
                        + encoded(submissionId)
                        + "/attachments/"
                        + encoded(attachment.id());
        return handover(
                authorized(bearer ->
                        http.call("PUT", path, bearer, "application/jose", attachment.jwe())));
    }

    @Override
    public Handover send(String submissionId, SealedSubmission sealed) throws IOException {
        return handover(
                authorized(bearer ->
                        http.send(
                                "PUT",
                                "v2/submissions/" + encoded(submissionId),
                                bearer,
                                Map.of(
                                        "encryptedMetadata",
                                        sealed.metadata(),
                                        "encryptedData",
                                        sealed.data()))));
    }

    private static Handover handover(JsonHttp.Answer answer) {
        if (answer.ok()) {
            return new Handover.Taken();
        }
        return answer.status() == 404 || answer.status() == 410
                ? new Handover.Forgotten()
                : new Handover.Refused(answer.status());
    }

    @Override
    public DeliveryStatus status(String submissionId, String caseId, SealedSubmission sealed)
            throws IOException {
        List<String> tokens = new ArrayList<>();
        for (JsonNode event : get("v2/cases/" + encoded(caseId) + "/events").path("eventLog")) {
            tokens.add(event.asString(""));
        }
        CaseEvents events = new CaseEvents(submissionId, caseId, sealed);
        return events.status(tokens, (issuer, kid) -> signer(issuer, kid, sealed));
    }

    /// Events of the authority are signed with a key of the destination, all others with one of the service.
    private Optional<RSAKey> signer(String issuer, String kid, SealedSubmission sealed)
            throws IOException {
        try {
            if (issuer.equals(sealed.destinationId())) {
                RSAKey known = subscriberKeys.get(kid);
                if (known == null) {
                    String path =
                            "v2/destinations/"
                                    + encoded(sealed.destinationId())
                                    + "/keys/"
                                    + encoded(kid);
                    known = RSAKey.parse(get(path).toString());
                    subscriberKeys.put(kid, known);
                }
                return Optional.of(known);
            }
            if (serviceKeys.getKeyByKeyId(kid) == null) {
                serviceKeys = JWKSet.parse(get(".well-known/jwks.json").toString());
            }
            return serviceKeys.getKeyByKeyId(kid) instanceof RSAKey key
                    ? Optional.of(key)
                    : Optional.empty();
        } catch (ParseException _) {
            return Optional.empty();
        }
    }

    // ---- HTTP

    private interface Call {
        JsonHttp.Answer with(String bearer) throws IOException;
    }

    private JsonNode get(String path) throws IOException {
        JsonHttp.Answer answer = authorized(bearer -> http.get(path, bearer));
        if (!answer.ok()) {
            throw new IOException("FIT-Connect answered " + answer.status());
        }
        return answer.body();
    }

    /// Calls with a token; a token that was withdrawn early is renewed once.
    private JsonHttp.Answer authorized(Call call) throws IOException {
        JsonHttp.Answer answer = call.with("Bearer " + token(false));
        if (answer.status() == 401) {
            answer = call.with("Bearer " + token(true));
        }
        if (answer.status() == 401 || answer.status() == 403) {
            // Nothing is wrong with the application: somebody has to mend the credentials first.
            throw new IOException("FIT-Connect answered " + answer.status());
        }
        return answer;
    }

    private String token(boolean renew) throws IOException {
        synchronized (tokenLock) {
            Instant now = clock.instant();
            if (renew || !now.isBefore(tokenEnds)) {
                String form =
                        "grant_type=client_credentials&client_id="
                                + encoded(client.clientId())
                                + "&client_secret="
                                + encoded(client.clientSecret());
                JsonHttp.Answer answer =
                        login.call("POST", "", "", "application/x-www-form-urlencoded", form);
                if (!answer.ok()) {
                    throw new IOException("no token: " + answer.status());
                }
                token = answer.text("access_token");
                tokenEnds =
                        now.plusSeconds(answer.body().path("expires_in").asLong(0))
                                .minus(TOKEN_RESERVE);
            }
            return token;
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
