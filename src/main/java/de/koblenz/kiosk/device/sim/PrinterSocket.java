package de.koblenz.kiosk.device.sim;

import de.koblenz.kiosk.device.transport.ByteTransport;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// Connects a simulated printer to the far end of a line, with a thread that carries the bytes, and a plug that can
/// be pulled.
///
/// All methods may be called from any thread.
public final class PrinterSocket implements AutoCloseable {
    private static final Duration SLICE = Duration.ofMillis(5);

    /// Bits on the line per byte: start, eight data, stop.
    private static final long BITS = 10;

    private final SimulatedPrinter printer;
    private final ByteTransport far;
    private final Thread thread;
    private volatile boolean closed;
    private volatile boolean plugged;
    private volatile int baudRate;

    /// Plugs the printer in.
    ///
    /// @param far the device's end of the line, not yet open
    public PrinterSocket(SimulatedPrinter printer, ByteTransport far) throws IOException {
        this.printer = printer;
        this.far = far;
        plug();
        thread = Thread.ofPlatform().daemon().name("simulated-printer").start(this::carry);
    }

    /// Lets bytes arrive as slowly as on a real line; 0 for as fast as they come.
    public void pace(int bitsPerSecond) {
        baudRate = bitsPerSecond;
    }

    public void plug() throws IOException {
        far.open();
        plugged = true;
    }

    /// Pulls the plug: the driver's port vanishes. The printer itself keeps its power.
    public void unplug() {
        plugged = false;
        far.close();
    }

    public boolean plugged() {
        return plugged;
    }

    private void carry() {
        while (!closed) {
            if (!plugged) {
                LockSupport.parkNanos(SLICE.toNanos());
                continue;
            }
            try {
                // A full buffer stops the line, as flow control does.
                boolean full = printer.room() == 0;
                byte[] bytes = full ? new byte[0] : far.read(SLICE);
                if (full) {
                    LockSupport.parkNanos(SLICE.toNanos());
                }
                if (baudRate > 0 && bytes.length > 0) {
                    LockSupport.parkNanos(bytes.length * BITS * 1_000_000_000L / baudRate);
                }
                byte[] answers = printer.receive(bytes);
                if (answers.length > 0) {
                    far.write(answers);
                }
            } catch (IOException _) {
                // Unplugged in the middle: what was on the line is lost.
                LockSupport.parkNanos(SLICE.toNanos());
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        unplug();
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
