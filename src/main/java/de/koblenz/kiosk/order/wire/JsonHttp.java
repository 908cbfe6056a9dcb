package de.koblenz.kiosk.order.wire;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// Calls to one outside service. An answer is a value, whatever its status below 500; no answer is an
/// [IOException], and so is an answer that says "not now" (408, 429, 5xx). Exceptions name the status and the call,
/// never a body. Thread-safe.
public final class JsonHttp {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// No answer of these services is longer; a longer one is broken or hostile.
    private static final int LONGEST_ANSWER = 4 << 20;

    /// One for all services: each client of the JDK has threads of its own.
    private static final HttpClient CLIENT =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    /// A line that takes less is taken to be down: half a megabit per second.
    private static final int LEAST_BYTES_PER_SECOND = 64 << 10;

    private final URI base;
    private final Duration timeout;

    /// @param base address of the service, with a slash at the end
    /// @param timeout for each whole answer; what is large gets as long again as a slow line takes for it
    public JsonHttp(URI base, Duration timeout) {
        this.base = base;
        this.timeout = timeout;
    }

    /// What a service answered.
    ///
    /// @param status HTTP status, below 500
    /// @param body its JSON; missing where there is none
    public record Answer(int status, JsonNode body) {
        public boolean ok() {
            return status >= 200 && status < 300;
        }

        /// A text that has to be there.
        ///
        /// @throws IOException if it is not: such an answer cannot be believed
        public String text(String name) throws IOException {
            return JsonHttp.text(body, name);
        }
    }

    /// Asks for something.
    ///
    /// @param path relative to the base address
    /// @param authorization value of that header, or empty
    public Answer get(String path, String authorization) throws IOException {
        return call("GET", path, authorization, "", "");
    }

    /// Calls with JSON.
    ///
    /// @param json the body
    public Answer send(String method, String path, String authorization, Map<String, ?> json)
            throws IOException {
        return call(method, path, authorization, "application/json", JSON.writeValueAsString(json));
    }

    /// Calls with any body.
    ///
    /// @param path relative to the base address; empty for that address itself
    /// @param contentType of the body; empty without a body
    public Answer call(
            String method, String path, String authorization, String contentType, String body)
            throws IOException {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        Duration within = timeout.plusSeconds(content.length / LEAST_BYTES_PER_SECOND);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(path.isEmpty() ? base : base.resolve(path))
                        .timeout(within)
                        .header("Accept", "application/json");
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        if (contentType.isEmpty()) {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        } else {
            request.header("Content-Type", contentType)
                    .method(method, HttpRequest.BodyPublishers.ofByteArray(content));
        }
        var response = exchange(request.build(), within);
        int status = response.statusCode();
        if (status >= 500 || status == 408 || status == 429) {
            throw new IOException(method + " answered " + status);
        }
        return new Answer(status, parse(response.body()));
    }

    private HttpResponse<byte[]> exchange(HttpRequest request, Duration within) throws IOException {
        CompletableFuture<HttpResponse<byte[]>> answer =
                CLIENT.sendAsync(
                        request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST_ANSWER));
        try {
            // The request's own time-out ends with the headers: a body may trickle for ever.
            return answer.get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new IOException("no answer in time", e);
        } catch (ExecutionException e) {
            throw new IOException("no answer", e.getCause());
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static JsonNode parse(byte[] body) {
        if (body.length == 0) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(body);
        } catch (JacksonException _) {
            // Not JSON, such as a proxy's page: whoever needs a field of it will say so.
            return MissingNode.getInstance();
        }
    }

    /// A text that has to be in a node.
    ///
    /// @throws IOException if it is not there or not a text
    public static String text(JsonNode node, String name) throws IOException {
        JsonNode value = node.path(name);
        if (!value.isString() || value.asString().isEmpty()) {
            throw new IOException("the answer has no " + name);
        }
        return value.asString();
    }
}
