package de.koblenz.kiosk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// What there is once on a machine, such as the socket of pcscd: one test at a time may have it, whichever JVM runs it. One thread.
public final class OnlyOne {
    private final Path file;
    private @Nullable FileLock held;

    /// @param name of what there is once
    public OnlyOne(String name) {
        file =
                Path.of(
                        System.getProperty("java.io.tmpdir", "/tmp"),
                        "kiosk-test-" + name + ".lock");
    }

    /// Takes it, and waits until the other has given it back; does nothing if it is taken already.
    public void take() {
        if (held == null) {
            try {
                held =
                        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                                .lock();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// Gives it back, if it was taken.
    public void giveBack() {
        FileLock lock = held;
        if (lock != null) {
            held = null;
            try (FileChannel channel = lock.channel()) {
                lock.release();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
