package de.koblenz.kiosk.eid.ausweisapp;

import de.koblenz.kiosk.eid.ausweisapp.AppMessage.Entry;
import de.koblenz.kiosk.eid.failure.EidFailure;
import de.koblenz.kiosk.eid.secret.Secret;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
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

/// One connection to a running AusweisApp, which serves one at a time. One thread sends and receives; any may [#wake()] it.
final class AppConnection implements AutoCloseable {
    /// The app's longest message, a certificate with its terms of usage, has some thousand characters.
    private static final int LONGEST_MESSAGE = 1 << 20;

    private static final int MOST_UNREAD = 1000;
    private static final Duration HEARTBEAT = Duration.ofSeconds(1);

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

    private static <T> T await(CompletableFuture<T> future, Duration patience) throws AppException {
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
    ///
    /// An app that ends while a message of it is being handed over is not told of by the JDK: its end of input is lost. So while nothing
    /// comes, a ping is sent now and then, which fails once nobody is there.
    Optional<AppMessage> receive(Duration longest) throws AppException {
        long left = longest.toNanos();
        while (true) {
            long wait = Math.clamp(left, 0, HEARTBEAT.toNanos());
            Optional<AppMessage> message = poll(wait);
            left -= wait;
            if (message.isPresent() || left <= 0) {
                return message;
            }
            await(socket.sendPing(ByteBuffer.allocate(0)), patience);
        }
    }

    /// Lets whoever waits for a message look up; any thread.
    void wake() {
        inbox.messages.add(new AppMessage.Other());
    }

    private Optional<AppMessage> poll(long nanos) throws AppException {
        try {
            AppMessage message = inbox.messages.poll(nanos, TimeUnit.NANOSECONDS);
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

    /// Ends the connection, and with it whatever goes on in the app. Waits until the app has noticed, for it takes no other one before.
    @Override
    public void close() {
        try {
            if (!socket.isOutputClosed()) {
                await(socket.sendClose(WebSocket.NORMAL_CLOSURE, ""), patience);
                await(inbox.closed, patience);
            }
        } catch (AppException _) {
            // Gone already.
        }
        socket.abort();
    }

    /// What came in. The socket's threads write, one at a time.
    private static final class Inbox implements WebSocket.Listener {
        private final BlockingQueue<AppMessage> messages = new LinkedBlockingQueue<>();
        private final CompletableFuture<Boolean> closed = new CompletableFuture<>();
        private final StringBuilder part = new StringBuilder();

        private void end() {
            messages.add(new AppMessage.Gone());
            closed.complete(true);
        }

        @Override
        public @Nullable CompletionStage<?> onText(
                WebSocket socket, CharSequence data, boolean last) {
            if (part.length() + data.length() > LONGEST_MESSAGE || messages.size() > MOST_UNREAD) {
                socket.abort();
                end();
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
            end();
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            end();
        }
    }
}
