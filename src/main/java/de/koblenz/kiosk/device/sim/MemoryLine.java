package de.koblenz.kiosk.device.sim;

import de.koblenz.kiosk.device.transport.ByteTransport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// A line inside one process: two ends, each a [ByteTransport], with no port and no timing of their own.
///
/// While the far end is closed the near end cannot be opened and fails, as with a port that vanished.
/// Thread-safe.
public final class MemoryLine {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final End near = new End();
    private final End far = new End();

    /// The driver's end.
    public ByteTransport near() {
        return near;
    }

    /// The device's end.
    public ByteTransport far() {
        return far;
    }

    private final class End implements ByteTransport {
        private final Deque<byte[]> arrived = new ArrayDeque<>();
        private boolean open;

        private End other() {
            return this == near ? far : near;
        }

        @Override
        public void open() throws IOException {
            lock.lock();
            try {
                if (this == near && !far.open) {
                    throw new IOException("nothing is plugged in");
                }
                arrived.clear();
                open = true;
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void write(byte[] bytes) throws IOException {
            lock.lock();
            try {
                check();
                other().arrived.add(bytes.clone());
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }

        @Override
        public byte[] read(Duration longest) throws IOException {
            lock.lock();
            try {
                long left = longest.toNanos();
                while (arrived.isEmpty() && left > 0) {
                    check();
                    left = changed.awaitNanos(left);
                }
                check();
                ByteArrayOutputStream all = new ByteArrayOutputStream();
                arrived.forEach(all::writeBytes);
                arrived.clear();
                return all.toByteArray();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted while reading");
            } finally {
                lock.unlock();
            }
        }

        /// The device does not notice whether a driver has the port open; a driver notices an unplugged device.
        private void check() throws IOException {
            if (!open || (this == near && !far.open)) {
                throw new IOException("the line is closed");
            }
        }

        @Override
        public void close() {
            lock.lock();
            try {
                open = false;
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }
}
