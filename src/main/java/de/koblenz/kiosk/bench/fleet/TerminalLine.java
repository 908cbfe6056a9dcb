package de.koblenz.kiosk.bench.fleet;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// The line between a terminal and its broker, which can be cut without a word. Thread-safe.
final class TerminalLine implements AutoCloseable {
    private static final int CHUNK = 4096;

    private final ServerSocket server;
    private final int broker;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private volatile boolean cut;

    /// @param broker its port on this machine
    TerminalLine(int broker) throws IOException {
        this.broker = broker;
        this.server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("terminal-line").start(this::accept);
    }

    /// Where the terminal finds its broker.
    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket terminal = server.accept();
                if (cut) {
                    reset(terminal);
                    continue;
                }
                Socket far = new Socket(InetAddress.getLoopbackAddress(), broker);
                sockets.add(terminal);
                sockets.add(far);
                Thread.ofVirtual().start(() -> pump(terminal, far));
                Thread.ofVirtual().start(() -> pump(far, terminal));
            } catch (IOException _) {
                // Closed, or the broker is away.
            }
        }
    }

    private void pump(Socket from, Socket to) {
        byte[] buffer = new byte[CHUNK];
        try (from;
                to) {
            for (int n = from.getInputStream().read(buffer);
                    n >= 0;
                    n = from.getInputStream().read(buffer)) {
                to.getOutputStream().write(buffer, 0, n);
            }
        } catch (IOException _) {
            // Cut.
        }
        sockets.remove(from);
        sockets.remove(to);
    }

    /// Resets what there is and lets nothing through; or lets it through again.
    void cut(boolean now) {
        boolean before = cut;
        cut = now;
        if (now && !before) {
            sockets.forEach(TerminalLine::reset);
        }
    }

    private static void reset(Socket socket) {
        try (socket) {
            socket.setSoLinger(true, 0);
        } catch (IOException _) {
            // The other side was faster.
        }
    }

    @Override
    public void close() {
        cut(true);
        try {
            server.close();
        } catch (IOException _) {
            // Closed all the same.
        }
    }
}
