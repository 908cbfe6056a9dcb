package de.koblenz.kiosk.app;

import de.koblenz.kiosk.order.payment.PlatformWatch;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Asks the payment platform how it is where no payment has shown it for a while: every quarter of an hour, and every other minute while it
/// cannot be used, so that a fleet does not crowd it when it comes back. Thread-safe.
final class PaymentRound implements AutoCloseable {
    private static final Duration EVERY = Duration.ofMinutes(2);

    /// Rounds in which a platform that works is left alone.
    private static final int REST = 8;

    private final PlatformWatch watch;
    private final Runnable question;
    private final ScheduledExecutorService scheduler =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("payment-round").daemon().factory());
    // Used by the scheduler's thread alone.
    private long heard;
    private int rested;

    /// @param question asks the platform, which `watch` hears; may block
    PaymentRound(PlatformWatch watch, Runnable question) {
        this.watch = watch;
        this.question = question;
    }

    /// Makes all rounds on a thread of its own, the first at once.
    PaymentRound start() {
        var _ =
                scheduler.scheduleWithFixedDelay(
                        this::walk, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
        return this;
    }

    void walk() {
        boolean news = watch.heard() != heard;
        rested = news ? 0 : rested + 1;
        if (watch.state() != PlatformWatch.State.REACHABLE || rested >= REST) {
            question.run();
            rested = 0;
        }
        heard = watch.heard();
    }

    @Override
    public void close() {
        scheduler.shutdownNow();
    }
}
