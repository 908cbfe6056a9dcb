package de.koblenz.kiosk.health;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/// Compares the terminal's clock with the data centre's, as a client of SNTP (RFC 5905 §14); sets nothing. Has a thread of its own;
/// thread-safe.
public final class TimeServer implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(TimeServer.class.getName());

    private static final Duration BETWEEN = Duration.ofMinutes(15);
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /// What was measured is of use for so long.
    private static final Duration FRESH = Duration.ofMinutes(45);

    /// Longest way there and back for an answer that says something.
    private static final Duration LONGEST_WAY = Duration.ofSeconds(1);

    /// Seconds from 1900 to 1970 (RFC 5905 §6).
    private static final long EPOCH_SECONDS = 2_208_988_800L;

    private static final int LENGTH = 48;

    /// No warning, version 4, mode 3 "client" (RFC 5905 §7.3).
    private static final byte CLIENT = 0x23;

    private final InetSocketAddress address;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Thread thread;
    // Written by the own thread.
    private volatile OptionalDouble offset = OptionalDouble.empty();
    private volatile long measuredAt;

    /// Begins to measure.
    ///
    /// @param address looked up for each question
    /// @param random for what a question is known again by
    public TimeServer(InetSocketAddress address, InstantSource clock, RandomGenerator random) {
        this.address = address;
        this.clock = clock;
        this.random = random;
        this.thread = Thread.ofPlatform().name("time").daemon().unstarted(this::run);
        thread.start();
    }

    /// Seconds that the terminal's clock is ahead; empty where the time server has not said so lately.
    public OptionalDouble offset() {
        return System.nanoTime() - measuredAt < FRESH.toNanos() ? offset : OptionalDouble.empty();
    }

    private void run() {
        try {
            while (true) {
                boolean answered = measure();
                TimeUnit.NANOSECONDS.sleep((answered ? BETWEEN : AFTER_FAILURE).toNanos());
            }
        } catch (InterruptedException _) {
            // The end.
        }
    }

    private boolean measure() {
        try {
            double ahead = ask();
            offset = OptionalDouble.of(ahead);
            measuredAt = System.nanoTime();
            return true;
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "no time server ({0})", e.getClass().getSimpleName());
            return false;
        }
    }

    /// Asks once.
    ///
    /// @return seconds that the clock is ahead
    private double ask() throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
            // Answers of anybody else are not let through.
            socket.connect(
                    address.isUnresolved()
                            ? new InetSocketAddress(address.getHostString(), address.getPort())
                            : address);
            // The server gives it back as it is, so it may be anything, and tells nobody our time.
            long mark = random.nextLong();
            ByteBuffer question = ByteBuffer.allocate(LENGTH).put(0, CLIENT).putLong(40, mark);
            Instant sent = clock.instant();
            long start = System.nanoTime();
            socket.send(new DatagramPacket(question.array(), LENGTH));
            ByteBuffer answer = ByteBuffer.allocate(LENGTH);
            while (true) {
                if (System.nanoTime() - start > PATIENCE.toNanos()) {
                    throw new SocketTimeoutException();
                }
                DatagramPacket packet = new DatagramPacket(answer.array(), LENGTH);
                socket.receive(packet);
                long way = System.nanoTime() - start;
                if (packet.getLength() == LENGTH && isAnswer(answer, mark)) {
                    return ahead(answer, sent, way);
                }
            }
        }
    }

    /// From a server (mode 4) that has the time itself (no warning 3, stratum 1 to 15), to this question.
    private static boolean isAnswer(ByteBuffer answer, long mark) {
        int first = answer.get(0);
        int stratum = answer.get(1);
        return (first & 0x07) == 4
                && (first >> 6 & 0x03) != 3
                && stratum >= 1
                && stratum <= 15
                && answer.getLong(24) == mark
                && answer.getLong(40) != 0;
    }

    /// RFC 5905 §8: half of the way is taken off, which is at most that wrong.
    private static double ahead(ByteBuffer answer, Instant sent, long way) throws IOException {
        if (way > LONGEST_WAY.toNanos()) {
            throw new IOException("too late to say anything");
        }
        Instant middle = sent.plusNanos(way / 2);
        double received = seconds(answer.getLong(32), middle);
        double transmitted = seconds(answer.getLong(40), middle);
        return -(received + transmitted) / 2;
    }

    /// Seconds from `base` to a time stamp (32 bits of seconds, 32 of their parts), in the era in which they are nearest: the next one
    /// begins in 2036.
    private static double seconds(long stamp, Instant base) {
        long whole = (stamp >>> 32) - EPOCH_SECONDS;
        int apart = (int) (whole - base.getEpochSecond());
        return apart + (stamp & 0xFFFFFFFFL) / 0x1p32 - base.getNano() / 1e9;
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
