package de.koblenz.kiosk.eid.ausweisapp;

import de.koblenz.kiosk.eid.EidRequest;
import de.koblenz.kiosk.eid.EidStep;
import de.koblenz.kiosk.eid.authority.AuthorityException;
import de.koblenz.kiosk.eid.data.DataGroup;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collection;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The city's service in front of its eID-Server, in the terms of `docs/identity-service.md`: two calls with JSON. It is the eService in
/// the sense of BSI TR-03130: it alone can offer a TcToken at an address that the certificate names, and it signs its calls to the
/// eID-Server. Thread-safe.
public final class IdentityService implements EidServer {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LARGEST_ANSWER = 1 << 16;

    private final HttpClient client;
    private final URI base;
    private final String authorization;
    private final Duration timeout;

    /// @param base address of the service, without the version
    /// @param token bearer token
    /// @param timeout for each answer
    public IdentityService(URI base, String token, Duration timeout) {
        this.client =
                HttpClient.newBuilder()
                        .connectTimeout(timeout)
                        // A token goes to nobody else.
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
        this.base = URI.create(base + (base.toString().endsWith("/") ? "" : "/"));
        this.authorization = "Bearer " + token;
        this.timeout = timeout;
    }

    @Override
    public URI open(EidRequest request) throws AuthorityException {
        ObjectNode body = JSON.createObjectNode();
        groups(body.putArray("required"), request.required());
        groups(body.putArray("optional"), request.optional());
        request.ageAtLeast().ifPresent(age -> body.put("ageVerification", age));
        request.municipality().ifPresent(id -> body.put("placeVerification", id.hex()));
        body.put("restrictedId", request.pseudonym());
        body.put("onSite", request.manner() == EidRequest.Manner.ON_SITE_WITH_CAN);
        JsonNode answer =
                send(
                        request(base.resolve("v1/sessions"))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body.toString())),
                        201);
        URI token = address(answer.path("tcTokenUrl").asString(""));
        if (!"https".equals(token.getScheme()) && !ours(token)) {
            throw new AuthorityException("the address of the TcToken is not encrypted");
        }
        return token;
    }

    private static void groups(ArrayNode names, Collection<DataGroup> groups) {
        groups.stream().sorted().map(IdentityAnswer::name).forEach(names::add);
    }

    @Override
    public EidStep.IdentityRead result(URI refresh) throws AuthorityException {
        // The app names the address, and the service has to be asked with our token.
        if (!ours(refresh)) {
            throw new AuthorityException("the result lies with somebody else");
        }
        return IdentityAnswer.read(send(request(refresh).GET(), 200));
    }

    private boolean ours(URI address) {
        return base.getScheme().equals(address.getScheme())
                && base.getHost().equals(address.getHost())
                && base.getPort() == address.getPort();
    }

    private HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address)
                .timeout(timeout)
                .header("Authorization", authorization)
                .header("Accept", "application/json");
    }

    private JsonNode send(HttpRequest.Builder request, int expected) throws AuthorityException {
        try {
            HttpResponse<InputStream> response =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                if (response.statusCode() != expected) {
                    throw new AuthorityException(
                            "the identity service answered " + response.statusCode());
                }
                byte[] answer = body.readNBytes(LARGEST_ANSWER + 1);
                if (answer.length > LARGEST_ANSWER) {
                    throw new AuthorityException("the identity service's answer is too long");
                }
                return JSON.readTree(answer);
            }
        } catch (IOException e) {
            throw new AuthorityException("the identity service does not answer", e);
        } catch (JacksonException _) {
            // Without the cause, which quotes what was read.
            throw new AuthorityException("the identity service's answer is no JSON");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AuthorityException("interrupted", e);
        }
    }

    private static URI address(String text) throws AuthorityException {
        try {
            URI address = URI.create(text);
            if (address.getHost() != null) {
                return address;
            }
        } catch (IllegalArgumentException _) {
            // Told below.
        }
        throw new AuthorityException("the identity service named no address");
    }
}
