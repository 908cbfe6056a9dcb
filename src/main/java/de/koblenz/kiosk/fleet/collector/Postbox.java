package de.koblenz.kiosk.fleet.collector;

import de.koblenz.kiosk.health.HostLine;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Sends messages as fast as the broker takes them, on a thread of its own. Of a state or an acknowledgement
/// only the newest is sent. What is not sent when the line is lost is dropped. Thread-safe.
final class Postbox implements AutoCloseable {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    // Guarded by lock.
    private final Map<String, Letter> letters = new LinkedHashMap<>();
    private @Nullable HostLine line;
    private boolean room = true;
    private boolean closed;
    private final Thread thread;

    private static final class Letter {
        final String topic;
        final byte[] payload;
        final int qos;
        final boolean retained;

        Letter(String topic, byte[] payload, int qos, boolean retained) {
            this.topic = topic;
            this.payload = payload;
            this.qos = qos;
            this.retained = retained;
        }
    }

    Postbox(String name) {
        thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
        thread.start();
    }

    /// From now on over this line.
    void over(@Nullable HostLine next) {
        lock.lock();
        try {
            line = next;
            room = true;
            letters.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// @param key of letters with one key only the newest is sent
    void put(String key, String topic, byte[] payload, int qos, boolean retained) {
        lock.lock();
        try {
            if (line != null) {
                letters.put(key, new Letter(topic, payload, qos, retained));
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /// The broker takes more.
    void room() {
        lock.lock();
        try {
            room = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try {
            while (step()) {
                // Until it is closed.
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean step() throws InterruptedException {
        HostLine over;
        String key;
        Letter letter;
        lock.lock();
        try {
            while (!closed && (letters.isEmpty() || line == null || !room)) {
                changed.await();
            }
            HostLine now = line;
            if (closed || now == null) {
                return false;
            }
            over = now;
            Map.Entry<String, Letter> first = letters.entrySet().iterator().next();
            key = first.getKey();
            letter = first.getValue();
            letters.remove(key);
            room = false;
        } finally {
            lock.unlock();
        }
        boolean sent = send(over, letter);
        lock.lock();
        try {
            if (sent) {
                room = true;
            } else if (line == over) {
                letters.putIfAbsent(key, letter);
            }
        } finally {
            lock.unlock();
        }
        return true;
    }

    private static boolean send(HostLine over, Letter letter) {
        try {
            return over.send(letter.topic, letter.payload, letter.qos, letter.retained);
        } catch (IOException _) {
            // The line is lost; the collector hears of it too, and makes another.
            return true;
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
