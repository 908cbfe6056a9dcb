package de.koblenz.kiosk.fleet.collector;

import de.koblenz.kiosk.fleet.model.AlarmStore;
import de.koblenz.kiosk.fleet.model.Severity;
import de.koblenz.kiosk.fleet.model.StoreUnavailable;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/// Has the calls made that the collector has written down: of all monitors only where it collects, so that nobody is called twice. A call is
/// taken away when it was made; what could not be made is tried again, ever more seldom. Has a thread of its own.
public final class CallDesk implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(CallDesk.class.getName());

    /// In one go at most.
    private static final int MOST = 200;

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private final AlarmStore alarms;
    private final AlarmNotifier notifier;
    private final BooleanSupplier collecting;
    private final Severity least;
    private final Duration pause;
    private final Thread thread;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    // Guarded by lock.
    private boolean closed;

    /// Begins to call.
    ///
    /// @param collecting whether this monitor is the one; see [Collector#collecting()]
    /// @param least nobody is called to what is less severe
    /// @param pause between two looks; after a failure it doubles, up to ten minutes
    public CallDesk(
            AlarmStore alarms,
            AlarmNotifier notifier,
            BooleanSupplier collecting,
            Severity least,
            Duration pause) {
        this.alarms = alarms;
        this.notifier = notifier;
        this.collecting = collecting;
        this.least = least;
        this.pause = pause;
        this.thread = Thread.ofPlatform().name("fleet-calls").daemon().unstarted(this::run);
        thread.start();
    }

    private void run() {
        Duration next = pause;
        try {
            while (rest(next)) {
                next = step(next);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// @return the pause until the next step
    private Duration step(Duration last) throws InterruptedException {
        if (!collecting.getAsBoolean()) {
            return pause;
        }
        try {
            List<AlarmStore.Call> wanted = new ArrayList<>();
            List<AlarmStore.Call> found = alarms.calls(MOST);
            for (AlarmStore.Call call : found) {
                if (call.alarm().severity().compareTo(least) >= 0) {
                    wanted.add(call);
                } else {
                    alarms.called(call);
                }
            }
            if (!wanted.isEmpty()) {
                notifier.call(List.copyOf(wanted));
                for (AlarmStore.Call call : wanted) {
                    alarms.called(call);
                }
            }
            return found.size() < MOST ? pause : Duration.ZERO;
        } catch (IOException | StoreUnavailable e) {
            LOG.log(Level.WARNING, "fleet: nobody could be called ({0})", e.getMessage());
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "fleet: cannot call", e);
        }
        Duration doubled = last.isZero() ? pause : last.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    private boolean rest(Duration length) throws InterruptedException {
        lock.lock();
        try {
            long left = length.toNanos();
            while (left > 0 && !closed) {
                left = changed.awaitNanos(left);
            }
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    /// Ends; a call that is being made is broken off and made again by whoever collects next.
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
