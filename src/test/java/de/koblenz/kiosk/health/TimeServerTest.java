package de.koblenz.kiosk.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Over real datagrams.
@Timeout(30)
class TimeServerTest {
    private static final long EPOCH_SECONDS = 2_208_988_800L;
    private static final double WAY = 0.5;

    /// A server whose time is that of the machine, changed by a test.
    private static final class Server implements AutoCloseable {
        private final DatagramSocket socket =
                new DatagramSocket(0, InetAddress.getLoopbackAddress());
        final CountDownLatch asked = new CountDownLatch(1);
        private final Duration ahead;
        private final Consumer<ByteBuffer> lie;

        Server(Duration ahead, Consumer<ByteBuffer> lie) throws IOException {
            this.ahead = ahead;
            this.lie = lie;
            Thread.ofVirtual().start(this::serve);
        }

        InetSocketAddress address() {
            return InetSocketAddress.createUnresolved("127.0.0.1", socket.getLocalPort());
        }

        private void serve() {
            byte[] bytes = new byte[48];
            DatagramPacket packet = new DatagramPacket(bytes, bytes.length);
            try {
                while (true) {
                    socket.receive(packet);
                    ByteBuffer question = ByteBuffer.wrap(bytes);
                    assertEquals(0x23, question.get(0));
                    ByteBuffer answer = ByteBuffer.allocate(48);
                    // Version 4, mode 4 "server"; stratum 2.
                    answer.put(0, (byte) 0x24).put(1, (byte) 2);
                    answer.putLong(24, question.getLong(40));
                    long now = stamp(Instant.now().plus(ahead));
                    answer.putLong(32, now).putLong(40, now);
                    lie.accept(answer);
                    socket.send(new DatagramPacket(answer.array(), 48, packet.getSocketAddress()));
                    asked.countDown();
                }
            } catch (IOException e) {
                // Closed.
            }
        }

        private static long stamp(Instant time) {
            return (time.getEpochSecond() + EPOCH_SECONDS) << 32
                    | (long) (time.getNano() / 1e9 * 0x1p32);
        }

        @Override
        public void close() {
            socket.close();
        }
    }

    private static double measured(Duration ahead, InstantSource clock) throws Exception {
        try (Server server = new Server(ahead, _ -> {});
                TimeServer time = new TimeServer(server.address(), clock, new Random(1))) {
            OptionalDouble offset = time.offset();
            while (offset.isEmpty()) {
                Thread.onSpinWait();
                offset = time.offset();
            }
            return offset.getAsDouble();
        }
    }

    @Test
    void aClockThatIsRightIsNotAhead() throws Exception {
        assertEquals(0, measured(Duration.ZERO, Clock.systemUTC()), WAY);
    }

    @Test
    void aClockThatIsAheadOrBehindIsSeen() throws Exception {
        assertEquals(-37, measured(Duration.ofSeconds(37), Clock.systemUTC()), WAY);
        assertEquals(7200, measured(Duration.ofHours(-2), Clock.systemUTC()), WAY);
    }

    /// The second era of NTP begins on 7 February 2036.
    @Test
    void aClockInTheNextEraIsMeasuredInTheNextEra() throws Exception {
        Duration years = Duration.ofDays(365L * 20);
        InstantSource later = () -> Instant.now().plus(years);
        assertEquals(0, measured(years, later), WAY);
    }

    private static void heedsNot(Consumer<ByteBuffer> lie) throws Exception {
        try (Server server = new Server(Duration.ofSeconds(99), lie);
                TimeServer time =
                        new TimeServer(server.address(), Clock.systemUTC(), new Random(1))) {
            assertTrue(server.asked.await(20, TimeUnit.SECONDS));
            for (int look = 0; look < 1_000; look++) {
                assertEquals(OptionalDouble.empty(), time.offset());
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void answersThatSayNothingOfTheTimeAreNotHeeded() throws Exception {
        heedsNot(answer -> answer.putLong(24, 4711));
        heedsNot(answer -> answer.put(0, (byte) 0xE4));
        heedsNot(answer -> answer.put(0, (byte) 0x23));
        heedsNot(answer -> answer.put(1, (byte) 0));
        heedsNot(answer -> answer.put(1, (byte) 16));
        heedsNot(answer -> answer.putLong(40, 0));
    }
}
