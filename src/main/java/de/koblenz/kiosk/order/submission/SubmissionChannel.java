package de.koblenz.kiosk.order.submission;

import java.io.IOException;

/// The way of an application to its authority. Thread-safe; calls block for seconds at most and throw
/// [IOException] where no believable answer came.
public interface SubmissionChannel {
    /// Seals an application for its authority; works offline once the authority's key is known.
    ///
    /// @throws SealingRefused if the key is unknown or unusable
    SealedApplication seal(Submission submission) throws SealingRefused;

    /// Announces a submission with its attachments and gets its ids. Announced twice, the first one is never filled and expires.
    Announcement announce(SealedSubmission sealed) throws IOException;

    /// Hands one announced attachment over; may be repeated.
    Handover upload(String submissionId, SealedAttachment attachment) throws IOException;

    /// Hands the sealed parts over and so completes the submission; may be repeated.
    Handover send(String submissionId, SealedSubmission sealed) throws IOException;

    /// What has become of it, by events whose signatures are verified.
    DeliveryStatus status(String submissionId, String caseId, SealedSubmission sealed)
            throws IOException;

    /// Answer to [#announce].
    sealed interface Announcement {
        record Announced(String submissionId, String caseId) implements Announcement {}

        /// It will never be taken.
        ///
        /// @param status HTTP status
        record Refused(int status) implements Announcement {}
    }

    /// Answer to [#upload] and [#send].
    sealed interface Handover {
        record Taken() implements Handover {}

        /// The announced submission is not known any more.
        record Forgotten() implements Handover {}

        /// It will never be taken.
        ///
        /// @param status HTTP status
        record Refused(int status) implements Handover {}
    }

    /// What the signed events say.
    enum DeliveryStatus {
        /// No signed event yet that says it was submitted.
        SENT,
        /// The delivery service holds exactly what was sent.
        DELIVERED,
        ACCEPTED,
        REJECTED,
        /// A signed event names other authentication tags than those of what was sent.
        ALTERED
    }
}
