package de.koblenz.kiosk.order.submission;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.jwk.RSAKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// Seals an application with the public key of its authority: JWE with RSA-OAEP-256 and A256GCM (RFC 7516,
/// RFC 7518 §4.3 and §5.3). The content key is made for each part and forgotten, so nobody here can open it again.
/// Stateless.
final class Sealer {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String METADATA_SCHEMA =
            "https://schema.fitko.de/fit-connect/metadata/2.1.0/metadata.schema.json";

    private Sealer() {}

    /// @param schemaUri what the data conforms to, as the destination names it
    static SealedSubmission seal(Submission submission, RSAKey key, String schemaUri)
            throws JOSEException {
        return new SealedSubmission(
                submission.destinationId(),
                submission.leikaKey(),
                submission.serviceName(),
                encrypt(JSON.writeValueAsString(metadata(submission, schemaUri)), key),
                encrypt(submission.dataJson(), key));
    }

    private static Map<String, ?> metadata(Submission submission, String schemaUri) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("hash", Map.of("type", "sha512", "content", sha512(submission.dataJson())));
        data.put(
                "submissionSchema", Map.of("schemaUri", schemaUri, "mimeType", "application/json"));
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("$schema", METADATA_SCHEMA);
        if (!submission.leikaKey().isEmpty()) {
            metadata.put(
                    "publicService",
                    Map.of(
                            "name",
                            submission.serviceName(),
                            "identifier",
                            identifier(submission.leikaKey())));
        }
        metadata.put("contentStructure", Map.of("data", data, "attachments", java.util.List.of()));
        return metadata;
    }

    /// The name of a service for FIT-Connect.
    static String identifier(String leikaKey) {
        // What has no key of its own in the federal catalogue is named by the city.
        return leikaKey.isEmpty()
                ? "urn:de:koblenz:buergerterminal:leistung"
                : "urn:de:fim:leika:leistung:" + leikaKey;
    }

    private static String encrypt(String text, RSAKey key) throws JOSEException {
        JWEHeader header =
                new JWEHeader.Builder(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A256GCM)
                        .keyID(key.getKeyID())
                        // Without it the delivery service refuses the submission.
                        .contentType("application/json")
                        .build();
        JWEObject jwe = new JWEObject(header, new Payload(text.getBytes(StandardCharsets.UTF_8)));
        jwe.encrypt(new RSAEncrypter(key));
        return jwe.serialize();
    }

    private static String sha512(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-512")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-512", e);
        }
    }
}
