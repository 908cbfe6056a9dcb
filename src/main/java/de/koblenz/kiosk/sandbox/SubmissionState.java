package de.koblenz.kiosk.sandbox;

/// The way of a submission.
public enum SubmissionState {
    /// Announced; parts may be uploaded.
    INCOMPLETE,
    /// Complete and waiting for the authority.
    SUBMITTED,
    ACCEPTED,
    REJECTED
}
