package de.koblenz.kiosk.order.submission;

import java.util.List;

/// An application that only its authority can read; its attachments lie beside it.
///
/// @param destinationId destination of FIT-Connect (UUID)
/// @param leikaKey 14 digits, or empty
/// @param serviceName official name
/// @param metadata JWE in compact serialisation (RFC 7516 §7.1)
/// @param data JWE in compact serialisation
/// @param attachments the documents that go with it
public record SealedSubmission(
        String destinationId,
        String leikaKey,
        String serviceName,
        String metadata,
        String data,
        List<AttachmentTag> attachments) {
    public SealedSubmission {
        attachments = List.copyOf(attachments);
    }

    /// What stands for a sealed document once it has been handed over.
    ///
    /// @param id UUID by which it is announced
    /// @param tag fifth part of its JWE
    public record AttachmentTag(String id, String tag) {}

    /// The fifth part of a JWE is the tag of AES-GCM: who names it has the same ciphertext.
    static String tag(String jwe) {
        return jwe.substring(jwe.lastIndexOf('.') + 1);
    }

    @Override
    public String toString() {
        return "SealedSubmission[" + leikaKey + "]";
    }
}
