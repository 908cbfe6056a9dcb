package de.koblenz.kiosk.sandbox;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One request, read whole. To be used while it is answered.
final class Request {
    private final String method;
    private final Map<String, String> parts;
    private final String query;
    private final Function<String, @Nullable String> headers;
    private final byte[] body;

    /// Holds what a server has read.
    ///
    /// @param headers the value of a header by its name in any case, null without one
    Request(
            String method,
            Map<String, String> parts,
            String query,
            Function<String, @Nullable String> headers,
            byte[] body) {
        this.method = method;
        this.parts = Map.copyOf(parts);
        this.query = query;
        this.headers = headers;
        this.body = body;
    }

    public String method() {
        return method;
    }

    /// The text at `{name}` of the route's pattern.
    public String part(String name) {
        String value = parts.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the route has no part " + name);
        }
        return value;
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.apply(name));
    }

    /// The fields of the query string; of a repeated one the last.
    public Map<String, String> query() throws Refusal {
        return fields(query);
    }

    /// The fields of a body of type `application/x-www-form-urlencoded`.
    public Map<String, String> form() throws Refusal {
        requireType("application/x-www-form-urlencoded");
        return fields(text());
    }

    /// The body as text; other than UTF-8 is refused.
    public String text() throws Refusal {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        } catch (CharacterCodingException e) {
            throw Refusal.badRequest("the body is not UTF-8 text");
        }
    }

    /// The body as one JSON object.
    public Fields json() throws Refusal {
        return Fields.parse(text());
    }

    /// Refuses another media type than `expected` with 415 (RFC 9110 §15.5.16).
    public void requireType(String expected) throws Refusal {
        String type = header("Content-Type").orElse("");
        int end = type.indexOf(';');
        String bare = (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        if (!bare.equals(expected)) {
            throw new Refusal(415, "UNSUPPORTED_MEDIA_TYPE", "the body must be " + expected);
        }
    }

    /// Whether the header `Authorization` is exactly `expected`, compared in constant time.
    public boolean isAuthorized(String expected) {
        byte[] given = header("Authorization").orElse("").getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(given, expected.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> fields(String encoded) throws Refusal {
        Map<String, String> fields = new HashMap<>();
        for (String pair : encoded.split("&", -1)) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            try {
                String name =
                        URLDecoder.decode(
                                equals < 0 ? pair : pair.substring(0, equals),
                                StandardCharsets.UTF_8);
                String value =
                        equals < 0
                                ? ""
                                : URLDecoder.decode(
                                        pair.substring(equals + 1), StandardCharsets.UTF_8);
                fields.put(name, value);
            } catch (IllegalArgumentException e) {
                throw Refusal.badRequest("the fields are not URL-encoded");
            }
        }
        return fields;
    }
}
