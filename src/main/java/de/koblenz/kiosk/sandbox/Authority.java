package de.koblenz.kiosk.sandbox;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The delivery service of FIT-Connect (submission API v2) and one authority behind it, on loopback.
///
/// The delivery service checks the outside of what arrives and keeps ciphertext; the authority decrypts, accepts or
/// rejects, by hand or ([#autoAccept]) at once. The state lies in `authority.db` and outlives a kill. Thread-safe.
public final class Authority implements AutoCloseable {
    private static final int MOST_BYTES = 64 * 1024;
    private static final int MOST_DATA_BYTES = 8 * 1024 * 1024;
    private static final int MOST_ATTACHMENT_BYTES = 24 * 1024 * 1024;
    private static final int MOST_ATTACHMENTS = 100;
    private static final Duration TOKEN_LIFETIME = Duration.ofMinutes(30);
    private static final Pattern SERVICE =
            Pattern.compile("urn:de:(fim:leika:leistung:[0-9]{14}|koblenz:[a-z:-]{1,100})");
    private static final Set<String> JSON = Set.of("application/json");

    private final Destination destination;
    private final Database database;
    private final KeyRing keys;
    private final AccessTokens tokens;
    private final SubmissionRegister register;
    private final LoopbackServer server;
    private volatile boolean autoAccept;

    /// Opens the register in `folder`, makes keys at first start, and starts to listen.
    ///
    /// @param port 0 for any free one
    public Authority(Path folder, int port, InstantSource clock, Destination destination)
            throws IOException {
        this.destination = destination;
        this.database = new Database(folder.resolve("authority.db"), SubmissionRegister.SCHEMA);
        this.keys = KeyRing.open(database, destination.keyBits());
        this.tokens = new AccessTokens(destination, keys, clock, TOKEN_LIFETIME);
        Routes routes =
                new Routes()
                        .on("POST", "/token", MOST_BYTES, tokens::issue)
                        .on("GET", "/.well-known/jwks.json", 0, _ -> keySet())
                        .on("GET", "/v2/destinations/{id}", 0, this::showDestination)
                        .on("GET", "/v2/destinations/{id}/keys/{kid}", 0, this::showKey)
                        .on("POST", "/v2/submissions", MOST_BYTES, this::announce)
                        .on(
                                "PUT",
                                "/v2/submissions/{id}/attachments/{attachment}",
                                MOST_ATTACHMENT_BYTES,
                                this::attach)
                        .on("PUT", "/v2/submissions/{id}", MOST_DATA_BYTES, this::submit)
                        .on("GET", "/v2/cases/{id}/events", 0, this::showEvents);
        this.server = new LoopbackServer(port, routes, Problem::of);
        EventLog events = new EventLog(keys, issuer(), destination.id(), clock);
        this.register = new SubmissionRegister(database, events, clock);
        server.start();
    }

    /// Base of the submission API, with a slash at its end: `{base}v2/…`.
    public URI base() {
        return server.base();
    }

    /// Where access tokens are issued.
    public URI tokenUri() {
        return base().resolve("token");
    }

    public Destination destination() {
        return destination;
    }

    public Faults faults() {
        return server.faults();
    }

    /// Cuts the delivery service off from the network, or connects it again.
    public void offline(boolean offline) {
        server.offline(offline);
    }

    public boolean isOffline() {
        return server.isOffline();
    }

    /// Whether each submission is examined and decided as soon as it is complete; at first it is not.
    public void autoAccept(boolean on) {
        autoAccept = on;
    }

    /// All complete submissions, decrypted, the oldest first. What cannot be decrypted is left out; [#states] has it.
    public List<ReceivedSubmission> received() {
        return register.complete().stream().map(this::readable).flatMap(Optional::stream).toList();
    }

    /// Ids and states of all complete submissions, the oldest first.
    public SequencedMap<String, SubmissionState> states() {
        SequencedMap<String, SubmissionState> states = new LinkedHashMap<>();
        register.complete().forEach(one -> states.put(one.id(), one.state()));
        return states;
    }

