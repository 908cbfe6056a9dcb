package de.koblenz.kiosk.app;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// The data folder, locked for one process: two terminals on the same orders would each carry them out. The lock is the
/// system's and goes with the process, however it ends. Thread-safe.
final class DataFolder implements AutoCloseable {
    private static final String LOCK = "kiosk.lock";

    private final FileChannel channel;

    private DataFolder(FileChannel channel) {
        this.channel = channel;
    }

    /// Another process, or another part of this one, works in the folder.
    static final class InUse extends IOException {
        /// Failure code of a folder that is in use.
        static final String CODE = "STORE-IN-USE";

        private static final long serialVersionUID = 1L;

        InUse() {
            super(CODE + ": another terminal works in the data folder");
        }
    }

    /// Makes the folder if it is not there, and locks it.
    ///
    /// @throws InUse if somebody else has locked it
    /// @throws IOException if it cannot be made or written
    static DataFolder lock(Path folder) throws IOException {
        Files.createDirectories(folder);
        FileChannel channel =
                FileChannel.open(
                        folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean locked = false;
        try {
            @Nullable FileLock lock = channel.tryLock();
            locked = lock != null;
        } catch (OverlappingFileLockException _) {
            // Locked by this very process.
        } finally {
            if (!locked) {
                channel.close();
            }
        }
        if (!locked) {
            throw new InUse();
        }
        return new DataFolder(channel);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
