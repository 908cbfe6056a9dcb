package de.koblenz.kiosk.citizen.run;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Calls back about once a second, so that time-outs and clocks on the screen go on.
public final class IdleTimer implements AutoCloseable {
    private final ScheduledExecutorService scheduler =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("idle-timer").daemon().factory());

    /// Begins to call `tick`, which must not block.
    public void start(Duration every, Runnable tick) {
        long millis = every.toMillis();
        var _ = scheduler.scheduleAtFixedRate(tick, millis, millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        scheduler.shutdownNow();
    }
}
