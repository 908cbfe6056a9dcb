package de.koblenz.kiosk.sandbox;

import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/// What is wrong with a submission, as a problem document (RFC 9457).
///
/// @param type last part of the type's URI
/// @param detail for people; never content of a submission
record Problem(int status, String type, String detail) {
    private static final String TYPES =
            "https://schema.fitko.de/fit-connect/submission-api/problems/";
    private static final String EVENT_TYPES =
            "https://schema.fitko.de/fit-connect/events/problems/";

    static Reply of(Refusal refusal) {
        return new Problem(
                        refusal.status(),
                        refusal.code().toLowerCase(Locale.ROOT).replace('_', '-'),
                        refusal.reason())
                .reply();
    }

    Reply reply() {
        ObjectNode body =
                Fields.object()
                        .put("type", TYPES + type)
                        .put("title", type)
                        .put("status", status)
                        .put("detail", detail);
        return new Reply(status, "application/problem+json", body.toString(), Map.of());
    }

    /// The form in which a problem stands in a reject-submission event.
    Map<String, Object> inEvent() {
        return Map.of(
                "type",
                EVENT_TYPES + type,
                "title",
                type,
                "detail",
                detail,
                "instance",
                "submission");
    }
}
