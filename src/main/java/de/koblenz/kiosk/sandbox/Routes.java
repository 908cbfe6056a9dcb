package de.koblenz.kiosk.sandbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Which handler answers which method and path. Filled before the server starts, only read afterwards.
final class Routes {
    /// A part of a path that stands for an identifier; anything else is simply not found.
    private static final Pattern PART = Pattern.compile("[A-Za-z0-9._~-]{1,80}");

    /// Answers one request. Called by many threads at once.
    @FunctionalInterface
    public interface Handler {
        Reply answer(Request request) throws Refusal;
    }

    record Found(Handler handler, Map<String, String> parts, int mostBytes) {}

    private record Route(String method, List<String> pattern, int mostBytes, Handler handler) {}

    private final List<Route> routes = new ArrayList<>();

    /// Adds a route.
    ///
    /// @param pattern a path whose parts in braces stand for any identifier: `/v1/holds/{hold}`
    /// @param mostBytes size of the largest body that is read
    public Routes on(String method, String pattern, int mostBytes, Handler handler) {
        routes.add(new Route(method, split(pattern), mostBytes, handler));
        return this;
    }

    Found find(String method, String path) throws Refusal {
        List<String> asked = split(path);
        boolean known = false;
        for (Route route : routes) {
            Optional<Map<String, String>> parts = match(route.pattern(), asked);
            if (parts.isPresent() && route.method().equals(method)) {
                return new Found(route.handler(), parts.get(), route.mostBytes());
            }
            known |= parts.isPresent();
        }
        if (known) {
            throw new Refusal(405, "METHOD_NOT_ALLOWED", "this path has no " + method);
        }
        throw Refusal.notFound("path");
    }

    private static Optional<Map<String, String>> match(List<String> pattern, List<String> asked) {
        if (pattern.size() != asked.size()) {
            return Optional.empty();
        }
        Map<String, String> parts = new HashMap<>();
        for (int i = 0; i < pattern.size(); i++) {
            String expected = pattern.get(i);
            String given = asked.get(i);
            if (expected.startsWith("{")) {
                if (!PART.matcher(given).matches()) {
                    return Optional.empty();
                }
                parts.put(expected.substring(1, expected.length() - 1), given);
            } else if (!expected.equals(given)) {
                return Optional.empty();
            }
        }
        return Optional.of(parts);
    }

    private static List<String> split(String path) {
        return List.of(path.split("/", -1));
    }
}
