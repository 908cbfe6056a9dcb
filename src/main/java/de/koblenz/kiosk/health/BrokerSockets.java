package de.koblenz.kiosk.health;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
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

    BrokerSockets(@Nullable SSLSocketFactory tls, String host) {
        this.tls = tls;
        this.host = host;
    }

    @Override
    public Socket createSocket() {
        Socket socket = new BrokerSocket(tls, host);
        made.add(socket);
        return socket;
    }

    @Override
    public void close() {
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