    /// Ids of all complete submissions that wait for a decision, the oldest first.
    public List<String> undecided() {
        return register.complete().stream()
                .filter(submission -> submission.state() == SubmissionState.SUBMITTED)
                .map(Submission::id)
                .toList();
    }

    /// Accepts a submission that waits.
    ///
    /// @return its state afterwards, another one if it had been decided before
    public SubmissionState accept(String submissionId) {
        return decide(submissionId, List.of());
    }

    /// Rejects a submission that waits.
    ///
    /// @param reason for the sender's staff; no personal data
    /// @return its state afterwards, another one if it had been decided before
    public SubmissionState reject(String submissionId, String reason) {
        return decide(submissionId, List.of(Examination.problem("rejected", reason)));
    }

    /// Decrypts a complete submission, compares the hashes, and accepts or rejects it accordingly.
    public SubmissionState examine(String submissionId) {
        Submission submission =
                register.complete().stream()
                        .filter(one -> one.id().equals(submissionId))
                        .findFirst()
                        .orElseThrow(Authority::unknown);
        try {
            return decide(submissionId, Examination.examine(open(submission)));
        } catch (JOSEException e) {
            return decide(
                    submissionId,
                    List.of(Examination.problem("encryption-issue", "cannot be decrypted")));
        }
    }

    @Override
    public void close() {
        server.close();
        database.close();
    }

    private Optional<ReceivedSubmission> readable(Submission submission) {
        try {
            return Optional.of(open(submission));
        } catch (JOSEException _) {
            // It was sealed for somebody else; examining it says so to the sender.
            return Optional.empty();
        }
    }

    private ReceivedSubmission open(Submission submission) throws JOSEException {
        return Examination.open(
                submission, register.attachments(submission.id()), keys.encryption());
    }

    private SubmissionState decide(String submissionId, List<Problem> problems) {
        return register.decide(submissionId, problems).orElseThrow(Authority::unknown);
    }

    private static IllegalArgumentException unknown() {
        return new IllegalArgumentException("no such submission");
    }

    /// The issuer of the delivery service's events: the base without its last slash.
    private String issuer() {
        String base = base().toString();
        return base.substring(0, base.length() - 1);
    }

    private Reply keySet() {
        return json(200, new JWKSet(keys.delivery().toPublicJWK()).toString());
    }

    private Reply showDestination(Request request) throws Refusal {
        authorize(request, "id");
        ArrayNode services = Fields.object().putArray("services");
        for (PublicService service : destination.services()) {
            ObjectNode one =
                    services.addObject()
                            .put("identifier", service.identifier())
                            .put("name", service.name());
            one.putArray("submissionSchemas")
                    .addObject()
                    .put("schemaUri", service.schema().toString())
                    .put("mimeType", "application/json");
            // Amtlicher Regionalschlüssel of the city of Koblenz.
            one.putArray("regions").add("DE071110000000");
        }
        ObjectNode body =
                Fields.object()
                        .put("destinationId", destination.id())
                        .put("status", "active")
                        .put("encryptionKid", keys.encryption().getKeyID());
        body.putArray("metadataVersions").add("1.0.0").add("2.1.0");
        // Both names are in use: version 2.0 says services, later ones publicServices.
        body.set("services", services);
        body.set("publicServices", services.deepCopy());
        return Reply.json(200, body);
    }

    private Reply showKey(Request request) throws Refusal {
        authorize(request, "id");
        for (RSAKey key : List.of(keys.encryption(), keys.subscriber())) {
            if (key.getKeyID().equals(request.part("kid"))) {
                return json(200, key.toPublicJWK().toJSONString());
            }
        }
        throw Refusal.notFound("key");
    }

