package de.koblenz.kiosk.order.submission;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.RSADecrypter;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SealerTest {
    private static final Submission SUBMISSION =
            new Submission(
                    "d-1",
                    "99108001001000",
                    "Bewohnerparkausweis",
                    "{\"halter\":\"Ä. Özil\"}",
                    List.of());
    private static RSAKey key;

    @BeforeAll
    static void makeKey() throws Exception {
        key = new RSAKeyGenerator(2048).keyID("kid-1").generate();
    }

    private static SealedSubmission sealed() throws Exception {
        return sealed(SUBMISSION).submission();
    }

    private static SealedApplication sealed(Submission submission) throws Exception {
        return Sealer.seal(submission, key.toPublicJWK(), "urn:schema");
    }

    private static String open(String jwe) throws Exception {
        JWEObject object = JWEObject.parse(jwe);
        object.decrypt(new RSADecrypter(key));
        return object.getPayload().toString();
    }

    @Test
    void onlyTheAuthorityCanReadIt() throws Exception {
        SealedSubmission sealed = sealed();
        assertEquals(SUBMISSION.dataJson(), open(sealed.data()));
        assertFalse(sealed.toString().contains(sealed.data()));
    }

    /// RFC 7516 4.1; FIT-Connect refuses another `cty`.
    @Test
    void theHeaderIsWhatTheDeliveryServiceChecks() throws Exception {
        var header = JWEObject.parse(sealed().data()).getHeader();
        assertEquals("RSA-OAEP-256", header.getAlgorithm().getName());
        assertEquals("A256GCM", header.getEncryptionMethod().getName());
        assertEquals("kid-1", header.getKeyID());
        assertEquals("application/json", header.getContentType());
    }

    @Test
    void theMetadataNamesServiceSchemaAndHash() throws Exception {
        JsonNode metadata = JsonMapper.builder().build().readTree(open(sealed().metadata()));
        JsonNode data = metadata.path("contentStructure").path("data");
        assertEquals(
                "urn:de:fim:leika:leistung:99108001001000",
                metadata.path("publicService").path("identifier").asString());
        assertEquals("urn:schema", data.path("submissionSchema").path("schemaUri").asString());
        assertEquals("sha512", data.path("hash").path("type").asString());
        byte[] hash =
                MessageDigest.getInstance("SHA-512")
                        .digest(SUBMISSION.dataJson().getBytes("UTF-8"));
        assertEquals(HexFormat.of().formatHex(hash), data.path("hash").path("content").asString());
    }

    @Test
    void theSameWordsAreNeverSealedAlike() throws Exception {
        assertNotEquals(sealed().data(), sealed().data());
    }

    /// Submission API v2, PUT of an attachment; metadata schema, `contentStructure.attachments`.
    @Test
    void aDocumentIsSealedLikeTheDataAndDescribedInTheMetadata() throws Exception {
        UUID id = new UUID(0x4000, 7);
        PdfDocument pdf = PdfDocument.bind("Mietvertrag", List.of(SamplePages.grey(60, 80)));
        Submission submission =
                new Submission(
                        "d-1",
                        "99108001001000",
                        "Bewohnerparkausweis",
                        "{}",
                        List.of(new Attachment(id, "Mietvertrag", "1-mietvertrag.pdf", pdf)));
        SealedApplication sealed = sealed(submission);
        SealedAttachment attachment = sealed.attachments().getFirst();
        JWEObject jwe = JWEObject.parse(attachment.jwe());
        assertEquals("application/pdf", jwe.getHeader().getContentType());
        jwe.decrypt(new RSADecrypter(key));
        assertArrayEquals(pdf.bytes(), jwe.getPayload().toBytes());
        assertEquals(
                List.of(
                        new SealedSubmission.AttachmentTag(
                                id.toString(), jwe.getAuthTag().toString())),
                sealed.submission().attachments());
        JsonNode described =
                JsonMapper.builder()
                        .build()
                        .readTree(open(sealed.submission().metadata()))
                        .path("contentStructure")
                        .path("attachments")
                        .path(0);
        assertEquals(id.toString(), described.path("attachmentId").asString());
        assertEquals("attachment", described.path("purpose").asString());
        assertEquals("application/pdf", described.path("mimeType").asString());
        assertEquals("1-mietvertrag.pdf", described.path("filename").asString());
        assertEquals("Mietvertrag", described.path("description").asString());
        byte[] hash = MessageDigest.getInstance("SHA-512").digest(pdf.bytes());
        assertEquals(
                HexFormat.of().formatHex(hash), described.path("hash").path("content").asString());
        assertFalse(attachment.toString().contains(attachment.jwe()));
    }
}
