package de.koblenz.kiosk.health;

import de.koblenz.kiosk.config.HealthSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/// Makes the [BrokerSocket] of one connection and closes it for sure, whatever Paho does with it. Thread-safe.
final class BrokerSockets extends SocketFactory implements AutoCloseable {
    private final @Nullable SSLSocketFactory tls;
    private final String host;
    private final List<Socket> made = new CopyOnWriteArrayList<>();
    private volatile boolean closed;

    /// @throws IOException if a certificate or key cannot be read or used
    static BrokerSockets of(HealthSettings settings) throws IOException {
        return new BrokerSockets(tls(settings), settings.broker().getHost());
    }

    private static @Nullable SSLSocketFactory tls(HealthSettings settings) throws IOException {
        try {
            if (settings.tls().isPresent()) {
                return TlsContext.sockets(settings.tls().get());
            }
        } catch (GeneralSecurityException e) {
            throw new IOException("certificates: " + e.getClass().getSimpleName(), e);
        }
        return "mqtts".equals(settings.broker().getScheme())
                ? (SSLSocketFactory) SSLSocketFactory.getDefault()
                : null;
    }

    private BrokerSockets(@Nullable SSLSocketFactory tls, String host) {
        this.tls = tls;
        this.host = host;
    }

    @Override
    public Socket createSocket() {
        Socket socket = new BrokerSocket(tls, host);
        made.add(socket);
        if (closed) {
            close();
        }
        return socket;
    }

    /// Frees whoever waits for the broker: a line that is being made fails, and so does every later one.
    @Override
    public void close() {
        closed = true;
        for (Socket socket : made) {
            try {
                socket.close();
            } catch (IOException _) {
                // Closed all the same.
            }
        }
    }

    @Override
    public Socket createSocket(String name, int port) {
        throw new UnsupportedOperationException("Paho connects by itself");
    }

    @Override
    public Socket createSocket(String name, int port, InetAddress local, int localPort) {
        throw new UnsupportedOperationException("Paho connects by itself");
    }

    @Override
    public Socket createSocket(InetAddress address, int port) {
        throw new UnsupportedOperationException("Paho connects by itself");
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress local, int localPort) {
        throw new UnsupportedOperationException("Paho connects by itself");
    }
}
