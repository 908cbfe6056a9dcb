package de.koblenz.kiosk.order.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.RSADecrypter;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SealerTest {
    private static final Submission SUBMISSION =
            new Submission(
                    "d-1", "99108001001000", "Bewohnerparkausweis", "{\"halter\":\"Ä. Özil\"}");
    private static RSAKey key;

    @BeforeAll
    static void makeKey() throws Exception {
        key = new RSAKeyGenerator(2048).keyID("kid-1").generate();
    }

    private static SealedSubmission sealed() throws Exception {
        return Sealer.seal(SUBMISSION, key.toPublicJWK(), "urn:schema");
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
}
