package de.koblenz.kiosk.device.transport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TcpTransportTest {
    private static final Duration LIMIT = Duration.ofMillis(500);

    private static ServerSocket server() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    private static TcpTransport line(ServerSocket server) {
        return new TcpTransport(
                server.getInetAddress().getHostAddress(), server.getLocalPort(), LIMIT, LIMIT);
    }

    @Test
    void bytesPassInBothDirections() throws IOException {
        try (ServerSocket server = server();
                TcpTransport line = line(server)) {
            line.open();
            try (Socket device = server.accept()) {
                line.write(new byte[] {1, 2, 3});
                assertArrayEquals(new byte[] {1, 2, 3}, device.getInputStream().readNBytes(3));
                device.getOutputStream().write(new byte[] {4, 5});
                assertEquals(4, line.read(Duration.ofSeconds(5))[0]);
            }
        }
    }

    @Test
    void anEndedConnectionIsNoticed() throws IOException {
        try (ServerSocket server = server();
                TcpTransport line = line(server)) {
            line.open();
            server.accept().close();
            assertThrows(IOException.class, () -> line.read(Duration.ofSeconds(5)));
        }
    }

    @Test
    void aDeviceThatTakesNothingIsGivenUp() throws IOException {
        try (ServerSocket server = server();
                TcpTransport line = line(server)) {
            line.open();
            try (Socket _ = server.accept()) {
                assertTimeoutPreemptively(
                        Duration.ofSeconds(10),
                        () ->
                                assertThrows(
                                        IOException.class, () -> line.write(new byte[50_000_000])));
            }
        }
    }

    @Test
    void aClosedPortIsAnOrdinaryFailure() throws IOException {
        ServerSocket server = server();
        TcpTransport line = line(server);
        server.close();
        assertThrows(IOException.class, line::open);
    }
}
