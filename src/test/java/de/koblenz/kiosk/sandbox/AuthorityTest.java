package de.koblenz.kiosk.sandbox;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import de.koblenz.kiosk.sandbox.Wire.Answer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class AuthorityTest {
    private static final Destination DESTINATION = Destination.DEFAULT.withKeyBits(2048);
    private static final String EVENTS = "https://schema.fitko.de/fit-connect/events/";
    private static final String DATA = "{\"halter\":\"Mustermann\",\"kennzeichen\":\"KO-AB 123\"}";

    /// Made once with its keys; each test starts from a copy.
    @TempDir private static Path made;

    @TempDir private Path folder;
    private final TestClock clock = new TestClock();
    private Authority authority;
    private Wire stranger;
    private Wire wire;
    private RSAKey encryptionKey;

    @BeforeAll
    static void makeKeys() throws IOException {
        new Authority(made, 0, new TestClock(), DESTINATION).close();
    }

    @BeforeEach
    void start() throws Exception {
        Files.copy(made.resolve("authority.db"), folder.resolve("authority.db"));
        open();
    }

    private void open() throws Exception {
        authority = new Authority(folder, 0, clock, DESTINATION);
        stranger = new Wire(authority.base(), "");
        wire = new Wire(authority.base(), "Bearer " + token().text("/access_token"));
        String kid = wire.get("v2/destinations/" + DESTINATION.id()).text("/encryptionKid");
        encryptionKey = RSAKey.parse(key(kid).body());
    }

    @AfterEach
    void stop() {
        wire.close();
        stranger.close();
        authority.close();
    }

    private Answer token() throws Exception {
        return stranger.form(
                "token",
                Map.of(
                        "grant_type", "client_credentials",
                        "client_id", DESTINATION.clientId(),
                        "client_secret", DESTINATION.clientSecret()));
    }

    private Answer key(String kid) throws Exception {
        return wire.get("v2/destinations/" + DESTINATION.id() + "/keys/" + kid);
    }

    private static String announcement(List<String> attachments) {
        ObjectNode body =
                JsonMapper.shared().createObjectNode().put("destinationId", DESTINATION.id());
        attachments.forEach(body.putArray("announcedAttachments")::add);
        body.putObject("serviceType")
                .put("name", "Bewohnerparkausweis")
                .put("identifier", DESTINATION.services().getFirst().identifier());
        return body.toString();
    }

    private Answer announce(List<String> attachments) throws Exception {
        return wire.json("POST", "v2/submissions", announcement(attachments));
    }

    private String seal(byte[] content) throws Exception {
        return seal(content, encryptionKey, header());
    }

    private JWEHeader.Builder header() {
        return new JWEHeader.Builder(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A256GCM)
                .contentType("application/json")
                .keyID(encryptionKey.getKeyID());
    }

    private static String seal(byte[] content, RSAKey key, JWEHeader.Builder header)
            throws Exception {
        JWEObject jwe = new JWEObject(header.build(), new Payload(content));
        jwe.encrypt(new RSAEncrypter(key));
        return jwe.serialize();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String metadata(String data, Map<String, byte[]> attachments) throws Exception {
        ObjectNode body = JsonMapper.shared().createObjectNode();
        ObjectNode content = body.putObject("contentStructure");
        content.putObject("data")
                .putObject("hash")
                .put("type", "sha512")
                .put("content", sha512(bytes(data)));
        var list = content.putArray("attachments");
        for (Map.Entry<String, byte[]> attachment : attachments.entrySet()) {
            list.addObject()
                    .put("attachmentId", attachment.getKey())
                    .put("purpose", "attachment")
                    .put("mimeType", "application/octet-stream")
                    .putObject("hash")
                    .put("type", "sha512")
                    .put("content", sha512(attachment.getValue()));
        }
        return body.toString();
    }

    private static String sha512(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-512").digest(content));
    }

    private static String submission(String metadataJwe, String dataJwe) {
        return "{\"encryptedMetadata\":\""
                + metadataJwe
                + "\",\"encryptedData\":\""
                + dataJwe
                + "\"}";
    }

    private Answer submit(String id, String body) throws Exception {
        return wire.json("PUT", "v2/submissions/" + id, body);
    }

    private Answer attach(String id, String attachment, String jwe) throws Exception {
        return wire.send(
                "PUT",
                "v2/submissions/" + id + "/attachments/" + attachment,
                "application/jose",
                jwe);
    }

    /// Announces and submits without attachments.
    private Answer deliver(String data) throws Exception {
        Answer announced = announce(List.of());
        String body = submission(seal(bytes(metadata(data, Map.of()))), seal(bytes(data)));
        assertEquals(202, submit(announced.text("/submissionId"), body).status());
        return announced;
    }

    private List<SignedJWT> events(String caseId) throws Exception {
        List<SignedJWT> events = new ArrayList<>();
        JsonNode log = wire.get("v2/cases/" + caseId + "/events").json().path("eventLog");
        for (JsonNode one : log.values()) {
            events.add(SignedJWT.parse(one.asString()));
        }
        return events;
    }

    private static JsonNode claims(SignedJWT event) {
        return JsonMapper.shared().readTree(event.getPayload().toString());
    }

    private static JsonNode payload(SignedJWT event, String name) {
        return claims(event).path("events").path(EVENTS + name);
    }

    private boolean isVerified(SignedJWT event) throws Exception {
        RSAKey key;
        if (event.getJWTClaimsSet().getIssuer().equals(DESTINATION.id())) {
            key = RSAKey.parse(key(event.getHeader().getKeyID()).body());
        } else {
            JWKSet keys = JWKSet.parse(stranger.get(".well-known/jwks.json").body());
            key = keys.getKeyByKeyId(event.getHeader().getKeyID()).toRSAKey();
        }
        return event.verify(new RSASSAVerifier(key));
    }

    @Test
    void whatArrivesIsWhatWasSent() throws Exception {
        String attachmentId = UUID.randomUUID().toString();
        byte[] scan = new byte[200_000];
        new Random(3).nextBytes(scan);
        Answer announced = announce(List.of(attachmentId));
        assertEquals(201, announced.status());
        String id = announced.text("/submissionId");
        assertEquals(204, attach(id, attachmentId, seal(scan)).status());
        String metadata = metadata(DATA, Map.of(attachmentId, scan));
        Answer submitted = submit(id, submission(seal(bytes(metadata)), seal(bytes(DATA))));
        assertEquals(202, submitted.status());

        ReceivedSubmission received = authority.received().getFirst();
        assertEquals(id, received.submissionId());
        assertEquals(announced.text("/caseId"), received.caseId());
        assertEquals(SubmissionState.SUBMITTED, received.state());
        assertEquals(DATA, received.data());
        assertEquals(metadata, received.metadata());
        assertArrayEquals(scan, received.attachments().getFirst().content());
        assertEquals(SubmissionState.ACCEPTED, authority.examine(id));
        assertFalse(received.toString().contains("Mustermann"));
    }

    /// Sends one document and asks what the authority makes of it.
    private SubmissionState document(byte[] content, String type, String filename, String purpose)
            throws Exception {
        String attachmentId = UUID.randomUUID().toString();
        Answer announced = announce(List.of(attachmentId));
        String id = announced.text("/submissionId");
        assertEquals(204, attach(id, attachmentId, seal(content)).status());
        ObjectNode metadata =
                (ObjectNode)
                        JsonMapper.shared().readTree(metadata(DATA, Map.of(attachmentId, content)));
        ((ObjectNode) metadata.at("/contentStructure/attachments/0"))
                .put("mimeType", type)
                .put("filename", filename)
                .put("purpose", purpose);
        String body = submission(seal(bytes(metadata.toString())), seal(bytes(DATA)));
        assertEquals(202, submit(id, body).status());
        return authority.examine(id);
    }

    private static byte[] pdf(boolean picture) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            page.setResources(new PDResources());
            document.addPage(page);
            if (picture) {
                BufferedImage dots = new BufferedImage(30, 40, BufferedImage.TYPE_INT_RGB);
                try (var content = new PDPageContentStream(document, page)) {
                    content.drawImage(JPEGFactory.createFromImage(document, dots), 0, 0);
                }
            }
            document.save(out);
        }
        return out.toByteArray();
    }

    @Test
    void theAuthorityOpensDocumentsAndRefusesThoseThatNobodyCanRead() throws Exception {
        byte[] scan = pdf(true);
        byte[] broken = scan.clone();
        Arrays.fill(broken, scan.length / 4, scan.length * 3 / 4, (byte) 0);
        String type = "application/pdf";
        SubmissionState rejected = SubmissionState.REJECTED;
        assertEquals(SubmissionState.ACCEPTED, document(scan, type, "1.pdf", "attachment"));
        assertEquals(rejected, document(broken, type, "1.pdf", "attachment"));
        assertEquals(rejected, document(pdf(false), type, "1.pdf", "attachment"));
        assertEquals(rejected, document(bytes("no PDF"), type, "1.pdf", "attachment"));
        assertEquals(rejected, document(scan, type, "1.exe", "attachment"));
        assertEquals(rejected, document(scan, type, "1.pdf", "something"));
    }

    @Test
    void theDeliveryServiceKeepsCiphertextAlone() throws Exception {
        deliver(DATA);
        authority.close();
        String content =
                Files.readString(folder.resolve("authority.db"), StandardCharsets.ISO_8859_1);
        assertTrue(content.contains("99108001001000"));
        assertFalse(content.contains("Mustermann"));
    }

    @Test
    void theDestinationNamesItsKeyAndServices() throws Exception {
        Answer destination = wire.get("v2/destinations/" + DESTINATION.id());
        assertEquals("active", destination.text("/status"));
        assertEquals(
                "urn:de:fim:leika:leistung:99108001001000",
                destination.text("/services/0/identifier"));
        assertEquals(
                destination.json().path("services"), destination.json().path("publicServices"));
        assertEquals("RSA-OAEP-256", encryptionKey.getAlgorithm().getName());
        assertFalse(encryptionKey.isPrivate());
        assertEquals(404, key(UUID.randomUUID().toString()).status());
        assertEquals(404, wire.get("v2/destinations/" + UUID.randomUUID()).status());
    }

    @Test
    void eventsAreSignedAndNameWhatWasDelivered() throws Exception {
        String attachmentId = UUID.randomUUID().toString();
        Answer announced = announce(List.of(attachmentId));
        String id = announced.text("/submissionId");
        String scan = seal(bytes("scan"));
        String metadata = seal(bytes(metadata(DATA, Map.of(attachmentId, bytes("scan")))));
        String data = seal(bytes(DATA));
        attach(id, attachmentId, scan);
        submit(id, submission(metadata, data));
        assertEquals(SubmissionState.ACCEPTED, authority.accept(id));

        List<SignedJWT> events = events(announced.text("/caseId"));
        assertEquals(3, events.size());
        for (SignedJWT event : events) {
            assertEquals("PS512", event.getHeader().getAlgorithm().getName());
            assertEquals("secevent+jwt", event.getHeader().getType().getType());
            assertEquals("submission:" + id, event.getJWTClaimsSet().getSubject());
            assertEquals("case:" + announced.text("/caseId"), claims(event).path("txn").asString());
            assertTrue(isVerified(event));
        }
        assertTrue(payload(events.get(0), "create-submission").isObject());
        for (JsonNode payload :
                List.of(
                        payload(events.get(1), "submit-submission"),
                        payload(events.get(2), "accept-submission"))) {
            JsonNode tags = payload.path("authenticationTags");
            assertEquals(tag(metadata), tags.path("metadata").asString());
            assertEquals(tag(data), tags.path("data").asString());
            assertEquals(tag(scan), tags.path("attachments").path(attachmentId).asString());
        }
        assertEquals(
                authority.base().toString(), events.get(1).getJWTClaimsSet().getIssuer() + "/");
        assertEquals(DESTINATION.id(), events.get(2).getJWTClaimsSet().getIssuer());
    }

    private static String tag(String jwe) {
        return jwe.substring(jwe.lastIndexOf('.') + 1);
    }

    @Test
    void aRejectionCarriesItsProblems() throws Exception {
        Answer announced = deliver(DATA);
        String id = announced.text("/submissionId");
        assertEquals(SubmissionState.REJECTED, authority.reject(id, "Anlage unleserlich"));
        assertEquals(SubmissionState.REJECTED, authority.accept(id));
        List<SignedJWT> events = events(announced.text("/caseId"));
        assertEquals(3, events.size());
        assertEquals(
                "Anlage unleserlich",
                payload(events.getLast(), "reject-submission").at("/problems/0/detail").asString());
        assertTrue(isVerified(events.getLast()));
    }

    @Test
    void anAutomaticDecisionComparesTheHashes() throws Exception {
        authority.autoAccept(true);
        deliver(DATA);
        Answer announced = announce(List.of());
        String wrong = metadata("{}", Map.of());
        submit(announced.text("/submissionId"), submission(seal(bytes(wrong)), seal(bytes(DATA))));
        assertEquals(
                List.of(SubmissionState.ACCEPTED, SubmissionState.REJECTED),
                authority.received().stream().map(ReceivedSubmission::state).toList());
        SignedJWT last = events(announced.text("/caseId")).getLast();
        assertTrue(
                payload(last, "reject-submission")
                        .at("/problems/0/type")
                        .asString()
                        .endsWith("/hash-mismatch"));
    }

    @Test
    void whatWasSealedForAnotherKeyIsRejectedByTheAuthority() throws Exception {
        RSAKey foreign = new com.nimbusds.jose.jwk.gen.RSAKeyGenerator(2048).generate();
        String jwe = seal(bytes(DATA), foreign, header());
        String id = announce(List.of()).text("/submissionId");
        assertEquals(202, submit(id, submission(jwe, jwe)).status());
        assertEquals(List.of(id), authority.undecided());
        assertEquals(SubmissionState.REJECTED, authority.examine(id));
        assertEquals(List.of(), authority.undecided());
        assertEquals(List.of(), authority.received());
        assertEquals(Map.of(id, SubmissionState.REJECTED), authority.states());
    }

    @Test
    void repeatingASubmissionIsFineAndChangingItIsNot() throws Exception {
        String id = announce(List.of()).text("/submissionId");
        String metadata = seal(bytes(metadata(DATA, Map.of())));
        String body = submission(metadata, seal(bytes(DATA)));
        authority.faults().dropNextReply("PUT", id);
        assertThrows(IOException.class, () -> submit(id, body));
        assertEquals(200, submit(id, body).status());
        assertEquals(409, submit(id, submission(metadata, seal(bytes(DATA)))).status());
        assertEquals(1, authority.received().size());
        authority.accept(id);
        assertEquals(200, submit(id, body).status());
    }

    @Test
    void repeatingAnAttachmentIsFineAndChangingItIsNot() throws Exception {
        String attachmentId = UUID.randomUUID().toString();
        String id = announce(List.of(attachmentId)).text("/submissionId");
        String scan = seal(bytes("scan"));
        assertEquals(204, attach(id, attachmentId, scan).status());
        assertEquals(204, attach(id, attachmentId, scan).status());
        assertEquals(409, attach(id, attachmentId, seal(bytes("scan"))).status());
        assertEquals(404, attach(id, UUID.randomUUID().toString(), scan).status());
    }

    @Test
    void aSubmissionWaitsForItsAnnouncedAttachments() throws Exception {
        String id = announce(List.of(UUID.randomUUID().toString())).text("/submissionId");
        String jwe = seal(bytes("{}"));
        Answer early = submit(id, submission(jwe, jwe));
        assertEquals(422, early.status());
        assertTrue(early.text("/type").endsWith("/incomplete-submission"), early.body());
        assertEquals("application/problem+json", early.header("Content-Type"));
        assertEquals(List.of(), authority.received());
    }

    @Test
    void theHeaderOfAnEncryptedPartIsChecked() throws Exception {
        String good = seal(bytes("{}"));
        List<String> bad =
                List.of(
                        seal(bytes("{}"), encryptionKey, header().keyID("other")),
                        seal(bytes("{}"), encryptionKey, header().contentType(null)),
                        seal(bytes("{}"), encryptionKey, header().contentType("text/plain")),
                        seal(
                                bytes("{}"),
                                encryptionKey,
                                new JWEHeader.Builder(
                                                JWEAlgorithm.RSA_OAEP_512, EncryptionMethod.A256GCM)
                                        .contentType("application/json")
                                        .keyID(encryptionKey.getKeyID())),
                        seal(
                                bytes("{}"),
                                encryptionKey,
                                new JWEHeader.Builder(
                                                JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A128GCM)
                                        .contentType("application/json")
                                        .keyID(encryptionKey.getKeyID())),
                        good.substring(0, good.lastIndexOf('.') + 1) + "AAAA",
                        "e30.e30.e30",
                        "....");
        String id = announce(List.of()).text("/submissionId");
        for (String jwe : bad) {
            assertEquals(422, submit(id, submission(jwe, good)).status(), jwe);
            assertEquals(422, submit(id, submission(good, jwe)).status(), jwe);
        }
        assertEquals(List.of(), authority.received());
    }

    @Test
    void aTokenExpires() throws Exception {
        assertEquals(1_800, token().json().path("expires_in").intValue());
        clock.pass(Duration.ofSeconds(1_799));
        assertEquals(200, wire.get("v2/destinations/" + DESTINATION.id()).status());
        clock.pass(Duration.ofSeconds(1));
        assertEquals(401, wire.get("v2/destinations/" + DESTINATION.id()).status());
    }

    @Test
    void nobodyGetsATokenWithoutTheSecret() throws Exception {
        Map<String, String> good =
                Map.of(
                        "grant_type", "client_credentials",
                        "client_id", "terminal",
                        "client_secret", "guess");
        Answer wrong = stranger.form("token", good);
        assertEquals(401, wrong.status());
        assertEquals("invalid_client", wrong.text("/error"));
        Answer otherGrant = stranger.form("token", Map.of("grant_type", "password"));
        assertEquals("unsupported_grant_type", otherGrant.text("/error"));
        assertEquals(401, stranger.get("v2/cases/x/events").status());
        for (String forged : List.of("x", "a.b.c", "eyJhbGciOiJub25lIn0.e30.")) {
            try (Wire forger = new Wire(authority.base(), "Bearer " + forged)) {
                assertEquals(401, forger.get("v2/cases/x/events").status());
            }
        }
    }

    @Test
    void anAnnouncementForAnotherServiceOrDestinationIsRefused() throws Exception {
        String good = announcement(List.of());
        for (String bad :
                List.of(
                        good.replace("99108001001000", "99115003012000"),
                        good.replace(DESTINATION.id(), UUID.randomUUID().toString()))) {
            assertEquals(422, wire.json("POST", "v2/submissions", bad).status());
        }
        for (String bad :
                List.of(
                        good.replace("urn:de:fim:leika", "urn:de:fim:other"),
                        announcement(List.of("not-a-uuid")),
                        announcement(List.of(DESTINATION.id(), DESTINATION.id())),
                        "{")) {
            assertEquals(400, wire.json("POST", "v2/submissions", bad).status());
        }
    }

    @Test
    void theLaterNameOfTheServiceFieldIsTakenToo() throws Exception {
        String later = announcement(List.of()).replace("serviceType", "publicService");
        assertEquals(201, wire.json("POST", "v2/submissions", later).status());
    }

    @Test
    void whatNobodyFetchesForFourteenDaysIsRejected() throws Exception {
        Answer announced = deliver(DATA);
        clock.pass(Duration.ofDays(14).minusMillis(1));
        wire.close();
        wire = new Wire(authority.base(), "Bearer " + token().text("/access_token"));
        assertEquals(2, events(announced.text("/caseId")).size());
        clock.pass(Duration.ofMillis(1));
        SignedJWT last = events(announced.text("/caseId")).getLast();
        assertTrue(payload(last, "reject-submission").isObject());
        assertTrue(isVerified(last));
        assertEquals(SubmissionState.REJECTED, authority.accept(announced.text("/submissionId")));
    }

    @Test
    void theStateAndTheKeysOutliveTheProcess() throws Exception {
        Answer announced = deliver(DATA);
        String kid = encryptionKey.getKeyID();
        stop();
        open();
        assertEquals(kid, encryptionKey.getKeyID());
        assertEquals(DATA, authority.received().getFirst().data());
        assertEquals(2, events(announced.text("/caseId")).size());
    }

    @Test
    void theEventLogIsReadInPages() throws Exception {
        String path = "v2/cases/" + deliver(DATA).text("/caseId") + "/events";
        Answer page = wire.get(path + "?offset=1&limit=1");
        assertEquals(1, page.json().path("count").intValue());
        assertEquals(2, page.json().path("totalCount").intValue());
        assertEquals(0, wire.get(path + "?offset=9").json().path("eventLog").size());
        assertEquals(400, wire.get(path + "?offset=-1").status());
        assertEquals(404, wire.get("v2/cases/" + UUID.randomUUID() + "/events").status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"encryptedMetadata\":1}", "nonsense"})
    void whatIsNoSubmissionIsABadRequest(String body) throws Exception {
        String id = announce(List.of()).text("/submissionId");
        assertEquals(400, submit(id, body).status());
    }

    @Test
    void hugeAndMistypedBodiesAreRefused() throws Exception {
        assertEquals(413, wire.json("POST", "v2/submissions", "x".repeat(1_000_000)).status());
        assertEquals(
                415,
                wire.send("PUT", "v2/submissions/a/attachments/b", "text/plain", "x").status());
        assertEquals(404, submit(UUID.randomUUID().toString(), someSubmission()).status());
    }

    private String someSubmission() throws Exception {
        String jwe = seal(bytes("{}"));
        return submission(jwe, jwe);
    }
}
