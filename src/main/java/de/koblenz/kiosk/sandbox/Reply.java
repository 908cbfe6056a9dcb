package de.koblenz.kiosk.sandbox;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// What a stand-in answers.
///
/// @param status HTTP status
/// @param contentType media type of the body, empty without one
/// @param body the text, sent as UTF-8; empty for none
/// @param headers further headers, one value each
record Reply(int status, String contentType, String body, Map<String, String> headers) {
    public Reply {
        headers = Map.copyOf(headers);
    }

    public static Reply json(int status, JsonNode body) {
        return new Reply(status, "application/json", body.toString(), Map.of());
    }

    public static Reply html(int status, String body) {
        return new Reply(status, "text/html; charset=utf-8", body, Map.of());
    }

    public static Reply empty(int status) {
        return new Reply(status, "", "", Map.of());
    }

    /// This reply with one header more.
    public Reply with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Reply(status, contentType, body, more);
    }

    /// Bodies may hold personal data, so only the outside is shown.
    @Override
    public String toString() {
        return "Reply[" + status + " " + contentType + ", " + body.length() + " characters]";
    }
}
