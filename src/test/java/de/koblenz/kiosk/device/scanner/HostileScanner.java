package de.koblenz.kiosk.device.scanner;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/// A far end that answers each step of a scan with whatever bytes a test wants, on a bare socket.
final class HostileScanner implements AutoCloseable {
    /// Writes an answer to a request that has been read.
    @FunctionalInterface
    interface Reply {
        void write(OutputStream out) throws IOException, InterruptedException;
    }

    private final ServerSocket server;
    private final Map<String, Reply> replies = new ConcurrentHashMap<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();

    /// What was asked, in order.
    final List<String> asked = new CopyOnWriteArrayList<>();

    HostileScanner() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/eSCL/");
    }

    /// From now on the step is answered so.
    ///
    /// @param step such as `GET ScannerStatus`, `GET NextDocument`
    HostileScanner on(String step, Reply reply) {
        replies.put(step, reply);
        return this;
    }

    HostileScanner on(String step, byte[] answer) {
        return on(step, out -> out.write(answer));
    }

    HostileScanner on(String step, String answer) {
        return on(step, answer.getBytes(StandardCharsets.ISO_8859_1));
    }

    /// An answer that is as it should be.
    static byte[] answer(int status, String headers, byte[] body) {
        byte[] head =
                ("HTTP/1.1 "
                                + status
                                + " X\r\n"
                                + headers
                                + "Content-Length: "
                                + body.length
                                + "\r\n\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1);
        byte[] whole = new byte[head.length + body.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        return whole;
    }

    /// Says nothing until the test is over.
    void stall() throws InterruptedException {
        end.await();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                sockets.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException _) {
            // The test is over.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            BufferedReader in =
                    new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.ISO_8859_1));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] words = line.split(" ", 3);
                int length = 0;
                for (String header = in.readLine();
                        header != null && !header.isEmpty();
                        header = in.readLine()) {
                    if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                        length = Integer.parseInt(header.substring(15).strip());
                    }
                }
                for (int i = 0; i < length; i++) {
                    int _ = in.read();
                }
                String path = words[1];
                String step = words[0] + " " + path.substring(path.lastIndexOf('/') + 1);
                asked.add(words[0] + " " + path);
                Reply reply = replies.get(step);
                if (reply == null) {
                    socket.getOutputStream().write(answer(404, "", new byte[0]));
                } else {
                    reply.write(socket.getOutputStream());
                    return;
                }
            }
        } catch (SocketException _) {
            // The client has had enough.
        } catch (IOException | InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        end.countDown();
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
