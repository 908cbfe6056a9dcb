package de.koblenz.kiosk.device.printer;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The fingerprint that binds a document to the order it was made for.
public final class DocumentHash {
    private DocumentHash() {}

    /// SHA-256 of the document's bytes ([DocumentCodec]), in lower-case hex.
    public static String of(PrintDocument document) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(DocumentCodec.encode(document));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