    private Reply announce(Request request) throws Refusal {
        tokens.authorize(request);
        request.requireType("application/json");
        Fields body = request.json();
        if (!body.text("destinationId", 1, 36).equals(destination.id())) {
            throw new Refusal(422, "DESTINATION_UNKNOWN", "no such destination");
        }
        Fields service =
                body.object(body.node().has("publicService") ? "publicService" : "serviceType");
        service.text("name", 1, 500);
        String identifier = service.text("identifier", SERVICE);
        if (destination.services().stream().noneMatch(one -> one.identifier().equals(identifier))) {
            throw new Refusal(422, "SERVICE_UNSUPPORTED", "the destination lacks this service");
        }
        Submission made =
                register.announce(identifier, body.uuids("announcedAttachments", MOST_ATTACHMENTS));
        return Reply.json(
                201,
                Fields.object()
                        .put("submissionId", made.id())
                        .put("caseId", made.caseId())
                        .put("destinationId", destination.id()));
    }

    private Reply attach(Request request) throws Refusal {
        tokens.authorize(request);
        request.requireType("application/jose");
        String jwe = request.text();
        SealedPart.check(jwe, keys.encryption().getKeyID(), Set.of());
        return switch (register.attach(request.part("id"), request.part("attachment"), jwe)) {
            case TAKEN, REPEATED -> Reply.empty(204);
            case DIFFERENT -> throw different("attachment");
            case UNKNOWN -> throw Refusal.notFound("submission or announced attachment");
            case INCOMPLETE -> throw new IllegalStateException();
        };
    }

    private Reply submit(Request request) throws Refusal {
        tokens.authorize(request);
        request.requireType("application/json");
        Fields body = request.json();
        String metadata = sealed(body, "encryptedMetadata");
        String data = sealed(body, "encryptedData");
        String id = request.part("id");
        return switch (register.submit(id, metadata, data)) {
            case TAKEN -> {
                if (autoAccept) {
                    examine(id);
                }
                yield Reply.empty(202);
            }
            case REPEATED -> Reply.empty(200);
            case DIFFERENT -> throw different("submission");
            case UNKNOWN -> throw Refusal.notFound("submission");
            case INCOMPLETE ->
                    throw new Refusal(
                            422, "INCOMPLETE_SUBMISSION", "an announced attachment is missing");
        };
    }

    private String sealed(Fields body, String name) throws Refusal {
        String jwe = body.text(name, 1, MOST_DATA_BYTES);
        SealedPart.check(jwe, keys.encryption().getKeyID(), JSON);
        return jwe;
    }

    private Reply showEvents(Request request) throws Refusal {
        tokens.authorize(request);
        List<String> all = register.events(request.part("id"));
        if (all.isEmpty()) {
            throw Refusal.notFound("case");
        }
        Map<String, String> query = request.query();
        int offset = number(query.getOrDefault("offset", "0"), all.size());
        int count = number(query.getOrDefault("limit", "500"), all.size() - offset);
        ObjectNode body =
                Fields.object()
                        .put("offset", offset)
                        .put("count", count)
                        .put("totalCount", all.size());
        ArrayNode log = body.putArray("eventLog");
        all.subList(offset, offset + count).forEach(log::add);
        return Reply.json(200, body);
    }

    private static int number(String text, int most) throws Refusal {
        try {
            int number = Integer.parseInt(text);
            if (number >= 0) {
                return Math.min(number, most);
            }
        } catch (NumberFormatException e) {
            throw Refusal.badRequest("offset and limit must be numbers");
        }
        throw Refusal.badRequest("offset and limit must not be negative");
    }

    private void authorize(Request request, String destinationPart) throws Refusal {
        tokens.authorize(request);
        if (!request.part(destinationPart).equals(destination.id())) {
            throw Refusal.notFound("destination");
        }
    }

    private static Refusal different(String what) {
        return new Refusal(
                409, "DIFFERENT_CONTENT", "this " + what + " was sent with other content");
    }

    private static Reply json(int status, String body) {
        return new Reply(status, "application/json", body, Map.of());
    }
}
