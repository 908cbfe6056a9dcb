package de.koblenz.kiosk.sandbox;

import java.util.List;

/// One row of the register of submissions; its parts are encrypted.
///
/// @param announced ids of the attachments
/// @param metadata JWE, empty before it is submitted
/// @param data JWE, empty before it is submitted
record Submission(
        String id,
        String caseId,
        String service,
        List<String> announced,
        SubmissionState state,
        String metadata,
        String data) {
    Submission {
        announced = List.copyOf(announced);
    }

    @Override
    public String toString() {
        return "Submission[" + id + " " + state + "]";
    }
}
