package de.koblenz.kiosk.order;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// One virtual thread per piece of work, woken by one timer thread. Thread-safe.
public final class ThreadScheduler implements OrderScheduler {
    private final ExecutorService workers =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("order-", 1).factory());
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("order-timer").daemon().factory());

    @Override
    public void run(Runnable work) {
        try {
            workers.execute(work);
        } catch (RejectedExecutionException _) {
            // Closed: the work is found on disk at the next start.
        }
    }

    @Override
    public void runAfter(Duration delay, Runnable work) {
        try {
            var _ = timer.schedule(() -> run(work), delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException _) {
            // Closed: the work is found on disk at the next start.
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        workers.close();
    }
}
