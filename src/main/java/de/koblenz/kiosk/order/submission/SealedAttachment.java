package de.koblenz.kiosk.order.submission;

/// A document that only the authority can read.
///
/// @param id UUID by which it is announced
/// @param jwe JWE in compact serialisation (RFC 7516 §7.1)
public record SealedAttachment(String id, String jwe) {
    /// By what signed events name it.
    public SealedSubmission.AttachmentTag tag() {
        return new SealedSubmission.AttachmentTag(id, SealedSubmission.tag(jwe));
    }

    @Override
    public String toString() {
        return "SealedAttachment[" + id + "]";
    }
}
