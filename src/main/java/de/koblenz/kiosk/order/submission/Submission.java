package de.koblenz.kiosk.order.submission;

import java.util.List;

/// An application before it is sealed; personal, in memory only.
///
/// @param destinationId destination of FIT-Connect (UUID)
/// @param leikaKey 14 digits, or empty where the service has none
/// @param serviceName official name
/// @param dataJson the answers as JSON
/// @param attachments documents that go with it
public record Submission(
        String destinationId,
        String leikaKey,
        String serviceName,
        String dataJson,
        List<Attachment> attachments) {
    public Submission {
        attachments = List.copyOf(attachments);
    }

    @Override
    public String toString() {
        return "Submission[" + leikaKey + "]";
    }
}
