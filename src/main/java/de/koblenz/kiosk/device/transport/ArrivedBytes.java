package de.koblenz.kiosk.device.transport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/// What a reading thread has taken from a line and the device's thread has not yet asked for.
///
/// Bounded: a far end that floods the line is stopped by its own flow control, not by our memory. Thread-safe.
final class ArrivedBytes {
    private static final int MOST_CHUNKS = 256;
    private static final byte[] NOTHING = {}; // as a chunk: the line has ended

    private final BlockingQueue<byte[]> chunks = new ArrayBlockingQueue<>(MOST_CHUNKS);
    private volatile boolean ended;

    /// Adds at least one byte; waits while too much is waiting already.
    void add(byte[] bytes) throws InterruptedException {
        while (!ended && !chunks.offer(bytes, 100, TimeUnit.MILLISECONDS)) {
            // Nobody reads: keep the bytes until somebody does or the line ends.
        }
    }

    /// The line is gone or closed; frees whoever waits.
    void end() {
        ended = true;
        boolean taken = chunks.offer(NOTHING);
        assert taken || !chunks.isEmpty();
    }

    /// What has arrived, waiting at most `longest` for the first byte.
    ///
    /// @throws IOException when the line has ended and everything before was read
    byte[] take(Duration longest) throws IOException {
        try {
            byte[] first = chunks.poll(ended ? 0 : longest.toNanos(), TimeUnit.NANOSECONDS);
            if ((first != null && first.length == 0) || (first == null && ended)) {
                throw new IOException("the far end of the line is gone");
            }
            if (first == null) {
                return NOTHING;
            }
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            for (byte[] next = first; next != null && next.length > 0; next = chunks.poll()) {
                all.writeBytes(next);
            }
            return all.toByteArray();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while reading");
        }
    }
}
