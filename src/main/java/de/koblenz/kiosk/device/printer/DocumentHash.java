package de.koblenz.kiosk.device.printer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The fingerprint that binds a document to the one job it was made for, and by the job's id to its order.
public final class DocumentHash {
    private DocumentHash() {}

    /// SHA-256 of the job's id, a zero, and the document's bytes ([DocumentCodec]), in lower-case hex.
    ///
    /// @param jobId unique for ever; holds no zero
    public static String of(String jobId, PrintDocument document) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(jobId.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return HexFormat.of().formatHex(digest.digest(DocumentCodec.encode(document)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
