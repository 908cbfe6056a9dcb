package de.koblenz.kiosk.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import de.koblenz.kiosk.sandbox.Faults.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// An HTTP/1.1 server that listens on 127.0.0.1 alone, with fault switches. Thread-safe.
///
/// Offline means what it means for a terminal: connections are refused. The port stays reserved meanwhile,
/// so that the service comes back at the same address.
final class LoopbackServer implements AutoCloseable {
    private static final Logger LOG = System.getLogger(LoopbackServer.class.getName());

    /// What is read and thrown away of a body that is too large, so that the client sees the answer 413
    /// instead of a broken connection.
    private static final long MOST_DRAINED_BYTES = 64L << 20;

    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    static {
        // Without it each answer waits 40 ms for a delayed acknowledgement (Nagle's algorithm).
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final Faults faults = new Faults();
    private final Routes routes;
    private final Function<Refusal, Reply> wording;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final InetSocketAddress address;
    private final HttpServer first;
    private @Nullable HttpServer server;
    private @Nullable SocketChannel reservation;

    /// Takes a port; [#start] begins to serve.
    ///
    /// @param port 1 to 65535, or 0 for any free one
    /// @param wording how a refusal reads in this service's protocol
    public LoopbackServer(int port, Routes routes, Function<Refusal, Reply> wording)
            throws IOException {
        this.routes = routes;
        this.wording = wording;
        this.first = bind(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port));
        this.address = first.getAddress();
    }

    /// Begins to serve; to be called once.
    public synchronized void start() {
        first.start();
        server = first;
    }

    /// The wording of services without one of their own: `{"code","message"}`.
    public static Reply plainWording(Refusal refusal) {
        return Reply.json(
                refusal.status(),
                Fields.object().put("code", refusal.code()).put("message", refusal.reason()));
    }

    /// The root of this server, with a slash at its end.
    public URI base() {
        return URI.create("http://127.0.0.1:" + address.getPort() + "/");
    }

    public Faults faults() {
        return faults;
    }

    /// Stops or resumes listening; connections under way break off. Setting it twice changes nothing.
    public synchronized void offline(boolean offline) {
        try {
            if (offline && server != null) {
                server.stop(0);
                server = null;
                // A port with connections that are just ending is bound again only with this
                // option.
                reservation =
                        SocketChannel.open()
                                .setOption(StandardSocketOptions.SO_REUSEADDR, true)
                                .bind(address);
            } else if (!offline && reservation != null) {
                reservation.close();
                reservation = null;
                HttpServer again = bind(address);
                again.start();
                server = again;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("port " + address.getPort() + " was lost", e);
        }
    }

    public synchronized boolean isOffline() {
        return reservation != null;
    }

    @Override
    public synchronized void close() {
        threads.shutdownNow();
        if (server == null && reservation == null) {
            first.stop(0);
        }
        if (server != null) {
            server.stop(0);
            server = null;
        }
        if (reservation != null) {
            try {
                reservation.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            reservation = null;
        }
    }

    private HttpServer bind(InetSocketAddress where) throws IOException {
        HttpServer created = HttpServer.create(where, 0);
        created.createContext("/", this::serve);
        created.setExecutor(threads);
        return created;
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String method = exchange.getRequestMethod();
            String path = exchange.getRequestURI().getRawPath();
            switch (faults.take(method, path)) {
                case Fault.None() -> send(exchange, answer(exchange, method, path));
                case Fault.Drop() -> answer(exchange, method, path);
                case Fault.Refuse() ->
                        send(
                                exchange,
                                plainWording(new Refusal(503, "UNAVAILABLE", "try again later")));
                case Fault.Hold(Delay delay) -> {
                    delay.hold();
                    send(exchange, answer(exchange, method, path));
                }
            }
        } catch (InterruptedException e) {
            // The server closes while a request is held back: its connection ends without an
            // answer.
            Thread.currentThread().interrupt();
        }
    }

    private Reply answer(HttpExchange exchange, String method, String path) throws IOException {
        try {
            Routes.Found found = routes.find(method, path);
            String query = exchange.getRequestURI().getRawQuery();
            return found.handler()
                    .answer(
                            new Request(
                                    method,
                                    found.parts(),
                                    query == null ? "" : query,
                                    exchange.getRequestHeaders()::getFirst,
                                    body(exchange, found.mostBytes())));
        } catch (Refusal refusal) {
            return wording.apply(refusal);
        } catch (RuntimeException bug) {
            LOG.log(Level.ERROR, "a stand-in failed at " + method, bug);
            return Reply.json(500, Fields.object().put("code", "INTERNAL"));
        }
    }

    private static byte[] body(HttpExchange exchange, int most) throws IOException, Refusal {
        InputStream in = exchange.getRequestBody();
        byte[] body = in.readNBytes(most + 1);
        if (body.length <= most) {
            return body;
        }
        long drained = 0;
        byte[] waste = new byte[65_536];
        for (int n = in.read(waste); n >= 0 && drained < MOST_DRAINED_BYTES; n = in.read(waste)) {
            drained += n;
        }
        throw new Refusal(413, "TOO_LARGE", "the body may have at most " + most + " bytes");
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        if (!reply.contentType().isEmpty()) {
            exchange.getResponseHeaders().set("Content-Type", reply.contentType());
        }
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }
}
