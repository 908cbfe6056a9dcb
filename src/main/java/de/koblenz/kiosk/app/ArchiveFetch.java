package de.koblenz.kiosk.app;

import de.koblenz.kiosk.config.HealthSettings.TlsFiles;
import de.koblenz.kiosk.health.TlsContext;
import de.koblenz.kiosk.health.command.Command;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Fetches what a command names, from where the data centre put it: over the same certificates as the broker's line, without following
/// to anywhere else, and nothing but the very bytes that the command is signed for.
final class ArchiveFetch {
    private static final Duration CONNECT = Duration.ofSeconds(10);

    /// For all of it, however slowly it comes.
    private static final long PATIENCE_SECONDS = 120;

    private final Optional<TlsFiles> tls;

    /// @param tls certificates of `health.yaml`; without them the machine's serve
    ArchiveFetch(Optional<TlsFiles> tls) {
        this.tls = tls;
    }

    /// @throws IOException if it is not there, or is not what the command says; its message names no address
    byte[] fetch(Command.Configuration wanted) throws IOException, InterruptedException {
        try (HttpClient client = client()) {
            HttpRequest request =
                    HttpRequest.newBuilder(wanted.archive())
                            .timeout(Duration.ofSeconds(PATIENCE_SECONDS))
                            .build();
            CompletableFuture<HttpResponse<byte[]>> coming =
                    client.sendAsync(
                            request,
                            HttpResponse.BodyHandlers.limiting(
                                    HttpResponse.BodyHandlers.ofByteArray(), wanted.bytes()));
            try {
                HttpResponse<byte[]> response = coming.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
                return checked(response, wanted);
            } catch (ExecutionException | TimeoutException e) {
                throw new IOException("not fetched", e);
            } finally {
                coming.cancel(true);
                client.shutdownNow();
            }
        }
    }

    private static byte[] checked(HttpResponse<byte[]> response, Command.Configuration wanted)
            throws IOException {
        byte[] body = response.body();
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            if (response.statusCode() != 200
                    || body.length != wanted.bytes()
                    || !HexFormat.of().formatHex(digest).equals(wanted.sha256())) {
                throw new IOException("not what was signed, status " + response.statusCode());
            }
            return body;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private HttpClient client() throws IOException {
        HttpClient.Builder client =
                HttpClient.newBuilder()
                        .connectTimeout(CONNECT)
                        .followRedirects(HttpClient.Redirect.NEVER);
        try {
            if (tls.isPresent()) {
                client.sslContext(TlsContext.of(tls.get()));
            }
        } catch (GeneralSecurityException e) {
            throw new IOException("certificates", e);
        }
        return client.build();
    }
}
