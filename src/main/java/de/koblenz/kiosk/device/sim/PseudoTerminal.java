package de.koblenz.kiosk.device.sim;

import de.koblenz.kiosk.device.transport.ByteTransport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/// The device's end of a pseudo-terminal; the driver opens the other end as its serial port, by a
/// name that stays the same however often the device is unplugged.
///
/// [#open()] plugs the device in, [#close()] unplugs it: the driver sees a port that vanished. One
/// thread reads and writes; [#open()] and [#close()] by any thread.
public final class PseudoTerminal implements ByteTransport {
    /// Longest single wait, so that an unplugging never waits long.
    private static final int SLICE_MILLIS = 20;

    private static final int NONE = -1;

    private final Path name;
    private final ReentrantReadWriteLock use = new ReentrantReadWriteLock(true);
    private int master = NONE;
    private int slave = NONE;

    /// @param name stable name of the driver's end, a symbolic link that this class makes
    public PseudoTerminal(Path name) {
        this.name = name;
    }

    /// Stable name of the end that the driver opens.
    public Path name() {
        return name;
    }

    @Override
    public void open() throws IOException {
        use.writeLock().lock();
        try {
            release();
            master = NativeTerminal.openMaster();
            String path = NativeTerminal.slaveName(master);
            // Kept open, so that the driver may close and open its end without the master seeing a
            // hang-up.
            slave = NativeTerminal.openRawSlave(path);
            Path fresh = name.resolveSibling(name.getFileName() + ".new");
            Files.deleteIfExists(fresh);
            Files.createSymbolicLink(fresh, Path.of(path));
            Files.move(
                    fresh,
                    name,
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } finally {
            use.writeLock().unlock();
        }
    }

    /// Whether the device is plugged in.
    public boolean plugged() {
        use.readLock().lock();
        try {
            return master != NONE;
        } finally {
            use.readLock().unlock();
        }
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        byte[] rest = bytes;
        while (rest.length > 0) {
            use.readLock().lock();
            try {
                int taken = NativeTerminal.write(masterEnd(), rest, SLICE_MILLIS);
                rest = Arrays.copyOfRange(rest, taken, rest.length);
            } finally {
                use.readLock().unlock();
            }
        }
    }

    @Override
    public byte[] read(Duration longest) throws IOException {
        long millis = Math.max(1, longest.toMillis());
        while (true) {
            int slice = (int) Math.min(millis, SLICE_MILLIS);
            use.readLock().lock();
            try {
                byte[] bytes = NativeTerminal.read(masterEnd(), slice);
                millis -= slice;
                if (bytes.length > 0 || millis <= 0) {
                    return bytes;
                }
            } finally {
                use.readLock().unlock();
            }
        }
    }

    private int masterEnd() throws IOException {
        if (master == NONE) {
            throw new IOException("unplugged");
        }
        return master;
    }

    @Override
    public void close() {
        use.writeLock().lock();
        try {
            release();
        } finally {
            use.writeLock().unlock();
        }
    }

    private void release() {
        if (master != NONE) {
            NativeTerminal.close(master);
            NativeTerminal.close(slave);
            master = NONE;
            slave = NONE;
            try {
                Files.deleteIfExists(name);
            } catch (IOException _) {
                // A link that stays points to nothing; the next plug replaces it.
            }
        }
    }
}
