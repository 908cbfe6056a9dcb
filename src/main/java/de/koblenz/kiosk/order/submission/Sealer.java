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
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
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
    static SealedApplication seal(Submission submission, RSAKey key, String schemaUri)
            throws JOSEException {
        List<SealedAttachment> attachments = new ArrayList<>();
        for (Attachment attachment : submission.attachments()) {
            byte[] content = attachment.content().bytes();
            attachments.add(
                    new SealedAttachment(
                            attachment.id().toString(), encrypt(content, "application/pdf", key)));
        }
        String metadata = JSON.writeValueAsString(metadata(submission, schemaUri));
        return new SealedApplication(
                new SealedSubmission(
                        submission.destinationId(),
                        submission.leikaKey(),
                        submission.serviceName(),
                        encrypt(utf8(metadata), "application/json", key),
                        encrypt(utf8(submission.dataJson()), "application/json", key),
                        attachments.stream().map(SealedAttachment::tag).toList()),
                attachments);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, ?> metadata(Submission submission, String schemaUri) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("hash", hash(utf8(submission.dataJson())));
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
        metadata.put(
                "contentStructure",
                Map.of(
                        "data",
                        data,
                        "attachments",
                        submission.attachments().stream().map(Sealer::described).toList()));
        return metadata;
    }

    /// One of `contentStructure.attachments` in the metadata schema of FIT-Connect.
    private static Map<String, ?> described(Attachment attachment) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("attachmentId", attachment.id().toString());
        described.put("purpose", "attachment");
        described.put("mimeType", "application/pdf");
        described.put("filename", attachment.filename());
        described.put("description", attachment.name());
        described.put("hash", hash(attachment.content().bytes()));
        return described;
    }

    /// The name of a service for FIT-Connect.
    static String identifier(String leikaKey) {
        // What has no key of its own in the federal catalogue is named by the city.
        return leikaKey.isEmpty()
                ? "urn:de:koblenz:buergerterminal:leistung"
                : "urn:de:fim:leika:leistung:" + leikaKey;
    }

    /// @param contentType without it the delivery service refuses metadata and data
    private static String encrypt(byte[] content, String contentType, RSAKey key)
            throws JOSEException {
        JWEHeader header =
                new JWEHeader.Builder(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A256GCM)
                        .keyID(key.getKeyID())
                        .contentType(contentType)
                        .build();
        JWEObject jwe = new JWEObject(header, new Payload(content));
        jwe.encrypt(new RSAEncrypter(key));
        return jwe.serialize();
    }

    private static Map<String, String> hash(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-512").digest(content);
            return Map.of("type", "sha512", "content", HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-512", e);
        }
    }
}
