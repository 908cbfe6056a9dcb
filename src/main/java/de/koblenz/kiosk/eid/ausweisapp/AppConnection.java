package de.koblenz.kiosk.eid.ausweisapp;

import de.koblenz.kiosk.eid.ausweisapp.AppMessage.Entry;
import de.koblenz.kiosk.eid.failure.EidFailure;
import de.koblenz.kiosk.eid.secret.Secret;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.CharBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// One connection to a running AusweisApp, which serves one at a time. One thread sends and receives.
final class AppConnection implements AutoCloseable {
    /// The app's longest message, a certificate with its terms of usage, has some thousand characters.
    private static final int LONGEST_MESSAGE = 1 << 20;

    private static final int MOST_UNREAD = 1000;

    private final WebSocket socket;
    private final Inbox inbox;
    private final Duration patience;

    private AppConnection(WebSocket socket, Inbox inbox, Duration patience) {
        this.socket = socket;
        this.inbox = inbox;
        this.patience = patience;
    }

    /// Connects.
    ///
    /// @throws AppException with `APP_UNREACHABLE`, also when the app is busy for somebody else
    static AppConnection open(HttpClient client, URI address, Duration patience)
            throws AppException {
        Inbox inbox = new Inbox();
        CompletableFuture<WebSocket> opening =
                client.newWebSocketBuilder()
                        .header("User-Agent", "Buergerterminal")
                        .connectTimeout(patience)
                        .buildAsync(address, inbox);
        return new AppConnection(await(opening, patience), inbox, patience);
    }

    private static <T> T await(CompletableFuture<T> future, Duration patience)
            throws AppException {
        try {
            return future.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AppException(EidFailure.APP_UNREACHABLE, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AppException(EidFailure.CANCELLED, e);
        }
    }

    void send(String command) throws AppException {
        await(socket.sendText(command, true), patience);
    }

    /// Sends a secret. Afterwards neither our frame nor the JDK's buffers hold it: the next frame is encoded over the place of this
    /// one, so a harmless one of at least its length follows at once (docs/adr).
    void send(Entry entry, Secret secret) throws AppException {
        char[] frame = AppCommand.entered(entry, secret);
        try {
            await(socket.sendText(CharBuffer.wrap(frame), true), patience);
        } finally {
            Arrays.fill(frame, '\0');
        }
        send(AppCommand.overwriting());
    }

    /// The next message, or empty when none came in time.
    Optional<AppMessage> receive(Duration longest) throws AppException {
        try {
            AppMessage message =
                    inbox.messages.poll(Math.max(0, longest.toNanos()), TimeUnit.NANOSECONDS);
            if (message instanceof AppMessage.Gone) {
                // Stays for whoever asks again.
                inbox.messages.add(message);
                throw new AppException(EidFailure.APP_UNREACHABLE);
            }
            return Optional.ofNullable(message);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AppException(EidFailure.CANCELLED, e);
        }
    }

    /// Ends the connection, and with it whatever goes on in the app.
    @Override
    public void close() {
        socket.abort();
    }

    /// What came in. The socket's threads write, one at a time.
    private static final class Inbox implements WebSocket.Listener {
        private final BlockingQueue<AppMessage> messages = new LinkedBlockingQueue<>();
        private final StringBuilder part = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(
                WebSocket socket, CharSequence data, boolean last) {
            if (part.length() + data.length() > LONGEST_MESSAGE || messages.size() > MOST_UNREAD) {
                socket.abort();
                messages.add(new AppMessage.Gone());
                return null;
            }
            part.append(data);
            if (last) {
                messages.add(AppMessageReader.read(part.toString()));
                part.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            messages.add(new AppMessage.Gone());
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            messages.add(new AppMessage.Gone());
        }
    }
}
