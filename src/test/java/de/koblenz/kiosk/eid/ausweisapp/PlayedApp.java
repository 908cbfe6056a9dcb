package de.koblenz.kiosk.eid.ausweisapp;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Plays an AusweisApp over a real WebSocket on the loopback interface (RFC 6455, the server's side): each line `> ` of the script is
/// expected, each line `< ` is said. `GET_INFO`, by which the terminal overwrites secrets, and `SET_API_LEVEL` are answered outside of the script.
public final class PlayedApp implements AutoCloseable {
    /// Quick enough for tests, long enough for a machine under load.
    static final AppTimings TIMINGS =
            new AppTimings(
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(10),
                    Duration.ofMillis(300),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(10));

    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private final ServerSocket server;
    private final Deque<String> script = new ArrayDeque<>();
    private final List<String> faults = Collections.synchronizedList(new ArrayList<>());
    private final CompletableFuture<Boolean> played = new CompletableFuture<>();
    private String level = "{\"msg\":\"API_LEVEL\",\"available\":[1,2],\"current\":2}";

    public PlayedApp(String... lines) throws IOException {
        for (String line : lines) {
            line.lines()
                    .map(String::strip)
                    .filter(l -> l.startsWith("<") || l.startsWith(">"))
                    .forEach(script::add);
        }
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    PlayedApp withLevel(String answer) {
        level = answer;
        return this;
    }

    public URI address() {
        return URI.create("ws://127.0.0.1:" + server.getLocalPort() + "/eID-Kernel");
    }

    AusweisApp app() {
        return new AusweisApp(address(), TIMINGS);
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                DataInputStream in = new DataInputStream(socket.getInputStream());
                OutputStream out = socket.getOutputStream();
                shakeHands(in, out);
                say(out);
                for (String text = hear(in, out); text != null; text = hear(in, out)) {
                    answer(text, out);
                }
            } catch (IOException _) {
                // The next connection, or the end.
            }
        }
    }

    private static void shakeHands(DataInputStream in, OutputStream out) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.readUnsignedByte());
        }
        String key =
                head.toString()
                        .lines()
                        .filter(line -> line.regionMatches(true, 0, "Sec-WebSocket-Key:", 0, 18))
                        .findFirst()
                        .orElseThrow()
                        .substring(18)
                        .strip();
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-1")
                            .digest((key + GUID).getBytes(StandardCharsets.US_ASCII));
            out.write(
                    ("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
                                    + Base64.getEncoder().encodeToString(hash)
                                    + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The next text, or null at the end of the connection.
    private static @Nullable String hear(DataInputStream in, OutputStream out) throws IOException {
        while (true) {
            int opcode = in.readUnsignedByte() & 0x0F;
            int length = in.readUnsignedByte() & 0x7F;
            if (length == 126) {
                length = in.readUnsignedShort();
            }
            byte[] mask = in.readNBytes(4);
            byte[] payload = in.readNBytes(length);
            for (int i = 0; i < length; i++) {
                payload[i] ^= mask[i % 4];
            }
            if (opcode == 8) {
                out.write(new byte[] {(byte) 0x88, 0});
                return null;
            }
            if (opcode == 1) {
                return new String(payload, StandardCharsets.UTF_8);
            }
        }
    }

    private void answer(String text, OutputStream out) throws IOException {
        if (text.startsWith("{\"cmd\":\"GET_INFO\"}")) {
            write(out, "{\"msg\":\"INFO\",\"VersionInfo\":{\"Name\":\"AusweisApp2\"}}");
            return;
        }
        if (text.contains("SET_API_LEVEL")) {
            write(out, level);
            return;
        }
        String expected = script.poll();
        if (expected == null || !plain(expected.substring(1)).equals(plain(text))) {
            // At the end of a script the terminal may still cancel.
            if (expected != null || !text.contains("CANCEL")) {
                faults.add("expected " + expected + ", heard " + text);
            }
            throw new IOException("end of script");
        }
        say(out);
    }

    private static String plain(String json) {
        return json.replace(" ", "");
    }

    private void say(OutputStream out) throws IOException {
        while (!script.isEmpty() && script.peek().startsWith("<")) {
            String line = script.remove().substring(1).strip();
            if (line.equals("(gone)")) {
                played.complete(script.isEmpty());
                throw new IOException("gone");
            }
            write(out, line);
        }
        if (script.isEmpty()) {
            played.complete(true);
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer frame = ByteBuffer.allocate(payload.length + 10).put((byte) 0x81);
        if (payload.length < 126) {
            frame.put((byte) payload.length);
        } else if (payload.length < 65_536) {
            frame.put((byte) 126).putShort((short) payload.length);
        } else {
            frame.put((byte) 127).putLong(payload.length);
        }
        frame.put(payload);
        out.write(frame.array(), 0, frame.position());
        out.flush();
    }

    /// Every line was said and heard, nothing else.
    public void assertPlayed() throws Exception {
        if (!faults.isEmpty()) {
            throw new AssertionError(faults.toString());
        }
        if (!played.get(10, TimeUnit.SECONDS)) {
            throw new AssertionError("not played");
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
