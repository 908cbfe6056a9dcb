package de.koblenz.kiosk.order.submission;

import java.util.List;

/// Everything that goes to the authority, sealed.
///
/// @param submission the application itself, which names its attachments
/// @param attachments in the order of the submission
public record SealedApplication(SealedSubmission submission, List<SealedAttachment> attachments) {
    public SealedApplication {
        attachments = List.copyOf(attachments);
        if (!attachments.stream()
                .map(SealedAttachment::tag)
                .toList()
                .equals(submission.attachments())) {
            throw new IllegalArgumentException("other attachments than the submission names");
        }
    }

    /// How much room it takes, in bytes.
    public long size() {
        long size = submission.metadata().length() + (long) submission.data().length();
        for (SealedAttachment attachment : attachments) {
            size += attachment.jwe().length();
        }
        return size;
    }
}
