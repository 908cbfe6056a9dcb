package de.koblenz.kiosk.device.transport;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A device with a network socket; printers listen on port 9100.
///
/// One thread writes and reads; [#close()] by any thread.
public final class TcpTransport implements ByteTransport {
    /// The port at which printers take raw bytes.
    public static final int PRINTER_PORT = 9100;

    private static final int LARGEST_CHUNK = 1024;
    private static final byte[] NOTHING = {};

    private final String host;
    private final int port;
    private final Duration connectTimeout;
    private final Duration writeTimeout;
    private volatile @Nullable Connection connection;

    /// @param writeTimeout longest time that the far end may take nothing before the line counts as stuck
    public TcpTransport(String host, int port, Duration connectTimeout, Duration writeTimeout) {
        this.host = host;
        this.port = port;
        this.connectTimeout = connectTimeout;
        this.writeTimeout = writeTimeout;
    }

    @Override
    public void open() throws IOException {
        close();
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.setKeepAlive(true);
            socket.connect(
                    new InetSocketAddress(host, port), Math.toIntExact(connectTimeout.toMillis()));
        } catch (IOException e) {
            socket.close();
            throw e;
        }
        connection = new Connection(socket);
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        Connection open = opened();
        for (int from = 0; from < bytes.length; from += LARGEST_CHUNK) {
            open.write(bytes, from, Math.min(LARGEST_CHUNK, bytes.length - from));
        }
    }

    @Override
    public byte[] read(Duration longest) throws IOException {
        return opened().read(longest);
    }

    private Connection opened() throws IOException {
        Connection open = connection;
        if (open == null) {
            throw new IOException("the line to " + host + ":" + port + " is not open");
        }
        return open;
    }

    @Override
    public void close() {
        Connection open = connection;
        connection = null;
        if (open != null) {
            open.close();
        }
    }

    /// One connection.
    private final class Connection {
        private final Socket socket;
        private final WriteWatchdog watchdog;
        private final byte[] buffer = new byte[1024];

        Connection(Socket socket) {
            this.socket = socket;
            watchdog = new WriteWatchdog("tcp-watchdog", writeTimeout, this::release);
        }

        void write(byte[] bytes, int from, int length) throws IOException {
            watchdog.arm();
            try {
                socket.getOutputStream().write(bytes, from, length);
            } finally {
                watchdog.disarm();
            }
            if (watchdog.fired()) {
                throw new IOException(host + ":" + port + " took nothing for " + writeTimeout);
            }
        }

        byte[] read(Duration longest) throws IOException {
            // 0 would mean for ever.
            socket.setSoTimeout(Math.max(1, Math.toIntExact(longest.toMillis())));
            try {
                int count = socket.getInputStream().read(buffer);
                if (count < 0) {
                    throw new IOException(host + ":" + port + " has ended the connection");
                }
                return Arrays.copyOf(buffer, count);
            } catch (SocketTimeoutException _) {
                return NOTHING;
            }
        }

        private void release() {
            try {
                socket.close();
            } catch (IOException _) {
                // Closing is all that was wanted; a socket that fails to close is gone as well.
            }
        }

        void close() {
            watchdog.close();
            release();
        }
    }
}
