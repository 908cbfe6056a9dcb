package de.koblenz.kiosk.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A client as a terminal has one: real HTTP, nothing shared with the stand-ins.
final class Wire implements AutoCloseable {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;
    private final String authorization;

    Wire(URI base, String authorization) {
        this.base = base;
        this.authorization = authorization;
    }

    record Answer(int status, String body, HttpResponse<String> response) {
        JsonNode json() {
            return MAPPER.readTree(body);
        }

        String text(String pointer) {
            return json().at(pointer).asString();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send("GET", path, "", "");
    }

    Answer json(String method, String path, String body) throws IOException, InterruptedException {
        return send(method, path, "application/json", body);
    }

    Answer form(String path, Map<String, String> fields) throws IOException, InterruptedException {
        return send("POST", path, "application/x-www-form-urlencoded", encode(fields));
    }

    Answer send(String method, String path, String type, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve(path))
                        .method(
                                method,
                                body.isEmpty()
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
        return new Answer(response.statusCode(), response.body(), response);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private static String encode(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field ->
                        field.getKey()
                                + "="
                                + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
