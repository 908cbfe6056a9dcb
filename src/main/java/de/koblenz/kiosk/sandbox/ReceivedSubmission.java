package de.koblenz.kiosk.sandbox;

import java.util.List;

/// A submission as the authority reads it, decrypted.
///
/// @param service identifier of the public service
/// @param metadata JSON
/// @param data the application, JSON
/// @param attachments in the order in which they were announced
public record ReceivedSubmission(
        String submissionId,
        String caseId,
        String service,
        SubmissionState state,
        String metadata,
        String data,
        List<ReceivedAttachment> attachments) {
    public ReceivedSubmission {
        attachments = List.copyOf(attachments);
    }

    /// The content is personal.
    @Override
    public String toString() {
        return "ReceivedSubmission[" + submissionId + " " + state + "]";
    }
}
