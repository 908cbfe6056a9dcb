package de.koblenz.kiosk.health;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// A line between terminal and broker that can be cut, or go silent as a dead switch does.
public final class Relay implements AutoCloseable {
    private final ServerSocket server;
    private final int target;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final AtomicInteger accepted = new AtomicInteger();
    private volatile boolean refusing;
    private volatile boolean silent;

    public Relay(int target) throws IOException {
        this.target = target;
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    int accepted() {
        return accepted.get();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket terminal = server.accept();
                accepted.incrementAndGet();
                if (refusing) {
                    terminal.close();
                    continue;
                }
                Socket broker = new Socket(InetAddress.getLoopbackAddress(), target);
                sockets.add(terminal);
                sockets.add(broker);
                Thread.ofVirtual().start(() -> pump(terminal, broker));
                Thread.ofVirtual().start(() -> pump(broker, terminal));
            } catch (IOException e) {
                // Closed, or the broker is away.
            }
        }
    }

    private void pump(Socket from, Socket to) {
        byte[] buffer = new byte[4096];
        try (from;
                to) {
            for (int n = from.getInputStream().read(buffer);
                    n >= 0;
                    n = from.getInputStream().read(buffer)) {
                if (!silent) {
                    to.getOutputStream().write(buffer, 0, n);
                }
            }
        } catch (IOException e) {
            // Cut.
        }
    }

    /// Resets all lines and takes no new ones.
    public void cut() {
        refusing = true;
        for (Socket socket : sockets) {
            if (!socket.isClosed()) {
                reset(socket);
            }
        }
    }

    private static void reset(Socket socket) {
        try (socket) {
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            // The other side was faster.
        }
    }

    /// Lets new lines through again.
    public void mend() {
        refusing = false;
        silent = false;
    }

    /// Swallows everything, but keeps the lines open.
    public void silence() {
        silent = true;
    }

    @Override
    public void close() throws IOException {
        cut();
        server.close();
    }
}
