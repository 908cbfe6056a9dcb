package de.koblenz.kiosk.device.transport;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Closes a line whose write is stuck: on Linux neither a time-out nor an interrupt frees such a write,
/// only closing the line from another thread does.
///
/// Used by the one thread that writes; [#close()] by any thread.
final class WriteWatchdog implements AutoCloseable {
    private final Duration limit;
    private final Runnable release;
    private final ScheduledThreadPoolExecutor executor;
    private @Nullable ScheduledFuture<?> armed;
    private volatile boolean fired;

    /// @param release closes the line
    WriteWatchdog(String name, Duration limit, Runnable release) {
        this.limit = limit;
        this.release = release;
        executor =
                new ScheduledThreadPoolExecutor(
                        1, task -> Thread.ofPlatform().daemon().name(name).unstarted(task));
        executor.setRemoveOnCancelPolicy(true);
    }

    /// Starts to watch one write.
    void arm() {
        armed =
                executor.schedule(
                        () -> {
                            fired = true;
                            release.run();
                        },
                        limit.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    /// The write has returned.
    void disarm() {
        if (armed != null) {
            armed.cancel(false);
            armed = null;
        }
    }

    /// Whether a write was stuck and the line has been closed for it.
    boolean fired() {
        return fired;
    }

    @Override
    public void close() {
        executor.shutdown();
    }
}
