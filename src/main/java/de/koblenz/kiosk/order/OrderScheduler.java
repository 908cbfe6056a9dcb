package de.koblenz.kiosk.order;

import java.time.Duration;

/// Runs the work of orders, now or later. Tests run it on virtual time.
public interface OrderScheduler extends AutoCloseable {
    /// Runs `work` soon, on a thread of its own; never on the caller's.
    void run(Runnable work);

    /// Runs `work` after `delay`.
    void runAfter(Duration delay, Runnable work);

    /// Drops what is waiting and lets what runs come to its end.
    @Override
    void close();
}
